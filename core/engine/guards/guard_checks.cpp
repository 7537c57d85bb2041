#include "core/engine/guards/guard_checks.h"

#include <string_view>

namespace topline::engine {

namespace {

using domain::GuardFault;
using domain::GuardProblem;

base::Error errorOf(const GuardProblem &problem)
{
    const std::string field(problem.field);
    base::Error out{.code = base::ErrorCode::InvalidInput,
                    .message = {},
                    .kept = "Nothing was changed.",
                    .place = base::Place{.file = {}, .field = field}};
    switch (problem.fault) {
    case GuardFault::OutOfRange: {
        out.message = "The value of \"" + field + "\" is out of range.";
        if (const auto *limit = domain::limitField(problem.field))
            out.todo = "It is " + std::to_string(limit->least) + " to " +
                       std::to_string(limit->most) + ".";
        else
            out.todo = "A weight is 1 to 100, a capacity 1 to 1,000, a time within the day.";
        break;
    }
    case GuardFault::EndsBeforeBegin:
        out.message = "The hours of \"" + field + "\" end before they begin.";
        out.todo = "Hours end after they begin.";
        break;
    case GuardFault::UnknownZone:
        out.message = "There is no such time zone.";
        out.todo = "Use a name such as Europe/Berlin.";
        break;
    case GuardFault::NoWorkingDay:
        out.message = "A week needs a working day.";
        out.todo = "Give one day its hours; for an absence, say until when.";
        break;
    case GuardFault::InThePast:
        out.message = "That moment is past.";
        out.todo = "Choose a later one, or none.";
        break;
    }
    return out;
}

template <typename Problems> base::Status firstOf(const Problems &problems)
{
    return problems.empty() ? base::Status() : base::Status(errorOf(problems.front()));
}

std::string clockText(base::DurationMs sinceMidnightMs)
{
    const auto minutes = sinceMidnightMs / base::minuteMs;
    const auto two = [](std::int64_t value) {
        return (value < 10 ? "0" : "") + std::to_string(value);
    };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

bool isOfGuardrails(std::string_view name)
{
    return name.starts_with("guards.") || name.starts_with("suppression.");
}

} // namespace

base::Status checkLimits(const domain::GuardLimits &limits)
{
    return firstOf(domain::problemsOf(limits));
}

base::Status checkSeat(const domain::RoutingSeat &seat, base::UtcMs now)
{
    return firstOf(domain::problemsOf(seat, now));
}

base::Status checkCalendar(const domain::WorkCalendar &calendar)
{
    return firstOf(domain::problemsOf(calendar));
}

void addChanges(Payload &payload, const std::vector<store::SettingChange> &changes)
{
    std::int64_t others = 0;
    for (const auto &change : changes) {
        if (!isOfGuardrails(change.name)) {
            ++others;
            continue;
        }
        payload.insert_or_assign(change.name, change.after);
        payload.insert_or_assign(change.name + ".before", change.before);
    }
    if (others > 0)
        payload.insert_or_assign("other_settings", others);
}

std::string seatText(const domain::RoutingSeat &seat)
{
    std::string out = "weight " + std::to_string(seat.weight) + ", capacity " +
                      std::to_string(seat.capacity) + (seat.isPresent ? ", here" : ", away");
    if (!seat.isPresent && seat.awayUntilMs)
        out += " until " + base::utcText(*seat.awayUntilMs);
    return out;
}

std::string calendarText(const domain::WorkCalendar &calendar)
{
    std::string out = (calendar.zone.empty() ? "zone of the workspace" : calendar.zone) +
                      ", holidays of " + (calendar.country.empty() ? "none" : calendar.country);
    for (std::size_t day = 0; day < calendar.week.size(); ++day) {
        if (const auto &span = calendar.week[day])
            out += ", " + std::string(domain::weekdayName(day)) + " " + clockText(span->fromMs) +
                   "-" + clockText(span->toMs);
    }
    for (const auto &date : calendar.daysOff)
        out += ", off " + date.text();
    return out;
}

} // namespace topline::engine
