// Where the user's files live, and folders that nobody else can read. Called by app at start, on
// the main thread, before any file is opened. A folder that others could enter is refused with a
// message rather than used.
#pragma once

#include "core/base/result.h"

#include <string>

namespace topline::platform {

// "<user data>/topline"; not made yet.
std::string defaultDataFolder();

// Makes the folder and its missing parents, mode 0700; narrows it when it is ours and too open.
// Refused: a symbolic link, another owner, not a folder.
base::Status makePrivateFolder(const std::string &path);

// New files of this process are readable by their owner only.
void restrictNewFiles();

} // namespace topline::platform
