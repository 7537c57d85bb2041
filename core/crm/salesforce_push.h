// Writes one approved effect into Salesforce. Called by the connector on its courier thread; never
// throws. Creates are keyed by the administrator's field where there is one, and looked for before
// anything is sent in any case; changes are compared with what is there first (three-way), and only
// changed fields are written. Whatever cannot be told is Unknown.
#pragma once

#include "core/crm/effect_wire.h"
#include "core/crm/salesforce_record.h"

#include <span>
#include <string>
#include <vector>

namespace topline::crm {

class SalesforcePush {
public:
    // Both must outlive the push.
    SalesforcePush(SalesforceClient &client, SalesforceSchema &schema);

    PushAnswer push(const domain::Effect &effect, const CancelToken &cancel);
    // Edits of one object, and keyed creates of one object, go together.
    std::vector<PushAnswer> pushMany(std::span<const domain::Effect> effects,
                                     const CancelToken &cancel);
    std::size_t pushMax(domain::ActionKind kind) const;
    PushAnswer lookUp(const domain::Effect &effect, const CancelToken &cancel);

private:
    std::string groupOf(const EffectWire &wire) const;

    SalesforceClient &m_client;
    SalesforceSchema &m_schema;
};

// What an answer with faults means for a write.
PushAnswer salesforcePushFault(const SalesforceAnswer &answer, base::UtcMs now);

} // namespace topline::crm
