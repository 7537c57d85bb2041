// Result codes of SQLite and of the file system as errors for people: what happened, what was kept,
// what to do. Used inside core/store, on any thread; pure.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string_view>

namespace topline::store {

// `detail` is what SQLite or a guard of the schema said; shown only where it means something.
base::Error sqliteError(int code, std::string_view detail);

// `doing` completes "… could not be": "opened", "created".
base::Error fileError(int errorNumber, const std::filesystem::path &path, std::string_view doing);

base::Error notAWorkspace(const std::filesystem::path &path, std::string_view why);
base::Error damaged(const std::filesystem::path &path, std::string_view finding);
base::Error newerSchema(const std::filesystem::path &path, int theirs, int ours);

} // namespace topline::store
