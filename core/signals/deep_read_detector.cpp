#include "core/signals/deep_read_detector.h"

#include "core/signals/episode.h"

#include <algorithm>
#include <iterator>

namespace topline::signals {

using domain::Event;
using domain::EventKind;

namespace {

using Events = std::vector<const Event *>;

constexpr EventKind docs[] = {EventKind::DocsView};
constexpr EventKind web[] = {EventKind::PageView,     EventKind::PricingView,
                             EventKind::DocsView,     EventKind::CompareView,
                             EventKind::SessionTimed, EventKind::PageScrolled};

// The events of each visit: a pause of the visit gap begins the next one.
std::vector<Events> sessionsOf(const Events &events, base::DurationMs gapMs)
{
    std::vector<Events> out;
    for (const auto *event : events) {
        if (out.empty() || event->atMs - out.back().back()->atMs >= gapMs)
            out.emplace_back();
        out.back().push_back(event);
    }
    return out;
}

bool hasSeconds(const Event &event)
{
    return event.kind != EventKind::PageScrolled;
}

// What the source measured, or the time from the first to the last of them where that is longer.
base::DurationMs lengthOf(const Events &session)
{
    base::DurationMs onPagesMs = 0;
    base::DurationMs timedMs = 0;
    for (const auto *event : session) {
        const base::DurationMs ms = std::max(event->amount, 0) * base::secondMs;
        if (event->kind == EventKind::SessionTimed)
            timedMs = std::max(timedMs, ms);
        else if (hasSeconds(*event))
            onPagesMs += ms;
    }
    return std::max({onPagesMs, timedMs, session.back()->atMs - session.front()->atMs});
}

Found visitFound(const Scan &scan, domain::SignalType type, const Events &session)
{
    Found out = findAt(scan, type, {session.front()->contact.id, {}}, session.front()->atMs);
    out.signal.occurredMs = session.back()->atMs;
    std::transform(session.begin(), session.end(), std::back_inserter(out.signal.evidence),
                   [](const Event *event) { return event->id; });
    // An event just before it would have begun the visit earlier.
    out.goneMs -= scan.policy.visitGapMs;
    return out;
}

void findDocsRead(const Scan &scan, const Events &session, std::vector<Found> &out)
{
    const auto pages = static_cast<std::int64_t>(session.size());
    const auto lengthMs = lengthOf(session);
    if (pages < scan.policy.docsPagesMin && lengthMs < scan.policy.docsReadMinMs)
        return;
    Found found = visitFound(scan, domain::SignalType::DocsDeepRead, session);
    found.signal.strengthPermille = strengthOf(pages, scan.policy.docsPagesMin);
    found.signal.reason = {
        domain::ReasonCode::DocsDeepRead,
        {pages, domain::Span{lengthMs}, domain::AtTime{found.signal.occurredMs}}};
    out.push_back(std::move(found));
}

void findDeepVisit(const Scan &scan, const Events &session, std::vector<Found> &out)
{
    std::int64_t percent = 0;
    for (const auto *event : session) {
        if (event->kind == EventKind::PageScrolled)
            percent = std::max<std::int64_t>(percent, event->amount);
    }
    const auto lengthMs = lengthOf(session);
    if (percent < scan.policy.deepScrollPercentMin || lengthMs < scan.policy.deepVisitMinMs)
        return;
    Found found = visitFound(scan, domain::SignalType::DeepVisit, session);
    found.signal.reason = {domain::ReasonCode::DeepVisit,
                           {std::min<std::int64_t>(percent, 100), domain::Span{lengthMs},
                            domain::AtTime{found.signal.occurredMs}}};
    out.push_back(std::move(found));
}

} // namespace

std::vector<Found> detectDeepReads(const Scan &scan)
{
    std::vector<Found> out;
    for (const auto &[contact, views] : eventsByContact(scan, docs)) {
        for (const auto &session : sessionsOf(views, scan.policy.visitGapMs))
            findDocsRead(scan, session, out);
    }
    for (const auto &[contact, views] : eventsByContact(scan, web)) {
        for (const auto &session : sessionsOf(views, scan.policy.visitGapMs))
            findDeepVisit(scan, session, out);
    }
    return out;
}

} // namespace topline::signals
