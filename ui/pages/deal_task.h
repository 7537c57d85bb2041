// Tasks made from what a page shows: subject and body filled in from a deal's row or from a figure.
// Called by the manager pages on the GUI thread; pure, cannot fail.
#pragma once

#include "core/engine/cockpit.h"
#include "ui/pages/deal_model.h"
#include "ui/pages/deal_risk_view.h"

namespace topline::pages {

// "Halvorsen Shipping, Rollout: close date 6 d ago", on the deal.
engine::TaskRequest taskFromDeal(const DealItem &deal, const ui::text::MetricText &text);

// "Halvorsen Shipping, Rollout: agree the next step", with the warnings that hold in the body. As
// above where the deal was not weighed or nothing is to be fixed.
engine::TaskRequest taskFromDeal(const DealItem &deal, const DealRiskStory &story,
                                 const ui::text::MetricText &text);

// "Look into At risk: $386k, 11 deals" with the ten largest deals in the body; one task, on no
// deal.
engine::TaskRequest taskFromFigure(const domain::Figure &figure, const DealModel &deals,
                                   const ui::text::MetricText &text);

// The same for any list of deals with a name.
engine::TaskRequest taskFromDeals(const QString &what, const std::vector<domain::DealId> &deals,
                                  const DealModel &known, const ui::text::MetricText &text);

} // namespace topline::pages
