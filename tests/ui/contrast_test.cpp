#include "ui/look/tokens.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace topline::look {

namespace {

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) +
           0.0722 * channel(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

struct Named {
    std::string name;
    Token token;
};

struct Rule {
    Named ink;
    std::vector<Named> fills;
    double atLeast;
};

const std::vector<Named> plainFills{
    {"window", &Tokens::window},   {"surface", &Tokens::surface},
    {"panel", &Tokens::panel},     {"raised", &Tokens::raised},
    {"well", &Tokens::well},       {"hover", &Tokens::hover},
    {"current", &Tokens::current}, {"accentSoft", &Tokens::accentSoft},
};

const std::vector<Named> strongFills{
    {"navOn", &Tokens::navOn}, {"segOn", &Tokens::segOn},         {"key", &Tokens::key},
    {"band", &Tokens::band},   {"raisedSel", &Tokens::raisedSel}, {"keySoft", &Tokens::keySoft},
};

std::vector<Named> joined(std::vector<Named> first, const std::vector<Named> &second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

std::vector<Rule> rules()
{
    const Named surface{"surface", &Tokens::surface};
    const Named panel{"panel", &Tokens::panel};
    const auto onSoft = [](const std::string &name, Token soft) {
        return joined(plainFills, {{name, soft}});
    };
    return {
        {{"text", &Tokens::text}, joined(plainFills, strongFills), 4.5},
        {{"text2", &Tokens::text2}, joined(plainFills, strongFills), 4.5},
        {{"text3", &Tokens::text3}, plainFills, 4.5},
        {{"accentText", &Tokens::accentText},
         joined(plainFills, {{"raisedSel", &Tokens::raisedSel}}),
         4.5},
        {{"redText", &Tokens::redText}, onSoft("redSoft", &Tokens::redSoft), 4.5},
        {{"amberText", &Tokens::amberText}, onSoft("amberSoft", &Tokens::amberSoft), 4.5},
        {{"greenText", &Tokens::greenText}, onSoft("greenSoft", &Tokens::greenSoft), 4.5},
        {{"onAccent", &Tokens::onAccent},
         {{"accent", &Tokens::accent}, {"keyAccent", &Tokens::keyAccent}},
         4.5},
        {{"series", &Tokens::series}, {surface, panel}, 3.0},
        {{"mute", &Tokens::mute}, {surface}, 3.0},
        {{"red", &Tokens::red}, {surface}, 3.0},
        {{"amber", &Tokens::amber}, {surface}, 3.0},
        {{"green", &Tokens::green}, {surface}, 3.0},
        {{"text3 as outline", &Tokens::text3}, {surface, panel}, 3.0},
    };
}

} // namespace

TEST(Contrast, TextAndGraphicsAreReadableOnEveryFillTheyMayStandOn)
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const Tokens &t = tokensOf(scheme);
        for (const Rule &rule : rules()) {
            for (const Named &fill : rule.fills) {
                EXPECT_GE(contrast(t.*rule.ink.token, t.*fill.token), rule.atLeast)
                    << rule.ink.name << " on " << fill.name
                    << (scheme == Scheme::Dark ? " (dark)" : " (light)");
            }
        }
    }
}

TEST(Contrast, FormulaAgreesWithKnownPairs)
{
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21.0, 0.01);
    EXPECT_NEAR(contrast(QColor(0x76, 0x76, 0x76), Qt::white), 4.54, 0.01);
}

TEST(Contrast, NoDarkTokenIsPureBlackOrPureWhiteExceptOnAccent)
{
    const Tokens &t = tokensOf(Scheme::Dark);
    for (const Token token : {&Tokens::window, &Tokens::surface, &Tokens::panel, &Tokens::text})
        EXPECT_TRUE((t.*token) != QColor(Qt::black) && (t.*token) != QColor(Qt::white));
}

} // namespace topline::look
