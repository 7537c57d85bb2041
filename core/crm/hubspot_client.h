// One request to HubSpot with everything around it: the gate, the token and its renewal, waiting
// and asking again where nothing can have been changed, and the server's clock. Used by all parts
// of the connector, on the courier thread. A write is sent again only after an answer that proves
// that nothing was written; Unknown says that it may have been.
#pragma once

#include "core/base/calendar.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/crm/hubspot_failure.h"
#include "core/crm/hubspot_options.h"

#include <QJsonObject>

#include <cstdint>
#include <optional>
#include <string>

namespace topline::crm {

struct HubSpotCall {
    HttpMethod method = HttpMethod::Get;
    std::string path;
    std::string query = {};   // encoded, without "?"
    QJsonObject body = {};    // sent with POST, PUT and PATCH
    bool isRead = true;       // changes nothing, whatever its method
    std::string lane = {};    // "search" for searches
    bool namesRecord = false; // the path names one record
};

struct HubSpotAnswer {
    int status = 0;
    QJsonObject body;

    bool ok() const { return status >= 200 && status < 300; }
};

class HubSpotClient {
public:
    explicit HubSpotClient(HubSpotParts parts);

    const HubSpotOptions &options() const { return m_parts.options; }

    // Any clear answer is a value: 2xx, 4xx, and 5xx to a write. Errors: Unavailable (a read that
    // kept failing, or a write that was not sent), Unknown (a write that may have arrived),
    // LimitReached, SignInNeeded, Cancelled.
    base::Result<HubSpotAnswer> call(const HubSpotCall &call, const CancelToken &cancel);

    // The body of a 2xx; all else is an error.
    base::Result<QJsonObject> read(const HubSpotCall &call, const CancelToken &cancel);

    // The server's clock, from its last answer; nothing before the first one.
    std::optional<base::UtcMs> serverNow() const;

    // Where a daily limit ends; midnight there.
    void setPortalZone(base::TimeZone zone) { m_zone = std::move(zone); }

private:
    enum class Next { Return, Again };

    base::Result<HttpResponse> send(const HubSpotCall &call, const Access &access,
                                    const CancelToken &cancel);
    base::Status pauseFor(int attempt, base::DurationMs askedMs, const CancelToken &cancel);
    base::Result<Next> follow(const HubSpotCall &call, const HubSpotVerdict &verdict, int attempt,
                              const CancelToken &cancel);
    void note(const HttpResponse &response);
    base::Error limitError(int status, const HubSpotVerdict &verdict, base::UtcMs until) const;
    base::UtcMs portalMidnight() const;

    HubSpotParts m_parts;
    base::TimeZone m_zone;
    std::optional<base::UtcMs> m_serverMs;
    std::int64_t m_serverAtMonotonicMs = 0;
    base::Random m_random; // for the waits
};

} // namespace topline::crm
