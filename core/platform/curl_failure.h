// Turns a failed exchange into the Error that callers branch on and people read: what happened,
// whether the outside party may have acted, what was kept. Used by the HTTP client on the calling
// thread. Pure; never holds a header, a body, a query or libcurl's own text, which may quote them.
#pragma once

#include "core/base/error.h"
#include "core/platform/curl_wire.h"

#include <string>

namespace topline::platform {

// For a result that is not ok().
base::Error failureOf(const WireResult &result, const WireCall &call);

// What happened to a connection of any protocol, as a sentence.
std::string connectionSentence(CURLcode code, long verifyResult, bool isConnected,
                               const std::string &host);

// For an answer that points elsewhere and is not followed.
base::Error redirectFailure(const crm::HttpRequest &request, const std::string &host, int status);

} // namespace topline::platform
