#include "tests/ui/sample_sync.h"

namespace topline::test {

using domain::ConnectionState;
using domain::ObjectState;

namespace {

domain::ObjectProgress object(const char *name, base::UtcMs through, std::int64_t count)
{
    domain::ObjectProgress made;
    made.object = name;
    made.throughMs = through;
    made.done = count;
    made.remoteCount = count;
    made.localCount = count;
    return made;
}

domain::ConnectionView hubSpot(base::UtcMs now)
{
    domain::ConnectionView made;
    made.system = "hubspot";
    made.title = "HubSpot";
    made.orgId = "24601337";
    made.orgName = "Kestrel Fleet";
    made.userName = "maya@kestrelfleet.example";
    made.webUrl = "https://app.hubspot.com/contacts/24601337";
    made.lastOkMs = now - 2 * base::minuteMs;
    made.lastTriedMs = made.lastOkMs;
    const base::UtcMs through = now - 2 * base::minuteMs;
    for (const auto &[name, count] :
         std::initializer_list<std::pair<const char *, std::int64_t>>{{"contacts", 4'212},
                                                                      {"companies", 1'748},
                                                                      {"deals", 318},
                                                                      {"tasks", 2'904},
                                                                      {"calls", 5'120},
                                                                      {"meetings", 1'204},
                                                                      {"notes", 3'377},
                                                                      {"owners", 5}})
        made.objects.push_back(object(name, through, count));
    made.objects[2].localCount = 316;
    domain::ObjectProgress emails = object("emails", through, 0);
    emails.state = ObjectState::Denied;
    emails.throughMs.reset();
    emails.remoteCount.reset();
    emails.localCount.reset();
    emails.reason = "sales-email-read is missing";
    made.objects.push_back(emails);
    made.gate.usedToday = 812;
    made.gate.allowedToday = 50'000;
    made.gate.remoteUsed = 14'210;
    made.gate.remoteAllowed = 250'000;
    made.heldDeletes = 1'204;
    made.advice = {"Add a unique text property topline_id to deals, tasks and notes, so that a "
                   "repeated create can never make a second record."};
    return made;
}

domain::ConnectionView salesforce(base::UtcMs now)
{
    domain::ConnectionView made;
    made.system = "salesforce";
    made.title = "Salesforce";
    made.orgName = "Kestrel Fleet EU";
    made.userName = "maya@kestrel.example.full";
    made.isSandbox = true;
    made.state = ConnectionState::SignInNeeded;
    made.lastOkMs = now - 5 * base::hourMs;
    made.lastTriedMs = now - 4 * base::minuteMs;
    made.error = "The session has expired or the app was removed.";
    made.errorReference = "TID-88213-aa";
    made.objects.push_back(object("opportunities", now - 5 * base::hourMs, 97));
    made.gate.usedToday = 61;
    made.gate.allowedToday = 5'000;
    return made;
}

domain::Conflict conflict(const char *name, base::UtcMs at)
{
    domain::Conflict made;
    made.id = base::Uuid::named("conflict", name);
    made.system = "hubspot";
    made.recordName = "Fleet analytics, 420 seats";
    made.field = "nextStep";
    made.base = "Security review";
    made.ours = "Send the security answers by Friday, then book the call with their lead engineer";
    made.theirs = "Waiting for legal";
    made.oursFrom = "Topline";
    made.atMs = at;
    return made;
}

} // namespace

domain::SyncView sampleSync(base::UtcMs now)
{
    domain::SyncView view;
    view.connections = {hubSpot(now), salesforce(now)};
    view.conflicts = {conflict("one", now - base::hourMs), conflict("two", now - 2 * base::hourMs),
                      conflict("three", now - 3 * base::dayMs)};
    view.conflicts[1].field = "amount";
    view.conflicts[1].recordName = "Pump telemetry <b>bold</b>";
    view.conflicts[1].base = "48000";
    view.conflicts[1].ours = "52000";
    view.conflicts[1].theirs = "45000";
    view.conflicts[2].field = "close";
    view.conflicts[2].state = domain::ConflictState::ByRule;
    view.conflicts[2].ours = "2025-12-12";
    view.conflicts[2].theirs = "2026-01-30";
    domain::PendingWrite waits;
    waits.action = base::Uuid::named("action", "waits");
    waits.system = "hubspot";
    waits.what = "Call: Dana Reyes";
    waits.record = "Northwind Logistics";
    waits.state = "queued";
    domain::PendingWrite unknown = waits;
    unknown.action = base::Uuid::named("action", "unknown");
    unknown.what = "Stage: Proposal";
    unknown.record = "Fleet analytics, 420 seats";
    unknown.state = "unknown";
    unknown.attempts = 2;
    unknown.nextTryMs = now + 5 * base::minuteMs;
    unknown.detail = "The answer was lost; it is looked up before anything is sent again.";
    view.pending = {waits, unknown};
    return view;
}

std::vector<domain::RequestRow> sampleRequests(base::UtcMs now)
{
    std::vector<domain::RequestRow> rows;
    const char *paths[] = {
        "/crm/objects/2026-09/contacts/search", "/crm/objects/2026-09/deals/batch/read",
        "/crm/objects/2026-09/tasks/batch/create", "/account-info/2026-09/details"};
    for (std::int64_t i = 0; i < 40; ++i) {
        domain::RequestRow row;
        row.id = 1'000 - i;
        row.system = "hubspot";
        row.atMs = now - i * 7'300;
        row.method = i % 4 == 3 ? "GET" : "POST";
        row.host = "api.hubapi.com";
        row.path = paths[i % 4];
        row.status = i == 5 ? 429 : i == 9 ? 0 : 200;
        row.durationMs = 80 + i * 13 % 400;
        row.bytesReceived = 800 + i * 971;
        row.bytesSent = 120;
        row.outcome = i == 5 ? "asked to wait 2 s" : i == 9 ? "no answer" : "ok";
        if (i == 5)
            row.reference = "8f2c1d90-correlation";
        rows.push_back(row);
    }
    return rows;
}

domain::SignInReport sampleSignIn()
{
    domain::SignInReport report;
    report.profile.system = "hubspot";
    report.profile.orgId = "24601337";
    report.profile.orgName = "Kestrel Fleet";
    report.profile.userName = "maya@kestrelfleet.example";
    report.profile.denied = {"emails"};
    report.profile.advice = {"Add a unique text property topline_id to deals, tasks and notes, so "
                             "that a repeated create can never make a second record."};
    report.counts = {{"contacts", 4'212}, {"deals", 318},   {"companies", 1'748},
                     {"tasks", 2'904},    {"calls", 5'120}, {"meetings", 1'204},
                     {"notes", 3'377},    {"owners", 5}};
    return report;
}

domain::SyncView firstSync(std::int64_t done, bool syncing)
{
    domain::ConnectionView made;
    made.system = "hubspot";
    made.title = "HubSpot";
    made.state = ConnectionState::Connected;
    made.syncing = syncing;
    domain::ObjectProgress contacts;
    contacts.object = "contacts";
    contacts.state = syncing ? ObjectState::Working : ObjectState::Fresh;
    contacts.done = done;
    contacts.expected = 4'000;
    made.objects = {contacts};
    if (!syncing)
        made.lastOkMs = 1'763'464'440'000;
    domain::SyncView view;
    view.connections = {made};
    return view;
}

} // namespace topline::test
