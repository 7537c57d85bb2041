// Where a pull stands: the phase, and per object the window that is being read and the last id that
// came. Written by HubSpotPull into Page::nextCursor, stored with the page's rows, so that a pull
// goes on there after any end. Pure; a text that is not such a cursor is InvalidInput.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace topline::crm {

// Rows whose last change lies in since..until, in the order of their ids.
struct HubSpotWindow {
    base::UtcMs sinceMs = 0;
    base::UtcMs untilMs = 0;
    std::string lastId = "0";
    std::int64_t done = 0;
    std::int64_t expected = -1; // -1: not said yet
    bool operator==(const HubSpotWindow &) const = default;
};

struct HubSpotMark {
    base::UtcMs throughMs = 0; // all changes until then have arrived; 0: none yet
    std::optional<HubSpotWindow> window;
    bool operator==(const HubSpotMark &) const = default;
};

struct HubSpotCursor {
    std::string phase;       // "": between rounds
    std::string after;       // of a list under way, as the vendor gave it
    base::UtcMs untilMs = 0; // where this round's windows end
    bool isDeep = false;     // this round reads everything again
    bool isGoneOpen = false; // a list of deletions could not be read in this round
    base::UtcMs catalogueMs = 0;
    base::UtcMs goneMs = 0;
    base::UtcMs deepMs = 0;
    std::map<std::string, HubSpotMark> marks; // by object
    bool operator==(const HubSpotCursor &) const = default;

    std::string text() const;
    static base::Result<HubSpotCursor> parse(const std::string &text);
};

} // namespace topline::crm
