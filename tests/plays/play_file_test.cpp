#include "core/plays/play_file.h"

#include <gtest/gtest.h>
#include <string>

using namespace topline;

namespace {

const std::string good = R"(id: test-play
version: 3
name: Test
goal: Try it
triggers: [surge, reply]
audience:
  amount_minor_min: 100000
  tiers: [warm, hot]
  open_deal: true
mode: draft
urgency: timed
sla: 30 min
signal_age_max: 2 d
gain_basis_points: 150
cooldown: 4 h
metric: meeting
steps:
  - kind: email
    effort: 5 min
    subject: Hello
    body: |
      Line one
      Line two
)";

// The play with one text replaced; `place` as line:column: field.
std::string placeOfFault(const std::string &from, const std::string &to)
{
    std::string text = good;
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    const auto play = plays::parsePlay(text, "test.yaml");
    if (play.ok())
        return "accepted";
    const auto &error = play.error();
    EXPECT_EQ(error.code, base::ErrorCode::InvalidInput);
    EXPECT_FALSE(error.message.empty());
    EXPECT_EQ(error.place->file, "test.yaml");
    return std::to_string(error.place->line) + ":" + std::to_string(error.place->column) + " " +
           error.place->field;
}

} // namespace

TEST(PlayFile, ReadsEveryKey)
{
    const auto play = plays::parsePlay(good, "test.yaml");
    ASSERT_TRUE(play.ok()) << play.error().text();
    EXPECT_EQ(play->id, "test-play");
    EXPECT_EQ(play->version, 3);
    EXPECT_EQ(play->triggers, (std::vector{domain::SignalType::Surge, domain::SignalType::Reply}));
    EXPECT_EQ(play->audience.amountMinorMin, 100'000);
    EXPECT_EQ(play->audience.tiers, (std::vector{domain::Tier::Warm, domain::Tier::Hot}));
    EXPECT_TRUE(play->audience.needsOpenDeal);
    EXPECT_EQ(play->mode, domain::Mode::Draft);
    EXPECT_EQ(play->urgency, domain::Urgency::Timed);
    EXPECT_EQ(play->slaMs, 30 * base::minuteMs);
    EXPECT_EQ(play->signalAgeMaxMs, 2 * base::dayMs);
    EXPECT_EQ(play->gainBasisPoints, 150);
    EXPECT_EQ(play->cooldownMs, 4 * base::hourMs);
    EXPECT_EQ(play->metric, "meeting");
    ASSERT_EQ(play->steps.size(), 1U);
    EXPECT_EQ(play->steps[0].effortMinutes, 5);
    EXPECT_EQ(play->steps[0].body, "Line one\nLine two\n");
}

TEST(PlayFile, NamesLineColumnAndFieldOfAFault)
{
    EXPECT_EQ(placeOfFault("goal: Try it", "gaol: Try it"), "4:1 gaol");
    EXPECT_EQ(placeOfFault("mode: draft", "mode: sometimes"), "10:7 mode");
    EXPECT_EQ(placeOfFault("[surge, reply]", "[surge, replay]"), "5:19 triggers");
    EXPECT_EQ(placeOfFault("tiers: [warm, hot]", "tiers: [warm, warm]"), "8:17 tiers");
    EXPECT_EQ(placeOfFault("sla: 30 min", "sla: 30 minutes"), "12:6 sla");
    EXPECT_EQ(placeOfFault("version: 3", "version: 0"), "2:10 version");
    EXPECT_EQ(placeOfFault("effort: 5 min", "effort: 9 h"), "19:13 effort");
    EXPECT_EQ(placeOfFault("effort: 5 min", "stage: Won"), "18:5 effort");
    EXPECT_EQ(placeOfFault("gain_basis_points: 150", "gain_basis_points: 1.5"),
              "14:20 gain_basis_points");
    EXPECT_EQ(placeOfFault("  open_deal: true", "  open_deal: yes"), "9:14 open_deal");
    EXPECT_EQ(placeOfFault("id: test-play", "id: Test Play"), "1:5 id");
}

TEST(PlayFile, RefusesWhatDoesNotFitTogether)
{
    EXPECT_EQ(placeOfFault("urgency: timed", "urgency: today"), "12:6 sla");
    EXPECT_EQ(placeOfFault("sla: 30 min\n", ""), "1:1 sla");
    EXPECT_EQ(placeOfFault("sla: 30 min", "sla: 0 min"), "12:6 sla");
    EXPECT_EQ(placeOfFault("    subject: Hello", "    subject: Hello\n    stage: Won"),
              "21:12 stage");
    EXPECT_EQ(placeOfFault("kind: email", "kind: stage_change"), "18:5 stage");
    EXPECT_EQ(placeOfFault("subject: Hello", "subject: \"Hello\\nBcc: x\""), "20:14 subject");
    EXPECT_EQ(placeOfFault("name: Test", "name: Test\nname: Again"), "4:1 name");
    EXPECT_EQ(placeOfFault("triggers: [surge, reply]", "triggers: []"), "5:11 triggers");
}

TEST(PlayFile, SurvivesTextThatIsNoPlay)
{
    for (const std::string text :
         {"", "just words", "- a\n- list", "id: [", "\t:", "a: &x [*x]", "{: :}", "\xff\xfe\x01"}) {
        const auto play = plays::parsePlay(text, "bad.yaml");
        ASSERT_FALSE(play.ok()) << text;
        EXPECT_EQ(play.error().place->file, "bad.yaml");
    }
    EXPECT_FALSE(plays::parsePlay(std::string(100'000, 'x'), "large.yaml").ok());
    // Cut anywhere: either still whole or a fault, never a crash.
    for (std::size_t length = 0; length < good.size(); ++length)
        (void)plays::parsePlay(std::string_view(good).substr(0, length), "cut.yaml");
}
