#include "core/domain/guard_limits.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace topline::domain {

namespace {

using Unit = LimitUnit;

struct Row {
    LimitField field;
    std::int64_t GuardPolicy::*guard = nullptr;
    std::int64_t SuppressionPolicy::*rule = nullptr;
};

constexpr Row guarded(std::string_view name, Unit unit, std::int64_t least, std::int64_t most,
                      std::int64_t GuardPolicy::*value)
{
    return {{name, unit, least, most}, value, nullptr};
}

constexpr Row ruled(std::string_view name, Unit unit, std::int64_t least, std::int64_t most,
                    std::int64_t SuppressionPolicy::*value)
{
    return {{name, unit, least, most}, nullptr, value};
}

constexpr std::string_view weekends = "reach_weekends";
constexpr std::string_view offHours = "off_hours";
constexpr std::string_view needsConsent = "needs_consent";

constexpr std::array rows = {
    guarded("mails_per_day", Unit::Count, 0, 10'000, &GuardPolicy::mailsPerDay),
    guarded("auto_mails_per_rep_day", Unit::Count, 0, 1'000, &GuardPolicy::autoMailsPerRepDay),
    guarded("mails_per_domain_day", Unit::Count, 1, 1'000, &GuardPolicy::mailsPerDomainDay),
    ruled("person_touches_max", Unit::Count, 1, 50, &SuppressionPolicy::personTouchesMax),
    ruled("account_touches_max", Unit::Count, 1, 200, &SuppressionPolicy::accountTouchesMax),
    ruled("touch_window", Unit::Days, 1, 90, &SuppressionPolicy::touchWindowMs),
    ruled("channel_cooldown", Unit::Hours, 0, 720, &SuppressionPolicy::channelCooldownMs),
    ruled("reply_quiet", Unit::Days, 0, 90, &SuppressionPolicy::replyQuietMs),
    ruled("play_cooldown", Unit::Days, 0, 365, &SuppressionPolicy::playCooldownMs),
    guarded("cool_off", Unit::Days, 0, 365, &GuardPolicy::coolOffMs),
    guarded("absence", Unit::Days, 1, 60, &GuardPolicy::absenceMs),
    guarded("reach_from", Unit::TimeOfDay, 0, 1'439, &GuardPolicy::reachFromMs),
    guarded("reach_to", Unit::TimeOfDay, 1, 1'440, &GuardPolicy::reachToMs),
    Row{{weekends, Unit::Switch, 0, 1}},
    Row{{offHours, Unit::Answering, 0, 2}},
    Row{{needsConsent, Unit::Switch, 0, 1}},
    guarded("promote_approvals", Unit::Count, 1, 1'000, &GuardPolicy::promoteApprovals),
    guarded("promote_unedited", Unit::Percent, 50, 100, &GuardPolicy::promoteUneditedPercent),
    guarded("demote_sends_min", Unit::Count, 1, 1'000, &GuardPolicy::demoteSendsMin),
    guarded("demote_bounce", Unit::Permille, 0, 1'000, &GuardPolicy::demoteBouncePermille),
    guarded("demote_unsubscribe", Unit::Permille, 0, 1'000,
            &GuardPolicy::demoteUnsubscribePermille),
    guarded("demote_complaint", Unit::Permille, 0, 1'000, &GuardPolicy::demoteComplaintPermille),
};

constexpr std::array fields = [] {
    std::array<LimitField, rows.size()> out;
    for (std::size_t at = 0; at < rows.size(); ++at)
        out[at] = rows[at].field;
    return out;
}();

constexpr std::int64_t scaleOf(Unit unit)
{
    switch (unit) {
    case Unit::Hours:
        return base::hourMs;
    case Unit::Days:
        return base::dayMs;
    case Unit::TimeOfDay:
        return base::minuteMs;
    default:
        return 1;
    }
}

const Row &rowOf(const LimitField &field)
{
    return *std::find_if(rows.begin(), rows.end(),
                         [&](const Row &row) { return row.field.name == field.name; });
}

constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

} // namespace

std::span<const LimitField> limitFields()
{
    return fields;
}

const LimitField *limitField(std::string_view name)
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const auto &field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

std::int64_t limitValue(const GuardLimits &limits, const LimitField &field)
{
    if (field.name == weekends)
        return limits.guards.reachWeekends ? 1 : 0;
    if (field.name == needsConsent)
        return limits.guards.needsConsent ? 1 : 0;
    if (field.name == offHours)
        return static_cast<std::int64_t>(limits.guards.offHours);
    const Row &row = rowOf(field);
    const auto value = row.guard ? limits.guards.*row.guard : limits.suppression.*row.rule;
    return value / scaleOf(field.unit);
}

void setLimit(GuardLimits &limits, const LimitField &field, std::int64_t value)
{
    if (field.name == weekends) {
        limits.guards.reachWeekends = value != 0;
    } else if (field.name == needsConsent) {
        limits.guards.needsConsent = value != 0;
    } else if (field.name == offHours) {
        limits.guards.offHours = static_cast<OffHours>(value);
    } else {
        const Row &row = rowOf(field);
        auto &place = row.guard ? limits.guards.*row.guard : limits.suppression.*row.rule;
        place = value * scaleOf(field.unit);
    }
}

std::vector<GuardProblem> problemsOf(const GuardLimits &limits)
{
    std::vector<GuardProblem> out;
    for (const auto &field : fields) {
        const auto is = limitValue(limits, field);
        if (is < field.least || is > field.most)
            out.push_back({field.name, GuardFault::OutOfRange});
        else if (field.name == "reach_to" && is <= limitValue(limits, *limitField("reach_from")))
            out.push_back({field.name, GuardFault::EndsBeforeBegin});
    }
    return out;
}

std::vector<GuardProblem> problemsOf(const RoutingSeat &seat, base::UtcMs now)
{
    std::vector<GuardProblem> out;
    if (seat.weight < 1 || seat.weight > seatWeightMax)
        out.push_back({"weight", GuardFault::OutOfRange});
    if (seat.capacity < 1 || seat.capacity > seatCapacityMax)
        out.push_back({"capacity", GuardFault::OutOfRange});
    if (!seat.isPresent && seat.awayUntilMs && *seat.awayUntilMs <= now)
        out.push_back({"away_until", GuardFault::InThePast});
    return out;
}

std::vector<GuardProblem> problemsOf(const WorkCalendar &calendar)
{
    std::vector<GuardProblem> out;
    if (!calendar.zone.empty() && !base::TimeZone::find(calendar.zone).ok())
        out.push_back({"zone", GuardFault::UnknownZone});
    bool isAnyOpen = false;
    for (std::size_t day = 0; day < calendar.week.size(); ++day) {
        const auto &span = calendar.week[day];
        isAnyOpen = isAnyOpen || span.has_value();
        if (span && (span->fromMs < 0 || span->toMs > base::dayMs))
            out.push_back({weekdayName(day), GuardFault::OutOfRange});
        else if (span && span->fromMs >= span->toMs)
            out.push_back({weekdayName(day), GuardFault::EndsBeforeBegin});
    }
    if (!isAnyOpen)
        out.push_back({"week", GuardFault::NoWorkingDay});
    return out;
}

std::string_view weekdayName(std::size_t day)
{
    return weekdays[day % weekdays.size()];
}

} // namespace topline::domain
