#include "app/cli/commands.h"
#include "app/cli/guard_commands.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "core/base/number_text.h"
#include "core/domain/guard_limits.h"
#include "core/engine/guards/guard_checks.h"
#include "core/engine/guards/send_guard_desk.h"
#include "core/engine/reads/reads.h"

#include <algorithm>
#include <charconv>

namespace topline::app {

namespace {

using domain::LimitField;
using domain::LimitUnit;

constexpr std::string_view answering[] = {"nobody", "person", "itself"};

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t out = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (fault != std::errc() || end != text.data() + text.size() || text.empty())
        return std::nullopt;
    return out;
}

// "08:30" to minutes; 24:00 is the end of the day.
std::optional<std::int64_t> minuteOfDay(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    const auto hours = wholeNumber(text.substr(0, colon));
    const auto minutes = wholeNumber(text.substr(colon + 1));
    const bool isTime = hours && minutes && *hours >= 0 && *minutes >= 0 && *minutes < 60 &&
                        *hours * 60 + *minutes <= 24 * 60;
    return isTime ? std::optional(*hours * 60 + *minutes) : std::nullopt;
}

QString clockText(std::int64_t minute)
{
    return QStringLiteral("%1:%2")
        .arg(minute / 60, 2, 10, QLatin1Char('0'))
        .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString unitName(LimitUnit unit)
{
    static const char *const names[] = {"count",    "hours", "days",   "percent",
                                        "permille", "time",  "yes/no", "who"};
    return QLatin1String(names[static_cast<int>(unit)]);
}

QString valueText(const LimitField &field, std::int64_t value)
{
    if (field.unit == LimitUnit::TimeOfDay)
        return clockText(value);
    if (field.unit == LimitUnit::Switch)
        return value ? QStringLiteral("yes") : QStringLiteral("no");
    if (field.unit == LimitUnit::Answering)
        return toQt(answering[static_cast<std::size_t>(value)]);
    return QString::number(value);
}

std::optional<std::int64_t> valueOf(const LimitField &field, std::string_view text)
{
    if (field.unit == LimitUnit::TimeOfDay)
        return minuteOfDay(text);
    if (field.unit == LimitUnit::Switch)
        return text == "yes" ? std::optional(1) : text == "no" ? std::optional(0) : std::nullopt;
    if (field.unit == LimitUnit::Answering) {
        const auto *const found = std::find(std::begin(answering), std::end(answering), text);
        return found == std::end(answering) ? std::nullopt
                                            : std::optional<std::int64_t>(found - answering);
    }
    return wholeNumber(text);
}

Reply limitsReply(const domain::GuardLimits &limits)
{
    Reply out;
    QJsonArray rows;
    TextTable table({{QStringLiteral("limit")},
                     {QStringLiteral("value"), true},
                     {QStringLiteral("unit")},
                     {QStringLiteral("least"), true},
                     {QStringLiteral("most"), true}});
    for (const auto &field : domain::limitFields()) {
        const auto value = domain::limitValue(limits, field);
        rows.append(QJsonObject{{QStringLiteral("name"), toQt(field.name)},
                                {QStringLiteral("value"), valueText(field, value)},
                                {QStringLiteral("number"), jsonInteger(value)},
                                {QStringLiteral("unit"), unitName(field.unit)},
                                {QStringLiteral("least"), jsonInteger(field.least)},
                                {QStringLiteral("most"), jsonInteger(field.most)}});
        table.add({toQt(field.name), valueText(field, value), unitName(field.unit),
                   valueText(field, field.least), valueText(field, field.most)});
    }
    out.document.insert(QStringLiteral("items"), rows);
    out.text = table.text();
    return out;
}

// By name, mail address or id; exactly one.
base::Result<domain::Owner> repNamed(Session &session, const std::string &text)
{
    std::vector<domain::Owner> found;
    TRY_ASSIGN(const auto owners, session.engine().reads().owners());
    for (const auto &owner : owners) {
        if (owner.name == text || owner.email == text || owner.remoteId == text)
            found.push_back(owner);
    }
    if (found.size() == 1)
        return found.front();
    return base::Error{.code = base::ErrorCode::NotFound,
                       .message = "\"" + text + "\" names no single rep.",
                       .kept = "Nothing was changed.",
                       .todo = "Give the whole name or the mail address."};
}

std::optional<std::optional<domain::WorkSpan>> spanOf(const std::string &text)
{
    if (text == "off")
        return std::optional<domain::WorkSpan>();
    const auto dash = text.find('-');
    if (dash == std::string::npos)
        return std::nullopt;
    const auto from = minuteOfDay(text.substr(0, dash));
    const auto to = minuteOfDay(text.substr(dash + 1));
    if (!from || !to)
        return std::nullopt;
    return std::optional(domain::WorkSpan{*from * base::minuteMs, *to * base::minuteMs});
}

std::vector<std::string> partsOf(const std::string &text)
{
    std::vector<std::string> out(1);
    for (const char c : text) {
        if (c == ',')
            out.emplace_back();
        else if (c != ' ')
            out.back() += c;
    }
    return out;
}

base::Error unreadable(const std::string &what, const std::string &like)
{
    return {.code = base::ErrorCode::InvalidInput,
            .message = "\"" + what + "\" cannot be read.",
            .kept = "Nothing was changed.",
            .todo = "Write it like " + like + "."};
}

std::optional<base::CivilDate> dateOf(const std::string &text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = wholeNumber(std::string_view(text).substr(0, 4));
    const auto month = wholeNumber(std::string_view(text).substr(5, 2));
    const auto day = wholeNumber(std::string_view(text).substr(8, 2));
    const base::CivilDate out{static_cast<int>(year.value_or(0)),
                              static_cast<int>(month.value_or(0)),
                              static_cast<int>(day.value_or(0))};
    return out.isValid() ? std::optional(out) : std::nullopt;
}

base::Status readHours(const Invocation &invocation, domain::WorkCalendar &out)
{
    if (invocation.has("zone"))
        out.zone = invocation.option("zone");
    if (invocation.has("holidays"))
        out.country = invocation.option("holidays") == "none" ? "" : invocation.option("holidays");
    if (invocation.has("week")) {
        const auto parts = partsOf(invocation.option("week"));
        if (parts.size() != out.week.size())
            return unreadable(invocation.option("week"),
                              "seven of 08:00-18:00 or off, with commas");
        for (std::size_t day = 0; day < parts.size(); ++day) {
            const auto span = spanOf(parts[day]);
            if (!span)
                return unreadable(parts[day], "08:00-18:00, or off");
            out.week[day] = *span;
        }
    }
    if (invocation.has("off")) {
        out.daysOff.clear();
        for (const auto &part : partsOf(invocation.option("off"))) {
            if (part == "none" || part.empty())
                continue;
            const auto date = dateOf(part);
            if (!date)
                return unreadable(part, "2026-12-24");
            out.daysOff.push_back(*date);
        }
    }
    return {};
}

Reply said(const QString &text, QJsonObject document = {})
{
    Reply out;
    document.insert(QStringLiteral("done"), true);
    out.document = std::move(document);
    out.text = text + QLatin1Char('\n');
    return out;
}

domain::WorkCalendar calendarOf(const domain::GuardView &view, domain::OwnerId owner)
{
    domain::WorkCalendar out;
    for (const auto &each : view.calendars) {
        const bool isTheirs = each.owner == owner;
        if (isTheirs || !each.owner.isSet())
            out = each;
        if (isTheirs)
            break;
    }
    out.owner = owner;
    return out;
}

} // namespace

base::Result<Reply> runGuardsLimits(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    const auto &policy = session->engine().policy();
    return limitsReply({policy.guards, policy.suppression});
}

base::Result<Reply> runGuardsSet(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    domain::Policy policy = session->engine().policy();
    domain::GuardLimits limits{policy.guards, policy.suppression};
    for (const auto &argument : invocation.arguments) {
        const auto equals = argument.find('=');
        const auto *const field = domain::limitField(argument.substr(0, equals));
        if (!field || equals == std::string::npos)
            return usageReply("\"" + argument + "\" names no limit; see `guards limits`.");
        const auto value = valueOf(*field, std::string_view(argument).substr(equals + 1));
        if (!value)
            return usageReply("The value of \"" + argument +
                              "\" cannot be read; see `guards limits`.");
        domain::setLimit(limits, *field, *value);
    }
    policy.guards = limits.guards;
    policy.suppression = limits.suppression;
    TRY(session->engine().setPolicy(policy));
    return limitsReply(limits);
}

base::Result<Reply> runGuardsSeat(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto rep, repNamed(*session, invocation.arguments.front()));
    TRY_ASSIGN(const auto view, session->engine().reads().guards());
    domain::RoutingSeat seat;
    seat.owner = rep.id;
    bool isThere = false;
    for (const auto &row : view.seats) {
        if (row.seat.owner == rep.id) {
            seat = row.seat;
            isThere = true;
        }
    }
    if (invocation.has("remove")) {
        TRY(session->engine().guards().removeSeat(rep.id));
        return said(QStringLiteral("%1 takes no inbound actions.").arg(toQt(rep.name)));
    }
    const bool isChange =
        std::any_of(invocation.options.begin(), invocation.options.end(), [](const auto &option) {
            static const std::string names[] = {"weight", "capacity", "here", "away", "until"};
            return std::find(std::begin(names), std::end(names), option.first) != std::end(names);
        });
    if (!isChange && !isThere)
        return said(QStringLiteral("%1 takes no inbound actions.").arg(toQt(rep.name)));
    seat.weight = invocation.number("weight", seat.weight);
    seat.capacity = invocation.number("capacity", seat.capacity);
    if (invocation.has("here") || invocation.has("away")) {
        seat.isPresent = invocation.has("here");
        seat.awayUntilMs.reset();
    }
    if (invocation.has("until"))
        seat.awayUntilMs = base::parseTime(invocation.option("until"))->utcMs;
    if (isChange)
        TRY(session->engine().guards().setSeat(seat));
    return said(QStringLiteral("%1: %2").arg(toQt(rep.name), toQt(engine::seatText(seat))),
                {{QStringLiteral("rep"), toQt(rep.name)},
                 {QStringLiteral("weight"), jsonInteger(seat.weight)},
                 {QStringLiteral("capacity"), jsonInteger(seat.capacity)},
                 {QStringLiteral("present"), seat.isPresent},
                 {QStringLiteral("away_until"), jsonTime(seat.awayUntilMs)}});
}

base::Result<Reply> runGuardsHours(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    domain::OwnerId owner;
    QString whose = QStringLiteral("Everybody");
    if (!invocation.arguments.empty()) {
        TRY_ASSIGN(const auto rep, repNamed(*session, invocation.arguments.front()));
        owner = rep.id;
        whose = toQt(rep.name);
    }
    if (invocation.has("remove"))
        TRY(session->engine().guards().removeCalendar(owner));
    TRY_ASSIGN(const auto view, session->engine().reads().guards());
    domain::WorkCalendar calendar = calendarOf(view, owner);
    const domain::WorkCalendar before = calendar;
    TRY(readHours(invocation, calendar));
    if (calendar != before)
        TRY(session->engine().guards().setCalendar(calendar));
    const QString text = toQt(engine::calendarText(calendar));
    return said(QStringLiteral("%1: %2").arg(whose, text),
                {{QStringLiteral("rep"), whose}, {QStringLiteral("hours"), text}});
}

} // namespace topline::app
