// Fuzzes what the collector does with a stranger's bytes: the HTTP parser, cut in two ways, and the
// reader of Segment bodies. The first byte says how to cut, and whether a head is put before.
#include "core/base/check.h"
#include "core/intake/collector_rules.h"
#include "core/intake/http_request.h"
#include "core/intake/segment_message.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace topline::intake {

namespace {

constexpr base::UtcMs nowMs = 1'795'608'000'000;

struct Heard {
    std::vector<HttpRequest> requests;
    int refusal = 0;
    bool operator==(const Heard &) const = default;
};

Heard hear(std::string_view bytes, std::size_t piece)
{
    HttpRequestParser parser;
    Heard out;
    while (!bytes.empty() && parser.refusal() == 0) {
        std::string_view part = bytes.substr(0, piece);
        bytes.remove_prefix(part.size());
        while (!part.empty() && parser.refusal() == 0) {
            part.remove_prefix(parser.feed(part));
            if (parser.isComplete())
                out.requests.push_back(parser.take());
        }
    }
    out.refusal = parser.refusal();
    return out;
}

void readBody(std::string_view body, SegmentCall call)
{
    const auto message = readSegment(body, call, nowMs);
    if (!message.ok())
        return;
    CHECK(message->drafts.size() + message->rejects.size() <= message->read);
    for (const auto &draft : message->drafts) {
        CHECK(draft.event.sourceKey > 0);
        CHECK(draft.event.atMs <= nowMs);
        CHECK(draft.event.title.size() <= 400);
        CHECK(draft.anonymousId.size() <= 256 && draft.userId.size() <= 256);
    }
    for (const auto &link : message->links)
        CHECK(!link.from.name.empty() && !link.to.name.empty());
}

void tryBytes(std::string_view bytes, std::size_t piece)
{
    const Heard whole = hear(bytes, bytes.size() + 1);
    CHECK(whole == hear(bytes, piece));
    for (const auto &request : whole.requests) {
        CHECK(request.body.size() <= HttpLimits().bodyBytes);
        const auto verdict = judgeHead(request, {8'127, writeKeyHash("key")});
        if (const auto *call = std::get_if<SegmentCall>(&verdict))
            readBody(request.body, *call);
    }
}

} // namespace

} // namespace topline::intake

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace topline::intake;
    if (size == 0)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char *>(data) + 1, size - 1);
    const std::size_t piece = 1 + data[0] % 16;
    switch (data[0] / 16 % 3) {
    case 0:
        tryBytes(bytes, piece);
        break;
    case 1:
        tryBytes(
            "POST /v1/batch HTTP/1.1\r\nHost: localhost:8127\r\nContent-Type: application/json\r\n"
            "Content-Length: " +
                std::to_string(bytes.size()) + "\r\n\r\n" + std::string(bytes),
            piece);
        break;
    default:
        readBody(bytes, static_cast<SegmentCall>(piece % 7));
    }
    return 0;
}
