// Reports for page tests: a small company's pipeline and velocity as core/metrics computes them, at
// the fake cockpit's moment. Deterministic; test code only.
#pragma once

#include "core/domain/card_detail.h"
#include "core/metrics/input.h"

namespace topline::test {

metrics::MetricsInput sampleCompany();

// What loadDeal would answer for the first stalled deal of the report.
domain::CardDetail sampleDealDetail(const domain::PipelineReport &report);

} // namespace topline::test
