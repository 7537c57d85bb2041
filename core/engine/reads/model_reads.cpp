#include "core/engine/reads/reads.h"
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

std::vector<domain::WinEstimate> Reads::openEstimates(const predict::WinModel &model,
                                                      const predict::DealRecords &records)
{
    const auto open = predict::openDealsNow(records);
    auto out = predict::estimate(model, open);
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i].deal = {std::stoll(open.rows[i].unit)};
    return out;
}

base::Result<std::optional<domain::WinEstimate>> Reads::winEstimate(const domain::Deal &deal)
{
    TRY_ASSIGN(const auto learned, m_tables.models.model());
    if (!learned)
        return std::optional<domain::WinEstimate>();
    TRY_ASSIGN(const auto model, predict::winModelOfText(learned->text));
    predict::DealRecords records;
    records.deals = {deal};
    records.currency = learned->currency;
    records.now = m_now;
    TRY_ASSIGN(records.stageChanges, m_tables.records.stageChangesOf(deal.id));
    TRY_ASSIGN(records.amountChanges, m_tables.records.amountChangesOf(deal.id));
    TRY_ASSIGN(records.stages, m_tables.catalogue.stages());
    TRY_ASSIGN(records.products, m_tables.catalogue.products());
    if (deal.account.id.isSet()) {
        TRY_ASSIGN(auto account, m_tables.records.account(deal.account.id));
        if (account)
            records.accounts.push_back(std::move(*account));
        TRY_ASSIGN(records.events, m_tables.events.touchesOf(deal.account.id, m_now));
    }
    auto estimates = openEstimates(model, records);
    if (estimates.empty())
        return std::optional<domain::WinEstimate>();
    return std::optional(std::move(estimates.front()));
}

base::Result<domain::WinOutlook> Reads::winOutlook()
{
    TRY_ASSIGN(const auto records, dealRecords());
    const auto training = predict::trainWinModel(predict::closedDealLooks(records), m_now);
    domain::WinOutlook out;
    out.report = training.report;
    out.open = openEstimates(training.model, records);
    std::stable_sort(out.open.begin(), out.open.end(),
                     [](const auto &a, const auto &b) { return a.ppm > b.ppm; });
    return out;
}

} // namespace topline::engine
