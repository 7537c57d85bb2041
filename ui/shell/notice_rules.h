// Which cards are told outside the window, and when: only those that a buyer waits for (band 0 and
// 1), once per card, not in quiet hours and not while paused; what was kept back is told together
// afterwards. Asked by the notice centre on the GUI thread. No clock and no screen of its own;
// cannot fail.
#pragma once

#include "core/base/calendar.h"
#include "core/domain/feed.h"
#include "core/engine/cockpit.h"

#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace topline::shell {

struct NoticeSettings {
    bool isOn = true;
    bool hidesContent = false; // nothing of the buyer's: for screens that others see
    bool hasQuietHours = true;
    int quietFromMinute = 18 * 60; // of the day, by the rep's clock
    int quietToMinute = 8 * 60;
    std::optional<base::UtcMs> pausedUntilMs;
    bool operator==(const NoticeSettings &) const = default;
};

bool isQuiet(const NoticeSettings &settings, base::UtcMs now, const base::TimeZone &zone);

class NoticeRules {
public:
    // What the feed has now. The first update tells nothing: the person is just opening it.
    void take(const engine::FeedUpdate &update);
    // The cards to be told of now, most urgent first, each once ever; empty in quiet times. While
    // the window is in front its cards have been seen.
    std::vector<domain::FeedCard> due(const NoticeSettings &settings, base::UtcMs now,
                                      const base::TimeZone &zone, bool isInFront);

private:
    std::vector<domain::FeedCard> m_waiting; // untold, in order of the feed
    // With its rep: what is handed on is told anew.
    std::set<std::pair<base::Uuid, domain::OwnerId>> m_told;
    bool m_hasBegun = false;
};

} // namespace topline::shell
