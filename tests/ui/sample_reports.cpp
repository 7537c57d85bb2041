#include "tests/ui/sample_reports.h"

#include "tests/metrics/sample_world.h"

#include <array>
#include <string>

namespace topline::test {

using namespace domain;

namespace {

constexpr std::array firstWords = {"Halvorsen", "Orchard", "Bluepeak", "Cobalt",  "Wexford",
                                   "Sable",     "Juniper", "Tarn",     "Marlow",  "Opal",
                                   "Cedar",     "Corvina", "Moravia",  "Pacific", "Aalborg",
                                   "Tasman",    "Linden",  "Ferro",    "Vantage", "Harbour"};
constexpr std::array lastWords = {"Shipping", "Medical", "Energy", "Retail Group", "Paper",
                                  "Aviation", "Foods",   "Labs",   "Insurance",    "Logistics"};
constexpr std::array reps = {"Maya Okafor", "Tomas Lind", "Priya Rao", "Jonas Weber",
                             "Elise Caron"};
constexpr std::array sources = {"Outbound", "Inbound", "Partner", "Event", "Existing customer"};
constexpr std::array industries = {"Manufacturing", "Health", "Retail", "Logistics", "Energy"};
constexpr std::array steps = {"Contract call, Thu", "Security review", "", "Site visit, 27 Nov",
                              "Send pricing",       "Budget call",     "", "Technical call"};

void nameAll(metrics::MetricsInput &input)
{
    for (std::size_t i = 0; i < input.owners.size(); ++i)
        input.owners[i].name = reps[i % reps.size()];
    for (std::size_t i = 0; i < input.accounts.size(); ++i) {
        Account &account = input.accounts[i];
        account.name = std::string(firstWords[i % firstWords.size()]) + " " +
                       lastWords[i * 7 % lastWords.size()];
        account.industry = industries[i * 3 % industries.size()];
        account.employees = static_cast<std::int64_t>(20 + i * 137 % 1'900);
    }
}

} // namespace

metrics::MetricsInput sampleCompany()
{
    metrics::MetricsInput input = metrics_test::randomWorld(46, 900).input;
    nameAll(input);
    for (Deal &deal : input.deals) {
        const auto id = static_cast<std::size_t>(deal.id.value);
        deal.name = std::string(firstWords[id * 3 % firstWords.size()]) + " " +
                    lastWords[id % lastWords.size()];
        deal.owner.id = {static_cast<std::int64_t>(id % reps.size()) + 1};
        deal.account.id = {static_cast<std::int64_t>(id % input.accounts.size()) + 1};
        deal.source = sources[id * id % sources.size()];
        deal.nextStep = steps[id % steps.size()];
        const auto touchedDaysAgo = static_cast<double>(id * 7 % 37);
        input.touches.push_back({deal.id, metrics_test::day(-touchedDaysAgo)});
    }
    for (Quota &quota : input.quotas)
        quota.amount.amountMinor = 28'000'000;
    return input;
}

CardDetail sampleDealDetail(const PipelineReport &report)
{
    CardDetail detail;
    DealStrip strip;
    for (const DealRow &row : report.deals) {
        if (row.stalled && row.wonP80Days) {
            strip.row = row;
            break;
        }
    }
    const char *names[] = {"Qualified", "Discovery", "Proposal", "Negotiation", "Won"};
    for (int i = 0; i < 5; ++i) {
        Stage stage;
        stage.name = names[i];
        strip.stages.push_back(stage);
        if (strip.row.stageName == stage.name)
            strip.stageIndex = static_cast<std::size_t>(i);
    }
    strip.ageDays = 93;
    strip.contacts = 5;
    strip.contactsEngaged = 2;
    detail.deal = strip;
    const EventKind kinds[] = {EventKind::ProposalViewed, EventKind::EmailSent,
                               EventKind::MeetingHeld, EventKind::PricingView,
                               EventKind::EmailReplied};
    for (int i = 0; i < 12; ++i) {
        Event event;
        event.id = {i + 1};
        event.kind = kinds[i % 5];
        event.atMs = metrics_test::noon - i * 3 * base::dayMs - base::hourMs;
        event.suspectBot = i == 3;
        if (event.kind == EventKind::EmailSent)
            event.title = "Rollout plan for the first quarter";
        detail.timeline.push_back(event);
    }
    return detail;
}

} // namespace topline::test
