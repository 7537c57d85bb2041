// Pulls from HubSpot: rounds of phases (owners, stages, each object by key, deletions, counts), one
// page of records at a time. Made by HubSpotConnector for one call, on the courier thread. Changes
// nothing there. A page and its cursor belong together: an error leaves the caller where it was.
#pragma once

#include "core/crm/hubspot_catalogue.h"
#include "core/crm/hubspot_cursor.h"
#include "core/crm/hubspot_reads.h"

#include <optional>
#include <set>
#include <string>

namespace topline::crm {

class HubSpotPull {
public:
    HubSpotPull(HubSpotClient &client, HubSpotCatalogue &catalogue, const CancelToken &cancel)
        : m_client(client)
        , m_catalogue(catalogue)
        , m_cancel(cancel)
        , m_reads(client, cancel)
    {
    }

    base::Result<Page> next(const std::string &cursor);

private:
    base::Status begin();
    base::Status step();
    void advance();
    bool isDue(const std::string &phase) const;
    // Whether the round goes on without what this phase wanted.
    bool passOver(const base::Error &error);

    base::Status pullOwners(bool isArchived);
    base::Status pullStages();
    base::Status pullObject(const HubSpotObject &object);
    base::Status pullGone(const HubSpotObject &object);
    base::Status countAll();

    struct Rows {
        std::vector<HubSpotRow> rows;
        std::set<std::string> unlinked; // other objects whose links may not be read
        bool isDrained = false;
    };

    HubSpotWindow windowOf(const HubSpotObject &object) const;
    base::Status search(const HubSpotObject &object, HubSpotWindow &window, Rows &out);
    base::Status readValues(const HubSpotObject &object, Rows &rows);
    base::Status readLinks(const HubSpotObject &object, Rows &rows);
    bool isBySearch(const HubSpotObject &object) const;
    domain::ObjectProgress progressOf(const HubSpotObject &object, const HubSpotWindow &window,
                                      bool isDrained) const;
    base::Status sortOutGone(const HubSpotObject &object, const std::vector<std::string> &ids);

    HubSpotClient &m_client;
    HubSpotCatalogue &m_catalogue;
    const CancelToken &m_cancel;
    HubSpotReads m_reads;
    HubSpotCursor m_cursor;
    Page m_page;
};

} // namespace topline::crm
