#include "core/crm/salesforce_pull.h"

#include "core/base/text.h"
#include "core/crm/salesforce_api.h"
#include "core/crm/salesforce_id.h"
#include "core/crm/salesforce_progress.h"
#include "core/crm/salesforce_sweep.h"
#include "core/crm/soql.h"

#include <algorithm>

namespace topline::crm {

namespace {

using domain::ObjectProgress;
using domain::ObjectState;
using enum SalesforceStreamKind;

constexpr std::size_t eventsPerPageMax = 2'000;
constexpr std::int64_t changesPerQuery = 200; // of rows that bring whole deals after them
constexpr std::size_t mergedMax = 500;

bool bringsEvents(const SalesforceStream &stream)
{
    return !stream.record && stream.kind != Roles && stream.kind != History;
}

// The history is first read deal by deal, so that each row's predecessor is known.
bool isByDeal(const SalesforceStream &stream, const SalesforceMark &mark)
{
    return stream.kind == History && mark.isFirst;
}

std::string after(std::string_view field, const std::string &value, const std::string &id)
{
    const std::string name(field);
    return "((" + name + " > " + value + ") OR (" + name + " = " + value + " AND Id > " +
           soqlText(id) + "))";
}

std::string keysetOf(const SalesforceStream &stream, const SalesforceMark &mark)
{
    if (!mark.isBegun)
        return {};
    if (isByDeal(stream, mark))
        return after("OpportunityId", soqlText(mark.history.deal.substr(3)), mark.id);
    const std::string stamp(stream.stamp);
    if (mark.id.empty())
        return stamp + " >= " + soqlTime(mark.stampMs);
    return after(stamp, soqlTime(mark.stampMs), mark.id);
}

std::set<std::string> driftOf(const SalesforceSelection &selection, const SalesforceMark &mark)
{
    std::set<std::string> out = selection.drift;
    if (mark.isBegun) {
        for (const std::string &path : selection.hidden) {
            const bool isRelated = path.find('.') != std::string::npos;
            if (!isRelated && !mark.absent.contains(path))
                out.insert(path);
        }
    }
    return out;
}

// The notes of all records in one call, or in as few as there are.
bool splitsNotes(const SalesforceStream &stream, std::size_t taken)
{
    constexpr std::size_t links =
        static_cast<std::size_t>(AccountNotes) - static_cast<std::size_t>(DealNotes) + 1;
    return stream.kind == DealNotes && taken + links > salesforceQueriesPerCall;
}

// Failures of one object that must not keep the others. In a very large organisation, to look for
// the notes of all records may take longer than a query is given.
bool isOfOneObject(const SalesforceStream &stream, const SalesforceFailure &failure)
{
    const SalesforceVerdict verdict = failure.verdict();
    if (stream.isNoteLink() && failure.hasCode("QUERY_TIMEOUT"))
        return true;
    return verdict == SalesforceVerdict::Drift || verdict == SalesforceVerdict::UserAction ||
           verdict == SalesforceVerdict::RecordGone;
}

} // namespace

SalesforcePull::SalesforcePull(SalesforceClient &client, SalesforceSchema &schema)
    : m_client(client)
    , m_schema(schema)
{
}

void SalesforcePull::beginMark(const SalesforceStream &stream, SalesforceMark &mark,
                               const SalesforceCursor &cursor)
{
    const SalesforceObject *object = salesforceObjectOf(stream, m_schema);
    if (object == nullptr)
        return;
    const SalesforceSelection selection = salesforceSelection(stream, *object);
    if (!mark.isBegun) {
        mark.absent = selection.hidden;
        for (const std::string &path : selection.drift)
            mark.absent.erase(path);
        if (stream.startsNow) {
            mark.isBegun = true;
            mark.isFirst = false;
            mark.stampMs = cursor.passMs - (stream.kind == Roles ? salesforceOverlapMs : 0);
        }
        return;
    }
    if (mark.isFirst || stream.kind == HeldMeetings)
        return;
    mark.done = 0;
    const bool wasAway = cursor.passMs - cursor.lastPassMs > base::dayMs;
    mark.isRewound = false;
    mark.highMs = mark.stampMs;
    mark.highId = mark.id;
    if (!mark.isSettled || wasAway)
        mark.rewind(mark.stampMs - (wasAway ? salesforceOverlapAwayMs : salesforceOverlapMs));
    // What came while a field was hidden came without it; it is brought again with it.
    const auto drift = driftOf(selection, mark);
    const bool isBack =
        !std::includes(drift.begin(), drift.end(), mark.drift.begin(), mark.drift.end());
    const bool isNew = std::any_of(mark.absent.begin(), mark.absent.end(), [&](const auto &path) {
        return !selection.hidden.contains(path);
    });
    if (isBack || (isNew && stream.record)) {
        mark.rewind(isNew ? 0 : mark.driftMs - salesforceOverlapMs);
        mark.recent.clear();
    }
    std::erase_if(mark.absent, [&](const auto &path) { return !selection.hidden.contains(path); });
}

// A pass that an older program left open has no marks for what that one did not read.
void SalesforcePull::beginMarks(SalesforceCursor &cursor, bool isForAll)
{
    for (const SalesforceStream &stream : salesforceStreams()) {
        const auto [mark, isNew] = cursor.marks.try_emplace(std::string(stream.key));
        if (isForAll || isNew)
            beginMark(stream, mark->second, cursor);
    }
}

void SalesforcePull::beginPass(SalesforceCursor &cursor, Page &page)
{
    cursor.isPassOpen = true;
    cursor.at = 0;
    cursor.isWithin = false;
    cursor.lastPassMs = cursor.passMs;
    cursor.passMs = m_client.serverNow() / base::secondMs * base::secondMs; // as stamps are
    beginMarks(cursor, true);
    addSalesforceStages(m_schema, page);
    ObjectProgress stages;
    stages.object = "stages";
    stages.done = static_cast<std::int64_t>(page.stages.size());
    stages.throughMs = cursor.passMs;
    if (page.stages.empty()) {
        stages.state = ObjectState::Denied;
        stages.reason = m_schema.reasonFor("OpportunityStage");
    }
    page.progress.push_back(std::move(stages));
}

SalesforcePull::Member SalesforcePull::memberOf(const SalesforceStream &stream,
                                                const SalesforceObject &object,
                                                const SalesforceCursor &cursor) const
{
    const SalesforceMark &mark = cursor.marks.find(stream.key)->second;
    Member out{&stream, salesforceSelection(stream, object, m_plain.contains(stream.key)), 0, {}};
    const bool bringsMore = stream.kind == Roles || (stream.kind == History && !mark.isFirst);
    // One more than an answer holds: whether there is a next page shows without asking for it.
    out.limit = bringsMore ? changesPerQuery : salesforceRowsPerPage + 1;
    std::string where;
    const auto require = [&](const std::string &condition) {
        if (!condition.empty())
            where += (where.empty() ? "" : " AND ") + condition;
    };
    require(stream.where());
    if (mark.isFirst)
        require(std::string(stream.firstFilter));
    require(keysetOf(stream, mark));
    if (stream.kind == HeldMeetings)
        require("EndDateTime <= " + soqlTime(cursor.passMs));
    const std::string order =
        isByDeal(stream, mark) ? std::string("OpportunityId") : std::string(stream.stamp);
    out.query.soql =
        Soql{out.selection.text, std::string(stream.object), where, order + ", Id", out.limit}
            .text();
    out.query.isAll = stream.readsDeleted();
    return out;
}

void SalesforcePull::skipAbsent(SalesforceCursor &cursor, Page &page) const
{
    const auto streams = salesforceStreams();
    for (; cursor.at < streams.size(); ++cursor.at) {
        if (salesforceObjectOf(streams[cursor.at], m_schema) != nullptr)
            return;
        addSalesforceAbsent(streams[cursor.at], m_schema, page);
        cursor.isWithin = false;
    }
}

// The next objects that may share a call: one after the other, each kind of record once.
std::vector<SalesforcePull::Member> SalesforcePull::nextMembers(SalesforceCursor &cursor,
                                                                Page &page)
{
    skipAbsent(cursor, page);
    std::vector<Member> out;
    std::set<domain::RecordKind> kinds;
    const auto streams = salesforceStreams();
    const std::size_t most = cursor.isWithin ? 1 : salesforceQueriesPerCall;
    for (std::size_t at = cursor.at; at < streams.size() && out.size() < most; ++at) {
        const SalesforceStream &stream = streams[at];
        const SalesforceObject *object = salesforceObjectOf(stream, m_schema);
        if (object == nullptr) {
            addSalesforceAbsent(stream, m_schema, page);
            continue;
        }
        if (splitsNotes(stream, out.size()))
            break;
        if (stream.record && !kinds.insert(*stream.record).second)
            break;
        out.push_back(memberOf(stream, *object, cursor));
    }
    return out;
}

base::Result<std::vector<SalesforceOutcome>> SalesforcePull::run(SalesforceCursor &cursor,
                                                                 std::vector<Member> &members,
                                                                 Page &page,
                                                                 const CancelToken &cancel)
{
    for (int tries = 1;; ++tries) {
        std::vector<SalesforceQuery> queries;
        for (const Member &member : members)
            queries.push_back(member.query);
        TRY_ASSIGN(auto outcomes, runSalesforceQueries(m_client, queries, cancel));
        const bool isDrift = std::any_of(outcomes.begin(), outcomes.end(), [](const auto &each) {
            return !each.rows && each.failure.verdict() == SalesforceVerdict::Drift;
        });
        if (!isDrift || tries > 2)
            return outcomes;
        // A field went while we read: what the describe shows now is asked for once more, and then
        // without what only references lead to.
        if (tries == 1)
            TRY(m_schema.refresh(m_client, cancel, true));
        for (std::size_t i = 0; tries == 2 && i < members.size(); ++i) {
            if (!outcomes[i].rows)
                m_plain.insert(members[i].stream->key);
        }
        members = nextMembers(cursor, page);
        if (members.empty())
            return std::vector<SalesforceOutcome>();
    }
}

base::Status SalesforcePull::acceptRecords(const Member &member, SalesforceMark &mark,
                                           const std::vector<SalesforceRow> &rows, Page &page)
{
    // Deals that a change of their contacts brought were read after these.
    std::set<std::string> brought;
    if (member.stream->kind == Deals) {
        for (const auto &deal : page.deals)
            brought.insert(deal.remoteId);
    }
    for (const SalesforceRow &row : rows) {
        const auto stamp = salesforceTime(row.text(member.stream->stamp));
        if (!stamp)
            return strangeSalesforceAnswer(m_client.now());
        if (!mark.hasDelivered(row.id, *stamp)) {
            if (!brought.contains(salesforceRemoteId(row.id)))
                mapSalesforceRow(*member.stream, row, context(), page);
            ++mark.done;
        }
        mark.accept(row.id, *stamp, m_client.serverNow());
    }
    return {};
}

base::Status SalesforcePull::acceptRows(const Member &member, SalesforceMark &mark,
                                        const std::vector<SalesforceRow> &rows, Page &page,
                                        const CancelToken &cancel)
{
    const SalesforceStream &stream = *member.stream;
    if (isByDeal(stream, mark)) {
        addSalesforceHistory(rows, context(), mark.history, page);
        mark.done += static_cast<std::int64_t>(rows.size());
        if (!rows.empty()) {
            mark.isBegun = true;
            mark.id = rows.back().id;
        }
        return {};
    }
    if (stream.kind != Roles && stream.kind != History)
        return acceptRecords(member, mark, rows, page);
    std::vector<std::string> deals;
    for (const SalesforceRow &row : rows) {
        const auto stamp = salesforceTime(row.text(stream.stamp));
        const std::string deal = row.text("OpportunityId");
        if (!stamp)
            return strangeSalesforceAnswer(m_client.now());
        const bool isNew = !mark.hasDelivered(row.id, *stamp) && !deal.empty() &&
                           std::find(deals.begin(), deals.end(), deal) == deals.end();
        if (isNew)
            deals.push_back(deal);
        mark.accept(row.id, *stamp, m_client.serverNow());
    }
    if (deals.empty())
        return {};
    mark.done += static_cast<std::int64_t>(deals.size());
    return stream.kind == Roles ? bringDeals(deals, page, cancel)
                                : bringHistory(deals, page, cancel);
}

base::Status SalesforcePull::bringDeals(const std::vector<std::string> &deals, Page &page,
                                        const CancelToken &cancel)
{
    const SalesforceStream &stream = salesforceStream(Deals);
    const SalesforceObject *object = m_schema.find(stream.object);
    if (object == nullptr)
        return {};
    const SalesforceSelection selection = salesforceSelection(stream, *object);
    TRY_ASSIGN(const auto rows,
               readAllSalesforceRows(
                   m_client,
                   {Soql{selection.text, "Opportunity", "Id IN " + soqlList(deals)}.text()},
                   cancel));
    for (const SalesforceRow &row : rows) {
        const std::string id = "sf:" + row.id;
        const bool isThere = std::any_of(page.deals.begin(), page.deals.end(),
                                         [&](const auto &deal) { return deal.remoteId == id; });
        if (!isThere)
            mapSalesforceRow(stream, row, context(), page);
    }
    if (!rows.empty() && !selection.missing.empty())
        page.missing[domain::RecordKind::Deal].insert(selection.missing.begin(),
                                                      selection.missing.end());
    return {};
}

base::Status SalesforcePull::bringHistory(const std::vector<std::string> &deals, Page &page,
                                          const CancelToken &cancel)
{
    const SalesforceStream &stream = salesforceStream(History);
    const SalesforceObject *object = m_schema.find(stream.object);
    if (object == nullptr)
        return {};
    TRY_ASSIGN(const auto rows,
               readAllSalesforceRows(
                   m_client,
                   {Soql{salesforceSelection(stream, *object).text, "OpportunityHistory",
                         "OpportunityId IN " + soqlList(deals), "OpportunityId, CreatedDate, Id"}
                        .text()},
                   cancel));
    SalesforceHistoryMark mark;
    addSalesforceHistory(rows, context(), mark, page);
    return {};
}

base::Status SalesforcePull::accept(SalesforceCursor &cursor, const std::vector<Member> &members,
                                    std::vector<SalesforceOutcome> outcomes, Page &page,
                                    const CancelToken &cancel)
{
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const Member &member = members[i];
        const SalesforceStream &stream = *member.stream;
        SalesforceMark &mark = cursor.marks.find(stream.key)->second;
        if (!outcomes[i].rows) {
            const SalesforceFailure &failure = outcomes[i].failure;
            if (!isOfOneObject(stream, failure)) {
                if (i == 0)
                    return salesforceReadError(failure, m_client.now());
                return {};
            }
            mark.refused = failure.text();
            addSalesforceRefused(
                stream, failure.status == 403 ? ObjectState::Denied : ObjectState::Unavailable,
                mark.refused, page);
        } else {
            const SalesforceRows &batch = *outcomes[i].rows;
            if (bringsEvents(stream) && !page.events.empty() &&
                page.events.size() + batch.rows.size() > eventsPerPageMax)
                return {};
            mark.refused.clear();
            const auto drift = driftOf(member.selection, mark);
            if (mark.drift.empty() && !drift.empty())
                mark.driftMs = mark.stampMs;
            mark.drift = drift;
            TRY(acceptRows(member, mark, batch.rows, page, cancel));
            if (stream.record && !batch.rows.empty() && !member.selection.missing.empty())
                page.missing[*stream.record].insert(member.selection.missing.begin(),
                                                    member.selection.missing.end());
            cursor.isWithin =
                !batch.done || static_cast<std::int64_t>(batch.rows.size()) >= member.limit;
            if (!cursor.isWithin)
                mark.endOfPass(cursor.passMs, stream.kind == History);
            addSalesforceProgress(salesforceProgress(stream, cursor, m_schema), page);
            if (cursor.isWithin)
                return {};
        }
        cursor.isWithin = false;
        cursor.at = static_cast<std::size_t>(&stream - salesforceStreams().data()) + 1;
    }
    return {};
}

base::Status SalesforcePull::endPass(SalesforceCursor &cursor, Page &page,
                                     const CancelToken &cancel)
{
    if (cursor.passMs - cursor.sweepMs >= m_client.options().sweepEveryMs) {
        TRY(sweepSalesforce(m_client, m_schema, cursor, page, cancel));
        cursor.sweepMs = cursor.passMs;
        cursor.merged.clear();
    }
    cursor.isPassOpen = false;
    cursor.at = 0;
    return {};
}

base::Result<Page> SalesforcePull::page(const std::string &text, const CancelToken &cancel)
{
    TRY_ASSIGN(SalesforceCursor cursor, parseSalesforceCursor(text));
    Page page;
    if (cursor.isPassOpen) {
        TRY(m_schema.load(m_client, cancel));
        beginMarks(cursor, false);
    } else {
        const bool hasDrift =
            std::any_of(cursor.marks.begin(), cursor.marks.end(),
                        [](const auto &each) { return !each.second.drift.empty(); });
        TRY(m_schema.refresh(m_client, cancel, hasDrift));
        beginPass(cursor, page);
    }
    auto members = nextMembers(cursor, page);
    if (!members.empty()) {
        TRY_ASSIGN(auto outcomes, run(cursor, members, page, cancel));
        TRY(accept(cursor, members, std::move(outcomes), page, cancel));
        skipAbsent(cursor, page);
    }
    for (const RecordMerged &merged : page.merged)
        cursor.merged.push_back(merged.fromRemoteId);
    if (cursor.merged.size() > mergedMax)
        cursor.merged.erase(cursor.merged.begin(), cursor.merged.end() - mergedMax);
    page.more = cursor.at < salesforceStreams().size();
    if (!page.more)
        TRY(endPass(cursor, page, cancel));
    page.nextCursor = cursor.text();
    return page;
}

} // namespace topline::crm
