// Makes the text of FILE.rejects.csv (or .jsonl) for the rejected rows of one imported file: what a
// person corrects and imports again. Called after an import by window and terminal; opens the file
// for its column names only. Io and NotFound when it is gone.
#pragma once

#include "core/base/csv_reader.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace topline::base {

struct RejectedText {
    Place place;
    std::string reason;
    std::string raw;
};

// Rows whose place names another file are left out. Lines of a .jsonl, .ndjson or .json file are
// repaired as lines, without their reasons; `options` are those with which the file was read.
Result<std::string> repairText(const std::string &path, const std::vector<RejectedText> &rejects,
                               CsvOptions options = {});

// "deals.csv" → "deals.csv.rejects.csv", "events.jsonl" → "events.jsonl.rejects.jsonl"; the same
// name for a file that is one of rejects already.
std::string repairName(const std::string &path);

// True for names of files that hold one JSON object a line.
bool namesJsonLines(const std::string &path);

} // namespace topline::base
