// A forecast as JSON for scripts: money in integer minor units, probabilities 0 to 1, deals by
// number. Used by the forecast command; pure, cannot fail.
#pragma once

#include "core/domain/forecast.h"

#include <QJsonObject>

#include <cstddef>

namespace topline::app {

const char *categoryName(domain::ForecastCategory category);
const char *methodName(domain::ForecastMethod method);
const char *flowName(domain::FlowKind kind);
const char *warningName(domain::CommitWarning warning);
const char *spanName(domain::ForecastSpan span);

// At most `dealsMax` open deals, all else whole.
QJsonObject forecastDocument(const domain::ForecastReport &report, std::size_t dealsMax);

} // namespace topline::app
