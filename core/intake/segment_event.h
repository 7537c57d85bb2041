// One event of a Segment body: whom it names, and the draft that it makes. Called by
// segment_message for every element of a batch; pure.
#pragma once

#include "core/intake/segment_message.h"

#include <QJsonObject>

namespace topline::intake {

struct SegmentFrame {
    SegmentCall call = SegmentCall::Batch; // Batch: the event says its own
    std::optional<base::UtcMs> sentMs;     // of the whole body
    base::UtcMs receivedMs = 0;
};

// Adds a draft, links or both to the message; a sentence when it can add neither.
std::optional<std::string> readSegmentEvent(const QJsonObject &object, const SegmentFrame &frame,
                                            SegmentMessage &out);

} // namespace topline::intake
