// Decide: plays as YAML documents. Read at start and by `check`; called on the engine thread or in
// tests. A fault is reported with file, line, column and field; nothing of a faulty file is used.
#pragma once

#include "core/base/result.h"
#include "core/domain/play.h"

#include <string>
#include <string_view>

namespace topline::plays {

base::Result<domain::Play> parsePlay(std::string_view yaml, const std::string &fileName);

} // namespace topline::plays
