#include "core/crm/http_date.h"

#include "core/base/calendar.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace topline::crm {
namespace {

// "Nov" is 11; 0 for what is no month.
int monthOf(std::string_view name)
{
    static constexpr std::array<std::string_view, 12> names = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    const std::string lower = base::lowerAscii(name);
    const auto *found = std::find(names.begin(), names.end(), lower);
    return found == names.end() ? 0 : static_cast<int>(found - names.begin()) + 1;
}

// All digits, at most four; -1 for anything else.
int numberOf(std::string_view text)
{
    int number = -1;
    const char *end = text.data() + text.size();
    if (text.empty() || text.size() > 4 || text[0] == '-' ||
        std::from_chars(text.data(), end, number).ptr != end)
        return -1;
    return number;
}

std::vector<std::string_view> partsOf(std::string_view text)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t start = std::min(text.find_first_not_of(" ,-:"), text.size());
        text.remove_prefix(start);
        const std::string_view part = text.substr(0, text.find_first_of(" ,-:"));
        if (!part.empty())
            parts.push_back(part);
        text.remove_prefix(part.size());
    }
    return parts;
}

} // namespace

std::optional<base::UtcMs> parseHttpDate(std::string_view text)
{
    std::vector<std::string_view> parts = partsOf(base::trimmed(text));
    // Day name, day, month, year, three of the time, zone; or the order of C's asctime.
    const bool isAsctime = parts.size() == 7;
    if (isAsctime) {
        std::rotate(parts.begin() + 3, parts.begin() + 6, parts.end());
        std::swap(parts[1], parts[2]);
        parts.emplace_back("GMT");
    }
    if (parts.size() != 8 || (parts[7] != "GMT" && parts[7] != "UTC"))
        return std::nullopt;
    int year = numberOf(parts[3]);
    if (parts[3].size() == 2 && year >= 0)
        year += year < 70 ? 2000 : 1900;
    const base::CivilDate date{year, monthOf(parts[2]), numberOf(parts[1])};
    const int hour = numberOf(parts[4]);
    const int minute = numberOf(parts[5]);
    const int second = numberOf(parts[6]); // 60 is a leap second
    if (!date.isValid() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 ||
        second > 60)
        return std::nullopt;
    return base::dayNumber(date) * base::dayMs + hour * base::hourMs + minute * base::minuteMs +
           second * base::secondMs;
}

} // namespace topline::crm
