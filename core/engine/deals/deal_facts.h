// Keeps what each deal says about stages (which it reached, how it ended) and the counts made of
// it, for touched deals only. Part of the transaction that brings the records in; on the engine's
// thread.
#pragma once

#include "core/base/result.h"
#include "core/engine/step/step.h"

namespace topline::engine {

// Facts of the deals in step.changes(). Stage counts move by the difference.
base::Status refreshDealFacts(Step &step);

// Every deal and account becomes touched: a stage of the catalogue has changed its meaning.
base::Status touchEverything(Step &step);

} // namespace topline::engine
