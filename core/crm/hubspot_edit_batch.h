// Writes people's changes into many HubSpot records of one object with as few calls as the
// interface allows: one read of all, three ways for each, one write, one read back. Made by
// HubSpotConnector for one group, on the courier thread. What one record's trouble is stays with
// that record: it is settled here, or left open, so that it goes alone.
#pragma once

#include "core/crm/hubspot_edits.h"
#include "core/crm/hubspot_reads.h"
#include "core/crm/push_batch.h"

#include <map>
#include <vector>

namespace topline::crm {

inline constexpr std::size_t hubspotBatchMax = 100;

class HubSpotEditBatch {
public:
    // Both must outlive it.
    HubSpotEditBatch(HubSpotDesk desk, PushBatch &batch)
        : m_desk(desk)
        , m_batch(batch)
        , m_edits(desk)
        , m_reads(desk.client, desk.cancel)
    {
    }

    // `group`: edits of one object, of different records.
    void push(BatchPart group);

private:
    struct Item {
        HubSpotEditWork work;
        QJsonObject record;     // as it was before the write
        QJsonObject properties; // to be written
    };

    using Records = std::map<std::string, QJsonObject>; // by id

    void begin(BatchPart group);
    // Those that are there under the ids that they are asked by.
    base::Result<Records> read(BatchPart part, const std::vector<std::string> &histories);
    void compareAll(const Records &records);
    void compare(std::size_t at);
    BatchFate send(BatchPart part);
    void take(BatchPart part, const HubSpotAnswer &answer);
    BatchFate refused(BatchPart part, const HubSpotAnswer &answer);
    bool dropRefused(BatchPart part, const HubSpotAnswer &answer);
    void doubt(BatchPart part, const base::Error &error, bool isAnswered);
    void readBack();
    void settle(std::size_t at, PushAnswer answer);

    HubSpotDesk m_desk;
    PushBatch &m_batch;
    HubSpotEdits m_edits;
    HubSpotReads m_reads;
    const HubSpotObject *m_object = nullptr;
    std::map<std::size_t, Item> m_items;
    std::vector<std::size_t> m_written; // to be read back
};

// Whether a whole batch was turned away for the sake of some of its records, as far as the status
// tells; none of them was done then.
bool isForSomeRecords(const HubSpotAnswer &answer);

} // namespace topline::crm
