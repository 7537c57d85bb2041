// The first bytes of a file, read without SQLite: is it a workspace of ours, of which schema, and
// is it whole? Asked before anything else touches the file. Any thread; changes nothing.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>

namespace topline::store {

// "TopL": marks the file as ours (PRAGMA application_id in the first migration).
inline constexpr std::int32_t applicationId = 0x546F704C;

// NotFound, NotAWorkspace, PermissionDenied, ReadOnly (of the file) or Corrupt (cut off);
// NewerSchema when its schema is above `newestSchema`.
base::Status examineFile(const std::filesystem::path &path, int newestSchema);

} // namespace topline::store
