#include "tests/predict/forecast_world.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>

namespace topline::predict_test {

predict::DealCourse course(std::int64_t id, double startDay, std::int64_t minor)
{
    predict::DealCourse out;
    out.deal = {id};
    out.name = "Deal " + std::to_string(id);
    out.owner = {1};
    out.startMs = day(startDay);
    out.amounts = {{day(startDay), minor}};
    out.closeMs = day(20);
    out.lastTwoWayMs = day(-1);
    return out;
}

void close(predict::DealCourse &course, bool won, double atDay)
{
    course.kind = won ? domain::StageKind::Won : domain::StageKind::Lost;
    course.closedMs = day(atDay);
    course.closeMs = day(atDay);
    if (!course.stays.empty() && !course.stays.back().leftMs)
        course.stays.back().leftMs = course.closedMs;
}

namespace {

// Moves on about every three weeks; the later the stage, the likelier the end is a win.
predict::DealCourse randomCourse(base::Random &random, std::int64_t id)
{
    const double start = -730 + 729 * random.uniform();
    auto deal = course(id, start, std::llround(random.logNormal(500'000, 1)));
    deal.owner = {random.between(1, 3)};
    deal.closeMs = day(start + 30 + 120 * random.uniform());
    double at = start;
    for (std::int64_t stage = 1; at < 0; ++stage) {
        if (!deal.stays.empty())
            deal.stays.back().leftMs = day(at);
        deal.stays.push_back({{stage}, day(at), std::nullopt});
        deal.stage = {stage};
        at += random.exponential(25);
        const double won = .1 + .25 * static_cast<double>(stage - 1);
        const bool ends = stage == 3 || random.chance(.4);
        if (ends && at < 0) {
            close(deal, random.chance(stage == 3 ? .6 : won), at);
            break;
        }
    }
    if (random.chance(.2))
        deal.amounts.push_back({day(start + 10), deal.amounts.back().minor / 2 + 1});
    return deal;
}

} // namespace

predict::ForecastInput randomCompany(std::uint64_t seed, int deals)
{
    base::Random random(seed);
    predict::ForecastInput input;
    input.now = noon;
    for (std::int64_t id = 1; id <= 3; ++id) {
        domain::Stage stage;
        stage.id = {id};
        stage.name = "Stage " + std::to_string(id);
        input.stages.push_back(stage);
        domain::Owner owner;
        owner.id = {id};
        owner.name = "Owner " + std::to_string(id);
        input.owners.push_back(owner);
    }
    for (std::int64_t id = 1; id <= deals; ++id)
        input.deals.push_back(randomCourse(random, id));
    return input;
}

} // namespace topline::predict_test
