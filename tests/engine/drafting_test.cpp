// From a template, a snippet, content or a model's text to what may leave: over the whole engine.
#include "core/assist/model_text.h"
#include "core/engine/commands/approvals.h"
#include "core/engine/drafts/draft_work.h"
#include "core/engine/step/context.h"
#include "tests/assist/model_parts.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <algorithm>

namespace topline::engine {

using base::ErrorCode;
using flow::need;

namespace {

class DraftingTest : public testing::Test {
protected:
    DraftingTest()
    {
        m_world.sync();
        for (const auto &id : flow::approvable(need(engine().feed()))) {
            if (action(id).kind == domain::ActionKind::Email)
                m_mails.push_back(id);
        }
        EXPECT_FALSE(m_mails.empty());
    }

    Engine &engine() { return m_world.engine(); }

    DraftWork &desk() { return engine().drafts(); }

    domain::Action action(const base::Uuid &id) { return need(engine().findAction(id.text())); }

    base::Uuid mail() const { return m_mails.front(); }

    void setBody(const std::string &body)
    {
        auto draft = action(mail()).draft;
        draft.body = body;
        need(engine().editDraft(mail(), draft));
    }

    void switchOn()
    {
        auto settings = assist::sampleSettings();
        need(desk().assist().set(settings));
        need(desk().assist().agree());
    }

    // An answer that holds every needed placeholder, and `more`.
    std::string answerTo(const StartedRun &run, const std::string &more)
    {
        std::string text;
        for (const auto &word : run.request.words)
            text += word.isNeeded ? word.placeholder + " " : "";
        return assist::chatAnswer(text + more);
    }

    std::vector<domain::LedgerEntry> ledgerOf(domain::LedgerKind kind)
    {
        auto rows = need(engine().ledger(1000));
        std::erase_if(rows, [kind](const auto &row) { return row.kind != kind; });
        return rows;
    }

    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_crm{flow::birthMs, 12};
    flow::World m_world{m_crm, m_clock};
    std::vector<base::Uuid> m_mails;
};

} // namespace

TEST_F(DraftingTest, AnUnknownLinkBlocksSendingUntilItsHostIsAllowed)
{
    setBody("See\nhttps://new.example/offer");
    const auto refused = engine().approve({mail()});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().place->line, 2);
    EXPECT_EQ(action(mail()).state, domain::ActionState::Proposed);
    const auto help = need(desk().help(mail()));
    ASSERT_EQ(help.faults.size(), 1u);
    EXPECT_EQ(help.faults[0].host, "new.example");

    need(desk().setHostAllowed("New.example ", true));
    EXPECT_EQ(need(desk().shelf()).linkHosts, std::vector<std::string>{"new.example"});
    EXPECT_TRUE(need(desk().help(mail())).faults.empty());
    need(engine().approve({mail()}));

    need(desk().setHostAllowed("new.example", false));
    EXPECT_TRUE(need(desk().shelf()).linkHosts.empty());
    EXPECT_FALSE(desk().setHostAllowed("https://x.example", true).ok());
    EXPECT_FALSE(desk().setHostAllowed("user@x.example", true).ok());
}

TEST_F(DraftingTest, AnEditKeepsWhereTheWordsCameFrom)
{
    const auto before = action(mail()).draft.facts;
    ASSERT_FALSE(before.empty());
    domain::Draft draft = action(mail()).draft;
    draft.facts.clear();
    draft.body = "By hand";
    need(engine().editDraft(mail(), draft));
    EXPECT_EQ(action(mail()).draft.facts, before);
    const auto help = need(desk().help(mail()));
    ASSERT_EQ(help.facts.size(), before.size());
    EXPECT_EQ(help.facts.front().source, "file");
}

TEST_F(DraftingTest, SnippetsAreCheckedKeptAndFilledIn)
{
    need(desk().saveSnippet({.name = " hello ", .text = "Hi {{contact.first_name|you}}"}));
    const auto shelf = need(desk().shelf());
    ASSERT_EQ(shelf.snippets.size(), 1u);
    EXPECT_EQ(shelf.snippets[0].name, "hello");
    EXPECT_EQ(shelf.snippets[0].changedMs, flow::birthMs);
    const auto filled = need(desk().help(mail())).snippets;
    ASSERT_EQ(filled.size(), 1u);
    EXPECT_EQ(filled[0].text.find("{{"), std::string::npos);

    const auto bad = desk().saveSnippet({.name = "x", .text = "a\n {{contact.salary}}"});
    ASSERT_FALSE(bad.ok());
    EXPECT_EQ(bad.error().place->line, 2);
    EXPECT_FALSE(desk().saveSnippet({.name = "x", .text = "{{snippet:hello}}"}).ok());
    EXPECT_FALSE(desk().saveSnippet({.name = "{{", .text = "a"}).ok());
    EXPECT_FALSE(desk().saveSnippet({.name = "x", .text = " "}).ok());
    need(desk().removeSnippet("hello"));
    EXPECT_EQ(desk().removeSnippet("hello").error().code, ErrorCode::NotFound);
}

TEST_F(DraftingTest, ContentIsCountedByWhatWasSentWithIt)
{
    domain::ContentAsset asset;
    asset.title = "Case";
    asset.url = "https://topline.example/case";
    const auto id = need(desk().saveContent(asset));
    setBody("Read https://topline.example/case");
    need(engine().approve({mail()}));
    const auto counts = [&] { return need(desk().shelf()).content.at(0).counts; };
    EXPECT_EQ(counts().uses, 0) << "approved is not sent";
    need(engine().undo());
    EXPECT_EQ(counts().uses, 0);
    need(engine().approve({mail()}));
    m_clock.advance(engine().policy().feed.holdMs);
    EXPECT_EQ(m_world.drain().sent, 1);
    EXPECT_EQ(counts(), (domain::ContentCounts{1, 0, 0}));
    asset.id = id;
    asset.isRetired = true;
    need(desk().saveContent(asset));
    EXPECT_EQ(counts().uses, 1);
}

TEST_F(DraftingTest, ContentGoesOutAsATableAndComesBackTheSame)
{
    const std::string csv = "title,url,text,stages,sizes,retired\r\n"
                            "Case,https://a.example/x,,Proposal; Demo,51-500,no\r\n"
                            "=1+1,,A \"text\",,,yes\r\n"
                            "Bad,http://a.example,,,,\r\n"
                            "Case,https://a.example/y,,,,\r\n";
    const auto tried = need(desk().importContent(csv, true));
    EXPECT_EQ(tried.added, 2);
    ASSERT_EQ(tried.faults.size(), 2u);
    EXPECT_EQ(tried.faults[0].place->line, 4);
    EXPECT_TRUE(need(desk().shelf()).content.empty());
    EXPECT_EQ(need(desk().importContent(csv, false)).added, 2);
    const std::string out = need(desk().exportContent());
    const auto again = need(desk().importContent(out, false));
    EXPECT_EQ(again.same, 2);
    EXPECT_EQ(again.added + again.changed, 0);
    EXPECT_TRUE(again.faults.empty());
    EXPECT_FALSE(desk().importContent("a,b\n1,2\n", true).ok());
}

TEST_F(DraftingTest, NothingIsSentToAModelThatIsOffOrThatNobodyHasLookedAt)
{
    EXPECT_EQ(desk().assist().preview(mail(), "").error().code, ErrorCode::Refused);
    EXPECT_FALSE(desk().assist().begin(mail(), "").ok());
    auto settings = assist::sampleSettings();
    need(desk().assist().set(settings));
    const auto preview = need(desk().assist().preview(mail(), ""));
    EXPECT_FALSE(desk().assist().begin(mail(), "").ok()) << "nobody has agreed";
    EXPECT_TRUE(ledgerOf(domain::LedgerKind::ModelAsked).empty());
    need(desk().assist().agree());
    const auto run = need(desk().assist().begin(mail(), ""));
    EXPECT_EQ(run.request.body, preview.body) << "what was shown is what is sent";
    const auto rows = ledgerOf(domain::LedgerKind::ModelAsked);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_NE(rows[0].payload.find(preview.bodySha256), std::string::npos);
    EXPECT_EQ(rows[0].payload.find("[[PERSON]]"), std::string::npos) << "only the hash";
    EXPECT_EQ(need(desk().assist().runs(mail())).at(0).request, preview.body);

    settings.model = "another";
    need(desk().assist().set(settings));
    EXPECT_FALSE(desk().assist().begin(mail(), "").ok()) << "another model is agreed to anew";
    settings.baseUrl = "http://model.example";
    EXPECT_EQ(desk().assist().set(settings).error().code, ErrorCode::InvalidInput);
}

TEST_F(DraftingTest, AModelsTextIsADraftAndNothingElseAndCanBeUndone)
{
    switchOn();
    const auto before = action(mail());
    const auto run = need(desk().assist().begin(mail(), "shorter"));
    const auto out = need(desk().assist().finish(run, answerTo(run, "New words.")));
    const auto after = action(mail());
    EXPECT_EQ(after.draft, out.draft);
    EXPECT_EQ(after.draft.to, before.draft.to);
    EXPECT_EQ(after.draft.subject, before.draft.subject);
    EXPECT_NE(after.draft.body, before.draft.body);
    EXPECT_TRUE(need(desk().help(mail())).isWrittenByModel);
    EXPECT_TRUE(need(desk().assist().runs(mail())).at(0).isTaken);
    need(engine().undo());
    EXPECT_EQ(action(mail()).draft, before.draft);
}

TEST_F(DraftingTest, OnlyAPersonApprovesWhatAModelWrote)
{
    switchOn();
    const auto run = need(desk().assist().begin(mail(), ""));
    need(desk().assist().finish(run, answerTo(run, "New words.")));
    // A policy is refused, also when the mark in the draft is gone: the run is remembered.
    m_world.close();
    {
        auto workspace = need(store::Workspace::open(m_world.file(), m_clock.now()));
        base::SeededIdSource ids(7);
        const std::vector<domain::Play> plays;
        Context context{
            m_clock, ids, *workspace, plays, need(workspace->tables().settings.policy()), {}, {}};
        auto action = *need(workspace->tables().actions.action(mail()));
        for (const bool isMarked : {true, false}) {
            Step step = need(Step::begin(context, "test"));
            if (!isMarked)
                action.draft.facts.clear();
            EXPECT_EQ(assist::isWrittenByModel(action.draft), isMarked);
            const auto approved = approveAction(step, action, actor::policy);
            ASSERT_FALSE(approved.ok());
            EXPECT_EQ(approved.error().code, ErrorCode::Refused);
        }
    }
    need(m_world.open());
    auto &workspace = m_world.engine().tables();
    m_clock.advance(base::hourMs);
    EXPECT_EQ(m_world.drain().sent, 0);
    need(engine().approve({mail()}));
    const auto approvals = need(workspace.outbox.approvals(mail()));
    ASSERT_EQ(approvals.size(), 1u);
    EXPECT_EQ(approvals[0].approver, "rep");
    m_clock.advance(engine().policy().feed.holdMs);
    EXPECT_EQ(m_world.drain().sent, 1);
}

TEST_F(DraftingTest, AnAnswerThatCannotBeUsedLeavesTheDraftAndIsKept)
{
    switchOn();
    const auto before = action(mail());
    const auto run = need(desk().assist().begin(mail(), ""));
    EXPECT_EQ(desk().assist().finish(run, assist::chatAnswer("[[BOSS]]")).error().code,
              ErrorCode::Refused);
    const auto lost = need(desk().assist().begin(mail(), ""));
    EXPECT_EQ(desk()
                  .assist()
                  .finish(lost, base::Error{.code = ErrorCode::Unavailable, .message = "no answer"})
                  .error()
                  .code,
              ErrorCode::Unavailable);
    const auto late = need(desk().assist().begin(mail(), ""));
    setBody("typed meanwhile");
    EXPECT_EQ(desk().assist().finish(late, answerTo(late, "x")).error().code, ErrorCode::Conflict);
    EXPECT_EQ(action(mail()).draft.body, "typed meanwhile");
    EXPECT_EQ(action(mail()).draft.to, before.draft.to);
    const auto runs = need(desk().assist().runs(mail()));
    ASSERT_EQ(runs.size(), 3u);
    EXPECT_FALSE(runs[0].failure.empty());
    EXPECT_EQ(runs[1].failure, "no answer");
    EXPECT_FALSE(runs[2].isTaken);
    need(engine().approve({mail()}));
    const auto fixed = desk().assist().begin(mail(), "");
    EXPECT_EQ(fixed.error().code, ErrorCode::Refused) << "what is approved is fixed";
}

} // namespace topline::engine
