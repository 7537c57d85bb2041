// Plays as JSON for scripts: rows with their figures, versions, runs and dry runs. Used by the
// commands on plays; pure, cannot fail.
#pragma once

#include "core/domain/play_view.h"

#include <QJsonObject>

namespace topline::app {

QJsonObject jsonPlayRow(const domain::PlayRow &row);
QJsonObject jsonPlayVersion(const domain::PlayVersion &version); // without its text
QJsonObject jsonPlayRun(const domain::RunRow &row);
QJsonObject jsonPlayTrial(const domain::PlayTrial &trial);

} // namespace topline::app
