#include "ui/look/tokens.h"

#include <array>
#include <cstddef>

namespace topline::look {

namespace {

QColor rgb(QRgb value)
{
    return QColor(value | 0xff000000U);
}

QColor veil(QRgb value, int percent)
{
    QColor colour(value | 0xff000000U);
    colour.setAlphaF(static_cast<float>(percent) / 100.0F);
    return colour;
}

Tokens light()
{
    return {
        .window = rgb(0xF3F3F5),
        .surface = rgb(0xFFFFFF),
        .panel = rgb(0xFAFAFB),
        .raised = rgb(0xFFFFFF),
        .raisedSel = rgb(0xEEF0FC),
        .well = rgb(0xEFEFF2),
        .hover = rgb(0xF6F6F8),
        .current = rgb(0xEFEFF2),
        .navOn = rgb(0xE4E4E9),
        .segOn = rgb(0xFFFFFF),
        .line = rgb(0xE6E6EA),
        .lineStrong = rgb(0xCFCFD6),
        .text = rgb(0x1A1B21),
        .text2 = rgb(0x4F515B),
        .text3 = rgb(0x666974),
        .disabled = rgb(0xA3A5AE),
        .accent = rgb(0x4353D0),
        .onAccent = rgb(0xFFFFFF),
        .series = rgb(0x4353D0),
        .accentText = rgb(0x3A49C2),
        .accentSoft = rgb(0xEEF0FC),
        .key = rgb(0xE1E1E6),
        .keySoft = rgb(0xDDE1F8),
        .keyAccent = rgb(0x3644B4),
        .band = rgb(0xE3E6FA),
        .mute = rgb(0x9093A0),
        .red = rgb(0xC7352C),
        .redText = rgb(0xB0281F),
        .redSoft = rgb(0xFCECEA),
        .amber = rgb(0xC47F00),
        .amberText = rgb(0x875000),
        .amberSoft = rgb(0xFDF3DF),
        .green = rgb(0x2A8F57),
        .greenText = rgb(0x1C6E40),
        .greenSoft = rgb(0xE7F5EC),
        .dim = veil(0x14151A, 38),
    };
}

Tokens dark()
{
    return {
        .window = rgb(0x121316),
        .surface = rgb(0x191A1E),
        .panel = rgb(0x1D1F23),
        .raised = rgb(0x24262B),
        .raisedSel = rgb(0x33374F),
        .well = rgb(0x25272C),
        .hover = rgb(0x202227),
        .current = rgb(0x272A30),
        .navOn = rgb(0x24262C),
        .segOn = rgb(0x383B43),
        .line = rgb(0x2A2C32),
        .lineStrong = rgb(0x41444C),
        .text = rgb(0xECEDF0),
        .text2 = rgb(0xB4B7C0),
        .text3 = rgb(0x989BA6),
        .disabled = rgb(0x5E616B),
        .accent = rgb(0x5362DC),
        .onAccent = rgb(0xFFFFFF),
        .series = rgb(0x7480EC),
        .accentText = rgb(0xA5AFFF),
        .accentSoft = rgb(0x23273F),
        .key = rgb(0x33363D),
        .keySoft = rgb(0x343A5C),
        .keyAccent = rgb(0x4350BC),
        .band = rgb(0x282D4A),
        .mute = rgb(0x6A6E7A),
        .red = rgb(0xE5584F),
        .redText = rgb(0xFF938A),
        .redSoft = rgb(0x381F20),
        .amber = rgb(0xD99A2B),
        .amberText = rgb(0xF0B955),
        .amberSoft = rgb(0x332814),
        .green = rgb(0x4DB27B),
        .greenText = rgb(0x7BD3A0),
        .greenSoft = rgb(0x18301F),
        .dim = veil(0x08090B, 66),
    };
}

constexpr double bodySpacing = 98.9;   // -0.6 % of the em, matched to the pixel at 13 px
constexpr double figureSpacing = 96.4; // -2 % of the em

constexpr std::array<TypeSpec, typeCount> typeTable{{
    {11, 16, 400, 100},
    {11, 16, 500, 100},
    {12, 16, 400, bodySpacing},
    {12, 16, 500, bodySpacing},
    {12, 16, 600, bodySpacing},
    {13, 20, 400, bodySpacing},
    {13, 20, 500, bodySpacing},
    {13, 20, 600, bodySpacing},
    {14, 20, 500, bodySpacing},
    {15, 20, 400, bodySpacing},
    {15, 20, 600, bodySpacing},
    {17, 28, 600, bodySpacing},
    {20, 28, 600, figureSpacing},
    {22, 32, 600, figureSpacing},
    {28, 36, 600, figureSpacing},
}};

} // namespace

const Tokens &tokensOf(Scheme scheme)
{
    static const Tokens lightTokens = light();
    static const Tokens darkTokens = dark();
    return scheme == Scheme::Dark ? darkTokens : lightTokens;
}

Scheme schemeOf(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? Scheme::Dark
                                                                               : Scheme::Light;
}

const TypeSpec &typeSpec(Type type)
{
    return typeTable[static_cast<std::size_t>(type)];
}

} // namespace topline::look
