#include "core/store/work_calendar_store.h"

#include "core/store/query.h"

#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

namespace topline::store {

using base::Result;
using domain::WorkCalendar;

namespace {

std::vector<std::string_view> parts(std::string_view text)
{
    std::vector<std::string_view> out;
    for (;;) {
        const auto end = text.find(',');
        out.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return out;
        text.remove_prefix(end + 1);
    }
}

std::string weekText(const WorkCalendar &calendar)
{
    std::string out;
    for (const auto &span : calendar.week) {
        if (&span != &calendar.week.front())
            out += ',';
        if (span)
            out += std::to_string(span->fromMs / base::minuteMs) + '-' +
                   std::to_string(span->toMs / base::minuteMs);
    }
    return out;
}

std::string daysText(const WorkCalendar &calendar)
{
    std::string out;
    for (const auto &day : calendar.daysOff)
        out += (out.empty() ? "" : ",") + day.text();
    return out;
}

std::optional<int> number(std::string_view text)
{
    int out = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (fault != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return out;
}

bool readWeek(std::string_view text, WorkCalendar &out)
{
    const auto spans = parts(text);
    if (spans.size() != out.week.size())
        return false;
    for (std::size_t at = 0; at < spans.size(); ++at) {
        out.week[at].reset();
        if (spans[at].empty())
            continue;
        const auto dash = spans[at].find('-');
        const auto from = number(spans[at].substr(0, dash));
        const auto to =
            dash == std::string_view::npos ? std::nullopt : number(spans[at].substr(dash + 1));
        if (!from || !to || *from < 0 || *from >= *to || *to > 24 * 60)
            return false;
        out.week[at] = domain::WorkSpan{*from * base::minuteMs, *to * base::minuteMs};
    }
    return true;
}

bool readDays(std::string_view text, WorkCalendar &out)
{
    if (text.empty())
        return true;
    for (const auto part : parts(text)) {
        if (part.size() != 10)
            return false;
        const auto year = number(part.substr(0, 4));
        const auto month = number(part.substr(5, 2));
        const auto day = number(part.substr(8, 2));
        const base::CivilDate date{year.value_or(0), month.value_or(0), day.value_or(0)};
        if (!date.isValid())
            return false;
        out.daysOff.push_back(date);
    }
    return true;
}

} // namespace

Result<std::vector<WorkCalendar>> WorkCalendarStore::all() const
{
    std::vector<WorkCalendar> out;
    Statement statement(m_database, "SELECT owner_id, zone, country, week, days_off "
                                    "FROM work_calendar ORDER BY owner_id");
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        auto &each = out.emplace_back();
        std::string week;
        std::string days;
        statement.read(each.owner.value, each.zone, each.country, week, days);
        if (!readWeek(week, each) || !readDays(days, each))
            return base::Error{base::ErrorCode::Corrupt, "Working hours cannot be read.",
                               "Nothing was changed.", "Restore the newest sound backup."};
    }
}

base::Status WorkCalendarStore::set(const WorkCalendar &calendar)
{
    return write(m_database,
                 "INSERT INTO work_calendar (owner_id, zone, country, week, days_off) "
                 "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET zone = ?2, "
                 "country = ?3, week = ?4, days_off = ?5",
                 calendar.owner.value, calendar.zone, calendar.country, weekText(calendar),
                 daysText(calendar));
}

base::Status WorkCalendarStore::remove(domain::OwnerId owner)
{
    return write(m_database, "DELETE FROM work_calendar WHERE owner_id = ?", owner.value);
}

} // namespace topline::store
