// Reads Salesforce page by page: every object by (stamp, id), with the overlap read again and each
// row delivered once, deletions and merges in the same stream. Called by the connector on its
// courier thread; all state is in the cursor. Several objects share one call where that is allowed.
// A failed call gives no page and leaves the cursor valid.
#pragma once

#include "core/crm/salesforce_cursor.h"
#include "core/crm/salesforce_query.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace topline::crm {

class SalesforcePull {
public:
    // Both must outlive the pull.
    SalesforcePull(SalesforceClient &client, SalesforceSchema &schema);

    base::Result<Page> page(const std::string &cursor, const CancelToken &cancel);

    // By kind name: what a first pull brings.
    base::Result<std::map<std::string, std::int64_t>> count(const CancelToken &cancel);

private:
    struct Member {
        const SalesforceStream *stream = nullptr;
        SalesforceSelection selection;
        std::int64_t limit = 0;
        SalesforceQuery query;
    };

    void beginPass(SalesforceCursor &cursor, Page &page);
    void beginMarks(SalesforceCursor &cursor, bool isForAll);
    void beginMark(const SalesforceStream &stream, SalesforceMark &mark,
                   const SalesforceCursor &cursor);
    void skipAbsent(SalesforceCursor &cursor, Page &page) const;
    std::vector<Member> nextMembers(SalesforceCursor &cursor, Page &page);
    Member memberOf(const SalesforceStream &stream, const SalesforceObject &object,
                    const SalesforceCursor &cursor) const;
    base::Result<std::vector<SalesforceOutcome>> run(SalesforceCursor &cursor,
                                                     std::vector<Member> &members, Page &page,
                                                     const CancelToken &cancel);
    base::Status accept(SalesforceCursor &cursor, const std::vector<Member> &members,
                        std::vector<SalesforceOutcome> outcomes, Page &page,
                        const CancelToken &cancel);
    base::Status acceptRows(const Member &member, SalesforceMark &mark,
                            const std::vector<SalesforceRow> &rows, Page &page,
                            const CancelToken &cancel);
    base::Status acceptRecords(const Member &member, SalesforceMark &mark,
                               const std::vector<SalesforceRow> &rows, Page &page);
    base::Status bringDeals(const std::vector<std::string> &deals, Page &page,
                            const CancelToken &cancel);
    base::Status bringHistory(const std::vector<std::string> &deals, Page &page,
                              const CancelToken &cancel);
    base::Status endPass(SalesforceCursor &cursor, Page &page, const CancelToken &cancel);

    SalesforceContext context() const { return {m_schema, m_client.serverNow()}; }

    SalesforceClient &m_client;
    SalesforceSchema &m_schema;
    // Streams whose paths through references were refused, whatever the describe says.
    std::set<std::string_view> m_plain;
};

} // namespace topline::crm
