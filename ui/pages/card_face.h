// What a feed card says, as texts, icons and tones, before anything is painted. Made by the
// delegate and the page for one card at one moment; GUI thread. Pure; cannot fail. Every state has
// its words and a mark beside its colour.
#pragma once

#include "core/domain/feed.h"
#include "ui/look/icons.h"
#include "ui/look/marks.h"
#include "ui/text/format.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace topline::pages {

// The right column: a running clock, a state, or when it is due.
struct CardClock {
    QString text;
    look::Tone tone = look::Tone::Outline; // Outline: plain ink; Neutral: meta
    look::Icon icon = look::Icon::None;
    std::optional<double> track; // share left, 0 to 1
};

// "A Approve": a key and what it does, translated.
using KeyHint = std::pair<QString, QString>;

struct CardFace {
    look::Icon icon = look::Icon::None;
    QString title;    // "Call Dana Reyes"
    QString subtitle; // "CFO, Northwind Logistics"
    QString sentence; // why now, or what became of it
    QString tier;
    bool tierBoxed = false;
    QString score;
    QString amount;
    bool estimated = false;
    QString probability;
    CardClock clock;
    std::optional<look::Tone> edge;
    std::optional<double> holdShare; // of the send hold that is left
    QString play;
    QString folded; // "+2 folded"
    QString lastTouch;
    std::vector<KeyHint> waysOut; // always shown: unknown and failed cards
};

CardFace faceOf(const domain::FeedCard &card, const ui::text::Format &format,
                base::DurationMs holdMs);

// All of it in one line, for screen readers and tooltips.
QString described(const domain::FeedCard &card, const ui::text::Format &format);

// True while the approval can still be taken back.
bool isInHold(const domain::Action &action, base::UtcMs now);

} // namespace topline::pages
