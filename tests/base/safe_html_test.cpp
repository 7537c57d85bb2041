// What is left of hostile HTML is read again here by rules of its own, far stricter than HTML's:
// a short list of tags and attributes, well nested, within the bounds.
#include "core/base/html_tokens.h"
#include "core/base/safe_html.h"
#include "tests/base/hostile_html.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <regex>
#include <set>

namespace topline::base {
namespace {

const testing_html::Targets targets{"/tmp/canary.png", "http://127.0.0.1:9"};

const std::set<std::string> &allowedTags()
{
    static const std::set<std::string> names = {
        "a",   "b",     "blockquote", "br", "code", "div", "em",  "h1",  "h2",     "h3",
        "h4",  "hr",    "i",          "li", "ol",   "p",   "pre", "s",   "strong", "sub",
        "sup", "table", "td",         "th", "tr",   "u",   "ul",  "span"};
    return names;
}

// Empty when all is well, else what is wrong.
class StrictReader {
public:
    explicit StrictReader(const std::string &html)
        : m_html(html)
    {
    }

    std::string fault()
    {
        while (m_at < m_html.size()) {
            if (m_html[m_at] != '<') {
                ++m_at;
                continue;
            }
            const std::size_t end = m_html.find('>', m_at);
            if (end == std::string::npos)
                return "an open tag";
            if (std::string wrong = tag(m_html.substr(m_at + 1, end - m_at - 1)); !wrong.empty())
                return wrong;
            m_at = end + 1;
        }
        return m_open.empty() ? "" : "not closed: " + m_open.back();
    }

private:
    std::string tag(const std::string &inside)
    {
        static const std::regex closing("/([a-z0-9]+)");
        static const std::regex opening("([a-z0-9]+)((?: [a-z]+=\"[^\"<>]*\")*)");
        std::smatch match;
        if (std::regex_match(inside, match, closing)) {
            if (m_open.empty() || m_open.back() != match[1])
                return "not nested: " + inside;
            m_open.pop_back();
            return "";
        }
        if (inside.size() > 4'000)
            return "a long tag";
        if (!std::regex_match(inside, match, opening))
            return "no tag: " + inside;
        const std::string name = match[1];
        if (allowedTags().count(name) == 0)
            return "a tag: " + name;
        if (std::string wrong = attributesOf(name, match[2]); !wrong.empty())
            return wrong;
        if (name != "br" && name != "hr")
            m_open.push_back(name);
        const auto tables = std::count(m_open.begin(), m_open.end(), "table");
        if (m_open.size() > htmlDepthMax || tables > htmlTableDepthMax)
            return "too deep";
        return "";
    }

    static std::string attributesOf(const std::string &tag, const std::string &text)
    {
        static const std::regex one(" ([a-z]+)=\"([^\"]*)\"");
        static const std::set<std::string> names = {"href",    "dir",   "align",  "valign",
                                                    "colspan", "start", "border", "cellpadding"};
        for (std::sregex_iterator at(text.begin(), text.end(), one), end; at != end; ++at) {
            const std::string name = (*at)[1];
            const std::string value = (*at)[2];
            if (names.count(name) == 0)
                return "an attribute: " + name;
            const bool isLink = std::regex_search(
                value,
                std::regex("^(https://[^/@]+(/.*)?|https://[^/@?#]+[?#].*|mailto:[^?]+@[^?]+)$"));
            if (name == "href" && (tag != "a" || !isLink))
                return "a link: " + value;
            if (name != "href" && value.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") !=
                                      std::string::npos)
                return "a value: " + value;
        }
        return "";
    }

    const std::string &m_html;
    std::size_t m_at = 0;
    std::vector<std::string> m_open;
};

TEST(SafeHtml, OfTheWholeCorpusOnlyAllowedPartsAreLeft)
{
    const auto samples = testing_html::hostileSamples(targets);
    EXPECT_GE(samples.size(), 2'000U);
    for (const auto &sample : samples) {
        SCOPED_TRACE(sample.name);
        const SafeHtml safe = safeHtml(sample.html);
        ASSERT_EQ(StrictReader(safe.html).fault(), "") << safe.html.substr(0, 500);
        EXPECT_TRUE(!safe.isPlain || safe.html.empty());
        EXPECT_LE(safe.text.size(),
                  static_cast<std::size_t>(htmlTextMax + htmlTextMax / htmlWordMax + 3));
        if (sample.name.rfind("mixed", 0) != 0) {
            EXPECT_EQ(safe.isPlain, sample.isTooMuch);
        }
    }
}

TEST(SafeHtml, CleaningTwiceIsCleaningOnce)
{
    for (const auto &sample : testing_html::hostileSamples(targets)) {
        const SafeHtml once = safeHtml(sample.html);
        if (once.isPlain)
            continue;
        const SafeHtml twice = safeHtml(once.html);
        ASSERT_EQ(twice.html, once.html) << sample.name;
        ASSERT_FALSE(twice.isPlain) << sample.name;
    }
}

TEST(SafeHtml, AnHonestLetterKeepsItsForm)
{
    const std::string letter =
        "<h1>Offer</h1><p align=\"center\">Dear <b>Zo\xc3\xab</b>,<br>see "
        "<a href=\"https://a.example/x?y=1&amp;z=2\">this</a> or "
        "<a href=\"mailto:a@b.example\">write</a>.</p><ul><li>one</li><li>two</li></ul>"
        "<table border=\"1\"><tr><th colspan=\"2\">Price</th></tr><tr><td>1</td><td>2</td></tr>"
        "</table>";
    EXPECT_EQ(safeHtml(letter).html, letter);
    EXPECT_EQ(safeHtml(letter).text,
              "Offer\nDear Zo\xc3\xab,\nsee this or write.\none\ntwo\nPrice\n1 2\n");
}

TEST(SafeHtml, WhatIsLeftOpenIsClosedWhereBrowsersCloseIt)
{
    EXPECT_EQ(safeHtml("<p>a<p>b<ul><li>c<li>d").html,
              "<p>a</p><p>b</p><ul><li>c</li><li>d</li></ul>");
    EXPECT_EQ(safeHtml("<table><td>a<td>b<tr>c</table>d").html,
              "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>d");
    EXPECT_EQ(safeHtml("<td>a</td></table></b>b").html, "ab");
    EXPECT_EQ(safeHtml("<a href='https://a.example'>x<a href='https://b.example'>y").html,
              "<a href=\"https://a.example\">x</a><a href=\"https://b.example\">y</a>");
    EXPECT_EQ(safeHtml("1 < 2 & 3 > 2 &amp; &euro;&#8364;&#x20ac; &unknown;").html,
              "1 &lt; 2 &amp; 3 &gt; 2 &amp; \xe2\x82\xac\xe2\x82\xac\xe2\x82\xac &amp;unknown;");
    EXPECT_EQ(safeHtml("<img src=x alt=\"Our logo\"><script>x</script>!").html, "Our logo!");
}

TEST(SafeHtml, LinksGoToTheWebAndToOneAddressOnly)
{
    EXPECT_EQ(safeLink(" HTTPS://A.example/b c "), "https://A.example/b%20c");
    EXPECT_EQ(safeLink("https://a.example?x#y"), "https://a.example?x#y");
    EXPECT_EQ(safeLink("MAILTO:a@b.example?attach=/etc/passwd"), "mailto:a@b.example");
    for (const char *bad : {"", "http://a.example", "javascript:x", "https://", "https:///x",
                            "https://a@b.example", "https://a%40b.example", "https://a\\b.example",
                            "mailto:", "mailto:a", "mailto:a@b@c", "mailto:a@b,c", "//a.example"})
        EXPECT_EQ(safeLink(bad), "") << bad;
}

TEST(SafeHtml, TheBoundsHoldToTheLast)
{
    std::string deep;
    for (int i = 0; i < htmlDepthMax; ++i)
        deep += "<b>";
    EXPECT_FALSE(safeHtml(deep + "x").isPlain);
    EXPECT_TRUE(safeHtml(deep + "<b>x").isPlain);
    const std::string table = "<table><tr><td>";
    EXPECT_FALSE(safeHtml(table + table + table + table + "x").isPlain);
    EXPECT_TRUE(safeHtml(table + table + table + table + table + "x").isPlain);
    std::string cells = "<table>";
    for (int i = 0; i < 50; ++i)
        cells += "<tr>";
    for (int i = 0; i < 100; ++i)
        cells += "<td>";
    EXPECT_FALSE(safeHtml(cells).isPlain);
    EXPECT_TRUE(safeHtml(cells + "<td>").isPlain);
    EXPECT_EQ(safeHtml(cells + "<td>x").text, "x");
}

TEST(SafeHtml, NothingHiddenIsReadAsWords)
{
    EXPECT_EQ(htmlWords("a<!-- b --><style>c</style><title>d</title><svg>e</svg>f"), "af");
    EXPECT_EQ(htmlWords("moc\xe2\x80\xae.knab"), "moc.knab");
    EXPECT_EQ(htmlDecoded("a&#0;&#13;&#x202e;&#xfdd0;b&#xd800;&#1114112;"),
              "a&#0;b&#xd800;&#1114112;");
}

} // namespace
} // namespace topline::base
