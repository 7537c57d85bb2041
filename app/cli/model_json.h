// Win models as JSON for scripts: probabilities in parts per million, log-odds in millionths, what
// is not defined as null. Used by the model commands on the main thread; pure, cannot fail.
#pragma once

#include "core/domain/prediction.h"
#include "core/predict/win_holdout.h"

#include <QJsonObject>

namespace topline::app {

const char *verdictName(domain::ModelVerdict verdict);
const char *familyName(domain::ModelFamily family);

QJsonObject jsonCandidate(const domain::CandidateScore &score);
QJsonObject jsonReport(const domain::WinModelReport &report);
QJsonObject jsonEstimate(const domain::WinEstimate &estimate);
QJsonObject jsonHoldout(const predict::HoldoutReport &report);

} // namespace topline::app
