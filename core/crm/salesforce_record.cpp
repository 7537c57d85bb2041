#include "core/crm/salesforce_record.h"

#include "core/crm/salesforce_id.h"
#include "core/crm/soql.h"

#include <utility>

namespace topline::crm {

namespace {

using enum SalesforceStreamKind;

constexpr int stepsMax = 4;

} // namespace

const SalesforceStream *salesforceStreamOf(std::string_view id)
{
    constexpr std::pair<std::string_view, SalesforceStreamKind> prefixes[] = {
        {"001", Accounts}, {"003", Contacts}, {"00Q", Leads}, {"006", Deals}};
    for (const auto &[prefix, kind] : prefixes) {
        if (isSalesforceIdOf(id, prefix))
            return &salesforceStream(kind);
    }
    return nullptr;
}

base::Result<SalesforceRecord> readSalesforceRecord(SalesforceClient &client,
                                                    const SalesforceSchema &schema, std::string id,
                                                    const CancelToken &cancel)
{
    SalesforceRecord out;
    for (int step = 0; step < stepsMax; ++step) {
        out.stream = salesforceStreamOf(id);
        const SalesforceObject *object =
            out.stream == nullptr ? nullptr : schema.find(out.stream->object);
        if (object == nullptr)
            return base::Error{base::ErrorCode::Refused,
                               "Salesforce does not show the object of " + id + "."};
        const SalesforceSelection selection = salesforceSelection(*out.stream, *object);
        TRY_ASSIGN(auto rows,
                   readAllSalesforceRows(client,
                                         {Soql{selection.text, std::string(out.stream->object),
                                               "Id = " + soqlText(id)}
                                              .text(),
                                          true},
                                         cancel));
        out.isThere = !rows.empty();
        if (!out.isThere)
            return out;
        out.row = std::move(rows.front());
        mapSalesforceRow(*out.stream, out.row, {schema, client.serverNow()}, out.fresh);
        std::string next = out.row.flag("IsDeleted") ? out.row.text("MasterRecordId")
                                                     : out.row.text("ConvertedContactId");
        if (!out.row.flag("IsDeleted") && !out.row.flag("IsConverted"))
            next.clear();
        if (next.empty()) {
            out.isDeleted = out.row.flag("IsDeleted");
            out.isThere = !out.isDeleted;
            if (out.isThere && !selection.missing.empty())
                out.fresh.missing[*out.stream->record] = selection.missing;
            return out;
        }
        id = next;
    }
    out.isThere = false;
    return out;
}

base::Result<std::map<std::string, SalesforceRecord>>
readSalesforceRecords(SalesforceClient &client, const SalesforceSchema &schema,
                      const std::vector<std::string> &ids, const CancelToken &cancel)
{
    std::map<std::string, SalesforceRecord> out;
    if (ids.empty())
        return out;
    const SalesforceStream *stream = salesforceStreamOf(ids.front());
    const SalesforceObject *object = stream == nullptr ? nullptr : schema.find(stream->object);
    if (object == nullptr)
        return base::Error{base::ErrorCode::Refused,
                           "Salesforce does not show the object of " + ids.front() + "."};
    const SalesforceSelection selection = salesforceSelection(*stream, *object);
    TRY_ASSIGN(
        auto rows,
        readAllSalesforceRows(
            client,
            {Soql{selection.text, std::string(stream->object), "Id IN " + soqlList(ids)}.text(),
             true},
            cancel));
    for (SalesforceRow &row : rows) {
        if (row.flag("IsDeleted") || row.flag("IsConverted"))
            continue;
        SalesforceRecord &record = out[row.id];
        record.stream = stream;
        record.row = std::move(row);
        record.isThere = true;
        mapSalesforceRow(*stream, record.row, {schema, client.serverNow()}, record.fresh);
        if (!selection.missing.empty())
            record.fresh.missing[*stream->record] = selection.missing;
    }
    return out;
}

} // namespace topline::crm
