#include "core/engine/reads.h"
#include "core/predict/win_train.h"

#include <algorithm>

namespace topline::engine {

base::Result<predict::DealRecords> Reads::dealRecords()
{
    predict::DealRecords out;
    TRY_ASSIGN(auto input, metricsInput(std::nullopt));
    out.deals = std::move(input.deals);
    out.stageChanges = std::move(input.stageChanges);
    out.amountChanges = std::move(input.amountChanges);
    out.stages = std::move(input.stages);
    out.accounts = std::move(input.accounts);
    TRY_ASSIGN(out.products, m_tables.catalogue.products());
    TRY_ASSIGN(out.events, m_tables.events.touches(m_now));
    out.currency = input.currency;
    out.now = m_now;
    return out;
}

base::Result<domain::WinOutlook> Reads::winOutlook()
{
    TRY_ASSIGN(const auto records, dealRecords());
    const auto training = predict::trainWinModel(predict::closedDealLooks(records), m_now);
    const auto open = predict::openDealsNow(records);
    domain::WinOutlook out;
    out.report = training.report;
    out.open = predict::estimate(training.model, open);
    for (std::size_t i = 0; i < out.open.size(); ++i)
        out.open[i].deal = {std::stoll(open.rows[i].unit)};
    std::stable_sort(out.open.begin(), out.open.end(),
                     [](const auto &a, const auto &b) { return a.ppm > b.ppm; });
    return out;
}

} // namespace topline::engine
