// Events of people whom sources know by their own names: takes them in, joins them to contacts and
// accounts as far as these are known, and joins earlier ones as soon as something new is said. In
// the caller's transaction, on the engine's thread. Used by the collector, imports and syncs.
#pragma once

#include "core/base/result.h"
#include "core/crm/connector.h"
#include "core/domain/visitor.h"
#include "core/engine/step.h"

namespace topline::engine {

// An event that the workspace has adds nothing, but what it says about who is who counts.
base::Result<domain::IncomingCounts> takeIncoming(Step &step,
                                                  const domain::IncomingEvents &incoming);

// Visitors whose contact or account came or changed with this page.
base::Status joinArrived(Step &step, const crm::Page &page);

// A person's word that a browser or user is not somebody after all, or taking it back. NotFound
// when no such thing was ever said.
base::Status cutVisitor(Step &step, const std::string &source, const domain::VisitorName &from,
                        const domain::VisitorName &to, bool isCut);

} // namespace topline::engine
