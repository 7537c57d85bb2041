#include "core/engine/deals/deal_call.h"

namespace topline::engine {

base::Status callDeal(Context &context, domain::DealId deal,
                      std::optional<domain::ForecastCategory> category)
{
    TRY_ASSIGN(const auto known, context.tables().records.deal(deal));
    if (!known || known->deleted)
        return base::Error{base::ErrorCode::NotFound, "There is no such deal."};
    TRY_ASSIGN(const auto stage, context.tables().catalogue.stage(known->stage.id));
    const bool isClosed = stage && stage->kind != domain::StageKind::Open;
    if (isClosed || category == domain::ForecastCategory::Closed)
        return base::Error{.code = base::ErrorCode::Refused,
                           .message = isClosed ? "The deal is closed: there is nothing to call."
                                               : "A deal is closed in the CRM, not by a call.",
                           .kept = "Nothing was changed."};
    TRY_ASSIGN(Step step, Step::begin(context, "call"));
    TRY(step.tables().forecasts.add(
        domain::ForecastCall{deal, category, std::string(actor::rep), step.now()}));
    step.changes().deals.insert(deal);
    return step.commit();
}

} // namespace topline::engine
