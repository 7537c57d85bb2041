// What a feed card says, as texts, icons and tones, before anything is painted. Made by the
// delegate and the page for one card at one moment; GUI thread. Pure; cannot fail. Every state has
// its words and a mark beside its colour.
#pragma once

#include "core/domain/feed.h"
#include "core/domain/status.h"
#include "core/domain/sync_view.h"
#include "ui/look/icons.h"
#include "ui/look/marks.h"
#include "ui/text/format.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <set>
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

// What stands around every card and keeps approved ones from leaving.
struct Surroundings {
    bool frozen = false;                                    // a restored copy of the workspace
    bool stopped = false;                                   // all automation
    bool offline = false;                                   // no CRM answers
    bool mailboxOut = false;                                // not connected, or signed out
    std::optional<std::pair<base::Uuid, base::UtcMs>> call; // on the phone: card, since when
    std::set<base::Uuid> clashes; // actions whose fields were changed on both sides, undecided
};

Surroundings surroundingsOf(const domain::WorkspaceStatus &status, const domain::SyncView &sync);

CardFace faceOf(const domain::FeedCard &card, const ui::text::Format &format,
                base::DurationMs holdMs, const Surroundings &around = {});

// All of it in one line, for screen readers and tooltips.
QString described(const domain::FeedCard &card, const ui::text::Format &format,
                  const Surroundings &around = {});

// "Mail: at most once. Topline never repeats it in doubt."
QString guaranteeSentence(domain::Channel channel, domain::ActionKind kind);

// What a person may say of an unknown one, in the order of its keys 1 and 2.
QStringList waysOutOfDoubt();

// True while the approval can still be taken back.
bool isInHold(const domain::Action &action, base::UtcMs now);

} // namespace topline::pages
