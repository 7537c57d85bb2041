// What a page tells of the objects that it moved on, or could not read. Several streams may bring
// what has one name for people (notes): they have one progress. Called by the pull on its courier
// thread; pure, cannot fail.
#pragma once

#include "core/crm/salesforce_cursor.h"

#include <string>

namespace topline::crm {

// Of all streams that bring the same: the sum, the worst state, and through only with the last.
domain::ObjectProgress salesforceProgress(const SalesforceStream &stream,
                                          const SalesforceCursor &cursor,
                                          const SalesforceSchema &schema);

// In the place of what the page tells of the object already.
void addSalesforceProgress(domain::ObjectProgress progress, Page &page);

void addSalesforceRefused(const SalesforceStream &stream, domain::ObjectState state,
                          const std::string &why, Page &page);

// That the stream's object is not there. Nothing where another stream brings the same: an
// organisation has classic notes or enhanced ones.
void addSalesforceAbsent(const SalesforceStream &stream, const SalesforceSchema &schema,
                         Page &page);

} // namespace topline::crm
