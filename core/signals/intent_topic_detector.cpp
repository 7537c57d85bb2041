#include "core/signals/intent_topic_detector.h"

#include "core/signals/episode.h"

#include <algorithm>
#include <map>

namespace topline::signals {

namespace {

// A provider repeats itself daily: a topic is news once a week.
constexpr base::DurationMs topicWindowMs = 7 * base::dayMs;

} // namespace

std::vector<Found> detectIntentTopics(const Scan &scan)
{
    std::map<std::string, std::vector<const domain::Event *>> topics;
    for (const auto *event : scan.events) {
        if (event->kind == domain::EventKind::ThirdPartyIntent &&
            event->amount >= scan.policy.intentScoreMin)
            topics[event->title].push_back(event);
    }
    std::vector<Found> out;
    for (const auto &[topic, events] : topics) {
        const auto visits = visitsOf(events, scan.policy.visitGapMs);
        for (const auto &episode : episodesOf(visits, topicWindowMs, {})) {
            std::int64_t score = 0;
            for (const auto *event : events) {
                if (event->atMs >= episode.startMs() && event->atMs <= episode.lastMs())
                    score = std::max<std::int64_t>(score, event->amount);
            }
            Found found = findAt(scan, domain::SignalType::IntentTopic, {{}, {}, "topic " + topic},
                                 episode.startMs());
            found.signal.occurredMs = episode.lastMs();
            found.signal.reason = {domain::ReasonCode::IntentTopic,
                                   {topic, score, domain::AtTime{episode.lastMs()}}};
            found.signal.evidence = episode.evidence();
            found.goneMs =
                goneMs(episode.startMs(), episode.rowStartMs, topicWindowMs, scan.policy);
            out.push_back(std::move(found));
        }
    }
    return out;
}

} // namespace topline::signals
