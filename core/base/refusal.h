// Two kinds of Error that most commands give: a rule says no, or a field is wrong. Both come before
// anything is written, and say so. Called anywhere, on any thread; never fails.
#pragma once

#include "core/base/error.h"

#include <string>

namespace topline::base {

// Refused. `message` is what stands in the way, `todo` what can be done about it.
Error refusal(std::string message, std::string todo = {});

// InvalidInput with the field as its place.
Error wrongField(std::string field, std::string message, std::string todo);

} // namespace topline::base
