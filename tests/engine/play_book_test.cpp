// Plays as documents of the workspace: versions, switches, updates of the program, dry runs.
#include "core/engine/engine.h"
#include "core/engine/plays/play_book.h"
#include "core/engine/reads/reads.h"
#include "core/plays/play_file.h"
#include "core/plays/play_text.h"
#include "core/plays/shipped_plays.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <algorithm>

namespace topline::engine {

using domain::ActionState;
using domain::LedgerKind;
using domain::PlayOrigin;
using flow::need;

namespace {

class PlayBookTest : public testing::Test {
protected:
    Engine &engine() { return m_world.engine(); }

    PlayBook &book() { return engine().playBook(); }

    const domain::Play &play(const std::string &id)
    {
        for (const auto &one : engine().plays()) {
            if (one.id == id)
                return one;
        }
        ADD_FAILURE() << id;
        std::abort();
    }

    std::string text(const std::string &id)
    {
        return need(engine().tables().plays.version(id, play(id).version))->yaml;
    }

    static std::string with(std::string text, const std::string &from, const std::string &to)
    {
        const auto at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return text.replace(at, from.size(), to);
    }

    std::vector<domain::Action> cardsOf(const std::string &play)
    {
        auto out = need(engine().tables().actions.open());
        std::erase_if(out, [&](const auto &action) { return action.playId != play; });
        return out;
    }

    // The program with other plays, over the same workspace.
    std::unique_ptr<Engine> openWith(std::vector<domain::Play> plays)
    {
        m_world.close();
        auto workspace = need(store::Workspace::open(m_world.file(), m_clock.now()));
        return need(Engine::open({m_clock, m_ids, std::move(workspace), std::move(plays)}));
    }

    base::FixedClock m_clock{flow::birthMs};
    base::SeededIdSource m_ids{9};
    flow::TinyCrm m_crm{flow::birthMs, 12};
    flow::World m_world{m_crm, m_clock};
};

std::vector<domain::Play> shipped()
{
    return need(plays::loadShippedPlays());
}

domain::Play &find(std::vector<domain::Play> &plays, const std::string &id)
{
    return *std::find_if(plays.begin(), plays.end(),
                         [&](const auto &play) { return play.id == id; });
}

} // namespace

TEST_F(PlayBookTest, BeginsWithThePlaysOfTheProgramAsTheyWereWritten)
{
    EXPECT_EQ(engine().plays(), shipped());
    EXPECT_TRUE(text("surge").starts_with("# "));
    const auto before = need(engine().tables().plays.headings());
    need(m_world.open());
    EXPECT_EQ(need(engine().tables().plays.headings()), before);
}

TEST_F(PlayBookTest, SavesAVersionThatIsInForceAtOnceAndAfterARestart)
{
    const auto number = play("surge").version;
    const auto saved = need(book().save(with(text("surge"), "sla: 2 h", "sla: 3 h")));
    EXPECT_EQ(saved, number + 1);
    EXPECT_EQ(play("surge").version, saved);
    EXPECT_EQ(play("surge").slaMs, 3 * base::hourMs);
    need(m_world.open());
    EXPECT_EQ(play("surge").slaMs, 3 * base::hourMs);
    EXPECT_TRUE(text("surge").starts_with("# "));       // comments stay
    EXPECT_EQ(need(book().save(text("surge"))), saved); // no news
    EXPECT_EQ(need(engine().tables().plays.versions("surge")).size(), 2u);
    const auto row = need(engine().ledger(1)).front();
    EXPECT_EQ(row.kind, LedgerKind::PlayChanged);
    EXPECT_NE(row.payload.find("surge"), std::string::npos);
}

TEST_F(PlayBookTest, RefusesTextsThatAreNoPlayOrNoneOfOurs)
{
    const auto fault = book().save(with(text("surge"), "mode: approval", "mode: somehow"));
    ASSERT_FALSE(fault.ok());
    EXPECT_GT(fault.error().place->line, 1);
    const auto strange = book().save(with(text("surge"), "id: surge", "id: strange"));
    ASSERT_FALSE(strange.ok());
    EXPECT_EQ(strange.error().code, base::ErrorCode::NotFound);
    EXPECT_EQ(need(book().import(with(text("surge"), "id: surge", "id: strange"), "s.yaml")), 1);
    EXPECT_EQ(play("strange").version, 1);
    EXPECT_FALSE(book().switchOn("nothing", true).ok());
    EXPECT_FALSE(book().goBack("surge", 99).ok());
}

TEST_F(PlayBookTest, APlayThatAPersonBroughtStaysOnAfterARestart)
{
    need(book().import(with(text("surge"), "id: surge", "id: strange"), "s.yaml"));
    EXPECT_TRUE(play("strange").isOn);
    need(m_world.open());
    EXPECT_TRUE(play("strange").isOn);
    need(book().switchOn("strange", false));
    need(m_world.open());
    EXPECT_FALSE(play("strange").isOn);
}

TEST_F(PlayBookTest, GoesBackByAVersionThatFollows)
{
    const auto first = play("surge").version;
    need(book().save(with(text("surge"), "sla: 2 h", "sla: 3 h")));
    const auto back = need(book().goBack("surge", first));
    EXPECT_EQ(back, first + 2);
    EXPECT_EQ(play("surge").slaMs, 2 * base::hourMs);
    EXPECT_EQ(need(engine().tables().plays.versions("surge")).front().origin, PlayOrigin::Shipped);
}

TEST_F(PlayBookTest, AnUpdateOfTheProgramIsTakenOnlyWhereTheUserHasNotMadeHisOwn)
{
    need(book().save(with(text("surge"), "sla: 2 h", "sla: 3 h")));
    const auto own = play("surge").version;
    auto newer = shipped();
    find(newer, "surge").goal = "A new goal";
    find(newer, "silence").goal = "A new goal";
    const auto silence = find(newer, "silence").version;
    const auto later = openWith(newer);
    const auto goal = [&](const std::string &id) {
        for (const auto &one : later->plays()) {
            if (one.id == id)
                return std::pair(one.goal == "A new goal", one.version);
        }
        return std::pair(false, std::int64_t{0});
    };
    EXPECT_EQ(goal("silence"), std::pair(true, silence + 1));
    EXPECT_EQ(goal("surge"), std::pair(false, own));
    const auto view = need(later->reads().plays());
    for (const auto &row : view.rows) {
        if (row.play.id == "surge") {
            EXPECT_EQ(row.offered, own + 1);
            EXPECT_EQ(row.origin, PlayOrigin::Own);
        }
    }
    need(later->playBook().goBack("surge", own + 1)); // takes the offer
    EXPECT_TRUE(goal("surge").first);
}

TEST_F(PlayBookTest, APlayThatIsOffAsksForNothingAndKeepsItsCards)
{
    need(book().switchOn("pricing-revisit", false));
    m_world.sync();
    EXPECT_TRUE(cardsOf("pricing-revisit").empty());
    EXPECT_FALSE(cardsOf("proposal-reopened").empty());
    need(book().switchOn("proposal-reopened", false));
    EXPECT_FALSE(cardsOf("proposal-reopened").empty());
    for (const auto &card : need(engine().feed()))
        EXPECT_FALSE(card.playName.empty());
}

TEST_F(PlayBookTest, TheModeOfTheWorkspaceStandsOverTheDocuments)
{
    need(book().setMode("proposal-reopened", domain::Mode::Draft));
    EXPECT_EQ(play("proposal-reopened").mode, domain::Mode::Draft);
    need(m_world.open());
    m_world.sync();
    ASSERT_FALSE(cardsOf("proposal-reopened").empty());
    EXPECT_EQ(cardsOf("proposal-reopened")[0].mode, domain::Mode::Draft);
    need(book().setMode("proposal-reopened", std::nullopt));
    EXPECT_EQ(play("proposal-reopened").mode, domain::Mode::Approval);
}

TEST_F(PlayBookTest, EditingLeavesQueuedCardsAloneUnlessAsked)
{
    m_world.sync();
    const auto before = cardsOf("proposal-reopened");
    ASSERT_GE(before.size(), 2u);
    const std::string from = "Call {{contact.name|the buyer}} about the proposal";
    need(book().save(with(text("proposal-reopened"), from, "Ring them")));
    EXPECT_EQ(cardsOf("proposal-reopened"), before);

    domain::Draft touched = before[0].draft;
    touched.body += " by hand";
    need(engine().snooze({before[0].id}, m_clock.now() + base::hourMs));
    need(book().save(with(text("proposal-reopened"), "Ring them", "Ring them up"),
                     domain::OpenCards::ProposeAnew));
    const auto after = cardsOf("proposal-reopened");
    ASSERT_EQ(after.size(), before.size());
    std::size_t anew = 0;
    for (const auto &card : after) {
        const bool isNew = card.playVersion == play("proposal-reopened").version;
        EXPECT_EQ(card.draft.subject == "Ring them up", isNew);
        anew += isNew ? 1 : 0;
    }
    EXPECT_EQ(anew, before.size() - 1);
    EXPECT_TRUE(need(engine().check()).findings.empty());
}

TEST_F(PlayBookTest, ADryRunTellsWhatThePlayItselfDid)
{
    m_world.sync();
    const auto before = need(engine().verifyLedger()).entries;
    for (const char *id : {"pricing-revisit", "proposal-reopened", "reply"}) {
        const auto trial = need(engine().reads().tryPlay(play(id), 30));
        std::int64_t proposed = 0;
        std::int64_t ghosts = 0;
        for (const auto &action : need(engine().tables().actions.all())) {
            proposed += action.playId == id && action.state != ActionState::HeldOut ? 1 : 0;
            ghosts += action.playId == id && action.state == ActionState::HeldOut ? 1 : 0;
        }
        EXPECT_EQ(trial.created, proposed) << id;
        EXPECT_EQ(trial.heldOut, ghosts) << id;
        EXPECT_EQ(trial.hits, trial.created + trial.heldOut + trial.merged + trial.suppressed);
        EXPECT_EQ(trial.accounts, 12);
        EXPECT_EQ(trial.minutes, trial.created * play(id).steps[0].effortMinutes);
    }
    domain::Play rich = play("proposal-reopened");
    rich.audience.amountMinorMin = 1'000'000'000;
    const auto none = need(engine().reads().tryPlay(rich, 30));
    EXPECT_EQ(none.created, 0);
    EXPECT_GT(none.suppressedBy.at(domain::ReasonCode::OutsideAudience), 0);
    EXPECT_EQ(need(engine().verifyLedger()).entries, before);
    const auto stopped = engine().reads().tryPlay(rich, 30, [] { return true; });
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.error().code, base::ErrorCode::Cancelled);
}

TEST_F(PlayBookTest, TheViewCountsWhatBecameOfIt)
{
    m_world.sync();
    const auto cards = cardsOf("proposal-reopened");
    ASSERT_GE(cards.size(), 2u);
    need(engine().markDone({cards[0].id}, domain::Outcome::Connected));
    need(engine().dismiss({cards[1].id}, domain::DismissReason::BadTiming));
    const auto view = need(engine().reads().plays());
    EXPECT_EQ(view.rows.size(), engine().plays().size());
    for (const auto &row : view.rows) {
        const auto &figures = row.figures;
        EXPECT_EQ(figures.proposed, figures.accepted + figures.dismissed + figures.open)
            << row.play.id;
        if (row.play.id != "proposal-reopened")
            continue;
        EXPECT_EQ(figures.proposed, static_cast<std::int64_t>(cards.size()));
        EXPECT_EQ(figures.accepted, 1);
        EXPECT_EQ(figures.dismissed, 1);
        EXPECT_GT(figures.runs, 0);
    }
    ASSERT_FALSE(view.runs.empty());
    EXPECT_FALSE(view.runs[0].accountName.empty());
    EXPECT_GT(view.runs[0].steps, 1);
}

} // namespace topline::engine
