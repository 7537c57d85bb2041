// The one token file: every colour, space, radius, height and type size of the window. Read by all
// widgets, delegates and charts on the GUI thread; no other file may hold a colour in numbers.
// The scheme travels in the QPalette (see theme.h), so that there is no global state: ask
// tokensFor(widget->palette()) or tokensFor(option.palette) while painting. Cannot fail.
#pragma once

#include <QColor>
#include <QPalette>

namespace topline::look {

enum class Scheme { Light, Dark };

struct Tokens {
    QColor window, surface, panel, raised, raisedSel, well, hover, current, navOn, segOn;
    QColor line, lineStrong;
    QColor text, text2, text3, disabled;
    QColor accent, onAccent, series, accentText, accentSoft;
    QColor key, keySoft, keyAccent;
    QColor band, mute;
    QColor red, redText, redSoft, amber, amberText, amberSoft, green, greenText, greenSoft;
    QColor dim;
};

// A token by name: &Tokens::text2. Resolve it with tokens.*token.
using Token = QColor Tokens::*;

const Tokens &tokensOf(Scheme scheme);

// The scheme that a palette was built for; a foreign palette is judged by its Window colour.
Scheme schemeOf(const QPalette &palette);

inline const Tokens &tokensFor(const QPalette &palette)
{
    return tokensOf(schemeOf(palette));
}

// Logical pixels. Everything stands on a grid of 4.
namespace space {
inline constexpr int xs = 4; // section head to content
inline constexpr int s = 8;  // icon to text, text to chip
inline constexpr int m = 12;
inline constexpr int l = 16; // side padding of pages and panes
inline constexpr int xl = 24;
} // namespace space

namespace radius {
inline constexpr int keyCap = 3;
inline constexpr int control = 4; // button, chip, row fill, input
inline constexpr int ring = 6;    // focus ring, draft box, choice
inline constexpr int popup = 8;
} // namespace radius

namespace height {
inline constexpr int pageHeader = 48;
inline constexpr int laneBar = 36; // with its line
inline constexpr int statusBar = 28;
inline constexpr int navItem = 28; // plus 2 of gap
inline constexpr int navGap = 2;
inline constexpr int button = 28;
inline constexpr int smallButton = 24;
inline constexpr int chip = 20;
inline constexpr int inlineChip = 16; // also key cap and tier
inline constexpr int card = 72;       // text lines at y 8, 28, 48
inline constexpr int tableHead = 28;
inline constexpr int tableRow = 32;
inline constexpr int whiskerRow = 40;
inline constexpr int evidenceRow = 24; // also bar rows
inline constexpr int waterfallRow = 20;
inline constexpr int timelineRow = 28;
inline constexpr int dayHead = 24;
inline constexpr int paletteInput = 48;
inline constexpr int paletteRow = 32;
inline constexpr int kpiTile = 92;
inline constexpr int ledgerTile = 80;
inline constexpr int bar = 8;        // in dense rows
inline constexpr int funnelBar = 12; // funnel and RVI waterfall
inline constexpr int track = 4;
} // namespace height

namespace width {
inline constexpr int rail = 168;
inline constexpr int railNarrow = 48;
inline constexpr int railBreak = 1200; // below this window width the rail is narrow
inline constexpr int inspector = 432;
inline constexpr int inspectorBreak = 1100; // below this the inspector slides over the page
inline constexpr int textColumnMax = 760;
inline constexpr int slaTrack = 64;
} // namespace width

namespace icon {
inline constexpr int chip = 12;
inline constexpr int dense = 14; // buttons and dense rows
inline constexpr int normal = 16;
inline constexpr int choice = 20;
} // namespace icon

// The type scale. Line boxes are what rows are built from; fonts.h makes QFonts of it.
enum class Type {
    Meta,         // 11/16, 400: captions, axis, column heads, status bar
    MetaStrong,   // 11/16, 500: caps and chips
    Dense,        // 12/16, 400: tables, inspector rows
    DenseValue,   // 12/16, 500: values, buttons
    DenseHead,    // 12/16, 600: section heads
    Body,         // 13/20, 400
    BodyValue,    // 13/20, 500
    BodyName,     // 13/20, 600
    Lead,         // 14/20, 500: the why-now sentence
    PaletteInput, // 15/20, 400
    Title,        // 15/20, 600
    FigureTile,   // 17/28, 600: ledger and account tile, lever
    FigureTitle,  // 20/28, 600: first-start title
    FigureKpi,    // 22/32, 600
    FigureIndex,  // 28/36, 600: RVI
};

inline constexpr int typeCount = 15;

struct TypeSpec {
    int px = 0;
    int line = 0;
    int weight = 0;
    double spacingPercent = 100; // QFont::PercentageSpacing
};

const TypeSpec &typeSpec(Type type);

inline int lineHeight(Type type)
{
    return typeSpec(type).line;
}

} // namespace topline::look
