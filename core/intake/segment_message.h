// A body of the Segment HTTP API as event drafts and as links of who is who. Called by the
// collector for every request, on its thread; pure. One bad event is a reject with its reason and
// leaves the others alone; only a body that is no JSON, too deep or too long fails as a whole.
#pragma once

#include "core/base/result.h"
#include "core/domain/visitor.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::intake {

// Whose anonymous and user ids the collector's are; events keep their message id within it.
inline constexpr std::string_view segmentSource = "segment";

inline constexpr std::size_t segmentDepthMax = 32;
inline constexpr std::size_t segmentEventsMax = 2'500; // of a batch

enum class SegmentCall { Batch, Track, Page, Screen, Identify, Group, Alias };

// "/v1/track" and its siblings, also with a slash behind; nullopt for any other path.
std::optional<SegmentCall> segmentCall(std::string_view target);

struct SegmentReject {
    std::size_t index = 0; // within the batch
    std::string reason;
    bool operator==(const SegmentReject &) const = default;
};

struct SegmentMessage {
    std::string writeKey; // as the body says; "" when it does not
    std::size_t read = 0; // events, with those rejected
    std::vector<domain::EventDraft> drafts;
    std::vector<domain::VisitorLink> links;
    std::vector<SegmentReject> rejects;
};

// InvalidInput: not one JSON object, or a batch that is no list. LimitReached: too many events.
base::Result<SegmentMessage> readSegment(std::string_view body, SegmentCall call,
                                         base::UtcMs receivedMs);

} // namespace topline::intake
