// Literals of SOQL. Called wherever a query is put together; pure, any
// thread. There are no bind parameters in REST: texts go through soqlText, ids through
// salesforceId18 first, and names of fields and objects only from a describe. Source: SOQL
// Reference, quoted string escape sequences and date formats.
#pragma once

#include "core/base/time.h"
#include "core/crm/url_text.h" // the way into a URL

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace topline::crm {

// With its quotes; reads back the same whatever the text holds.
std::string soqlText(std::string_view text);

// As soqlText, for the right side of LIKE: % and _ stand for themselves.
std::string soqlLikeText(std::string_view text);

// "2026-11-21T19:18:28Z": never a local time, never a sign that a URL would change. A fraction only
// where the time has one, which the published form has not and Salesforce's own stamps never have.
std::string soqlTime(base::UtcMs timeMs);

// "2026-11-21T19:18:28.000Z": as bodies carry a dateTime.
std::string salesforceDateTime(base::UtcMs timeMs);

// "('a', 'b')"; the list must not be empty.
std::string soqlList(const std::vector<std::string> &texts);

struct Soql {
    std::string fields; // "Id, Name"
    std::string object;
    std::string where = {};
    std::string order = {};
    std::int64_t limit = 0; // 0: none

    std::string text() const;
};

} // namespace topline::crm
