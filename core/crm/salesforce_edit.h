// Changes one record in Salesforce: a deal's stage, or fields that a person edited here. Called by
// push on the courier thread. Reads the record first and compares three ways; what both sides
// changed is a Conflict and nothing is written. Writes only what differs, only if the record was
// not touched since it was read, and reads it back: that is the new common base.
#pragma once

#include "core/crm/effect_wire.h"
#include "core/crm/salesforce_push.h"

#include <string>
#include <vector>

namespace topline::crm {

class SalesforceEdit {
public:
    SalesforceEdit(SalesforceClient &client, const SalesforceSchema &schema, EffectWire wire);

    PushAnswer push(const CancelToken &cancel);
    // Applied when every field stands as approved; else Refused: it is safe to send it again.
    PushAnswer lookUp(const CancelToken &cancel);

private:
    struct Comparison {
        SalesforceValues changes;
        std::vector<FieldClash> clashes;
        std::string objection;
    };

    std::string targetId() const;
    Comparison compare(const SalesforceRecord &record) const;
    void compareField(const SalesforceRecord &record, const domain::FieldChange &change,
                      Comparison &out) const;
    PushAnswer tryOnce(const CancelToken &cancel, bool &hasChanged);
    PushAnswer write(const SalesforceRecord &record, const SalesforceValues &changes,
                     const CancelToken &cancel, bool &hasChanged);

    SalesforceClient &m_client;
    const SalesforceSchema &m_schema;
    EffectWire m_wire;
    std::vector<domain::FieldChange> m_changes;
};

} // namespace topline::crm
