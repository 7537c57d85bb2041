// One request to a calendar server with everything around it: the sign-in, redirects that stay on
// its host, and what each status means. Used by all parts of the connector on the courier's thread.
// Never sends a write twice and never goes to another host: Refused.
#pragma once

#include "core/base/time.h"
#include "core/calendar/dav_xml.h"
#include "core/crm/access.h"
#include "core/crm/http_client.h"
#include "core/domain/calendar.h"

#include <optional>
#include <string>

namespace topline::calendar {

// What the connector is made of; all outlive it.
struct CalDavParts {
    crm::HttpClient &client;
    crm::AccessSource &access; // its token is the password
    const base::Clock &clock;
    domain::CalendarAccount account;
};

struct DavCall {
    crm::HttpMethod method = crm::HttpMethod::Get;
    std::string path; // encoded, from "/" on
    std::string body = {};
    std::string contentType = "application/xml; charset=utf-8";
    std::optional<int> depth = {};
    std::string ifMatch = {};     // an entity tag
    std::string ifNoneMatch = {}; // "*"
};

struct DavAnswer {
    int status = 0;
    std::string body;
    std::string etag;
    std::string path; // that answered, behind redirects
    std::optional<base::UtcMs> retryAtMs;

    bool ok() const { return status >= 200 && status < 300; }
};

class DavClient {
public:
    explicit DavClient(CalDavParts parts)
        : m_parts(std::move(parts))
    {
    }

    const domain::CalendarAccount &account() const { return m_parts.account; }

    base::UtcMs now() const { return m_parts.clock.now(); }

    // An answer of any status but 401. Errors: SignInNeeded; Unavailable (nothing arrived),
    // Unknown (a write may have), Refused (another host, no https), Cancelled.
    base::Result<DavAnswer> send(const DavCall &call, const crm::CancelToken &cancel);

    // A read that must succeed: what other statuses mean is an error.
    base::Result<DavAnswer> read(const DavCall &call, const crm::CancelToken &cancel);
    // Each href is the path on this server; responses that speak of others are left out.
    base::Result<DavMultistatus> multistatus(const DavCall &call, const crm::CancelToken &cancel);

    // The path of an href or Location seen from `basePath`; Refused when it leaves the server.
    base::Result<std::string> pathOf(const std::string &href, const std::string &basePath) const;

private:
    base::Result<DavAnswer> sendOnce(const DavCall &call, const crm::CancelToken &cancel,
                                     std::string &location);

    CalDavParts m_parts;
};

// What a status that is no success means.
base::Error davError(const DavAnswer &answer);

// "https://host:port" and the path of an address as a person types it. InvalidInput: no address, or
// http to another machine.
struct DavAddress {
    std::string origin;
    std::string path;
};

base::Result<DavAddress> davAddress(const std::string &typed);

} // namespace topline::calendar
