// Events of the demo company in a compact form, and their way into domain events with titles and
// texts. Called by the demo history, life, answers and connector; pure, any thread, cannot fail.
#pragma once

#include "core/crm/demo_company.h"

#include <string>
#include <vector>

namespace topline::crm {

struct DemoEvent {
    base::UtcMs atMs = 0;
    domain::EventKind kind = domain::EventKind::PageView;
    std::size_t account = 0;
    std::size_t contact = 0; // into DemoCompany::contacts
    const DemoDeal *deal = nullptr;
    std::int32_t amount = 0;
    bool suspectBot = false;
    char series = 'h';        // history, life, deal or answer: with `number` the event's own id
    std::uint64_t number = 0; // unique within its series
    std::string title;        // empty: chosen by kind and number
    std::string body;
};

// Earlier first; events of the same millisecond by series and number.
bool demoEventBefore(const DemoEvent &a, const DemoEvent &b);

domain::Event toDomainEvent(const DemoCompany &company, const DemoEvent &event);

// The planned signals around the anchor, told by events of the last days: who, about which deal,
// and how long ago the last thing happened.
enum class DemoStoryKind { PricingRevisit, ProposalReopened, Reply, Surge, DemoRequest };

struct DemoStory {
    DemoStoryKind kind = DemoStoryKind::PricingRevisit;
    std::size_t account = 0;
    const DemoDeal *deal = nullptr;
    base::DurationMs ageMs = 0;
    std::size_t number = 0;
};

std::vector<DemoStory> planDemoStories(const DemoCompany &company);
std::vector<DemoEvent> tellDemoStory(const DemoCompany &company, const DemoStory &story);

// All events up to the anchor by time, 60,000 of them by buyers.
std::vector<DemoEvent> buildDemoHistory(const DemoCompany &company);

} // namespace topline::crm
