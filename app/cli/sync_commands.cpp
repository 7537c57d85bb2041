#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/cli/json_values.h"
#include "app/cli/progress_line.h"
#include "app/cli/session.h"

#include <algorithm>

namespace topline::app {

namespace {

base::Error noSource()
{
    return {base::ErrorCode::Refused, "This workspace is connected to no CRM.",
            "Nothing was changed.",
            "Import CSV files (import crm), or make a demo workspace (new --demo)."};
}

QJsonObject summaryDocument(const engine::SyncSummary &summary)
{
    return {{QStringLiteral("pages"), jsonInteger(summary.pages)},
            {QStringLiteral("records"), jsonInteger(summary.records)},
            {QStringLiteral("events"), jsonInteger(summary.events)},
            {QStringLiteral("cancelled"), summary.cancelled}};
}

void add(engine::SyncSummary &to, const engine::SyncSummary &from)
{
    to.pages += from.pages;
    to.records += from.records;
    to.events += from.events;
}

// The holds that approved actions are still in end here; nothing when none is.
base::Result<std::optional<base::UtcMs>> lastHoldEnd(engine::Engine &engine)
{
    TRY_ASSIGN(const auto queued, engine.tables().outbox.inState(domain::EffectState::Queued));
    std::optional<base::UtcMs> out;
    for (const auto &effect : queued) {
        const base::DurationMs left = effect.notBeforeMs - engine.now();
        // What waits longer waits for a retry or for office hours, not for its hold.
        if (left > 0 && left <= engine.policy().feed.holdMs)
            out = std::max(out.value_or(0), effect.notBeforeMs);
    }
    return out;
}

} // namespace

base::Result<Reply> runSync(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    if (!session->connector())
        return noSource();
    const crm::CancelToken cancel;
    ProgressLine progress(invocation.has("progress"));
    TRY_ASSIGN(
        const auto summary,
        session->engine().sync(
            *session->connector(), cancel, [&](const engine::SyncSummary &soFar) {
                progress.show(
                    QStringLiteral("%1 records, %2 events").arg(soFar.records).arg(soFar.events));
                return !isInterrupted();
            }));
    TRY(session->engine().tick());
    Reply out;
    out.status = summary.cancelled ? 1 : 0;
    out.document = summaryDocument(summary);
    out.text = QStringLiteral("Synced with %1: %2 records changed, %3 new events.\n")
                   .arg(toQt(session->connector()->title()))
                   .arg(summary.records)
                   .arg(summary.events);
    return out;
}

base::Result<Reply> runDemoAdvance(const Invocation &invocation)
{
    const std::int64_t days = invocation.number("days", 1);
    if (days < 1 || days > 3'650)
        return usageReply("--days needs a number from 1 to 3650.");
    TRY_ASSIGN(const auto session, Session::open(invocation));
    const crm::CancelToken cancel;
    engine::SyncSummary total;
    ProgressLine progress(invocation.has("progress"));
    // Several looks a day, so that signals are seen while they are fresh.
    constexpr int looksPerDay = 4;
    std::int64_t step = 0;
    for (; step < days * looksPerDay && !isInterrupted(); ++step) {
        TRY(session->moveAhead(base::dayMs / looksPerDay));
        TRY_ASSIGN(const auto summary, session->engine().sync(*session->connector(), cancel));
        TRY(session->engine().tick());
        add(total, summary);
        progress.show(QStringLiteral("day %1 of %2").arg(step / looksPerDay + 1).arg(days));
    }
    total.cancelled = isInterrupted();
    Reply out;
    out.status = total.cancelled ? 1 : 0;
    out.document = summaryDocument(total);
    out.document.insert(QStringLiteral("asOf"), jsonTime(session->now()));
    out.document.insert(QStringLiteral("days"), jsonInteger(step / looksPerDay));
    out.text = QStringLiteral("%1 days on, it is %2: %3 records changed, %4 new events.\n")
                   .arg(step / looksPerDay)
                   .arg(session->format().dateTime(session->now()))
                   .arg(total.records)
                   .arg(total.events);
    return out;
}

base::Result<Reply> runRun(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    if (!session->connector())
        return noSource();
    engine::Engine &engine = session->engine();
    if (!invocation.has("no-wait")) {
        TRY_ASSIGN(const auto until, lastHoldEnd(engine));
        if (until)
            TRY(session->wait(*until - session->now()));
    }
    const crm::CancelToken cancel;
    TRY_ASSIGN(const auto report, engine.drainOutbox(*session->connector(), cancel));
    Reply out;
    out.status = report.failed + report.unknown > 0 ? 1 : 0;
    out.document = {{QStringLiteral("sent"), jsonInteger(report.sent)},
                    {QStringLiteral("failed"), jsonInteger(report.failed)},
                    {QStringLiteral("unknown"), jsonInteger(report.unknown)},
                    {QStringLiteral("withheld"), jsonInteger(report.withheld)},
                    {QStringLiteral("waiting"), jsonInteger(report.waiting)},
                    {QStringLiteral("asOf"), jsonTime(session->now())}};
    out.text = QStringLiteral("Sent %1, failed %2, unknown %3, withheld %4, waiting %5.\n")
                   .arg(report.sent)
                   .arg(report.failed)
                   .arg(report.unknown)
                   .arg(report.withheld)
                   .arg(report.waiting);
    return out;
}

} // namespace topline::app
