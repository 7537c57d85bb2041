#include "tests/store/direct_sql.h"
#include "tests/store/test_workspace.h"

namespace topline::store {
namespace {

class DraftStoreTest : public StoreTest {
protected:
    domain::Action store(const std::string &name)
    {
        auto out = action(name);
        out.state = domain::ActionState::Approved;
        inTransaction([&] { need(tables().actions.add(out)); });
        return out;
    }

    domain::ModelRun run(const domain::Action &of, bool isTaken)
    {
        domain::ModelRun out;
        out.id = base::Uuid::named("run", of.id.text() + (isTaken ? "taken" : "refused"));
        out.action = of.id;
        out.atMs = 7;
        out.host = "127.0.0.1:1";
        out.model = "small";
        out.request = "{}";
        out.requestSha256 = base::hex(base::sha256(out.request));
        out.answer = "words";
        out.failure = isTaken ? "" : "cut off";
        out.isTaken = isTaken;
        inTransaction([&] {
            need(tables().assist.addRun(out));
            need(tables().assist.addAnswer(out, 8));
        });
        return out;
    }
};

TEST_F(DraftStoreTest, SnippetsAreReplacedByNameAndRemoved)
{
    inTransaction([&] {
        need(tables().snippets.put({"b", "two", 1}));
        need(tables().snippets.put({"a", "one", 1}));
        need(tables().snippets.put({"a", "öne {{x}}", 2}));
    });
    reopen();
    EXPECT_EQ(need(tables().snippets.all()),
              (std::vector<domain::Snippet>{{"a", "öne {{x}}", 2}, {"b", "two", 1}}));
    inTransaction([&] {
        EXPECT_TRUE(need(tables().snippets.remove("a")));
        EXPECT_FALSE(need(tables().snippets.remove("a")));
    });
    EXPECT_FALSE(need(tables().snippets.snippet("a")).has_value());
}

TEST_F(DraftStoreTest, ContentKeepsItsTimeAndIsNeverDeleted)
{
    domain::ContentAsset asset;
    asset.id = base::Uuid::named("content", "one");
    asset.title = "Case";
    asset.url = "https://a.example";
    asset.tags.stages = {"Proposal, 2", "5:x"};
    asset.tags.sizes = {"51-500"};
    asset.addedMs = 5;
    auto other = asset;
    other.id = base::Uuid::named("content", "two");
    other.title = "A text";
    other.url.clear();
    other.text = "words";
    inTransaction([&] {
        need(tables().content.put(asset));
        need(tables().content.put(other));
        auto later = asset;
        later.isRetired = true;
        later.addedMs = 99;
        need(tables().content.put(later));
    });
    asset.isRetired = true;
    reopen();
    EXPECT_EQ(need(tables().content.all()), (std::vector{other, asset}));
    EXPECT_EQ(refusedBy([&] {
                  auto same = other;
                  same.id = base::Uuid::named("content", "three");
                  return tables().content.put(same);
              }).code,
              base::ErrorCode::Conflict);
    EXPECT_NE(breach(database(), "DELETE FROM content_asset"), "");
    EXPECT_NE(breach(database(), "UPDATE content_asset SET url = '', text = ''"), "");
}

TEST_F(DraftStoreTest, CountsComeFromSentEffectsAndSeenOutcomes)
{
    domain::ContentAsset asset;
    asset.id = base::Uuid::named("content", "one");
    asset.title = "Case";
    asset.url = "https://a.example";
    inTransaction([&] { need(tables().content.put(asset)); });
    const auto use = [&](const std::string &name, domain::EffectState end) {
        const auto of = store(name);
        auto effect = effectOf(of);
        inTransaction([&] {
            need(tables().outbox.addApproval({of.id, "rep", effect.wireSha256, testNowMs}));
            need(tables().outbox.add(effect));
            need(tables().content.addUse(asset.id, effect.id));
            need(tables().content.addUse(asset.id, effect.id));
            for (const auto state :
                 {domain::EffectState::Intent, domain::EffectState::OnWire, end}) {
                effect.state = state;
                need(tables().outbox.move(effect));
            }
        });
        return of;
    };
    const auto answered = use("answered", domain::EffectState::Sent);
    use("silent", domain::EffectState::Sent);
    use("lost", domain::EffectState::Failed);
    inTransaction([&] {
        auto &decisions = tables().decisions;
        need(decisions.addOutcome({answered.id, domain::Outcome::Replied, 1, {}}));
        need(decisions.addOutcome({answered.id, domain::Outcome::MeetingBooked, 2, {}}));
        need(decisions.addOutcome({answered.id, domain::Outcome::Won, 3, {}}));
    });
    EXPECT_EQ(need(tables().content.rows()).at(0).counts, (domain::ContentCounts{2, 1, 1}));
    EXPECT_EQ(need(tables().content.usedBy(effectOf(answered).id)), std::vector{asset.id});
    EXPECT_NE(breach(database(), "DELETE FROM content_use"), "");
    EXPECT_NE(breach(database(), "UPDATE content_use SET asset_id = asset_id"), "");
}

TEST_F(DraftStoreTest, WhatAModelWasAskedAndSaidIsAFact)
{
    const auto of = store("one");
    const auto refused = run(of, false);
    EXPECT_FALSE(need(tables().assist.isWritten(of.id)));
    const auto taken = run(of, true);
    reopen();
    EXPECT_EQ(need(tables().assist.runsOf(of.id)), (std::vector{refused, taken}));
    EXPECT_TRUE(need(tables().assist.isWritten(of.id)));
    for (const char *sql : {"UPDATE model_run SET request = 'x'", "DELETE FROM model_run",
                            "UPDATE model_answer SET is_taken = 0", "DELETE FROM model_answer"})
        EXPECT_NE(breach(database(), sql), "") << sql;
    EXPECT_EQ(refusedBy([&] {
                  auto stray = taken;
                  stray.action = base::Uuid::named("action", "none");
                  return tables().assist.addRun(stray);
              }).code,
              base::ErrorCode::NotFound);
}

TEST_F(DraftStoreTest, TheSchemaItselfWantsAPersonForAModelsText)
{
    const auto own = store("own");
    const auto models = store("models");
    const auto unused = store("unused");
    run(models, true);
    run(unused, false);
    const auto approve = [&](const domain::Action &of, const char *who) {
        auto transaction = need(m_workspace->begin());
        return tables().outbox.addApproval({of.id, who, effectOf(of).wireSha256, 1}).ok();
    };
    EXPECT_TRUE(approve(own, "policy"));
    EXPECT_TRUE(approve(unused, "policy"));
    EXPECT_FALSE(approve(models, "policy"));
    EXPECT_FALSE(approve(models, "engine"));
    EXPECT_TRUE(approve(models, "rep"));
}

} // namespace
} // namespace topline::store
