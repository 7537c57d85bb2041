// Changes one record in Salesforce: a deal's stage, or fields that a person edited here. Called by
// push on the courier thread. Reads the record first and compares three ways; what both sides
// changed is a Conflict and nothing is written. Writes only what differs, only if the record was
// not touched since it was read, and reads it back: that is the new common base.
#pragma once

#include "core/crm/effect_wire.h"
#include "core/crm/salesforce_push.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::crm {

class SalesforceEdit {
public:
    SalesforceEdit(SalesforceClient &client, const SalesforceSchema &schema, EffectWire wire);

    PushAnswer push(const CancelToken &cancel);
    // Applied when every field stands as approved; else Refused: it is safe to send it again.
    PushAnswer lookUp(const CancelToken &cancel);

    // The steps of a push, which SalesforceEditBatch takes for many records at a time.

    // The id of the record; empty: it is none of Salesforce.
    std::string targetId() const;
    // Three ways, against the record as it was just read. Nothing: `changes` are to be written.
    std::optional<PushAnswer> judge(const SalesforceRecord &record,
                                    SalesforceValues &changes) const;
    // A write that is refused when the record was touched since it was read.
    static SalesforceCall callFor(const SalesforceRecord &record, const SalesforceValues &changes);
    // What its answer means.
    PushAnswer answered(const SalesforceRecord &record, const SalesforceAnswer &answer) const;

private:
    struct Comparison {
        SalesforceValues changes;
        std::vector<FieldClash> clashes;
        std::string objection;
    };

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
