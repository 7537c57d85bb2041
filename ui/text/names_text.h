// Names of kinds, states and outcomes for people, and the line that a card begins with. Used by the
// window on the GUI thread and by the terminal program. Pure; cannot fail.
#pragma once

#include "core/base/result.h"
#include "core/domain/event.h"
#include "core/domain/feed.h"
#include "core/domain/ledger_entry.h"
#include "core/domain/signal.h"

#include <QString>

namespace topline::ui::text {

// "Call Dana Reyes", "E-mail Marcus Bell", "Task for Northwind".
QString cardTitle(const domain::FeedCard &card);
// "CFO, Northwind Logistics": title and account as far as known.
QString cardSubtitle(const domain::FeedCard &card);

QString actionKindText(domain::ActionKind kind);
QString actionStateText(domain::ActionState state);
QString laneText(domain::Lane lane);
QString tierText(domain::Tier tier); // "HOT"
QString modeText(domain::Mode mode);
QString dismissReasonText(domain::DismissReason reason);
QString outcomeText(domain::Outcome outcome);
QString eventKindText(domain::EventKind kind);
QString signalTypeText(domain::SignalType type);
QString ledgerKindText(domain::LedgerKind kind);
QString scoreGroupName(const QString &group); // "web", "email", "meetings"
QString fitPartName(const QString &part);     // "industry", "size", "title"

// What kind of trouble it is, in a few words: the heading over an error's own sentences.
QString errorHeading(base::ErrorCode code);

} // namespace topline::ui::text
