#include "ui/pages/guard_lines.h"

#include "ui/text/guard_limit_text.h"
#include "ui/text/guard_reason.h"
#include "ui/text/reason_text.h"

#include <algorithm>

namespace topline::pages {

using look::Icon;
using look::Tokens;
using ui::text::fromUtf8;

namespace {

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

    static QString basis(const std::string &basis)
    {
        if (basis == "contract")
            return tr("contract");
        if (basis == "legitimate_interest")
            return tr("legitimate interest");
        return tr("consent");
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
    out.append(
        {QStringLiteral("all"), Icon::Gauge, &Tokens::text3,
         tr("%1 of %2 mails today; automatic ones stop at %3 of a rep, and %4 go to one company.")
             .arg(number(m_view.mails.used), number(m_view.mails.limit),
                  number(limits.autoMailsPerRepDay), number(limits.mailsPerDomainDay))});
    for (const auto &row : m_view.hosts)
        out.append(
            {QStringLiteral("host") + fromUtf8(row.name), Icon::Building, &Tokens::text3,
             tr("%1: %2 of %3").arg(fromUtf8(row.name), number(row.used), number(row.limit))});
    for (const auto &row : m_view.reps)
        out.append({QStringLiteral("rep") + fromUtf8(row.name), Icon::IdCard, &Tokens::text3,
                    tr("%1, by rules and by hand: %2 of %3")
                        .arg(fromUtf8(row.name), number(row.used), number(row.limit))});
    out.append({QStringLiteral("hours"), Icon::Clock, &Tokens::text3, hoursLine()});
    return out;
}

QString GuardLines::hoursLine() const
{
    const auto &limits = m_view.policy;
    const auto hours = [](base::DurationMs span) {
        return ui::text::minuteText(span / base::minuteMs);
    };
    const QString when =
        (limits.reachWeekends
             ? tr("Mails leave from %1 to %2 by the recipient’s clock, not on holidays.")
             : tr("Mails leave from %1 to %2 by the recipient’s clock, not on weekends and "
                  "holidays."))
            .arg(hours(limits.reachFromMs), hours(limits.reachToMs));
    return when + QLatin1Char(' ') +
           tr("A buyer who asked is answered %1.").arg(ui::text::offHoursText(limits.offHours));
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
                    tr("%1: %Ln signal(s)", nullptr, static_cast<int>(rule.count))
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
        const QString who = !one.host.empty()    ? tr("Everybody at %1").arg(fromUtf8(one.host))
                            : one.people.empty() ? tr("Somebody who is no longer stored here")
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

QVector<Notice> GuardLines::consents() const
{
    QVector<Notice> out;
    for (std::size_t at = 0; at < std::min(m_view.consents.size(), rowsShown); ++at) {
        const auto &one = m_view.consents[at];
        const auto &consent = one.consent;
        const bool isGiven = consent.state == domain::ConsentState::Given;
        const QString who = one.people.empty() ? tr("Somebody who is no longer stored here")
                                               : fromUtf8(one.people.front());
        const QString source = consent.source.empty() ? tr("no source") : fromUtf8(consent.source);
        out.append(
            {QStringLiteral("consent") + fromUtf8(consent.tag), isGiven ? Icon::Check : Icon::Ban,
             isGiven ? &Tokens::text3 : &Tokens::red,
             (isGiven ? tr("%1 agreed (%2): %3, noted %4.")
                      : tr("%1 took it back (%2): %3, noted %4."))
                 .arg(who, Words::basis(consent.basis), source, m_format.when(consent.atMs))});
    }
    if (out.isEmpty())
        out.append({QStringLiteral("none"), Icon::Info, &Tokens::text3,
                    m_view.policy.needsConsent
                        ? tr("Nobody’s consent is stored, so no mail leaves.")
                        : tr("No consent is stored; the limits do not ask for one.")});
    return out;
}

QVector<Notice> GuardLines::modes() const
{
    QVector<Notice> out;
    for (const auto &row : m_view.modes) {
        const QString name = fromUtf8(row.playName);
        const bool isTold = row.mode == domain::Mode::Auto || row.conduct.approvals > 0 ||
                            (row.last && row.last->why != domain::ModeWhy::Document);
        if (!isTold && !row.hasEarned)
            continue;
        const bool isTakenBack = row.last && row.mode != domain::Mode::Auto &&
                                 row.last->why >= domain::ModeWhy::Bounces &&
                                 row.last->why <= domain::ModeWhy::Complaints;
        Notice line{QStringLiteral("mode") + fromUtf8(row.playId),
                    row.hasEarned ? Icon::ArrowUp
                    : isTakenBack ? Icon::ArrowDown
                                  : Icon::Info,
                    row.hasEarned ? &Tokens::accent
                    : isTakenBack ? &Tokens::amber
                                  : &Tokens::text3,
                    tr("“%1”: %2").arg(name, ui::text::modeReasonText(row, m_format))};
        if (row.hasEarned)
            line.actions = {{tr("Let it run by itself"),
                             [wish = m_wishes.promote, id = row.playId] { wish(id); },
                             tr("Let %1 run by itself").arg(name)}};
        out.append(line);
    }
    if (out.isEmpty())
        out.append({QStringLiteral("none"), Icon::Info, &Tokens::text3,
                    tr("No play has earned to run by itself yet: it takes %1 approvals, %2 % of "
                       "them unchanged, and no complaint.")
                        .arg(m_view.policy.promoteApprovals)
                        .arg(m_view.policy.promoteUneditedPercent)});
    return out;
}

} // namespace topline::pages
