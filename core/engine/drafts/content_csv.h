// Content as a table: title, url, text, stages, industries, personas, objections, sizes, retired
// and the counts. Called by import and export; pure, any thread. A row that cannot be used is told
// with its place and left out. Lists stand in one cell, parted by ";".
#pragma once

#include "core/base/result.h"
#include "core/domain/content.h"

#include <string>
#include <vector>

namespace topline::engine {

std::string contentCsv(const std::vector<domain::ContentRow> &rows);

struct ContentCsv {
    std::vector<domain::ContentAsset> assets; // without ids and times
    std::vector<base::Error> faults;
};

// InvalidInput: no table, or no column of titles.
base::Result<ContentCsv> readContentCsv(const std::string &text);

} // namespace topline::engine
