#include "app/cli/commands.h"
#include "app/cli/crm_desk.h"
#include "app/cli/interrupt.h"
#include "app/cli/json_values.h"
#include "app/cli/progress_line.h"
#include "app/cli/session.h"
#include "core/engine/intake/connection_book.h"

#include <algorithm>
#include <optional>

namespace topline::app {

namespace {

base::Error noSource()
{
    return {base::ErrorCode::Refused, "This workspace is connected to no CRM.",
            "Nothing was changed.",
            "Connect one (connect), import CSV files (import crm), or make a demo workspace (new "
            "--demo)."};
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

namespace {

// Adds one source's part to the reply.
void tell(Reply &reply, const crm::Connector &connector, const engine::SyncSummary &summary)
{
    reply.text += QStringLiteral("Synced with %1: %2 records changed, %3 new events.\n")
                      .arg(toQt(connector.title()))
                      .arg(summary.records)
                      .arg(summary.events);
}

base::Error notConnected(const std::string &system)
{
    return {base::ErrorCode::Refused, "\"" + system + "\" is not connected.",
            "Nothing was changed.", "Connect it first (connect)."};
}

} // namespace

base::Result<Reply> runSync(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    CrmDesk desk(*session);
    TRY_ASSIGN(auto systems, desk.systems());
    const std::string only =
        invocation.arguments.empty() ? std::string() : invocation.arguments.front();
    if (!only.empty())
        std::erase_if(systems, [&](const auto &system) { return system != only; });
    crm::Connector *demo = session->connector();
    if (demo && !only.empty() && demo->system() != only)
        demo = nullptr;
    if (systems.empty() && !demo)
        return only.empty() ? noSource() : notConnected(only);
    ProgressLine progress(invocation.has("progress"));
    Reply out;
    engine::SyncSummary total;
    if (demo) {
        TRY_ASSIGN(const auto summary, desk.sync(*demo, progress));
        add(total, summary);
        total.cancelled = summary.cancelled;
        tell(out, *demo, summary);
    }
    // One that fails does not keep the others from being asked.
    std::optional<base::Error> failure;
    for (const auto &system : systems) {
        if (invocation.has("yes"))
            TRY(session->engine().connections().allowFirstSync(system));
        const auto connector = desk.open(system);
        const auto summary = connector.ok() ? desk.sync(**connector, progress)
                                            : base::Result<engine::SyncSummary>(connector.error());
        if (!summary.ok()) {
            failure = summary.error();
            continue;
        }
        add(total, *summary);
        total.cancelled = total.cancelled || summary->cancelled;
        tell(out, **connector, *summary);
    }
    TRY(session->engine().tick());
    if (failure)
        return *failure;
    out.status = total.cancelled ? 1 : 0;
    out.document = summaryDocument(total);
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

namespace {

void add(engine::DrainReport &to, const engine::DrainReport &from)
{
    to.sent += from.sent;
    to.failed += from.failed;
    to.unknown += from.unknown;
    to.conflicts += from.conflicts;
    to.withheld += from.withheld;
    to.waiting = from.waiting; // of all
}

} // namespace

base::Result<Reply> runRun(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    CrmDesk desk(*session);
    TRY_ASSIGN(const auto systems, desk.systems());
    if (!session->connector() && systems.empty())
        return noSource();
    engine::Engine &engine = session->engine();
    if (!invocation.has("no-wait")) {
        TRY_ASSIGN(const auto until, lastHoldEnd(engine));
        if (until)
            TRY(session->wait(*until - session->now()));
    }
    engine::DrainReport report;
    TRY_ASSIGN(report.waiting, engine.tables().outbox.pendingCount());
    bool takesOwnerless = true; // the first of them gets what is about no record
    if (session->connector()) {
        TRY_ASSIGN(const auto drained, engine.drainOutbox(*session->connector(), desk.cancel()));
        add(report, drained);
        takesOwnerless = false;
    }
    std::optional<base::Error> failure;
    for (const auto &system : systems) {
        const auto connector = desk.open(system);
        if (!connector.ok()) {
            failure = connector.error();
            continue;
        }
        TRY_ASSIGN(const auto drained,
                   engine.drainOutbox(**connector, desk.cancel(), takesOwnerless));
        add(report, drained);
        takesOwnerless = false;
    }
    if (failure)
        return *failure;
    Reply out;
    out.status = report.failed + report.unknown + report.conflicts > 0 ? 1 : 0;
    out.document = {{QStringLiteral("sent"), jsonInteger(report.sent)},
                    {QStringLiteral("failed"), jsonInteger(report.failed)},
                    {QStringLiteral("unknown"), jsonInteger(report.unknown)},
                    {QStringLiteral("conflicts"), jsonInteger(report.conflicts)},
                    {QStringLiteral("withheld"), jsonInteger(report.withheld)},
                    {QStringLiteral("waiting"), jsonInteger(report.waiting)},
                    {QStringLiteral("asOf"), jsonTime(session->now())}};
    out.text = QStringLiteral("Sent %1, failed %2, unknown %3, withheld %4, waiting %5.\n")
                   .arg(report.sent)
                   .arg(report.failed)
                   .arg(report.unknown)
                   .arg(report.withheld)
                   .arg(report.waiting);
    if (report.conflicts > 0)
        out.text += QStringLiteral("%1 were changed in the CRM as well: see conflicts.\n")
                        .arg(report.conflicts);
    return out;
}

} // namespace topline::app
