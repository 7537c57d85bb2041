#include "core/crm/salesforce_error.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace topline::crm {

namespace {

using enum SalesforceVerdict;

constexpr std::array<std::pair<std::string_view, SalesforceVerdict>, 37> verdicts = {{
    {"UNABLE_TO_LOCK_ROW", Retry},
    {"SERVER_UNAVAILABLE", Retry},
    {"QUERY_TIMEOUT", Retry},
    {"REQUEST_RUNNING_TOO_LONG", Retry},
    {"INVALID_QUERY_LOCATOR", Retry},
    {"DUPLICATE_COMM_NICKNAME", Retry},
    {"ALL_OR_NONE_OPERATION_ROLLED_BACK", Retry},
    {"PROCESSING_HALTED", Retry},
    {"INVALID_SESSION_ID", SignIn},
    {"INVALID_AUTH_HEADER", SignIn},
    {"Bad_OAuth_Token", SignIn},
    {"REQUEST_LIMIT_EXCEEDED", Limit},
    {"PRECONDITION_FAILED", Conflict},
    {"ENTITY_IS_DELETED", RecordGone},
    {"NOT_FOUND", RecordGone},
    {"INVALID_CROSS_REFERENCE_KEY", RecordGone},
    {"CANNOT_UPDATE_CONVERTED_LEAD", RecordGone},
    {"INVALID_FIELD", Drift},
    {"INVALID_TYPE", Drift},
    {"GONE", VersionGone},
    {"UNSUPPORTED_API_VERSION", VersionGone},
    {"FIELD_CUSTOM_VALIDATION_EXCEPTION", UserAction},
    {"REQUIRED_FIELD_MISSING", UserAction},
    {"DUPLICATES_DETECTED", UserAction},
    {"DUPLICATE_VALUE", UserAction},
    {"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", UserAction},
    {"INVALID_FIELD_FOR_INSERT_UPDATE", UserAction},
    {"STRING_TOO_LONG", UserAction},
    {"INVALID_EMAIL_ADDRESS", UserAction},
    {"FIELD_INTEGRITY_EXCEPTION", UserAction},
    {"FIELD_FILTER_VALIDATION_EXCEPTION", UserAction},
    {"NUMBER_OUTSIDE_VALID_RANGE", UserAction},
    {"MALFORMED_ID", UserAction},
    {"JSON_PARSER_ERROR", UserAction},
    {"ENTITY_IS_LOCKED", UserAction}, // by an approval process
    {"API_DISABLED_FOR_ORG", UserAction},
    {"INSUFFICIENT_ACCESS_OR_READONLY", UserAction},
}};

SalesforceVerdict verdictOfStatus(int status)
{
    if (status >= 200 && status < 300)
        return Fine;
    switch (status) {
    case 304:
        return Fine;
    case 401:
        return SignIn;
    case 404:
        return RecordGone;
    case 410:
        return VersionGone;
    case 412:
        return Conflict;
    case 408:
    case 429:
    case 503:
        return Retry;
    default:
        return status >= 500 ? Unknown : UserAction;
    }
}

base::ErrorCode codeOf(SalesforceVerdict verdict)
{
    switch (verdict) {
    case SignIn:
        return base::ErrorCode::SignInNeeded;
    case Limit:
        return base::ErrorCode::LimitReached;
    case RecordGone:
        return base::ErrorCode::NotFound;
    case Retry:
    case Unknown:
        return base::ErrorCode::Unavailable;
    default:
        return base::ErrorCode::Refused;
    }
}

} // namespace

SalesforceVerdict salesforceVerdict(int status, const std::vector<SalesforceFault> &faults)
{
    if (!faults.empty()) {
        const SalesforceFault &fault = faults.front();
        // The same code stands for too many long calls at a time, which ends by itself.
        if (fault.code == "REQUEST_LIMIT_EXCEEDED" &&
            fault.message.find("oncurrent") != std::string::npos)
            return Retry;
        for (const auto &[code, verdict] : verdicts) {
            if (fault.code == code)
                return verdict;
        }
    }
    return verdictOfStatus(status);
}

SalesforceVerdict SalesforceFailure::verdict() const
{
    return salesforceVerdict(status, faults);
}

bool SalesforceFailure::hasCode(std::string_view code) const
{
    return first() != nullptr && first()->code == code;
}

std::string SalesforceFailure::text() const
{
    std::string out;
    for (const SalesforceFault &fault : faults) {
        if (fault.message.empty())
            continue;
        out += out.empty() ? "" : " ";
        out += base::storableText(base::trimmed(fault.message), 600);
        if (!fault.code.empty())
            out += " (" + fault.code + ")";
        for (const std::string &id : fault.duplicateIds)
            out += " " + id;
    }
    if (out.empty())
        out = "Salesforce answered with status " + std::to_string(status) + ".";
    return out;
}

base::Error salesforceReadError(const SalesforceFailure &failure, base::UtcMs now)
{
    const SalesforceVerdict verdict = failure.verdict();
    if (verdict == VersionGone)
        return {.code = base::ErrorCode::Refused,
                .message = "Salesforce no longer answers the version of its interface that "
                           "Topline speaks.",
                .kept = "Nothing was changed or deleted, here or there.",
                .todo = "Update Topline."};
    base::Error out{.code = codeOf(verdict), .message = failure.text()};
    if (out.code == base::ErrorCode::Unavailable)
        out.retryAtMs = now + std::max(base::minuteMs, failure.retryAfterMs.value_or(0));
    return out;
}

} // namespace topline::crm
