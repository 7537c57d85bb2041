// Which mapping is meant by a name: one that comes with the program, or a file. Used by imports and
// exports; reads files, any thread. NotFound or InvalidInput say what is wrong with the name.
#pragma once

#include "core/base/result.h"
#include "core/crm/mapping.h"

#include <string>

namespace topline::engine {

base::Result<crm::Mapping> mappingNamed(const std::string &nameOrFile);

} // namespace topline::engine
