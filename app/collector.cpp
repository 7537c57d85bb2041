#include "app/collector.h"

#include <utility>

namespace topline::app {

base::Result<std::unique_ptr<platform::CollectorSocket>>
startCollector(const CollectorSettings &settings, const base::Clock &clock, const crm::Pace &pace,
               PostIncoming post)
{
    if (settings.keyHash.empty())
        return base::Error{base::ErrorCode::Refused, "The collector has no write key yet.",
                           "Nothing is listening.", "Make one with: collector new-key."};
    platform::CollectorSetup setup{settings.port, settings.keyHash};
    return platform::CollectorSocket::start(
        std::move(setup), clock, pace,
        [post = std::move(post)](intake::SegmentMessage &&message, platform::CollectorDone done) {
            domain::IncomingEvents incoming;
            incoming.source = intake::segmentSource;
            incoming.drafts = std::move(message.drafts);
            incoming.links = std::move(message.links);
            return post(std::move(incoming), std::move(done));
        });
}

} // namespace topline::app
