#include "core/crm/demo_company.h"
#include "core/crm/demo_words.h"

#include <chrono>

namespace topline::crm {

namespace {

base::UtcMs quarterStart(int year, int quarter)
{
    using namespace std::chrono;
    const sys_days day = std::chrono::year{year} / (quarter * 3 + 1) / 1;
    return duration_cast<milliseconds>(day.time_since_epoch()).count();
}

void addQuotas(DemoCompany &company)
{
    using namespace std::chrono;
    const base::UtcMs first = company.anchorMs - demoHistoryMs;
    const base::UtcMs last = company.anchorMs + 365 * base::dayMs;
    const year_month_day start{floor<days>(sys_time<milliseconds>{milliseconds{first}})};
    int year = static_cast<int>(start.year());
    int quarter = static_cast<int>((static_cast<unsigned>(start.month()) - 1) / 3);
    for (int count = 0; quarterStart(year, quarter) <= last; ++count) {
        const int nextYear = quarter == 3 ? year + 1 : year;
        const int nextQuarter = (quarter + 1) % 4;
        for (std::size_t i = 0; i < company.owners.size(); ++i) {
            const std::int64_t quota = demoReps()[i].quotaMinor;
            if (quota == 0)
                continue;
            // Targets grow by 2 % a quarter, rounded to 500.
            const std::int64_t grown = (quota * (100 + 2 * count) / 100 + 25'000) / 50'000 * 50'000;
            company.quotas.push_back({{{}, company.owners[i].remoteId},
                                      quarterStart(year, quarter),
                                      quarterStart(nextYear, nextQuarter),
                                      {grown, base::Currency::usd()}});
        }
        year = nextYear;
        quarter = nextQuarter;
    }
}

} // namespace

void addDemoCatalogue(DemoCompany &company)
{
    const base::UtcMs birth = company.anchorMs - demoHistoryMs;
    for (const auto &rep : demoReps()) {
        domain::Owner owner;
        owner.remoteId = "owner-" + std::to_string(company.owners.size());
        owner.name = rep.name;
        std::string slug = demoSlug(rep.name);
        slug[slug.find('-')] = '.';
        owner.email = slug + "@" + std::string(demoSellerDomain);
        owner.team = rep.team;
        owner.manager = rep.active ? "Renata Solberg" : "";
        owner.active = rep.active;
        owner.updatedMs = birth;
        company.owners.push_back(std::move(owner));
    }
    for (const auto &product : demoProducts()) {
        domain::Product row;
        row.remoteId = "prod-" + std::to_string(company.products.size());
        row.name = product.name;
        row.family = product.family;
        row.price = base::Money{product.priceMinor, base::Currency::usd()};
        row.updatedMs = birth;
        company.products.push_back(std::move(row));
    }
    static constexpr const char *names[] = {"Qualified",   "Discovery", "Proposal",
                                            "Negotiation", "Won",       "Lost"};
    for (const char *name : names) {
        domain::Stage stage;
        stage.order = static_cast<int>(company.stages.size());
        stage.remoteId = "stage-" + demoSlug(name);
        stage.pipeline = "Sales";
        stage.name = name;
        stage.kind = stage.order == demoStageWon    ? domain::StageKind::Won
                     : stage.order == demoStageLost ? domain::StageKind::Lost
                                                    : domain::StageKind::Open;
        company.stages.push_back(std::move(stage));
    }
    addQuotas(company);
}

} // namespace topline::crm
