// Logs many activities of one object in HubSpot with one look and one create, where our own unique
// property keeps each from being made twice. Made by HubSpotConnector for one group, on the courier
// thread. What is not settled here is left open and goes alone, which looks for it by its key.
#pragma once

#include "core/crm/hubspot_activities.h"
#include "core/crm/push_batch.h"

#include <map>
#include <string>

namespace topline::crm {

class HubSpotActivityBatch {
public:
    // All must outlive it.
    HubSpotActivityBatch(HubSpotDesk desk, HubSpotTries &tries, PushBatch &batch)
        : m_desk(desk)
        , m_batch(batch)
        , m_activities(desk, tries)
    {
    }

    // `group`: activities of one object. Without the unique property all of them are left open.
    void push(BatchPart group);

private:
    using Records = std::map<std::string, QJsonObject>; // by effect

    void begin(BatchPart group);
    base::Result<Records> find(BatchPart part);
    BatchFate send(BatchPart part);
    void take(BatchPart part, const HubSpotAnswer &answer);
    BatchFate refused(BatchPart part, const HubSpotAnswer &answer);
    void doubt(BatchPart part, const base::Error &error, bool isAnswered);
    std::vector<std::size_t> open() const;

    HubSpotDesk m_desk;
    PushBatch &m_batch;
    HubSpotActivities m_activities;
    const HubSpotObject *m_object = nullptr;
    std::map<std::size_t, HubSpotDraft> m_drafts;
};

} // namespace topline::crm
