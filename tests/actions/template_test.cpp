#include "core/actions/draft.h"
#include "core/actions/template_fields.h"

#include <algorithm>
#include <chrono>
#include <gtest/gtest.h>
#include <random>

using namespace topline;
using actions::MergeFields;
using actions::Snippets;
using actions::Template;
using actions::TemplateTarget;

namespace {

const MergeFields dana = {
    {"account.name", "Northwind"},
    {"contact.first_name", "Dana"},
    {"deal.amount", "$48,000"},
};

std::string rendered(const std::string &text, const MergeFields &fields = dana,
                     const Snippets &snippets = {}, TemplateTarget target = TemplateTarget::Text)
{
    const auto out = Template::parse(text).render(fields, snippets, target);
    return out.ok() ? out->text : "error: " + out.error().message;
}

std::string faultOf(const std::string &text)
{
    const auto parsed = Template::parse(text);
    if (parsed.faults().empty())
        return "none";
    const auto &fault = parsed.faults().front();
    return std::to_string(fault.place->line) + ":" + std::to_string(fault.place->column) + " " +
           fault.message;
}

// The text without what values put into it.
std::string withoutValues(const actions::Rendered &rendered)
{
    std::string out = rendered.text;
    for (auto span = rendered.values.rbegin(); span != rendered.values.rend(); ++span)
        out.erase(span->begin, span->length);
    return out;
}

// What the nodes say without any value, walked a second time.
std::string literalsOf(const std::vector<Template::Node> &nodes, const MergeFields &fields)
{
    std::string out;
    for (const auto &node : nodes) {
        const bool isKnown = fields.contains(node.field);
        if (node.kind == Template::Node::Kind::Literal)
            out += node.text;
        else if (node.kind == Template::Node::Kind::Field && !isKnown)
            out += node.text; // its default
        else if (node.kind == Template::Node::Kind::Choice)
            out += literalsOf(isKnown ? node.then : node.orElse, fields);
    }
    return out;
}

} // namespace

TEST(Template, ChoosesByWhetherAFieldHasAValue)
{
    const std::string text = "{{#if deal.amount}}for {{deal.amount}}{{else}}soon{{/if}}!";
    EXPECT_EQ(rendered(text), "for $48,000!");
    EXPECT_EQ(rendered(text, {}), "soon!");
    EXPECT_EQ(rendered("{{#if deal.name}}x{{/if}}y"), "y");
    EXPECT_EQ(rendered("{{ #if deal.amount }}x{{ else }}z{{ /if }}"), "x");
}

TEST(Template, NestsThreeDeepAndNoDeeper)
{
    const std::string open = "{{#if account.name}}";
    const std::string close = "{{/if}}";
    EXPECT_EQ(rendered(open + open + open + "x" + close + close + close), "x");
    EXPECT_EQ(faultOf(open + open + open + "\n" + open + "x" + close + close + close + close),
              "2:1 Conditions stand more than three deep.");
}

TEST(Template, NamesTheLineAndColumnOfWhatIsWrong)
{
    EXPECT_EQ(faultOf("Hi\n  {{contact.salary}}"), "2:3 There is no field {{contact.salary}}.");
    EXPECT_EQ(faultOf("a {{contact.name"), "1:3 A {{ has no }}.");
    EXPECT_EQ(faultOf("{{#if account.name}}x"),
              "1:1 The condition {{#if account.name}} has no {{/if}}.");
    EXPECT_EQ(faultOf("x{{/if}}"), "1:2 There is no {{#if …}} before {{/if}}.");
    EXPECT_EQ(faultOf("x{{else}}"), "1:2 There is no {{#if …}} before {{else}}.");
    EXPECT_EQ(faultOf("{{#each contacts}}"), "1:1 There is no field {{#each contacts}}.");
    EXPECT_EQ(faultOf("{{1+1}}"), "1:1 There is no field {{1+1}}.");
    EXPECT_EQ(faultOf("{{account.name}}"), "none");
    EXPECT_EQ(Template::parse("{{contact.firstname}}").faults().front().todo,
              "Did you mean contact.first_name?");
}

TEST(Template, SnippetsAreTemplatesButNameNoOther)
{
    const Snippets snippets = {{"hello", "Hi {{contact.first_name}}"},
                               {"self", "{{snippet:self}}"},
                               {"broken", "{{nonsense}}"}};
    EXPECT_EQ(rendered("{{snippet:hello}}!", dana, snippets), "Hi Dana!");
    EXPECT_EQ(rendered("{{snippet:none}}", dana, snippets), "error: There is no snippet \"none\".");
    EXPECT_EQ(rendered("{{snippet:self}}", dana, snippets),
              "error: A snippet cannot name another snippet.");
    EXPECT_EQ(rendered("{{snippet:broken}}", dana, snippets),
              "error: There is no field {{nonsense}}.");
}

TEST(Template, EscapesValuesForWhereTheyStand)
{
    const MergeFields hostile = {{"account.name", "A&B <script>\"'\xE2\x80\xAE\x01"},
                                 {"contact.name", "x y/../?@evil.example"}};
    EXPECT_EQ(rendered("{{account.name}}", hostile, {}, TemplateTarget::Html),
              "A&amp;B &lt;script&gt;&quot;&#39;");
    EXPECT_EQ(rendered("{{account.name}}", hostile), "A&B <script>\"'");
    EXPECT_EQ(rendered("{{contact.name}}", hostile, {}, TemplateTarget::Url),
              "x%20y%2F..%2F%3F%40evil.example");
    // In a link of plain text as well: a value cannot lead it to another host.
    EXPECT_EQ(rendered("see https://topline.example/a?n={{contact.name}} now", hostile),
              "see https://topline.example/a?n=x%20y%2F..%2F%3F%40evil.example now");
    EXPECT_EQ(rendered("https://x.example {{contact.name}}", hostile),
              "https://x.example x y/../?@evil.example");
}

TEST(Template, GivesAtMost64KiBInFewSteps)
{
    std::string many;
    for (int i = 0; i < 3000; ++i)
        many += "{{account.name}}";
    const MergeFields wide = {{"account.name", std::string(4000, 'x')}};
    EXPECT_EQ(rendered(many, wide), "error: The text is longer than 64 KiB.");
    EXPECT_EQ(rendered(std::string(70'000, 'x')), "error: The text is longer than 64 KiB.");
    // Work that shows nothing is bounded as well.
    std::string idle;
    for (int i = 0; i < 3000; ++i)
        idle += "{{deal.name|}}";
    std::string calls;
    for (int i = 0; i < 3000; ++i)
        calls += "{{snippet:s}}";
    EXPECT_EQ(rendered(calls, dana, {{"s", idle}}), "error: The text takes too many steps.");
    const auto cut = Template::parse(many).renderWithGaps(wide, {}, TemplateTarget::Text);
    EXPECT_TRUE(cut.text.ends_with("{{too long}}"));
    EXPECT_LT(cut.text.size(), actions::templateBytesMax + 100);
}

TEST(Template, WhatCannotBeFilledStaysForAPerson)
{
    const auto gaps = [](const std::string &text) {
        return Template::parse(text).renderWithGaps(dana, {}, TemplateTarget::Text).text;
    };
    EXPECT_EQ(gaps("{{deal.name}} {{snippet:x}} {{contact.first_name}}"),
              "{{deal.name}} {{snippet:x}} Dana");
    EXPECT_NE(gaps("{{#if nonsense}}a{{else}}b{{/if}}").find("{{"), std::string::npos);
    EXPECT_NE(gaps("{{#if deal.name}}a").find("{{"), std::string::npos);
}

TEST(Template, TheTableIsOneListOfDistinctDocumentedFields)
{
    const auto table = actions::templateFields();
    for (std::size_t i = 0; i < table.size(); ++i) {
        EXPECT_FALSE(table[i].example.empty()) << table[i].name;
        EXPECT_TRUE(actions::isTemplateField(table[i].name));
        EXPECT_TRUE(i == 0 || table[i - 1].name < table[i].name);
    }
    EXPECT_FALSE(actions::isTemplateField("contact.salary"));
    EXPECT_FALSE(actions::isTemplateField(""));
}

TEST(MergeFields, WriteAmountsAndDatesForPeople)
{
    const auto usd = base::Currency::usd();
    EXPECT_EQ(actions::amountText({4'800'000, usd}), "$48,000");
    EXPECT_EQ(actions::amountText({125'050, *base::Currency::parse("EUR")}), "€1,250.50");
    EXPECT_EQ(actions::amountText({-90'005, *base::Currency::parse("CHF")}), "−CHF 900.05");
    EXPECT_EQ(actions::amountText({1'500'000, *base::Currency::parse("JPY")}), "¥1,500,000");
    EXPECT_EQ(actions::dateText({2026, 12, 3}, "en"), "3 December 2026");
    EXPECT_EQ(actions::dateText({2026, 12, 3}, "de"), "3. Dezember 2026");
    EXPECT_EQ(actions::dateText({2026, 12, 3}, "fr"), "3 décembre 2026");
    EXPECT_EQ(actions::dateText({2026, 12, 3}, "es"), "3 de diciembre de 2026");
    EXPECT_EQ(actions::dateText({2026, 12, 3}, "ja"), "2026年12月3日");
}

TEST(MergeFields, ProposedTimesAreInTheZoneOfTheDraft)
{
    actions::MergeSource source;
    source.zone = *base::TimeZone::find("Europe/Berlin");
    constexpr base::UtcMs noon = 1'796'299'200'000; // 2026-12-03 12:00 UTC
    source.meetingTimes = {{noon, noon + 30 * base::minuteMs},
                           {noon + base::dayMs, noon + base::dayMs + 30 * base::minuteMs}};
    const auto fields = actions::mergeFields(source);
    EXPECT_EQ(fields.at("meeting.date"), "3 December 2026");
    EXPECT_EQ(fields.at("meeting.time"), "13:00");
    EXPECT_EQ(fields.at("meeting.minutes"), "30");
    EXPECT_EQ(fields.at("meeting.times"), "3 December 2026, 13:00\n4 December 2026, 13:00");
}

// Whatever the template: what does not come from a value comes from its literals, and nothing
// hangs, throws or grows.
TEST(Template, TwentyThousandMutatedTemplatesKeepTheirLiterals)
{
    const std::vector<std::string> parts = {"Hi ",
                                            "{{contact.first_name}}",
                                            "{{contact.title|there}}",
                                            "{{#if deal.amount}}",
                                            "{{else}}",
                                            "{{/if}}",
                                            "{{deal.amount}}",
                                            "{{",
                                            "}}",
                                            "\n",
                                            "{{snippet:s}}",
                                            "é日",
                                            "https://x.example/?q=",
                                            "{{account.name}}",
                                            "{{#if",
                                            "|",
                                            "{",
                                            "}",
                                            "\\",
                                            "{{deal.name}}",
                                            "{{nonsense}}",
                                            "\xff",
                                            "{{{{",
                                            "{{#if nothing}}"};
    const MergeFields fields = {{"account.name", "{{deal.amount}} & <b>"},
                                {"contact.first_name", "{{/if}}"},
                                {"deal.amount", "{{#if x}}"}};
    const Snippets snippets = {{"s", "S{{contact.first_name}}"}};
    constexpr std::uint64_t seed = 20261122;
    std::mt19937_64 random(seed);
    const auto pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    int whole = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (std::size_t i = pick(14); i > 0; --i)
            text += parts[pick(parts.size())];
        for (std::size_t i = pick(4); i > 0 && !text.empty(); --i)
            text[pick(text.size())] = static_cast<char>(pick(256));
        SCOPED_TRACE(testing::Message() << "seed " << seed << " round " << round << ": " << text);
        const auto parsed = Template::parse(text);
        const auto out = parsed.render(fields, snippets, TemplateTarget::Text);
        const auto gaps = parsed.renderWithGaps(fields, snippets, TemplateTarget::Text);
        ASSERT_LE(gaps.text.size(), actions::templateBytesMax + 200);
        if (!out.ok()) {
            ASSERT_NE(gaps.text.find("{{"), std::string::npos);
            continue;
        }
        ++whole;
        ASSERT_EQ(out->text, gaps.text);
        if (text.find("{{snippet") != std::string::npos)
            continue;
        ASSERT_EQ(withoutValues(*out), literalsOf(parsed.nodes(), fields));
    }
    EXPECT_GT(whole, 3'000);
}

TEST(Template, TheWorstTemplateTakesLittleTime)
{
    const auto started = std::chrono::steady_clock::now();
    int runs = 0;
    for (const std::string unit :
         {"{{", "{{#if account.name}}", "{{x}}", "{{account.name}}", "{{/if}}", "{{snippet:a}}"}) {
        std::string text;
        while (text.size() + unit.size() <= actions::templateBytesMax)
            text += unit;
        const auto gaps =
            Template::parse(text).renderWithGaps(dana, {{"a", text}}, TemplateTarget::Text);
        EXPECT_LE(gaps.text.size(), actions::templateBytesMax + 200);
        ++runs;
    }
    const std::chrono::duration<double, std::milli> spent =
        std::chrono::steady_clock::now() - started;
    // 10 ms each where the machine is free and the build optimised; a wide margin for neither.
    EXPECT_LT(spent.count() / runs, 250.0);
}
