#include "app/cli/guard_commands.h"

#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "core/engine/guards/send_guard_desk.h"
#include "core/engine/reads/reads.h"
#include "ui/text/guard_reason.h"
#include "ui/text/reason_text.h"

#include <algorithm>

namespace topline::app {

namespace {

QJsonObject document(const domain::UseRow &row)
{
    return {{QStringLiteral("name"), toQt(row.name)},
            {QStringLiteral("used"), jsonInteger(row.used)},
            {QStringLiteral("limit"), jsonInteger(row.limit)}};
}

QJsonObject document(const domain::WaitRow &row)
{
    return {{QStringLiteral("action"), toQt(row.action.text())},
            {QStringLiteral("account"), toQt(row.accountName)},
            {QStringLiteral("contact"), toQt(row.contactName)},
            {QStringLiteral("why"), toQt(row.why)},
            {QStringLiteral("at"), jsonTime(row.atMs)}};
}

QJsonObject document(const domain::ModeRow &row)
{
    const auto &conduct = row.conduct;
    return {{QStringLiteral("play"), toQt(row.playId)},
            {QStringLiteral("mode"), toQt(domain::modeName(row.mode))},
            {QStringLiteral("has_earned"), row.hasEarned},
            {QStringLiteral("approvals"), jsonInteger(conduct.approvals)},
            {QStringLiteral("unedited"), jsonInteger(conduct.unedited)},
            {QStringLiteral("mails"), jsonInteger(conduct.mails)},
            {QStringLiteral("bounces"), jsonInteger(conduct.bounces)},
            {QStringLiteral("unsubscribes"), jsonInteger(conduct.unsubscribes)},
            {QStringLiteral("complaints"), jsonInteger(conduct.complaints)}};
}

QJsonObject document(const domain::SeatRow &row)
{
    return {{QStringLiteral("rep"), toQt(row.name)},
            {QStringLiteral("weight"), jsonInteger(row.seat.weight)},
            {QStringLiteral("capacity"), jsonInteger(row.seat.capacity)},
            {QStringLiteral("present"), row.seat.isPresent},
            {QStringLiteral("open"), jsonInteger(row.open)}};
}

QJsonObject document(const domain::SpeedFigures &figures)
{
    return {{QStringLiteral("median_ms"), jsonInteger(figures.medianMs)},
            {QStringLiteral("p90_ms"), jsonInteger(figures.p90Ms)},
            {QStringLiteral("within_5_min_permille"), jsonInteger(figures.within5MinPermille)}};
}

template <typename Row> QJsonArray documents(const std::vector<Row> &rows)
{
    QJsonArray out;
    for (const auto &row : rows)
        out.append(document(row));
    return out;
}

QJsonObject document(const domain::GuardView &view)
{
    QJsonArray rules;
    for (const auto &rule : view.rules)
        rules.append(QJsonObject{{QStringLiteral("rule"), toQt(domain::reasonCodeName(rule.code))},
                                 {QStringLiteral("count"), jsonInteger(rule.count)}});
    QJsonArray pauses;
    for (const auto &pause : view.pauses)
        pauses.append(toQt(domain::channelName(pause.channel)));
    return {{QStringLiteral("mails"), document(view.mails)},
            {QStringLiteral("hosts"), documents(view.hosts)},
            {QStringLiteral("reps"), documents(view.reps)},
            {QStringLiteral("counted_ahead"), view.isCountedAhead},
            {QStringLiteral("paused"), pauses},
            {QStringLiteral("waiting"), documents(view.waiting)},
            {QStringLiteral("kept_back"), documents(view.keptBack)},
            {QStringLiteral("rules"), rules},
            {QStringLiteral("modes"), documents(view.modes)},
            {QStringLiteral("seats"), documents(view.seats)},
            {QStringLiteral("speed"),
             QJsonObject{{QStringLiteral("answered"), jsonInteger(view.speed.answered)},
                         {QStringLiteral("waiting"), jsonInteger(view.speed.waiting)},
                         {QStringLiteral("clock"), document(view.speed.clock)},
                         {QStringLiteral("work"), document(view.speed.work)}}}};
}

QString rowsOf(const std::vector<domain::WaitRow> &rows, const ui::text::Format &format)
{
    TextTable table(
        {{QStringLiteral("action")}, {QStringLiteral("to")}, {QStringLiteral("why"), false, 80}});
    for (const auto &row : rows)
        table.add({toQt(row.action.text()).left(8), toQt(row.contactName),
                   ui::text::keptBackText(row.why, format)});
    return table.text();
}

QString speedText(const domain::SpeedReport &speed, const ui::text::Format &format)
{
    if (speed.answered == 0)
        return QStringLiteral("none answered yet, %1 waiting").arg(speed.waiting);
    const auto text = [&](const domain::SpeedFigures &figures) {
        return QStringLiteral("median %1, p90 %2, %3 within 5 min")
            .arg(format.span(figures.medianMs), format.span(figures.p90Ms),
                 format.percent(static_cast<double>(figures.within5MinPermille) / 1'000));
    };
    return QStringLiteral("%1 answered, %2 waiting\n  by the clock  %3\n  working time  %4")
        .arg(speed.answered)
        .arg(speed.waiting)
        .arg(text(speed.clock), text(speed.work));
}

QString viewText(const domain::GuardView &view, const ui::text::Format &format)
{
    QString out =
        QStringLiteral("Mails today: %1 of %2\n").arg(view.mails.used).arg(view.mails.limit);
    for (const auto *rows : {&view.hosts, &view.reps}) {
        for (const auto &row : *rows)
            out +=
                QStringLiteral("  %1: %2 of %3\n").arg(toQt(row.name)).arg(row.used).arg(row.limit);
    }
    if (view.isCountedAhead)
        out += QStringLiteral("Mails count for a later day than today: the clock was wrong once. "
                              "`guards count-anew` begins again.\n");
    for (const auto &pause : view.pauses)
        out += QStringLiteral("Paused: %1, %2 in doubt. `guards resume %1` lets it go on.\n")
                   .arg(toQt(domain::channelName(pause.channel)))
                   .arg(pause.unknowns);
    if (!view.waiting.empty())
        out += QStringLiteral("\nWaiting\n") + rowsOf(view.waiting, format);
    if (!view.keptBack.empty())
        out += QStringLiteral("\nKept back\n") + rowsOf(view.keptBack, format);
    TextTable rules({{QStringLiteral("rule")}, {QStringLiteral("signals"), true}});
    for (const auto &rule : view.rules)
        rules.add({ui::text::ruleName(rule.code), QString::number(rule.count)});
    if (!rules.isEmpty())
        out += QStringLiteral("\nSuppressed in 30 days\n") + rules.text();
    TextTable seats({{QStringLiteral("rep")},
                     {QStringLiteral("weight"), true},
                     {QStringLiteral("open"), true},
                     {QStringLiteral("capacity"), true}});
    for (const auto &seat : view.seats)
        seats.add({toQt(seat.name), QString::number(seat.seat.weight), QString::number(seat.open),
                   QString::number(seat.seat.capacity)});
    if (!seats.isEmpty())
        out += QStringLiteral("\nTake inbound actions\n") + seats.text();
    for (const auto &mode : view.modes) {
        if (mode.hasEarned)
            out += QStringLiteral("\n%1 may run by itself: %2 of %3 approvals unchanged.\n")
                       .arg(toQt(mode.playName))
                       .arg(mode.conduct.unedited)
                       .arg(mode.conduct.approvals);
    }
    return out + QStringLiteral("\nSpeed to lead, 90 days: ") + speedText(view.speed, format) +
           QLatin1Char('\n');
}

base::Result<Reply> done(const QString &text)
{
    Reply out;
    out.text = text + QLatin1Char('\n');
    out.document.insert(QStringLiteral("done"), true);
    return out;
}

} // namespace

base::Result<Reply> runGuards(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto view, session->engine().reads().guards());
    Reply out;
    out.document = document(view);
    out.text = viewText(view, session->format());
    return out;
}

base::Result<Reply> runGuardsResume(const Invocation &invocation)
{
    for (const auto channel :
         {domain::Channel::Crm, domain::Channel::Mail, domain::Channel::Calendar}) {
        if (domain::channelName(channel) != invocation.arguments.front())
            continue;
        TRY_ASSIGN(const auto session, Session::open(invocation));
        TRY(session->engine().guards().resumeChannel(channel));
        return done(QStringLiteral("It goes on."));
    }
    return usageReply("A channel is crm, mail or calendar.");
}

base::Result<Reply> runGuardsCountAnew(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY(session->engine().guards().beginCounting());
    return done(QStringLiteral("Mails count from zero again."));
}

base::Result<Reply> runGuardsPromote(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY(session->engine().guards().promote(invocation.arguments.front()));
    return done(QStringLiteral("It runs by itself from now on."));
}

base::Result<Reply> runGuardsSpeed(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto view, session->engine().reads().guards());
    const auto format = session->format();
    Reply out;
    QJsonArray rows;
    TextTable table({{QStringLiteral("action")},
                     {QStringLiteral("account"), false, 30},
                     {QStringLiteral("rep")},
                     {QStringLiteral("asked")},
                     {QStringLiteral("waited"), true},
                     {QStringLiteral("of it worked"), true}});
    for (const auto &row : view.speedRows) {
        rows.append(QJsonObject{{QStringLiteral("action"), toQt(row.action.text())},
                                {QStringLiteral("account"), toQt(row.accountName)},
                                {QStringLiteral("rep"), toQt(row.repName)},
                                {QStringLiteral("from"), jsonTime(row.fromMs)},
                                {QStringLiteral("touched"), jsonTime(row.touchedMs)},
                                {QStringLiteral("work_ms"), jsonInteger(row.workMs)}});
        table.add({toQt(row.action.text()).left(8), toQt(row.accountName), toQt(row.repName),
                   format.when(row.fromMs),
                   row.touchedMs ? format.span(*row.touchedMs - row.fromMs)
                                 : QStringLiteral("still waiting"),
                   format.span(row.workMs)});
    }
    out.document.insert(QStringLiteral("items"), rows);
    out.text = speedText(view.speed, format) + QLatin1Char('\n') + table.text();
    return out;
}

} // namespace topline::app
