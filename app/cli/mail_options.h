// What "connect mail" was told on the command line and standard input. Used by the command that
// connects, on the main thread. InvalidInput names the option that is wrong; the password is read
// from standard input and stands in no error.
#pragma once

#include "app/cli/command.h"
#include "core/domain/connect.h"

namespace topline::app {

base::Result<domain::SignInRequest> mailRequestOf(const Invocation &invocation);

} // namespace topline::app
