// Notice: what every detector reads and returns. Built once per account by detect_all, handed to
// the detectors. Pure values that point into the history; any thread; cannot fail.
#pragma once

#include "core/domain/account_history.h"
#include "core/domain/policy.h"
#include "core/domain/signal.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace topline::signals {

// The events that count at `now` (no suspected bots, nothing from the future), oldest first in an
// order that does not depend on their arrival.
struct Scan {
    Scan(const domain::AccountHistory &history, const domain::SignalPolicy &policy,
         base::UtcMs now);

    const domain::AccountHistory &history;
    const domain::SignalPolicy &policy;
    base::UtcMs now = 0;
    std::vector<const domain::Event *> events;
};

// A signal and the first moment at which it is outside the look-back window. One whose occurredMs
// lies after `now` is waiting for the clock alone.
struct Found {
    domain::Signal signal;
    base::UtcMs goneMs = 0;
};

// The id of an episode: the same type, subject ("contact 7") and start always give the same id.
base::Uuid signalId(domain::SignalType type, const std::string &subject, base::UtcMs startMs);

// Whom a find is about; `extra` keeps two of one instant apart.
struct Subject {
    domain::ContactId contact;
    domain::DealId deal;
    std::string extra = {};
};

// A find of this type about this subject that starts, and for now also happens, at startMs; gone
// when its start leaves the look-back window.
Found findAt(const Scan &scan, domain::SignalType type, const Subject &subject,
             base::UtcMs startMs);

// The events of these kinds by person, each list in the order of the scan; unnamed ones under the
// unset id.
std::map<domain::ContactId, std::vector<const domain::Event *>>
eventsByContact(const Scan &scan, std::span<const domain::EventKind> kinds);
std::vector<const domain::Event *> eventsOf(const Scan &scan,
                                            std::span<const domain::EventKind> kinds);

// 1000 at `least`, 250 more for each one beyond it, at most 2000.
std::int32_t strengthOf(std::int64_t count, std::int64_t least);

} // namespace topline::signals
