// A stranger's message taken apart: headers, the words that a person reads, and what a report says.
// Called by mail_signal, on a courier's thread. Pure. Trusts nothing: sizes, depth and counts are
// limited before anything is kept, texts come out as valid UTF-8 without control characters, and
// what is no message gives nothing.
#pragma once

#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace topline::intake {

inline constexpr std::size_t mailBytesMax = std::size_t{5} * 1024 * 1024;

// Names in lower case, values decoded and on one line, in their order.
using MailHeaders = std::vector<std::pair<std::string, std::string>>;

// The first of that name; empty when there is none.
std::string headerOf(const MailHeaders &headers, std::string_view name);

struct MailContent {
    MailHeaders headers;
    std::string fromAddress; // lower case
    std::string fromName;
    std::optional<base::UtcMs> sentMs; // as the sender says
    std::string text;                  // plain, else what the HTML shows; of the first text part
    std::string html;                  // of the first HTML part, hostile; may be empty
    std::string allText;               // of every part, for reports that keep to no form
    std::string reportType;            // of multipart/report, lower case: "delivery-status"
    std::string deliveryStatus;        // the fields of message/delivery-status
    std::string feedback;              // the fields of message/feedback-report
    MailHeaders returned;              // headers of the message that a report brings back
    std::string calendar;              // the first part that is one, hostile; none that is huge
};

std::optional<MailContent> readContent(std::string_view bytes);

// "name: value" lines as they stand in a report, unfolded; an empty name parts their groups.
MailHeaders readFields(std::string_view text);

// Every id between angle brackets, without them, in their order; at most 100.
std::vector<std::string> messageIds(std::string_view text);

} // namespace topline::intake
