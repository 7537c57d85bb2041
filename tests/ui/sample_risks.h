// Risks of the sample company as core/risk works them out from made-up facts: warnings, one
// finding, alerts, anomalies, zombies and fixes. Deterministic; test code only.
#pragma once

#include "core/domain/prediction.h"
#include "core/domain/risk_report.h"

namespace topline::test {

// Also writes the risks into the rows of the report, as the engine does.
domain::RiskReport sampleRisks(domain::PipelineReport &report);

// Of a usable model: eleven parts that add up exactly.
domain::WinEstimate sampleWin();

} // namespace topline::test
