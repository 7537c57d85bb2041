// Makes one activity in Salesforce (task, call, mail, meeting, note) and finds it again. Called by
// push on the courier thread. With the administrator's field a repeat meets the same record; where
// that field cannot be an external id it is written and looked for; without it the effect's id
// stands at the end of the text, and what is not proved is Unknown.
#pragma once

#include "core/crm/effect_wire.h"
#include "core/crm/salesforce_push.h"

#include <optional>
#include <string>

namespace topline::crm {

class SalesforceCreate {
public:
    SalesforceCreate(SalesforceClient &client, const SalesforceSchema &schema, EffectWire wire);

    PushAnswer push(const CancelToken &cancel);

    // `lastTryMs` is when it may have been sent last: what is not there shortly after may still
    // come.
    PushAnswer lookUp(base::UtcMs lastTryMs, const CancelToken &cancel);

    // The steps of a push, which SalesforceCreateBatch takes for many at a time.

    // Whether a repeat meets the same record by itself.
    bool isKeyed() const { return m_key == Key::Upsert; }

    // "Task"; only where there is no objection.
    const std::string &object() const { return m_object->name; }

    std::optional<PushAnswer> objection() const;
    SalesforceValues values() const;
    // What it means that this row carries the effect's id.
    PushAnswer found(const SalesforceRow &row) const;

private:
    enum class Key { Upsert, Marked, Text };

    base::Result<std::optional<PushAnswer>> find(const CancelToken &cancel);
    base::Result<std::optional<PushAnswer>> findByText(const CancelToken &cancel);
    PushAnswer send(const CancelToken &cancel);
    std::optional<PushAnswer> followMoved(const CancelToken &cancel, bool &hasMoved);
    void chooseObject();
    void addTask(SalesforceValues &values) const;
    void addCall(SalesforceValues &values) const;
    void addMail(SalesforceValues &values) const;
    void addMeeting(SalesforceValues &values) const;
    void addReferences(SalesforceValues &values) const;
    void put(SalesforceValues &values, const char *field, const std::string &text) const;
    std::string text() const;

    SalesforceClient &m_client;
    const SalesforceSchema &m_schema;
    EffectWire m_wire;
    const SalesforceObject *m_object = nullptr;
    Key m_key = Key::Text;
    bool m_isGone = false; // the last refusal named a record that moved or went
};

} // namespace topline::crm
