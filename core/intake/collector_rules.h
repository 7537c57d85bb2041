// Who may hand events to the collector, and where: Host, Origin, path, method, type and write key
// of a request. Pages in a browser say an
// Origin and are refused: only programs of this machine may send. Asked by the collector's socket;
// pure, any thread. A refusal is a status and no reason: a stranger learns nothing from it.
#pragma once

#include "core/base/hash.h"
#include "core/intake/http_request.h"
#include "core/intake/segment_message.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace topline::intake {

struct CollectorRules {
    std::uint16_t port = 0;
    std::string keyHash; // writeKeyHash() of the write key; "": no key fits
};

// What is stored of a write key. Keys are long random texts, so that a plain hash is enough.
std::string writeKeyHash(std::string_view key);

// The call, when the head is allowed to say it; else the status that refuses it. The key in the
// body is looked at by isRightKey() when the head has none.
std::variant<SegmentCall, int> judgeHead(const HttpRequest &request, const CollectorRules &rules);

// The write key of "Authorization: Basic"; "" when there is none.
std::string headKey(const HttpRequest &request);

// Takes as long for any wrong key.
bool isRightKey(std::string_view key, const CollectorRules &rules);

} // namespace topline::intake
