#include "core/actions/draft.h"
#include "core/plays/decide.h"
#include "core/plays/play_file.h"
#include "core/plays/shipped_plays.h"

#include <gtest/gtest.h>
#include <set>

using namespace topline;

namespace {

// The step with its own texts and with those of each variant.
std::vector<domain::PlayStep> textsOf(const domain::PlayStep &step)
{
    std::vector<domain::PlayStep> out = {step};
    for (const auto &variant : step.variants) {
        out.push_back(step);
        out.back().subject = variant.subject;
        out.back().body = variant.body;
    }
    return out;
}

} // namespace

TEST(ShippedPlays, AreAllSoundAndNamedLikeTheirFiles)
{
    ASSERT_GE(plays::shippedPlays().size(), 3U);
    const auto all = plays::loadShippedPlays();
    ASSERT_TRUE(all.ok()) << all.error().text();
    std::set<std::string> files;
    for (const auto &shipped : plays::shippedPlays())
        files.emplace(shipped.fileName);
    std::set<std::string> named;
    for (const auto &play : *all)
        named.insert(play.id + ".yaml");
    EXPECT_EQ(files, named);
}

TEST(ShippedPlays, ATextAndItsPlayLeadToEachOtherAndNothingElseDoes)
{
    const auto all = plays::loadShippedPlays();
    ASSERT_TRUE(all.ok());
    for (const auto &play : *all) {
        const auto text = plays::shippedTextOf(play);
        ASSERT_TRUE(text) << play.id;
        const auto anew = plays::parsePlay(*text, play.id + ".yaml");
        ASSERT_TRUE(anew.ok());
        EXPECT_EQ(*anew, play);
        const auto *const back = plays::playOfShippedText(std::string(*text));
        ASSERT_NE(back, nullptr) << play.id;
        EXPECT_EQ(*back, play);
        EXPECT_EQ(plays::playOfShippedText(std::string(*text) + "# mine\n"), nullptr);
        domain::Play other = play;
        ++other.version;
        EXPECT_FALSE(plays::shippedTextOf(other)) << play.id;
    }
}

TEST(ShippedPlays, EverySignalLeadsSomewhereInEveryMode)
{
    const auto all = plays::loadShippedPlays();
    ASSERT_TRUE(all.ok());
    std::set<domain::SignalType> triggers;
    std::set<domain::Mode> modes;
    for (const auto &play : *all) {
        triggers.insert(play.triggers.begin(), play.triggers.end());
        modes.insert(play.mode);
    }
    for (const auto type : domain::signalTypes()) {
        // An absence pauses what runs, and somebody who unsubscribed is left alone.
        const bool asksForNothing =
            type == domain::SignalType::OutOfOffice || type == domain::SignalType::Unsubscribe;
        EXPECT_EQ(triggers.contains(type), !asksForNothing) << domain::signalTypeName(type);
    }
    EXPECT_EQ(modes.size(), 3U);
}

TEST(ShippedPlays, TheirTextsUseKnownFieldsAndLeaveNoGapOnABareRecord)
{
    const auto all = plays::loadShippedPlays();
    ASSERT_TRUE(all.ok());
    for (const auto &play : *all) {
        for (const auto &step : play.steps) {
            for (const auto &text : textsOf(step)) {
                const auto draft = actions::renderDraft(text, {{"contact.email", "a@b.example"}});
                ASSERT_TRUE(draft.ok()) << play.id << ": " << draft.error().text();
                EXPECT_TRUE(actions::checkSendable(step.kind, *draft).ok()) << play.id;
            }
        }
    }
}

TEST(ShippedPlays, HaveTheStarterSetWithRulesAndRealCadences)
{
    const auto all = plays::loadShippedPlays();
    ASSERT_TRUE(all.ok());
    std::set<std::string> ids;
    std::size_t cadences = 0;
    std::size_t branches = 0;
    std::size_t tests = 0;
    for (const auto &play : *all) {
        ids.insert(play.id);
        EXPECT_FALSE(play.rules.mustNot.empty()) << play.id;
        EXPECT_FALSE(play.rules.escalateTo.empty()) << play.id;
        cadences += play.steps.size() > 2 ? 1 : 0;
        for (const auto &step : play.steps) {
            branches += step.elseStep != 0 ? 1 : 0;
            tests += step.variants.empty() ? 0 : 1;
            // Texts of ours promise and prove nothing: no percentages, no links.
            EXPECT_EQ(step.body.find('%'), std::string::npos) << play.id;
            EXPECT_EQ(step.body.find("http"), std::string::npos) << play.id;
        }
    }
    for (const char *id :
         {"post-demo", "pricing-revisit", "proposal-reopened", "no-response", "stall-revival",
          "lost-deal-revival", "new-inbound", "champion-change", "renewal-90", "expansion",
          "churn-save", "dunning", "surge", "single-threaded"})
        EXPECT_TRUE(ids.contains(id)) << id;
    EXPECT_GE(cadences, 8U);
    EXPECT_GE(branches, 2U);
    EXPECT_GE(tests, 1U);
}

TEST(ShippedPlays, NothingLeavesByItselfToABuyer)
{
    const auto all = plays::loadShippedPlays();
    ASSERT_TRUE(all.ok());
    for (const auto &play : *all) {
        for (std::size_t no = 1; no <= play.steps.size(); ++no) {
            domain::Action action;
            plays::takeStep(action, play, static_cast<std::int64_t>(no));
            const bool reachesOut =
                action.kind == domain::ActionKind::Email || action.kind == domain::ActionKind::Call;
            EXPECT_FALSE(reachesOut && action.mode == domain::Mode::Auto) << play.id;
        }
    }
}

// Programs show a line break of a mail as it stands; how wide the play's file is must not show.
TEST(ShippedPlays, NoMailBreaksALineWithinASentence)
{
    const auto all = plays::loadShippedPlays();
    ASSERT_TRUE(all.ok());
    for (const auto &play : *all) {
        for (const auto &step : play.steps) {
            for (const auto &text : textsOf(step)) {
                if (text.kind != domain::ActionKind::Email)
                    continue;
                const std::string &body = text.body;
                for (auto at = body.find('\n'); at != std::string::npos;
                     at = body.find('\n', at + 1)) {
                    const bool isWithin = at > 0 && at + 1 < body.size() && body[at - 1] != '\n' &&
                                          body[at + 1] != '\n' && body[at + 1] != '-';
                    const auto begin = body.rfind('\n', at - 1);
                    const auto length = at - (begin == std::string::npos ? 0 : begin + 1);
                    const bool isGreeting = body[at - 1] == ',' && length < 40;
                    const bool isEnd = std::string(".?!}").find(body[at - 1]) != std::string::npos;
                    EXPECT_TRUE(!isWithin || isGreeting || isEnd)
                        << play.id << ": " << body.substr(at > 40 ? at - 40 : 0, 60);
                }
            }
        }
    }
}
