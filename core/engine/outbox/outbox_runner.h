// The outbox: what was approved leaves once, or it is known why not. Intent is durable before the
// wire, the mark "on wire" just before the request; only positive evidence leads to sent; doubt is
// unknown and is never repeated blindly. Used by Engine, on its thread; the requests themselves are
// made by the caller (terminal) or the courier thread (window).
#pragma once

#include "core/base/result.h"
#include "core/crm/connector.h"
#include "core/engine/engine_reports.h"
#include "core/engine/outbox/install_guard.h"
#include "core/engine/step/step.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace topline::engine {

// Whether the effects behind one with this answer should wait as well. `putOff` counts those in a
// row that were put off for reasons of their own: after five the server has no time for anybody.
bool holdsTheOthers(const crm::PushAnswer &answer, int &putOff);

class OutboxRunner {
public:
    OutboxRunner(Context &context, InstallGuard &install)
        : m_context(context)
        , m_install(install)
    {
    }

    // At the start: an intent goes back to the queue, a request under way becomes unknown. In a
    // restored copy (frozen) everything that had not ended is unknown.
    base::Status recover();

    // Stores the intents of the effects of this connection that may leave first, after asking every
    // guard again for each in that same transaction: one, or as many as `room` says may go
    // together. Empty: nothing may leave now. Counts what guards kept back.
    base::Result<std::vector<domain::Effect>> claim(const store::EffectRoute &route,
                                                    const SendRoom &room = {},
                                                    std::int64_t *withheld = nullptr);
    // Refused where another copy of the workspace has taken over; then everything is in doubt.
    base::Status markOnWire(std::span<const domain::Effect> effects);
    // What the CRM showed of the record after the write goes into the mirror in the same step, so
    // that the next pull finds nothing new in it. A clash makes a conflict for a person to decide.
    base::Status recordAnswer(const base::Uuid &effect, const crm::PushAnswer &answer);

    // Those of one connection.
    base::Result<std::vector<domain::Effect>> unknown(const store::EffectRoute &route) const;
    // What the outside party says about an unknown effect: there (sent), proved absent (goes again,
    // same bytes, same key), or still unknown.
    base::Status recordLookUp(const base::Uuid &effect, const crm::PushAnswer &answer);
    // What a person says about an unknown action.
    base::Status resolve(const base::Uuid &action, bool arrived);

    // Ends early when the connector could not send.
    base::Result<DrainReport> drain(crm::Connector &connector, const store::EffectRoute &route,
                                    const crm::CancelToken &cancel);

private:
    // Stores the intent of one; false: a guard kept it back.
    base::Result<bool> intend(Step &step, const base::Uuid &effect,
                              std::vector<domain::Effect> &claimed);

    base::Status storeMarks(std::span<const domain::Effect> effects);

    Context &m_context;
    InstallGuard &m_install;
};

} // namespace topline::engine
