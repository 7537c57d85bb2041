// Decide: the steps of a play as YAML, and what must hold between them: days ascend, branches lead
// forward to steps that exist, signals fit the kind of cadence. Used by parsePlay. Any thread.
#pragma once

#include "core/domain/play.h"
#include "core/plays/yaml_reader.h"

namespace topline::plays {

// Needs the play's cadence and rules, which are read before.
base::Result<std::vector<domain::PlayStep>>
readSteps(const YamlReader &reader, const YAML::Node &root, const domain::Play &play);

} // namespace topline::plays
