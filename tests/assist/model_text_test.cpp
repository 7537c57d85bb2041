#include "core/assist/model_text.h"
#include "tests/assist/model_parts.h"

#include <gtest/gtest.h>

using namespace topline;
using assist::answerText;
using assist::buildModelRequest;
using assist::chatAnswer;
using assist::sampleFacts;
using assist::sampleSettings;
using assist::takeModelText;

namespace {

// The words that an answer to the sample has to hold.
const std::string needed = "Hi [[PERSON]], [[AMOUNT]] at [[LINK1]]. [[SENDER]] ";

domain::ModelRequest sample()
{
    return buildModelRequest(sampleFacts(), sampleSettings());
}

domain::ModelText taken(const std::string &more)
{
    auto out = takeModelText(needed + more, sample());
    EXPECT_TRUE(out.ok()) << (out.ok() ? "" : out.error().text());
    return out.ok() ? std::move(out).value() : domain::ModelText{};
}

std::string bodyWith(const std::string &more)
{
    const std::string body = taken(more).body;
    const std::string head = "Hi Dana, $48,000 at https://topline.example/offer. Maya ";
    EXPECT_TRUE(body.starts_with(head)) << body;
    return body.substr(std::min(head.size(), body.size()));
}

std::string refusal(const base::Result<std::string> &result)
{
    return result.ok() ? "taken" : result.error().message;
}

} // namespace

TEST(ModelAnswer, IsTheTextOfTheFirstChoice)
{
    EXPECT_EQ(*answerText(chatAnswer("  Hello. \n")), "Hello.");
}

TEST(ModelAnswer, AnythingElseIsRefused)
{
    const std::string whole = chatAnswer("Hello.");
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(answerText(whole.substr(0, size)).ok()) << size;
    for (const char *body :
         {"", "null", "[]", "{}", "{\"choices\":3}", "{\"choices\":[]}", "{\"choices\":[7]}",
          "{\"choices\":[{\"message\":7}]}", "{\"choices\":[{\"message\":{\"content\":7}}]}",
          "{\"choices\":[{\"message\":{\"content\":null}}]}",
          "{\"choices\":[{\"message\":{\"content\":[\"a\"]}}]}",
          "{\"choices\":[{\"message\":{\"content\":\"\"}}]}", "<html>", "data: {\"choices\":[]}"})
        EXPECT_FALSE(answerText(body).ok()) << body;
    EXPECT_EQ(refusal(answerText(chatAnswer("x", "length"))),
              "The model's text was cut off at its limit.");
    EXPECT_EQ(refusal(answerText(chatAnswer(std::string(9000, 'x')))),
              "The model's text is longer than 8 KiB.");
    EXPECT_EQ(refusal(answerText(
                  "{\"choices\":[{\"message\":{\"content\":\"x\",\"tool_calls\":[{}]}}]}")),
              "The model asked for a tool; it is given none.");
    std::string deep;
    for (int i = 0; i < 5000; ++i)
        deep += "[";
    EXPECT_FALSE(answerText(deep).ok());
}

TEST(ModelText, PutsValuesBack)
{
    EXPECT_EQ(bodyWith("About [[DEAL]]."), "About Fleet renewal.");
}

TEST(ModelText, APlaceholderMissingOrInventedRefusesIt)
{
    const auto because = [](const std::string &text) {
        const auto out = takeModelText(text, sample());
        return out.ok() ? std::string("taken") : out.error().message;
    };
    EXPECT_EQ(because("Hi [[PERSON]], [[LINK1]] [[SENDER]]"), "The model left out [[AMOUNT]].");
    EXPECT_EQ(because(needed + "[[BOSS]]"), "The model invented the placeholder [[BOSS]].");
    EXPECT_EQ(because(needed + "[[person]]"), "The model invented the placeholder [[person]].");
    EXPECT_FALSE(takeModelText(needed + "[[PERSON", sample()).ok());
    EXPECT_EQ(because("<b></b>"), "Nothing of the model's text could be used.");
}

TEST(ModelText, AValueIsNeverReadAsAPlaceholderOrTemplate)
{
    auto facts = sampleFacts();
    facts.firstName = "[[AMOUNT]]{{x}}";
    facts.draft.body = "Hi";
    const auto request = buildModelRequest(facts, sampleSettings());
    const auto out = takeModelText("Hi [[PERSON]]", request);
    ASSERT_TRUE(out.ok());
    EXPECT_EQ(out->body, "Hi [[AMOUNT]]{{x}}"); // and the braces keep it from leaving
}

TEST(ModelText, LinksAddressesNumbersAndAmountsBecomeGaps)
{
    EXPECT_EQ(bodyWith("see https://evil.example/a?b=1."), "see {{link removed}}.");
    EXPECT_EQ(bodyWith("see https://topline.example/other"), "see {{link removed}}");
    EXPECT_EQ(bodyWith("see https://topline.example/offer"), "see https://topline.example/offer");
    EXPECT_EQ(bodyWith("to eve@evil.example now"), "to {{address removed}} now");
    EXPECT_EQ(bodyWith("call +1 (303) 555-0199 now"), "call {{number removed}} now");
    EXPECT_EQ(bodyWith("for $1 only"), "for {{amount removed}} only");
    EXPECT_EQ(bodyWith("for 1.500,00 € only"), "for {{amount removed}} only");
    EXPECT_EQ(bodyWith("a 90 % discount"), "a {{amount removed}} discount");
    EXPECT_EQ(bodyWith("USD 5,000 off"), "{{amount removed}} off");
    EXPECT_EQ(bodyWith("5 percent off"), "{{amount removed}} off");
    EXPECT_EQ(bodyWith("on 2026-12-03 at 14:30, 3 of 4"), "on 2026-12-03 at 14:30, 3 of 4");
    EXPECT_EQ(bodyWith("{{contact.email}}x"), "x");
}

TEST(ModelText, HeadingsMarkupAndHiddenLettersGoAndAreTold)
{
    const auto out = takeModelText("Subject: Free\nBcc: eve@evil.example\n```\n" + needed +
                                       "<img src=x>a\xE2\x80\x8B"
                                       "b",
                                   sample());
    ASSERT_TRUE(out.ok()) << out.error().text();
    EXPECT_EQ(out->body, "Hi Dana, $48,000 at https://topline.example/offer. Maya ab");
    std::vector<std::string> kinds;
    for (const auto &part : out->removed)
        kinds.push_back(part.what);
    EXPECT_EQ(kinds,
              (std::vector<std::string>{"hidden", "heading", "heading", "markup", "markup"}));
}

TEST(ModelText, TheDraftKeepsRecipientSubjectAndFactsAndIsMarked)
{
    const auto before = sampleFacts().draft;
    const auto after = assist::draftWith(before, {"New text", {}}, "small");
    EXPECT_EQ(after.to, before.to);
    EXPECT_EQ(after.subject, before.subject);
    EXPECT_EQ(after.body, "New text");
    EXPECT_EQ(after.facts.front(), before.facts.front());
    EXPECT_FALSE(assist::isWrittenByModel(before));
    EXPECT_TRUE(assist::isWrittenByModel(after));
    EXPECT_EQ(assist::draftWith(after, {"Newer", {}}, "small").facts, after.facts);
}
