// Events of people whom sources know by their own names: takes them in, joins them to contacts and
// accounts as far as these are known, and joins earlier ones as soon as something new is said. In
// the caller's transaction, on the engine's thread. Used by the collector, imports and syncs.
#pragma once

#include "core/base/result.h"
#include "core/crm/connector.h"
#include "core/domain/visitor.h"
#include "core/engine/step/step.h"

namespace topline::engine {

// An event that the workspace has adds nothing, but what it says about who is who counts.
base::Result<domain::IncomingCounts> takeIncoming(Step &step,
                                                  const domain::IncomingEvents &incoming);

// Visitors whose contact or account came or changed with this page.
base::Status joinArrived(Step &step, const crm::Page &page);

// NotFound when no visitors are known by these names.
base::Status cutVisitor(Step &step, const domain::VisitorCut &cut);

} // namespace topline::engine
