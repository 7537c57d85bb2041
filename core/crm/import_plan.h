// Which files of a folder are what: matches files to the file specs of a mapping by name and
// columns, and finds the preset that fits best. Called before an import; opens each file for its
// header only. A wrong mapping, an empty or unreadable file is an error that says what is missing.
#pragma once

#include "core/base/result.h"
#include "core/crm/mapping.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace topline::crm {

struct PlannedFile {
    std::string path;
    std::string name;     // without folder
    std::size_t spec = 0; // of Mapping::files
    std::vector<std::string> header;
    std::int64_t bytes = 0;
};

struct ImportPlan {
    std::vector<PlannedFile> files;   // in the order in which they must be read
    std::vector<std::string> ignored; // paths that the mapping does not speak of
    std::int64_t bytes = 0;
    std::size_t boundFields = 0; // how much of the files the mapping understands
};

// `paths` are files, or one folder, whose files of other kinds are then ignored. A file that was
// named itself must fit.
base::Result<ImportPlan> planImport(const Mapping &mapping, const std::vector<std::string> &paths);

// The number of the mapping that fits most of the files. InvalidInput when none fits any.
base::Result<std::size_t> detectMapping(const std::vector<Mapping> &mappings,
                                        const std::vector<std::string> &paths);

} // namespace topline::crm
