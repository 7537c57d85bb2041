#include "core/crm/demo_words.h"

namespace topline::crm {

namespace {

constexpr std::string_view pages[] = {
    "Home page",
    "Product page: Fleet analytics",
    "Product page: Route planning",
    "Product page: Warehouse desk",
    "Product page: Demand forecast",
    "Customer stories",
    "Customer story: 14 depots in one week",
    "Integrations",
    "Blog: Five ways to cut empty miles",
    "Blog: Forecasting with three years of data",
    "Webinar recording: Planning a peak season",
    "Release notes",
    "About us",
    "Careers",
    "Status page",
};

constexpr std::string_view docs[] = {
    "Security overview",       "API reference",         "Data import guide",
    "Single sign-on set-up",   "Roles and permissions", "Rollout checklist",
    "Audit log and retention", "Migration from sheets", "Offline mode on scanners",
};

constexpr DemoMail replies[] = {
    {"Quote for the first 120 seats",
     "The numbers look right to us. Before I take it to our security team I need the answers to "
     "their questionnaire; can you send those by Thursday?"},
    {"Two dates for the rollout review",
     "Tuesday works, 14:00 our time. Please include our depot lead, she will run the pilot."},
    {"Security answers for your team",
     "Thanks, this covers most of it. Open points are data residency and how long logs are kept."},
    {"Pilot scope for the north region",
     "We would rather start with two depots than five. Does that change the price per seat?"},
    {"Next steps after the demo",
     "The team liked the exception view. What we still need is a comparison with what we pay "
     "today."},
    {"Terms and start date",
     "Legal asks for net 60 and a start in the new quarter. If that is possible we can sign this "
     "month."},
    {"Budget for next year",
     "I have the planning round next week. Could you give me one page with cost and pay-back?"},
    {"Question about the contract",
     "Clause 7 is the only one our counsel wants to discuss. Do you have twenty minutes on "
     "Friday?"},
    {"Integration with our warehouse system",
     "Our IT asks whether the connector reads stock levels every hour or only at night."},
    {"Checking in on the evaluation",
     "Sorry for the silence, quarter end. We are still interested and will pick this up on "
     "Monday."},
    {"Renewal and ten more seats",
     "We would like to add ten seats with the renewal. Please send an updated order form."},
    {"Introduction to our finance lead",
     "I have copied our finance director. She signs off anything above 30k, so she should see the "
     "proposal."},
};

constexpr DemoMail outbound[] = {
    {"Two dates for the rollout review",
     "I suggest Tuesday or Thursday for the review. Which of them suits your team?"},
    {"Quote for the first 120 seats", "Here is the quote that we spoke about, valid for 30 days."},
    {"Security answers for your team",
     "Attached are the answers to the questionnaire, with our latest report."},
    {"Next steps after the demo", "Thank you for your time today. In short, the three next steps:"},
    {"Pilot scope for the north region", "Below is the scope for a four-week pilot."},
    {"Checking in on the evaluation", "Is there anything that you miss for your decision?"},
    {"One page on cost and pay-back", "As promised, the page for your planning round."},
    {"Terms and start date", "We can meet net 45; the start date is yours to choose."},
    {"How others planned their peak season", "A short read on what worked for teams like yours."},
    {"Introduction to our lead engineer", "She can answer the questions on the connector."},
};

constexpr std::string_view notes[] = {
    "Champion wants a pilot in two depots before the full rollout.",
    "Finance joins from the next meeting on; budget owner is the director.",
    "They compare with their own spreadsheet tool, no other vendor named.",
    "Security review takes about two weeks here.",
    "Asked for references of the same size.",
    "Decision is made by operations, signed by finance.",
    "Wants to start before the peak season.",
    "Contract runs out in the spring; wants no overlap.",
};

constexpr std::string_view qualifiedSteps[] = {"Discovery call", "Find the budget owner",
                                               "Send the overview", ""};
constexpr std::string_view discoverySteps[] = {"Technical call", "Demo for operations",
                                               "Meet finance", "Map the process", ""};
constexpr std::string_view proposalSteps[] = {"Security review", "Review of the proposal",
                                              "Budget call", "Board paper", ""};
constexpr std::string_view negotiationSteps[] = {"Contract call", "Redline", "Signature",
                                                 "Legal answer", ""};

} // namespace

std::span<const std::string_view> demoPages()
{
    return pages;
}

std::span<const std::string_view> demoDocs()
{
    return docs;
}

std::span<const DemoMail> demoReplies()
{
    return replies;
}

std::span<const DemoMail> demoOutbound()
{
    return outbound;
}

std::span<const std::string_view> demoNotes()
{
    return notes;
}

std::span<const std::string_view> demoNextSteps(int stage)
{
    switch (stage) {
    case 0:
        return qualifiedSteps;
    case 1:
        return discoverySteps;
    case 2:
        return proposalSteps;
    default:
        return negotiationSteps;
    }
}

} // namespace topline::crm
