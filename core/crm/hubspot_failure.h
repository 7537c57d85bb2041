// What an answer of HubSpot means: done, final, or what to do before asking again. Called by
// HubSpotClient for every answer, on the courier thread. Pure; every part of an error body may be
// absent.
#pragma once

#include "core/base/error.h"
#include "core/crm/http_client.h"

#include <QJsonObject>

#include <optional>
#include <set>
#include <string>

namespace topline::crm {

struct HubSpotVerdict {
    enum class Kind {
        Done,    // 2xx that can be read
        Final,   // a clear no: 400, 403, 404, 409, 410, 413, 414 …
        Renew,   // 401: the token
        Hold,    // 429: no call in `lane` for `waitMs`
        Daily,   // 429: no call before the portal's midnight
        Moving,  // 477: the account changes its region; no call for `waitMs`
        Locked,  // 423: nothing was done; again after `waitMs`
        Failing, // 5xx: the outside party or the way to it
        Garbled, // 2xx that cannot be read
    };

    Kind kind = Kind::Done;
    base::DurationMs waitMs = 0; // 0: ours to choose
    std::string lane;            // "search" or "" for all
    std::string limit;           // its name, for people
    QJsonObject body;            // empty when it is not JSON
};

HubSpotVerdict judgeHubSpot(const HttpResponse &response);

// The answer as an error: plain sentence, correlation id. `isRecord` says that the path named one
// record, so that 404 means that this record is not there.
base::Error hubspotError(int status, const QJsonObject &body, bool isRecord);

// Names of properties that a 400 says do not exist, or cannot be written.
std::set<std::string> refusedProperties(const QJsonObject &body);

// "Contact already exists. Existing ID: 123".
std::optional<std::string> existingId(const QJsonObject &body);

// Scopes that a 403 asks for, as "a, b"; empty when it names none.
std::string requiredScopes(const QJsonObject &body);

} // namespace topline::crm
