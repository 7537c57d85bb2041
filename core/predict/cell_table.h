// Any table of text cells as model input: which column is the outcome, which rows are for testing,
// which columns are numbers. Called by the terminal program for files, and by the reference tests;
// pure, any thread. Errors are InvalidInput with the column or value that is wrong.
#pragma once

#include "core/base/result.h"
#include "core/predict/feature_table.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace topline::predict {

struct CellTable {
    std::vector<std::string> names;
    std::vector<std::vector<std::string>> rows; // as many cells each
};

struct CellQuestion {
    std::string label;    // name of the outcome's column
    std::string positive; // its value that counts as 1; empty: 1, true, yes, won …
    std::string negative; // that counts as 0; empty: everything else that is not empty
    std::string id;       // hashed for the split; empty: the 0-based row number
    std::string time;     // rows at or after `from` are for testing; empty: by hash
    std::string from;     // a date; empty: where the latest `testShare` begins
    std::set<std::string> excluded;
    std::set<std::string> categorical; // columns of codes, which are no quantities
    std::string salt = "ref-v1";
    double testShare = 0.3; // by hash: unitNumber(salt, id) < testShare
};

// Rows whose outcome is neither are left out. The label's, id's and time's columns are no features.
struct SplitTable {
    FeatureTable table;       // each row its own group; asked at its time, or at its row number
    std::vector<bool> isTest; // by row
};

// A column is one of numbers when every cell that is not empty, NA, NaN, null or ? is a number.
base::Result<SplitTable> splitTable(const CellTable &cells, const CellQuestion &question);

} // namespace topline::predict
