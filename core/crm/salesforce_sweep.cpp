#include "core/crm/salesforce_sweep.h"

#include "core/crm/salesforce_api.h"
#include "core/crm/salesforce_id.h"
#include "core/crm/salesforce_pull.h"
#include "core/crm/soql.h"
#include "core/crm/url_text.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace topline::crm {

namespace {

using enum SalesforceStreamKind;

constexpr std::array<SalesforceStreamKind, 4> swept = {Accounts, Contacts, Leads, Deals};
constexpr base::DurationMs logReachMs = 14 * base::dayMs; // the log holds 15 days
constexpr std::size_t idsPerQuery = 200;
constexpr std::size_t idsMax = 1'000;
// Members of campaigns that are two events.
constexpr std::string_view answered = "HasResponded = true AND FirstRespondedDate != null";

struct Count {
    SalesforceQuery query;
    std::string kind; // that its rows are counted as
};

// The one form that is published for the log of deletions, which drops the seconds itself.
std::string logTime(base::UtcMs timeMs)
{
    std::string out = soqlTime(timeMs / base::secondMs * base::secondMs);
    out.pop_back();
    return percentEncoded(out + "+00:00");
}

std::string countOf(const SalesforceStream &stream, std::string_view more = {})
{
    std::string where = stream.where();
    for (const std::string_view also : {stream.firstFilter, more}) {
        if (!also.empty())
            where.append(where.empty() ? "" : " AND ").append(also);
    }
    return Soql{"COUNT()", std::string(stream.object), where}.text();
}

// Ids of the log of deletions; nothing when it does not reach back that far.
std::optional<std::vector<std::string>> loggedIds(const SalesforcePart &part, base::UtcMs since)
{
    if (part.status != 200)
        return std::nullopt;
    const QJsonObject object =
        QJsonDocument::fromJson(QByteArray::fromStdString(part.body)).object();
    const auto earliest = salesforceTime(
        object.value(QLatin1String("earliestDateAvailable")).toString().toStdString());
    if (!earliest || *earliest > since)
        return std::nullopt;
    std::vector<std::string> out;
    for (const QJsonValue &each : object.value(QLatin1String("deletedRecords")).toArray()) {
        const auto id =
            salesforceId18(each.toObject().value(QLatin1String("id")).toString().toStdString());
        if (id)
            out.push_back(*id);
    }
    return out;
}

// Those of the ids that are still in the organisation, at least in its recycle bin, are the
// stream's.
base::Status addPurged(SalesforceClient &client, const SalesforceStream &stream,
                       const std::vector<std::string> &ids, Page &page, const CancelToken &cancel)
{
    for (std::size_t at = 0; at < ids.size(); at += idsPerQuery) {
        const std::vector<std::string> some(
            ids.begin() + static_cast<std::ptrdiff_t>(at),
            ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), at + idsPerQuery)));
        TRY_ASSIGN(
            const auto rows,
            readAllSalesforceRows(
                client,
                {Soql{"Id", std::string(stream.object), "Id IN " + soqlList(some)}.text(), true},
                cancel));
        for (const std::string &id : some) {
            const bool isThere = std::any_of(rows.begin(), rows.end(),
                                             [&](const auto &row) { return row.id == id; });
            if (!isThere)
                page.gone.push_back({*stream.record, salesforceRemoteId(id), true});
        }
    }
    return {};
}

// Leads are contacts of ours, so both are one number.
void addCounts(const std::vector<SalesforcePart> &parts, const SalesforceCursor &cursor, Page &page)
{
    std::map<SalesforceStreamKind, std::int64_t> counts;
    for (std::size_t i = 0; i < swept.size(); ++i) {
        const auto rows = readSalesforceRows(parts[i].body);
        if (parts[i].status == 200 && rows)
            counts[swept[i] == Leads ? Contacts : swept[i]] += rows->total;
    }
    for (const auto &[kind, number] : counts) {
        const SalesforceStream &stream = salesforceStream(kind);
        auto found = std::find_if(page.progress.begin(), page.progress.end(),
                                  [&](const auto &one) { return one.object == stream.progress; });
        if (found == page.progress.end()) {
            page.progress.push_back(cursor.marks.find(stream.key)->second.progress(stream));
            page.progress.back().throughMs = cursor.passMs;
            found = page.progress.end() - 1;
        }
        found->remoteCount = number;
    }
}

} // namespace

base::Status sweepSalesforce(SalesforceClient &client, const SalesforceSchema &schema,
                             const SalesforceCursor &cursor, Page &page, const CancelToken &cancel)
{
    const base::UtcMs now = client.serverNow();
    const base::UtcMs since = std::max(cursor.sweepMs - base::hourMs, now - logReachMs);
    std::vector<SalesforceSubrequest> reads;
    for (const auto kind : swept)
        reads.push_back(
            {client.pathOf("/query?q=" + percentEncoded(countOf(salesforceStream(kind)))), {}});
    const bool isFirst = cursor.sweepMs == 0;
    for (const auto kind : swept) {
        if (!isFirst)
            reads.push_back(
                {client.pathOf("/sobjects/" + std::string(salesforceStream(kind).object) +
                               "/deleted/?start=" + logTime(since) + "&end=" + logTime(now)),
                 {}});
    }
    TRY_ASSIGN(const auto answer, client.send({.method = HttpMethod::Post,
                                               .path = "/composite",
                                               .body = salesforceCompositeBody(reads)},
                                              cancel));
    // It proves nothing then, which is no reason to hold the pass up.
    const auto parts = readSalesforceParts(answer.body, reads.size());
    if (!answer.ok() || !parts)
        return {};
    addCounts(*parts, cursor, page);
    for (std::size_t i = swept.size(); i < parts->size(); ++i) {
        const SalesforceStream &stream = salesforceStream(swept[i - swept.size()]);
        auto ids = loggedIds((*parts)[i], since);
        if (!ids || schema.find(stream.object) == nullptr)
            continue;
        // A loser of a merge is in the log as well, and is not gone but the winner.
        std::erase_if(*ids, [&](const std::string &id) {
            return std::find(cursor.merged.begin(), cursor.merged.end(), salesforceRemoteId(id)) !=
                   cursor.merged.end();
        });
        if (ids->size() <= idsMax)
            TRY(addPurged(client, stream, *ids, page, cancel));
    }
    return {};
}

base::Result<std::map<std::string, std::int64_t>> SalesforcePull::count(const CancelToken &cancel)
{
    TRY(m_schema.load(m_client, cancel));
    std::map<std::string, std::int64_t> out;
    out["stages"] = static_cast<std::int64_t>(m_schema.stages().size());
    std::vector<Count> counts;
    for (const SalesforceStream &stream : salesforceStreams()) {
        std::string kind;
        const bool isChange = stream.kind == Roles || stream.kind == History;
        if (stream.record)
            kind = stream.kind == Leads ? "contacts" : std::string(stream.progress);
        else if (!isChange && stream.kind != HeldMeetings)
            kind = "events";
        const SalesforceObject *object = salesforceObjectOf(stream, m_schema);
        if (kind.empty() || object == nullptr)
            continue;
        counts.push_back({{countOf(stream), stream.readsDeleted()}, kind});
        if (stream.kind == Members && object->shows("HasResponded") &&
            object->shows("FirstRespondedDate"))
            counts.push_back({{countOf(stream, answered), true}, kind});
        out[kind] += 0;
    }
    for (std::size_t at = 0; at < counts.size(); at += salesforceQueriesPerCall) {
        std::vector<SalesforceQuery> queries;
        for (std::size_t i = at; i < std::min(counts.size(), at + salesforceQueriesPerCall); ++i)
            queries.push_back(counts[i].query);
        TRY_ASSIGN(const auto outcomes, runSalesforceQueries(m_client, queries, cancel));
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            if (outcomes[i].rows)
                out[counts[at + i].kind] += outcomes[i].rows->total;
            else if (outcomes[i].failure.verdict() == SalesforceVerdict::Retry)
                return salesforceReadError(outcomes[i].failure, m_client.now());
        }
    }
    return out;
}

} // namespace topline::crm
