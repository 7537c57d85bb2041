// What Salesforce's error codes mean for us: try again, sign in, wait for a limit, look at the
// record again, ask the user. Called by the client and by pull and push; pure, any thread. A code
// that is not known counts by its HTTP status. Source: REST API Developer Guide, status codes and
// error responses; SOAP API Developer Guide, core data types.
#pragma once

#include "core/base/error.h"
#include "core/crm/salesforce_row.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::crm {

enum class SalesforceVerdict {
    Fine,
    Retry,       // locks, time-outs, an overloaded server: nothing was done
    SignIn,      // the session is not accepted
    Limit,       // the organisation's calls of the day are used up
    Conflict,    // the record changed since we read it
    RecordGone,  // deleted, merged, converted, or no longer visible
    Drift,       // a field or object that we named is not there for us
    VersionGone, // the API version was retired
    UserAction,  // a rule of the organisation or a missing right; a person must act
    Unknown,     // it may have been done
};

// What an answer was, with its faults read.
struct SalesforceFailure {
    int status = 0;
    std::vector<SalesforceFault> faults;
    std::optional<base::DurationMs> retryAfterMs = {}; // that the answer asked to stay away

    SalesforceVerdict verdict() const;

    const SalesforceFault *first() const { return faults.empty() ? nullptr : &faults.front(); }

    bool hasCode(std::string_view code) const;

    // The CRM's own sentences, for the user; names the records of a duplicate rule.
    std::string text() const;
};

SalesforceVerdict salesforceVerdict(int status, const std::vector<SalesforceFault> &faults);

// For reads: nothing was changed anywhere, whatever went wrong. What may come right by itself has a
// time to try again, never before the one that was asked for.
base::Error salesforceReadError(const SalesforceFailure &failure, base::UtcMs now);

} // namespace topline::crm
