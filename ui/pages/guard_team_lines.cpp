// The lines of who works when, who takes inbound actions, and how fast buyers are answered.
#include "ui/pages/guard_lines.h"
#include "ui/text/guard_limit_text.h"

#include <algorithm>

namespace topline::pages {

using look::Icon;
using look::Tokens;
using ui::text::fromUtf8;

namespace {

constexpr std::size_t routesShown = 10;

class TeamWords {
    Q_DECLARE_TR_FUNCTIONS(GuardWords)

public:
    static QString route(domain::RouteWhy why)
    {
        switch (why) {
        case domain::RouteWhy::AccountOwner:
            return tr("owns the account");
        case domain::RouteWhy::LeastLoaded:
            return tr("had the least to do");
        case domain::RouteWhy::Manager:
            return tr("is the manager of who had it too long");
        case domain::RouteWhy::ByHand:
            return tr("was chosen by hand");
        case domain::RouteWhy::Named:
            return tr("is named by the play for what is late");
        default:
            return tr("keeps it: nobody else is there");
        }
    }
};

QString idOf(const char *kind, const base::Uuid &id)
{
    return QLatin1String(kind) + fromUtf8(id.text());
}

} // namespace

QVector<Notice> GuardLines::work() const
{
    QVector<Notice> out;
    domain::WorkCalendar everybody;
    for (const auto &calendar : m_view.calendars) {
        if (!calendar.owner.isSet())
            everybody = calendar;
    }
    out.append({QStringLiteral("all"), Icon::Clock, &Tokens::text3,
                tr("Everybody: %1").arg(ui::text::hoursText(everybody))});
    for (const auto &calendar : m_view.calendars) {
        const auto person =
            std::find_if(m_view.people.begin(), m_view.people.end(),
                         [&](const auto &each) { return each.owner == calendar.owner; });
        if (!calendar.owner.isSet())
            continue;
        const QString name =
            person == m_view.people.end() ? tr("Somebody who has left") : fromUtf8(person->name);
        out.append(
            {QStringLiteral("hours") + QString::number(calendar.owner.value),
             Icon::IdCard,
             &Tokens::text3,
             tr("%1: %2").arg(name, ui::text::hoursText(calendar)),
             {{tr("Change…"), [wish = m_wishes.editHours, owner = calendar.owner] { wish(owner); },
               tr("Change the hours of %1").arg(name)},
              {tr("Like everybody"),
               [wish = m_wishes.removeHours, owner = calendar.owner] { wish(owner); },
               tr("%1 works by everybody’s hours").arg(name)}}});
    }
    return out;
}

Notice GuardLines::seatLine(const domain::SeatRow &row) const
{
    const QString name = fromUtf8(row.name);
    domain::RoutingSeat other = row.seat;
    other.isPresent = !row.seat.isPresent;
    other.awayUntilMs.reset();
    const bool isBackBySelf = !row.seat.isPresent && row.seat.awayUntilMs;
    const QString text = (row.seat.isPresent ? tr("%1: %2 of %3 open, weight %4")
                          : isBackBySelf     ? tr("%1, away until %5: %2 of %3 open, weight %4")
                                             : tr("%1, away: %2 of %3 open, weight %4"))
                             .arg(name)
                             .arg(row.open)
                             .arg(row.seat.capacity)
                             .arg(row.seat.weight);
    return {QStringLiteral("seat") + QString::number(row.seat.owner.value),
            Icon::IdCard,
            &Tokens::text3,
            isBackBySelf ? text.arg(m_format.when(*row.seat.awayUntilMs)) : text,
            {{row.seat.isPresent ? tr("Away") : tr("Back"),
              [wish = m_wishes.setSeat, other] { wish(other); },
              row.seat.isPresent ? tr("%1 is away").arg(name) : tr("%1 is back").arg(name)},
             {tr("Change…"), [wish = m_wishes.editSeat, owner = row.seat.owner] { wish(owner); },
              tr("Change what %1 takes").arg(name)},
             {tr("Hours…"), [wish = m_wishes.editHours, owner = row.seat.owner] { wish(owner); },
              tr("Working hours of %1").arg(name)},
             {tr("Remove"), [wish = m_wishes.removeSeat, owner = row.seat.owner] { wish(owner); },
              tr("%1 takes no inbound actions").arg(name)}}};
}

Notice GuardLines::routeLine(const domain::RouteRow &row) const
{
    const QString to = row.to.empty() ? tr("Nobody") : fromUtf8(row.to);
    return {QStringLiteral("route") + fromUtf8(row.decision.action.text()) +
                QString::number(row.decision.atMs),
            Icon::CornerDownRight,
            &Tokens::text3,
            tr("%1: %2 got it and %3.")
                .arg(m_format.when(row.decision.atMs), to, TeamWords::route(row.decision.why)),
            {{tr("Show"), [wish = m_wishes.showAction, id = row.decision.action] { wish(id); },
              tr("Show the action that %1 got").arg(to)}}};
}

QString GuardLines::speed(const domain::SpeedFigures &figures) const
{
    return tr("half within %1, nine of ten within %2, %3 within 5 min")
        .arg(m_format.span(figures.medianMs), m_format.span(figures.p90Ms),
             m_format.percent(static_cast<double>(figures.within5MinPermille) / 1'000));
}

void GuardLines::addSpeed(QVector<Notice> &out, bool showsRows) const
{
    const auto &report = m_view.speed;
    if (report.answered > 0) {
        out.append({QStringLiteral("speed"), Icon::Gauge, &Tokens::text3,
                    tr("%n buyer(s) who asked were answered in 90 days, by the clock: %1.", nullptr,
                       static_cast<int>(report.answered))
                        .arg(speed(report.clock))});
        out.append({QStringLiteral("work"), Icon::Clock, &Tokens::text3,
                    tr("By working hours: %1.").arg(speed(report.work))});
    }
    if (report.waiting > 0)
        out.append({QStringLiteral("unanswered"), Icon::Hourglass, &Tokens::amber,
                    tr("%n buyer(s) who asked were not answered yet.", nullptr,
                       static_cast<int>(report.waiting))});
    if (m_view.speedRows.empty())
        return;
    out.last().actions = {{showsRows ? tr("Hide them") : tr("Show them"), m_wishes.toggleSpeed,
                           tr("Show the buyers behind the speed")}};
    if (!showsRows)
        return;
    for (const auto &row : m_view.speedRows) {
        const QString who = fromUtf8(row.accountName);
        const QString rep = row.repName.empty() ? tr("nobody") : fromUtf8(row.repName);
        const QString text = row.touchedMs
                                 ? tr("%1: asked %2, answered after %3 by %4.")
                                       .arg(who, m_format.when(row.fromMs),
                                            m_format.span(*row.touchedMs - row.fromMs), rep)
                                 : tr("%1: asked %2, not answered yet; it is with %3.")
                                       .arg(who, m_format.when(row.fromMs), rep);
        out.append({idOf("lead", row.action),
                    row.touchedMs ? Icon::Check : Icon::Hourglass,
                    &Tokens::text3,
                    text,
                    {{tr("Show"), [wish = m_wishes.showAction, id = row.action] { wish(id); },
                      tr("Show the action for %1").arg(who)}}});
    }
}

QVector<Notice> GuardLines::routing(bool showsSpeed) const
{
    QVector<Notice> out;
    addSpeed(out, showsSpeed);
    for (const auto &seat : m_view.seats)
        out.append(seatLine(seat));
    for (std::size_t at = 0; at < std::min(m_view.routes.size(), routesShown); ++at)
        out.append(routeLine(m_view.routes[at]));
    if (m_view.seats.empty())
        out.append(
            {QStringLiteral("none"), Icon::Info, &Tokens::text3,
             tr("Inbound actions go to the owner on record: nobody was named to take them.")});
    return out;
}

} // namespace topline::pages
