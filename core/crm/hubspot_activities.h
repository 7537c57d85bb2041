// Logs what was executed in Topline as an activity of HubSpot: a task, call, e-mail, meeting or
// note, linked to its records, once. Made by HubSpotConnector for one effect, on the courier
// thread. With our own unique property a repeat finds the first one; without it the activity is
// looked for by its time and content, and where that proves nothing the answer is Unknown.
#pragma once

#include "core/crm/hubspot_edits.h"
#include "core/crm/hubspot_reads.h"

#include <map>
#include <set>
#include <string>

namespace topline::crm {

// Activities that this run created or tried to, by effect; "" for a try whose answer was lost.
using HubSpotTries = std::map<std::string, std::string>;

// An activity as it is to be created.
struct HubSpotDraft {
    const HubSpotObject *object = nullptr;
    std::string effectId;
    std::map<std::string, std::string> properties;
    std::string titleProperty; // "" for notes
    std::string bodyProperty;
    base::UtcMs atMs = 0;
    std::map<std::string, std::string> links; // object to id
    bool isUnique = false;
    bool isRepeat = false; // it may have been sent before
};

// Which activity an action becomes; null: none.
const HubSpotObject *hubspotActivityOf(domain::ActionKind kind);

class HubSpotActivities {
public:
    HubSpotActivities(HubSpotDesk desk, HubSpotTries &tries)
        : m_desk(desk)
        , m_tries(tries)
        , m_reads(desk.client, desk.cancel)
    {
    }

    PushAnswer push(const domain::Effect &effect, const EffectWire &wire);
    PushAnswer lookUp(const domain::Effect &effect, const EffectWire &wire);

    // The steps of a push, which HubSpotActivityBatch takes for many activities at a time.
    using Draft = HubSpotDraft;
    base::Result<Draft> draftOf(const domain::Effect &effect, const EffectWire &wire);
    static QJsonObject createBody(const Draft &draft);
    // Takes the properties that the answer says do not exist; false when there are none.
    static bool dropRefused(const std::set<std::string> &refused, const std::string &key,
                            Draft &draft);
    PushAnswer found(const Draft &draft, const QJsonObject &record, PushState state);

    void noteTry(const Draft &draft) { m_tries.emplace(draft.effectId, ""); }

private:
    base::Result<std::optional<QJsonObject>> find(const Draft &draft);
    base::Result<std::optional<QJsonObject>> findByKey(const Draft &draft);
    base::Result<std::optional<QJsonObject>> findByContent(const Draft &draft);
    bool hasContent(const Draft &draft, const QJsonObject &record) const;
    base::Result<bool> hasLinks(const Draft &draft, const QJsonObject &record);
    PushAnswer create(Draft draft);
    // Nothing: it must go again, without properties that HubSpot does not have.
    std::optional<PushAnswer> tryCreate(Draft &draft);
    PushAnswer afterDoubt(const Draft &draft, const base::Error &error, bool isAnswered);

    HubSpotDesk m_desk;
    HubSpotTries &m_tries;
    HubSpotReads m_reads;
};

} // namespace topline::crm
