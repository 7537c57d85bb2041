// One sync cycle: page after page from where the last one ended, each durable before the next is
// asked for. Called by the engine with itself as the sink; blocks on the connector. A failure or a
// cancel keeps every page that was applied; the next run goes on after it.
#pragma once

#include "core/base/result.h"
#include "core/crm/connector.h"
#include "core/sync/roll_call.h"

#include <functional>
#include <optional>
#include <string>

namespace topline::sync {

// Where pages go. Applying one stores its cursor in the same transaction.
class PageSink {
public:
    virtual ~PageSink() = default;
    virtual base::Result<std::string> cursor(const std::string &system) = 0;
    virtual base::Status apply(const std::string &system, const crm::Page &page) = 0;
    // Whom to call up, and what was said about them (see roll_call.h).
    virtual base::Result<std::optional<RollCallAsk>> rollCall(const std::string &system) = 0;
    virtual base::Status applyRollCall(const std::string &system, const RollCallAsk &ask,
                                       RollCallOutcome outcome, const crm::Page &found) = 0;
    virtual base::Status noteFailure(const std::string &system, const base::Error &error) = 0;
};

// Stores the answer of Connector::findGone. False: enough for this sync. What ends the sync itself
// (cancelled, a limit, the sign-in) is given back, and nothing is stored.
base::Result<bool> takeRollCall(PageSink &sink, const std::string &system, const RollCallAsk &ask,
                                const base::Result<std::optional<crm::Page>> &answer);

// Called after each page with how many there were; false stops the run there.
using AfterPage = std::function<bool(std::int64_t pages)>;

// How many pages were applied. Cancelled when the token or `afterPage` says so.
base::Result<std::int64_t> runSync(crm::Connector &connector, PageSink &sink,
                                   const crm::CancelToken &cancel, const AfterPage &afterPage);

} // namespace topline::sync
