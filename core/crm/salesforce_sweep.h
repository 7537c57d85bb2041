// The daily look over what the stream of changes cannot show: how many records there are, and which
// were deleted and emptied from the recycle bin since. Called by the pull at the end of a pass. A
// record is only called deleted when Salesforce's own log of deletions names it; one that merely
// stopped being visible is left alone.
#pragma once

#include "core/crm/salesforce_cursor.h"
#include "core/crm/salesforce_query.h"

namespace topline::crm {

base::Status sweepSalesforce(SalesforceClient &client, const SalesforceSchema &schema,
                             const SalesforceCursor &cursor, Page &page, const CancelToken &cancel);

} // namespace topline::crm
