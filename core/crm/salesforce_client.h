// One request to Salesforce: let in by the access source, paced by the gate, renewed once where the
// session ended, and repeated only where it changes nothing. Called by every part of the connector
// on its courier thread. An answer with faults is a value; absent answers, limits, retired versions
// and refused sign-ins are errors. A write whose answer is lost is Unknown.
#pragma once

#include "core/base/random.h"
#include "core/crm/access.h"
#include "core/crm/http_client.h"
#include "core/crm/pace.h"
#include "core/crm/rate_gate.h"
#include "core/crm/salesforce_error.h"

#include <cstdint>
#include <string>
#include <vector>

namespace topline::crm {

struct SalesforceOptions {
    std::string idField;  // of the administrator; empty: salesforceIdField
    std::string currency; // where the organisation names none
    int readTriesMax = 3;
    base::DurationMs sweepEveryMs = base::dayMs; // how often deletions are counted over
};

// All must outlive the connector.
struct SalesforceParts {
    HttpClient &http;
    AccessSource &access;
    RateGate &gate;
    Pace &pace;
    const base::Clock &clock;
    SalesforceOptions options = {};
};

struct SalesforceCall {
    HttpMethod method = HttpMethod::Get;
    std::string path; // behind the version: "/query?q=…"; or whole, from "/services/" on
    std::string body = {};
    std::vector<HttpHeader> headers = {};
    bool isRead = true;
};

struct SalesforceAnswer {
    int status = 0;
    std::string body;
    std::string lastModified;
    std::string reference;
    std::vector<SalesforceFault> faults;
    std::optional<base::DurationMs> retryAfterMs = {};

    bool ok() const { return status >= 200 && status < 300; }

    SalesforceFailure failure() const { return {status, faults, retryAfterMs}; }
};

class SalesforceClient {
public:
    explicit SalesforceClient(SalesforceParts parts);

    // NotFound, Conflict and rules of the organisation come back as answers with their faults.
    base::Result<SalesforceAnswer> send(const SalesforceCall &call, const CancelToken &cancel);

    // Asks for the versions once: the highest that was tested, not below the floor.
    base::Status prepare(const CancelToken &cancel);

    // Behind prepare() or a sent call.
    std::string pathOf(std::string_view rest) const;

    // The server's clock as far as its answers told; ours before that.
    base::UtcMs serverNow() const;

    // The base URL of the last access, to open records in a browser.
    const std::string &webUrl() const { return m_webUrl; }

    const SalesforceOptions &options() const { return m_parts.options; }

    base::UtcMs now() const { return m_parts.clock.now(); }

private:
    base::Result<SalesforceAnswer> sendRenewing(const SalesforceCall &call,
                                                const CancelToken &cancel);
    base::Result<SalesforceAnswer> sendOnce(const SalesforceCall &call, const Access &access,
                                            const CancelToken &cancel);
    base::Result<SalesforceAnswer> judged(const SalesforceCall &call, SalesforceAnswer answer);
    bool waitForTry(int tries, std::optional<base::DurationMs> askedMs, const CancelToken &cancel);
    void noteHeaders(const HttpResponse &response);

    SalesforceParts m_parts;
    int m_version = 0;
    base::DurationMs m_skewMs = 0;
    std::string m_webUrl;
    base::Random m_random; // for the waits
};

} // namespace topline::crm
