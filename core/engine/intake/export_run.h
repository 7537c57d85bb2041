// Writes the workspace's records as the CSV files of a layout: records that came from files of that
// layout first, with their original cells where these still say the same, then all others. Reads
// from one consistent view; on the engine's thread (terminal). Nothing that exists is overwritten.
#pragma once

#include "core/base/result.h"
#include "core/engine/engine_reports.h"
#include "core/store/tables.h"

#include <string>

namespace topline::engine {

// `layout` is a preset's name or a mapping file; empty: the one that all imported records came
// from, else our own.
base::Result<ExportReport> exportRecords(store::Tables &tables, const std::string &folder,
                                         const std::string &layout);

} // namespace topline::engine
