// What a page does beyond putting its records: echoes, missing fields, our own edits, progress.
#include "tests/sync/sync_fixture.h"

namespace topline::sync {
namespace {

using domain::ConflictState;
using domain::RecordKind;

class ApplyPageTest : public SyncTest {};

TEST_F(ApplyPageTest, AnEchoOfEqualValuesTouchesNothing)
{
    auto dana = person("hs:1", "dana@a.example");
    EXPECT_EQ(apply(pageOf(dana)).byKind.at("contacts").added, 1);
    dana.updatedMs += 5'000; // our own write moved only the time
    EXPECT_EQ(apply(pageOf(dana)).byKind.at("contacts").unchanged, 1);
    EXPECT_TRUE(m_changes.empty());
    EXPECT_EQ(contactNow("hs:1").updatedMs, dana.updatedMs);
    auto older = dana;
    older.updatedMs -= 1;
    older.title = "Old";
    EXPECT_EQ(apply(pageOf(older)).byKind.at("contacts").unchanged, 1) << "a late answer";
    EXPECT_EQ(contactNow("hs:1").title, dana.title);
}

TEST_F(ApplyPageTest, AMissingFieldKeepsItsValueAndWhatItWaitsFor)
{
    auto dana = person("hs:1", "dana@a.example");
    dana.account.remoteId = "hs:home"; // not here yet
    apply(pageOf(dana));
    auto blind = person("hs:1", "dana@a.example", testNowMs + 1);
    blind.title.clear();
    blind.lastName = "Reyes-Ruiz";
    auto page = pageOf(blind);
    page.missing[RecordKind::Contact] = {"title", "account"};
    EXPECT_EQ(apply(page).byKind.at("contacts").changed, 1);
    EXPECT_EQ(contactNow("hs:1").title, dana.title);
    EXPECT_EQ(contactNow("hs:1").lastName, "Reyes-Ruiz");
    apply(pageOf(company("hs:home", "a.example")));
    EXPECT_EQ(contactNow("hs:1").account.remoteId, "hs:home");
}

TEST_F(ApplyPageTest, ANewRecordWithoutAFieldJustHasNone)
{
    auto page = pageOf(person("hs:1", "dana@a.example"));
    page.missing[RecordKind::Contact] = {"title"};
    EXPECT_EQ(apply(page).byKind.at("contacts").added, 1);
}

TEST_F(ApplyPageTest, AnEditStaysPendingWhileTheCrmHasWhatItBeganFrom)
{
    auto dana = person("hs:1", "dana@a.example");
    apply(pageOf(dana));
    addEdit("edit", "hs:1", {"title", "CFO", "CEO"});
    dana.phone = "123";
    dana.updatedMs += 1;
    const auto applied = apply(pageOf(dana));
    EXPECT_TRUE(applied.edits.empty());
    EXPECT_TRUE(applied.conflicts.empty());
}

TEST_F(ApplyPageTest, AnEditThatTheCrmHasIsSatisfied)
{
    auto dana = person("hs:1", "dana@a.example");
    apply(pageOf(dana));
    const auto edit = addEdit("edit", "hs:1", {"title", "CFO", "CEO"});
    dana.title = "CEO";
    dana.updatedMs += 1;
    const auto applied = apply(pageOf(dana));
    ASSERT_EQ(applied.edits.size(), 1U);
    EXPECT_EQ(applied.edits.front().edit.action, edit.id);
    EXPECT_EQ(applied.edits.front().fate, EditFate::Satisfied);
}

TEST_F(ApplyPageTest, AnEditAgainstAnotherChangeAsksOnceAndClosesWhenTheCrmGoesBack)
{
    auto dana = person("hs:1", "dana@a.example");
    apply(pageOf(dana));
    const auto edit = addEdit("edit", "hs:1", {"title", "CFO", "CEO"});
    dana.title = "CTO";
    dana.updatedMs += 1;
    auto applied = apply(pageOf(dana));
    ASSERT_EQ(applied.conflicts.size(), 1U);
    const auto &conflict = applied.conflicts.front();
    EXPECT_EQ(conflict.base + conflict.ours + conflict.theirs, "CFOCEOCTO");
    EXPECT_EQ(conflict.action, edit.id);
    EXPECT_EQ(contactNow("hs:1").title, "CTO") << "the mirror holds what the CRM holds";
    EXPECT_TRUE(apply(pageOf(dana)).conflicts.empty()) << "the same page again";
    EXPECT_EQ(need(tables().conflicts.openCount()), 1);
    dana.title = "CFO";
    dana.updatedMs += 1;
    EXPECT_TRUE(apply(pageOf(dana)).edits.empty());
    EXPECT_EQ(need(tables().conflicts.openCount()), 0);
    EXPECT_EQ(need(tables().conflicts.conflict(conflict.id))->state, ConflictState::KeptOurs);
}

TEST_F(ApplyPageTest, ALateVersionIsNotPutBeforeThePersonWhoDecides)
{
    auto dana = person("hs:1", "dana@a.example");
    apply(pageOf(dana));
    addEdit("edit", "hs:1", {"title", "CFO", "CEO"});
    dana.title = "CTO";
    dana.updatedMs += 1;
    const auto late = dana;
    apply(pageOf(dana));
    dana.title = "COO";
    dana.updatedMs += 1;
    apply(pageOf(dana));
    EXPECT_TRUE(apply(pageOf(late)).edits.empty());
    const auto open = need(tables().conflicts.list(0));
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open.front().theirs, "COO") << "what the CRM has, and what would be overwritten";
}

TEST_F(ApplyPageTest, ADecisionHoldsForTheValueThatItWasAbout)
{
    auto dana = person("hs:1", "dana@a.example");
    apply(pageOf(dana));
    addEdit("edit", "hs:1", {"title", "CFO", "CEO"});
    const auto becomes = [&](const std::string &title) {
        dana.title = title;
        dana.updatedMs += 1;
        return apply(pageOf(dana));
    };
    becomes("CTO");
    becomes("COO");
    const auto decided = need(tables().conflicts.list(0)).front();
    inTransaction([&] {
        need(tables().conflicts.decide(decided.id, ConflictState::KeptOurs, true, m_nowMs));
    });
    EXPECT_EQ(becomes("COO").edits.front().fate, EditFate::OursStands);
    const auto again = becomes("CTO");
    ASSERT_EQ(again.edits.size(), 1U);
    EXPECT_EQ(again.edits.front().fate, EditFate::Asks) << "nobody decided about \"CTO\"";
    const auto open = need(tables().conflicts.list(0));
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open.front().theirs, "CTO");
}

TEST_F(ApplyPageTest, ARuleDecidesAndWhatItOverwroteIsRecorded)
{
    m_rules.byField[{RecordKind::Contact, "title"}] = {domain::FieldRule::Winner::System,
                                                       "hubspot"};
    auto dana = person("hs:1", "dana@a.example");
    apply(pageOf(dana));
    addEdit("edit", "hs:1", {"title", "CFO", "CEO"});
    dana.title = "CTO";
    dana.updatedMs += 1;
    const auto applied = apply(pageOf(dana));
    ASSERT_EQ(applied.edits.size(), 1U);
    EXPECT_EQ(applied.edits.front().fate, EditFate::TheirsStand);
    ASSERT_EQ(applied.conflicts.size(), 1U);
    EXPECT_EQ(applied.conflicts.front().state, ConflictState::ByRule);
    EXPECT_FALSE(applied.conflicts.front().oursStands);
    EXPECT_EQ(need(tables().conflicts.openCount()), 0);
}

TEST_F(ApplyPageTest, ProgressIsStoredWithThePageAndAShortfallIsLoud)
{
    auto page = pageOf(person("hs:1", "a@a.example"), person("hs:2", "b@a.example"));
    domain::ObjectProgress progress;
    progress.object = "contacts";
    progress.done = 2;
    progress.remoteCount = 3;
    page.progress = {progress};
    const auto applied = apply(page);
    EXPECT_EQ(applied.shortfalls, std::vector<std::string>{"contacts"});
    progress.localCount = 2;
    EXPECT_EQ(need(tables().syncObjects.of("hubspot")), std::vector{progress});
    EXPECT_TRUE(apply(pageOf(person("hs:3", "c@a.example"))).shortfalls.empty());
    page = {};
    progress.localCount.reset();
    page.progress = {progress};
    EXPECT_TRUE(apply(page).shortfalls.empty());
    EXPECT_EQ(need(tables().syncObjects.object("hubspot", "contacts"))->localCount, 3);
}

} // namespace
} // namespace topline::sync
