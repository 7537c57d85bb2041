// Where a request goes, taken apart by libcurl's own parser, so that what is judged here is what is
// called there. Used by the HTTP client for every address and every redirect, on the calling
// thread. Pure. Refused for a scheme, host or form that our rules do not let out.
#pragma once

#include "core/base/result.h"

#include <string>

namespace topline::platform {

struct CurlAddress {
    std::string url;    // normalised, with path and query
    std::string origin; // "https://api.example.com:443"
    std::string host;   // as in the URL, IPv6 in brackets
    bool isSecure = true;
    bool isLoopback = false; // 127.0.0.0/8, [::1] or localhost, as written
};

// https to anywhere, http to a loopback address; no user names, no other schemes.
base::Result<CurlAddress> readAddress(const std::string &url);

// A Location header, relative or not, seen from the address that answered with it. Refused when it
// leaves that scheme, host and port.
base::Result<CurlAddress> redirectTarget(const CurlAddress &from, const std::string &location);

} // namespace topline::platform
