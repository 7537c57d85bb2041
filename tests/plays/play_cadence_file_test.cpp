// The part of a play's file that makes it a cadence, and writing a play back.
#include "core/plays/handoff_word.h"
#include "core/plays/play_file.h"
#include "core/plays/play_text.h"
#include "core/plays/shipped_plays.h"
#include "core/plays/yaml_reader.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <string>

using namespace topline;

namespace {

const std::string cadence = R"(id: test-play
version: 3
name: Test
goal: Try it
triggers: [surge]
mode: draft
urgency: today
signal_age_max: 2 d
gain_basis_points: 150
metric: meeting
cadence: hybrid
exit: [reply, deal_closed]
limits:
  per_rep_day: 20
  per_account: 2
rules:
  may: [Ask for a date]
  must_ask: [email]
  must_not: [stage_change]
  escalate_to: boss@northwind.example
steps:
  - kind: email
    effort: 5 min
    subject: Hello
    variants:
      - name: short
        subject: Hi
      - name: long
        subject: Hello there
        body: More words
  - kind: call
    effort: 5 min
    day: 2
    when: no_reply
    else: 3
    on_signals: [pricing_revisit]
    subject: Call
  - kind: email
    effort: 5 min
    day: 2
    thread: reply
    subject: Again
)";

std::string withText(const std::string &from, const std::string &to)
{
    std::string text = cadence;
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

// "line:column field: message" of the fault.
std::string faultOf(const std::string &from, const std::string &to)
{
    const auto play = plays::parsePlay(withText(from, to), "test.yaml");
    if (play.ok())
        return "accepted";
    const auto &place = *play.error().place;
    return std::to_string(place.line) + ":" + std::to_string(place.column) + " " + place.field +
           ": " + play.error().message;
}

bool startsWith(const std::string &text, const std::string &begin)
{
    EXPECT_TRUE(text.starts_with(begin)) << text;
    return text.starts_with(begin);
}

} // namespace

TEST(PlayCadenceFile, ReadsEveryKey)
{
    const auto play = plays::parsePlay(cadence, "test.yaml");
    ASSERT_TRUE(play.ok()) << play.error().text();
    EXPECT_EQ(play->cadence, domain::CadenceKind::Hybrid);
    EXPECT_EQ(play->exits, (std::vector{domain::ExitEvent::Reply, domain::ExitEvent::DealClosed}));
    EXPECT_EQ(play->perRepDayMax, 20);
    EXPECT_EQ(play->perAccountMax, 2);
    EXPECT_EQ(play->rules.may, std::vector<std::string>{"Ask for a date"});
    EXPECT_EQ(play->rules.mustAsk, std::vector<std::string>{"email"});
    EXPECT_EQ(play->rules.mustNot, std::vector<std::string>{"stage_change"});
    EXPECT_EQ(play->rules.escalateTo, "boss@northwind.example");
    ASSERT_EQ(play->steps.size(), 3U);
    EXPECT_EQ(play->steps[0].variants[1],
              (domain::StepVariant{"long", "Hello there", "More words"}));
    EXPECT_EQ(play->steps[1].day, 2);
    EXPECT_EQ(play->steps[1].when, domain::StepWhen::NoReply);
    EXPECT_EQ(play->steps[1].elseStep, 3);
    EXPECT_EQ(play->steps[1].onSignals, std::vector{domain::SignalType::PricingRevisit});
    EXPECT_TRUE(play->steps[2].answersThread);
    EXPECT_TRUE(play->isOn);
}

TEST(PlayCadenceFile, LeavesOutWhatHasADefault)
{
    const std::string text = withText("exit: [reply, deal_closed]\n", "");
    EXPECT_EQ(plays::parsePlay(text, "x")->exits, domain::Play{}.exits);
}

TEST(PlayCadenceFile, NamesPlaceAndReasonOfEachFault)
{
    startsWith(faultOf("cadence: hybrid", "cadence: weekly"), "11:10 cadence");
    startsWith(faultOf("exit: [reply,", "exit: [reply, reply,"), "12:15 exit");
    startsWith(faultOf("per_rep_day: 20", "per_rep_day: 0"), "14:16 per_rep_day");
    startsWith(faultOf("boss@northwind.example", "the boss"), "20:16 escalate_to");
    startsWith(faultOf("may: [Ask for a date]", "may: Ask"), "17:8 may");
    startsWith(faultOf("    day: 2\n    when", "    day: 2000\n    when"), "33:10 day");
    startsWith(faultOf("    day: 2\n    thread", "    day: 1\n    thread"), "40:10 day");
    startsWith(faultOf("else: 3", "else: 2"), "35:11 else");
    startsWith(faultOf("else: 3", "else: 4"), "35:11 else");
    startsWith(faultOf("    when: no_reply\n", ""), "34:11 else");
    startsWith(faultOf("cadence: hybrid", "cadence: fixed"), "36:17 on_signals");
    startsWith(faultOf("cadence: hybrid", "cadence: on_signals"), "33:10 day");
    startsWith(faultOf("thread: reply", "thread: new"), "41:13 thread");
    startsWith(faultOf("name: long", "name: short"), "28:15 name");
    startsWith(
        faultOf("      - name: long\n        subject: Hello there\n        body: More words\n", ""),
        "26:7 variants");
    startsWith(faultOf("must_not: [stage_change]", "must_not: [call]"), "31:11 kind");
    startsWith(faultOf("    subject: Hello\n", "    subject: Hello\n    day: 1\n"), "25:10 day");
    startsWith(faultOf("    subject: Hello\n", "    subject: Hello\n    when: clicked\n"),
               "25:11 when");
    startsWith(faultOf("    subject: Hello\n", "    subject: Hello\n    thread: reply\n"),
               "25:13 thread");
}

TEST(PlayCadenceFile, NamesTheNearestKnownWord)
{
    const auto meant = [](const std::string &from, const std::string &to) {
        const std::string fault = faultOf(from, to);
        const auto at = fault.find("Did you mean \"");
        return at == std::string::npos ? fault : fault.substr(at + 14, fault.rfind('"') - at - 14);
    };
    EXPECT_EQ(meant("cadence: hybrid", "cadence: hybird"), "hybrid");
    EXPECT_EQ(meant("cadence:", "cadnece:"), "cadence");
    EXPECT_EQ(meant("when: no_reply", "when: noreply"), "no_reply");
    EXPECT_EQ(meant("[pricing_revisit]", "[pricing_revisited]"), "pricing_revisit");
    EXPECT_EQ(meant("on_signals:", "on_signal:"), "on_signals");
    EXPECT_EQ(meant("[surge]", "[sruge]"), "surge");
    EXPECT_EQ(meant("exit: [reply", "exit: [replay"), "reply");
    EXPECT_EQ(meant("kind: call", "kind: cal"), "call");
    EXPECT_EQ(meant("mode: draft", "mode: daft"), "draft");
    // Nothing is near: no guess.
    EXPECT_EQ(faultOf("mode: draft", "mode: 4711").find("Did you"), std::string::npos);
    EXPECT_EQ(plays::nearestWord("", {"a"}), "");
    EXPECT_EQ(plays::nearestWord(std::string(10'000, 'x'), {"xx"}), "");
}

TEST(PlayText, GivesTheSamePlayAgain)
{
    const auto play = plays::parsePlay(cadence, "test.yaml");
    ASSERT_TRUE(play.ok());
    const auto again = plays::parsePlay(plays::playText(*play), "again.yaml");
    ASSERT_TRUE(again.ok()) << again.error().text() << "\n" << plays::playText(*play);
    EXPECT_EQ(*again, *play);
    for (const auto &shipped : plays::shippedPlays()) {
        const auto one = plays::parsePlay(shipped.yaml, "x");
        ASSERT_TRUE(one.ok());
        const auto back = plays::parsePlay(plays::playText(*one), "y");
        ASSERT_TRUE(back.ok()) << back.error().text();
        EXPECT_EQ(*back, *one) << shipped.fileName;
    }
}

TEST(PlayText, KeepsEveryTextAsItIs)
{
    auto play = plays::parsePlay(cadence, "test.yaml").value();
    for (const std::string text :
         {"null",      "~",       "true",       "12",   "- a",        "a: b",     "a #b",
          "#",         "{{x|y}}", "\"quoted\"", "it's", "Grüße 東京", " leading", "trailing ",
          "tab\there", "a\\b",    "%",          "@x",   "*x",         "&x",       "!x",
          "> x",       "| x",     "yes",        "---",  "...",        "a, b]",    "x:"}) {
        play.name = play.goal = text;
        play.steps[0].subject = text;
        play.steps[0].body = text + "\n" + text;
        play.steps[1].body = text + "\n\n" + text + "\n";
        play.steps[2].body = text + "\n\n";
        play.rules.may = {text, "b"};
        const std::string yaml = plays::playText(play);
        auto single = play;
        if (text.find('\t') != std::string::npos) { // no control characters on one line
            EXPECT_FALSE(plays::parsePlay(yaml, "x").ok());
            continue;
        }
        const auto again = plays::parsePlay(yaml, "again.yaml");
        ASSERT_TRUE(again.ok()) << text << ": " << again.error().text() << "\n" << yaml;
        EXPECT_EQ(*again, play) << yaml;
    }
    // Any mixture of what YAML minds in a body.
    std::mt19937_64 random(7);
    const std::string letters = "ab :#-|>\"'\\\n\n{}[]!&*?%\t~ü";
    for (int i = 0; i < 5'000; ++i) {
        play.name = play.goal = "n";
        play.rules.may = {"m"};
        std::string body;
        for (std::uint64_t n = 1 + random() % 24; n > 0; --n)
            body += letters[random() % (letters.size() - 2)];
        play.steps[0].subject = play.steps[0].subject.empty() ? "s" : "s";
        play.steps[0].body = body;
        play.steps[1].body = play.steps[2].body = "";
        const std::string yaml = plays::playText(play);
        const auto again = plays::parsePlay(yaml, "again.yaml");
        ASSERT_TRUE(again.ok()) << again.error().text() << "\n" << yaml;
        ASSERT_EQ(*again, play) << yaml;
    }
}

TEST(PlayText, ChangesOnlyTheNumberOfAVersion)
{
    EXPECT_EQ(plays::withVersion("# c\nid: a\nversion: 3 # why\nname: version: 4\n", 12),
              "# c\nid: a\nversion: 12 # why\nname: version: 4\n");
    EXPECT_EQ(plays::withVersion("version: 3", 4), "version: 4");
    EXPECT_EQ(plays::withVersion("id: a\n", 4), "id: a\n");
    EXPECT_EQ(plays::withVersion("", 4), "");
    EXPECT_EQ(plays::parsePlay(plays::withVersion(cadence, 9), "x")->version, 9);
}

TEST(HandOffWord, FindsWholeWordsTheGravestKindFirst)
{
    using plays::handOffWord;
    EXPECT_EQ(handOffWord("Could you send the PRICE list?"),
              (plays::HandOffWord{"price", "price"}));
    EXPECT_EQ(handOffWord("Our lawyer asks about the price"),
              (plays::HandOffWord{"lawyer", "legal"}));
    EXPECT_EQ(handOffWord("Not interested, whatever the contract says."),
              (plays::HandOffWord{"not interested", "negative"}));
    EXPECT_EQ(handOffWord("Wir haben kein Interesse"),
              (plays::HandOffWord{"kein interesse", "negative"}));
    EXPECT_EQ(handOffWord("Bitte schicken Sie den Vertrag."),
              (plays::HandOffWord{"vertrag", "legal"}));
    EXPECT_FALSE(handOffWord("Priceless company, contractor, termsheet"));
    EXPECT_FALSE(handOffWord("Yes, Tuesday suits me."));
    EXPECT_FALSE(handOffWord(""));
}
