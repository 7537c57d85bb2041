// What a person is told no to is an answer and no failure. Used by the simulation on its one
// thread; failures of the disk are passed on.
#pragma once

#include "core/base/result.h"

namespace topline::sim {

inline base::Status unlessRefused(base::Status status)
{
    const bool isAnswer = !status.ok() && status.error().code != base::ErrorCode::Io;
    return isAnswer ? base::Status() : status;
}

} // namespace topline::sim
