// Who is signed in to Salesforce, and what an administrator could still set up. Called by the
// connector before anything is pulled, on the courier thread. Changes nothing anywhere.
#pragma once

#include "core/crm/salesforce_query.h"
#include "core/crm/salesforce_schema.h"
#include "core/domain/source_profile.h"

namespace topline::crm {

base::Result<domain::SourceProfile>
inspectSalesforce(SalesforceClient &client, SalesforceSchema &schema, const CancelToken &cancel);

} // namespace topline::crm
