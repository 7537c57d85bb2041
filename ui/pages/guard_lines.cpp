#include "ui/pages/guard_lines.h"

#include "ui/text/guard_reason.h"
#include "ui/text/reason_text.h"

#include <algorithm>

namespace topline::pages {

using look::Icon;
using look::Tokens;
using ui::text::fromUtf8;

namespace {

constexpr std::size_t routesShown = 10;
constexpr std::size_t rowsShown = 100;

class Words {
    Q_DECLARE_TR_FUNCTIONS(GuardWords)

public:
    static QString channel(domain::Channel channel)
    {
        switch (channel) {
        case domain::Channel::Mail:
            return tr("Mail");
        case domain::Channel::Calendar:
            return tr("Calendar");
        default:
            return tr("CRM");
        }
    }

    static QString why(domain::StopWhy why)
    {
        switch (why) {
        case domain::StopWhy::Unsubscribed:
            return tr("unsubscribed");
        case domain::StopWhy::Complaint:
            return tr("complained");
        case domain::StopWhy::Erased:
            return tr("was erased");
        case domain::StopWhy::Imported:
            return tr("came with an imported list");
        case domain::StopWhy::Withdrawn:
            return tr("took their consent back");
        default:
            return tr("put on the list by hand");
        }
    }

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

QVector<Notice> GuardLines::use() const
{
    QVector<Notice> out;
    if (m_view.isCountedAhead)
        out.append({QStringLiteral("ahead"),
                    Icon::AlertTriangle,
                    &Tokens::amber,
                    tr("Mails count for a later day than today: this computer’s clock was wrong "
                       "once. Until that day no more leave than are left of its limits."),
                    {{tr("Count from zero"), m_wishes.countAnew}}});
    for (const auto &pause : m_view.pauses)
        out.append({QStringLiteral("pause") + QString::number(static_cast<int>(pause.channel)),
                    Icon::AlertTriangle,
                    &Tokens::amber,
                    tr("%1 is paused: %n effect(s) ended in doubt %2. Look what became of "
                       "them first.",
                       nullptr, static_cast<int>(pause.unknowns))
                        .arg(Words::channel(pause.channel), m_format.ago(pause.atMs)),
                    {{tr("Let it go on"),
                      [wish = m_wishes.resume, channel = pause.channel] { wish(channel); }}}});
    const auto &limits = m_view.policy;
    const auto number = [this](std::int64_t value) {
        return m_format.number(static_cast<double>(value));
    };
    out.append({QStringLiteral("all"), Icon::Gauge, &Tokens::text3,
                tr("%1 of %2 mails today; %3 by rules per rep, %4 to one company.")
                    .arg(number(m_view.mails.used), number(m_view.mails.limit),
                         number(limits.autoMailsPerRepDay), number(limits.mailsPerDomainDay))});
    for (const auto &row : m_view.hosts)
        out.append(
            {QStringLiteral("host") + fromUtf8(row.name), Icon::Building, &Tokens::text3,
             tr("%1: %2 of %3").arg(fromUtf8(row.name), number(row.used), number(row.limit))});
    for (const auto &row : m_view.reps)
        out.append({QStringLiteral("rep") + fromUtf8(row.name), Icon::IdCard, &Tokens::text3,
                    tr("%1, by rules: %2 of %3")
                        .arg(fromUtf8(row.name), number(row.used), number(row.limit))});
    const auto hours = [](base::DurationMs span) {
        return ui::text::Format::clock(span).section(QLatin1Char(':'), 0, 1);
    };
    out.append({QStringLiteral("hours"), Icon::Clock, &Tokens::text3,
                (limits.reachWeekends
                     ? tr("Mails leave from %1 to %2 by the recipient’s clock, not on holidays.")
                     : tr("Mails leave from %1 to %2 by the recipient’s clock, not on weekends and "
                          "holidays."))
                    .arg(hours(limits.reachFromMs), hours(limits.reachToMs))});
    return out;
}

Notice GuardLines::waitLine(const domain::WaitRow &row) const
{
    const QString who =
        row.contactName.empty() ? fromUtf8(row.accountName) : fromUtf8(row.contactName);
    const bool isOver = row.state == domain::ActionState::Failed;
    return {idOf("wait", row.action),
            isOver ? Icon::Ban : Icon::Hourglass,
            isOver ? &Tokens::red : &Tokens::text3,
            tr("%1: %2").arg(who, ui::text::keptBackText(row.why, m_format)),
            {{tr("Show"), [wish = m_wishes.showAction, id = row.action] { wish(id); },
              tr("Show the action for %1").arg(who)}}};
}

QVector<Notice> GuardLines::waiting() const
{
    QVector<Notice> out;
    for (const auto *rows : {&m_view.waiting, &m_view.keptBack}) {
        for (std::size_t at = 0; at < std::min(rows->size(), rowsShown); ++at)
            out.append(waitLine((*rows)[at]));
    }
    if (out.isEmpty())
        out.append({QStringLiteral("none"), Icon::Check, &Tokens::text3,
                    tr("Nothing waits, and nothing was kept back.")});
    return out;
}

QVector<Notice> GuardLines::rules() const
{
    QVector<Notice> out;
    for (const auto &rule : m_view.rules)
        out.append({fromUtf8(std::string(domain::reasonCodeName(rule.code))), Icon::Filter,
                    &Tokens::text3,
                    tr("%1: %n signal(s)", nullptr, static_cast<int>(rule.count))
                        .arg(ui::text::ruleName(rule.code))});
    if (out.isEmpty())
        out.append({QStringLiteral("none"), Icon::Check, &Tokens::text3,
                    tr("No rule kept a signal without an action.")});
    return out;
}

QVector<Notice> GuardLines::list() const
{
    QVector<Notice> out;
    for (const auto &one : m_view.list) {
        const auto &row = one.row;
        const QString who = one.people.empty() ? tr("Somebody who is no longer stored here")
                                               : fromUtf8(one.people.front());
        const QString way = row.reach == domain::Reach::Mail ? tr("no mail") : tr("no calls");
        QString text =
            tr("%1, %2: %3 %4.").arg(who, way, Words::why(row.why), m_format.when(row.atMs));
        if (!row.note.empty())
            text += tr(" “%1”").arg(fromUtf8(row.note));
        Notice line{idOf("list", row.id), Icon::Ban, &Tokens::red, text};
        if (row.releasedMs) {
            line.icon = Icon::Check;
            line.colour = &Tokens::text3;
            line.text += tr(" Released: %1").arg(fromUtf8(row.releasedWhy));
        } else {
            line.actions = {{tr("Release…"), [wish = m_wishes.release, id = row.id] { wish(id); },
                             tr("Take %1 off the list").arg(who)}};
        }
        out.append(line);
    }
    if (out.isEmpty())
        out.append(
            {QStringLiteral("none"), Icon::Info, &Tokens::text3, tr("Nobody is on the list.")});
    return out;
}

QVector<Notice> GuardLines::modes() const
{
    QVector<Notice> out;
    for (const auto &row : m_view.modes) {
        const auto &conduct = row.conduct;
        const QString name = fromUtf8(row.playName);
        if (row.hasEarned)
            out.append({QStringLiteral("earned") + fromUtf8(row.playId),
                        Icon::ArrowUp,
                        &Tokens::accent,
                        tr("“%1” may run by itself: %2 of %3 approvals left it unchanged, and "
                           "nobody complained.")
                            .arg(name)
                            .arg(conduct.unedited)
                            .arg(conduct.approvals),
                        {{tr("Let it run by itself"),
                          [wish = m_wishes.promote, id = row.playId] { wish(id); },
                          tr("Let %1 run by itself").arg(name)}}});
        const bool isDemoted = row.last && row.mode == domain::Mode::Approval &&
                               row.last->why != domain::ModeWhy::ByHand;
        if (isDemoted)
            out.append({QStringLiteral("demoted") + fromUtf8(row.playId), Icon::ArrowDown,
                        &Tokens::amber,
                        tr("“%1” asks first again since %2: %3 of %4 mails came back badly.")
                            .arg(name, m_format.when(row.last->atMs))
                            .arg(row.last->count)
                            .arg(row.last->of)});
    }
    if (out.isEmpty())
        out.append({QStringLiteral("none"), Icon::Info, &Tokens::text3,
                    tr("No play has earned to run by itself yet: it takes %1 approvals, %2 % of "
                       "them unchanged, and no complaint.")
                        .arg(m_view.policy.promoteApprovals)
                        .arg(m_view.policy.promoteUneditedPercent)});
    return out;
}

Notice GuardLines::seatLine(const domain::SeatRow &row) const
{
    domain::RoutingSeat other = row.seat;
    other.isPresent = !row.seat.isPresent;
    const QString name = fromUtf8(row.name);
    return {QStringLiteral("seat") + QString::number(row.seat.owner.value),
            Icon::IdCard,
            &Tokens::text3,
            (row.seat.isPresent ? tr("%1: %2 of %3 open, weight %4")
                                : tr("%1, away: %2 of %3 open, weight %4"))
                .arg(name)
                .arg(row.open)
                .arg(row.seat.capacity)
                .arg(row.seat.weight),
            {{row.seat.isPresent ? tr("Away") : tr("Back"),
              [wish = m_wishes.setSeat, other] { wish(other); },
              row.seat.isPresent ? tr("%1 is away").arg(name) : tr("%1 is back").arg(name)}}};
}

Notice GuardLines::routeLine(const domain::RouteRow &row) const
{
    const QString to = row.to.empty() ? tr("Nobody") : fromUtf8(row.to);
    return {QStringLiteral("route") + fromUtf8(row.decision.action.text()) +
                QString::number(row.decision.atMs),
            Icon::CornerDownRight,
            &Tokens::text3,
            tr("%1: %2 got it and %3.")
                .arg(m_format.when(row.decision.atMs), to, Words::route(row.decision.why)),
            {{tr("Show"), [wish = m_wishes.showAction, id = row.decision.action] { wish(id); },
              tr("Show the action that %1 got").arg(to)}}};
}

QString GuardLines::speed(const domain::SpeedFigures &figures) const
{
    return tr("half within %1, nine of ten within %2, %3 within 5 min")
        .arg(m_format.span(figures.medianMs), m_format.span(figures.p90Ms),
             m_format.percent(static_cast<double>(figures.within5MinPermille) / 1'000));
}

QVector<Notice> GuardLines::routing() const
{
    QVector<Notice> out;
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
