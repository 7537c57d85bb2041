// Computes everything derived anew from the raw rows and shows that the result is the same to the
// byte: each account as of the moment at which it was last computed. One transaction; on the
// engine's thread. Facts (decisions, actions, outbox, ledger) are not touched.
#pragma once

#include "core/base/result.h"
#include "core/engine/engine_reports.h"
#include "core/engine/step/step.h"

namespace topline::engine {

// Nothing may be due: derive first.
base::Result<RebuildReport> rebuildDerived(Context &context);

} // namespace topline::engine
