#include "app/topline/shots_sync.h"

#include <algorithm>
#include <array>

namespace topline::app {

using domain::ConnectionState;
using domain::ObjectState;

namespace {

struct Count {
    const char *object;
    std::int64_t rows;
};

constexpr Count hubSpotCounts[] = {{"contacts", 4'212}, {"companies", 1'748}, {"deals", 318},
                                   {"tasks", 9'031},    {"calls", 7'454},     {"meetings", 3'108},
                                   {"notes", 7'249},    {"owners", 5}};
constexpr Count salesforceCounts[] = {
    {"contacts", 611}, {"accounts", 204}, {"opportunities", 97}, {"tasks", 1'873}};

domain::ObjectProgress objectOf(const Count &count, base::UtcMs through)
{
    domain::ObjectProgress object;
    object.object = count.object;
    object.throughMs = through;
    object.done = count.rows;
    object.remoteCount = count.rows;
    object.localCount = count.rows;
    return object;
}

domain::ConnectionView hubSpot()
{
    domain::ConnectionView connection;
    connection.system = "hubspot";
    connection.title = "HubSpot";
    connection.orgId = "24601337";
    connection.orgName = "Kestrel Fleet";
    connection.userName = "maya@kestrelfleet.example";
    connection.webUrl = "https://app.hubspot.com/contacts/24601337";
    return connection;
}

domain::ConnectionView filledHubSpot(base::UtcMs now)
{
    domain::ConnectionView connection = hubSpot();
    connection.lastOkMs = now - 2 * base::minuteMs;
    connection.lastTriedMs = connection.lastOkMs;
    for (const Count &count : hubSpotCounts)
        connection.objects.push_back(objectOf(count, *connection.lastOkMs));
    connection.objects[6].localCount = 7'241; // a shortfall is loud
    domain::ObjectProgress mails;
    mails.object = "emails";
    mails.state = ObjectState::Denied;
    mails.reason = "The key lacks sales-email-read";
    connection.objects.push_back(mails);
    connection.gate = {812, 50'000, 14'210, 250'000, {}, {}};
    connection.heldDeletes = 131;
    connection.advice = {"Add a unique text property topline_id to deals, tasks and notes: a "
                         "repeated create can then never make a second record."};
    return connection;
}

domain::ConnectionView filledSalesforce(base::UtcMs now)
{
    domain::ConnectionView connection;
    connection.system = "salesforce";
    connection.title = "Salesforce";
    connection.orgName = "Kestrel Fleet EU";
    connection.userName = "maya@kestrel.example.full";
    connection.isSandbox = true;
    connection.state = ConnectionState::SignInNeeded;
    connection.lastOkMs = now - 5 * base::hourMs;
    connection.lastTriedMs = now - 4 * base::minuteMs;
    connection.error = "The session has expired or the app was removed.";
    connection.errorReference = "TID-88213-aa";
    for (const Count &count : salesforceCounts)
        connection.objects.push_back(objectOf(count, *connection.lastOkMs));
    connection.gate = {61, 5'000, 2'204, 100'000, {}, {}};
    return connection;
}

domain::Conflict conflictOf(const char *name, const char *field, const char *record)
{
    domain::Conflict conflict;
    conflict.id = base::Uuid::named("shot", name);
    conflict.system = "hubspot";
    conflict.oursFrom = "Topline";
    conflict.field = field;
    conflict.recordName = record;
    return conflict;
}

std::vector<domain::Conflict> conflicts(base::UtcMs now)
{
    domain::Conflict step = conflictOf("step", "nextStep", "Fleet analytics, 420 seats");
    step.base = "Security review";
    step.ours = "Send the security answers by Friday, then book the call with their lead engineer";
    step.theirs = "Waiting for legal";
    step.atMs = now - base::hourMs;
    domain::Conflict amount = conflictOf("amount", "amount", "Pump telemetry rollout");
    amount.base = "USD 48000";
    amount.ours = "USD 52000";
    amount.theirs = "USD 45000";
    amount.atMs = now - 2 * base::hourMs;
    domain::Conflict close = conflictOf("close", "close", "Cold chain pilot");
    close.base = "2025-12-01";
    close.ours = "2025-12-12";
    close.theirs = "2026-01-30";
    close.atMs = now - 3 * base::dayMs;
    close.state = domain::ConflictState::ByRule;
    return {step, amount, close};
}

std::vector<domain::PendingWrite> pending(base::UtcMs now)
{
    domain::PendingWrite call;
    call.action = base::Uuid::named("shot", "call");
    call.system = "hubspot";
    call.what = "Call: Dana Reyes";
    call.record = "Northwind Logistics";
    call.state = "queued";
    domain::PendingWrite stage = call;
    stage.action = base::Uuid::named("shot", "stage");
    stage.what = "Stage: Proposal";
    stage.record = "Fleet analytics, 420 seats";
    stage.state = "unknown";
    stage.attempts = 2;
    stage.nextTryMs = now + 5 * base::minuteMs;
    stage.detail = "The answer was lost; it is looked up before anything is sent again.";
    domain::PendingWrite note = call;
    note.action = base::Uuid::named("shot", "note");
    note.system = "salesforce";
    note.what = "Note: demo follow-up";
    note.record = "Alpine Cold Chain";
    return {call, stage, note};
}

} // namespace

domain::SyncView scriptedSync(base::UtcMs now)
{
    domain::CollectorView site;
    site.isOn = true;
    site.port = 8'127;
    site.hasKey = true;
    site.isListening = true;
    site.added = 1'204;
    site.known = 12;
    site.rejected = 3;
    site.refusedCalls = 1;
    site.lastMs = now - 2 * base::minuteMs;
    return {{filledHubSpot(now), filledSalesforce(now)}, pending(now), conflicts(now), site};
}

domain::SyncView scriptedFirstSync(int percent)
{
    domain::ConnectionView connection = hubSpot();
    connection.syncing = true;
    std::int64_t left = 0;
    for (const Count &count : hubSpotCounts)
        left += count.rows * percent;
    left /= 100;
    for (const Count &count : hubSpotCounts) {
        domain::ObjectProgress object;
        object.object = count.object;
        object.expected = count.rows;
        object.done = std::min(count.rows, left);
        object.state = object.done < count.rows ? ObjectState::Working : ObjectState::Fresh;
        left -= object.done;
        connection.objects.push_back(object);
    }
    return {{connection}, {}, {}, {}};
}

std::vector<domain::RequestRow> scriptedRequests(base::UtcMs now)
{
    constexpr std::array paths{
        "/crm/objects/2026-09/contacts/search", "/crm/objects/2026-09/deals/batch/read",
        "/crm/objects/2026-09/tasks/batch/create", "/account-info/2026-09/details"};
    constexpr std::int64_t rows = 48;
    constexpr std::int64_t refused = 5;
    std::vector<domain::RequestRow> made;
    for (std::int64_t i = 0; i < rows; ++i) {
        domain::RequestRow row;
        row.id = rows - i;
        row.system = "hubspot";
        row.atMs = now - 2 * base::minuteMs - i * 7'300;
        row.path = paths[static_cast<std::size_t>(i) % paths.size()];
        row.method = i % 4 == 3 ? "GET" : "POST";
        row.host = "api.hubapi.com";
        row.status = i == refused ? 429 : 200;
        row.outcome = i == refused ? "asked to wait 2 s" : "ok";
        row.reference = i == refused ? "8f2c1d90-4b7e" : "";
        row.durationMs = 84 + i * 137 % 410;
        row.bytesReceived = 812 + i * 9'713 % 48'000;
        row.bytesSent = 140;
        made.push_back(row);
    }
    return made;
}

domain::SignInReport scriptedSignIn()
{
    const domain::ConnectionView connection = hubSpot();
    domain::SignInReport report;
    report.profile.system = connection.system;
    report.profile.orgId = connection.orgId;
    report.profile.orgName = connection.orgName;
    report.profile.userName = connection.userName;
    report.profile.denied = {"emails"};
    report.profile.advice = filledHubSpot(0).advice;
    for (const Count &count : hubSpotCounts)
        report.counts[count.object] = count.rows;
    return report;
}

} // namespace topline::app
