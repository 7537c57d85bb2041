// The original cells of an imported record, so that it can be exported again without loss.
// Made by imports, kept by the store, read by exports. Plain values, any thread.
#pragma once

#include "core/domain/records.h"

namespace topline::domain {

// The cells that a file had for a record, by column name, in file order: what makes an export
// lossless.
struct SourceFields {
    RecordKind kind = RecordKind::Account;
    std::string remoteId;
    std::string layout; // preset or mapping name
    std::string file;   // file name without folder
    std::vector<std::pair<std::string, std::string>> cells;
    bool operator==(const SourceFields &) const = default;
};

} // namespace topline::domain
