// Which kind of event a page's address or a tracked name stands for: tables, so that adding a word
// is adding a row. Asked by the Segment reader; pure, any thread.
#pragma once

#include "core/domain/event.h"

#include <string>
#include <string_view>

namespace topline::intake {

struct PageAddress {
    std::string path;    // lower case, begins with '/'
    std::string contact; // of a click-back out of a mail: the contact's id in the CRM; may be empty
};

// Without host, fragment and query, of which only the click-back is read: a query may hold
// anything.
PageAddress pageAddress(std::string_view urlOrPath);

// PageView when nothing better fits the path ("/en/pricing"), the name or the category.
domain::EventKind pageKind(std::string_view path, std::string_view name, std::string_view category);

// ProductUsed when nothing better fits: what people do in a product is what gets tracked.
domain::EventKind trackKind(std::string_view name);

} // namespace topline::intake
