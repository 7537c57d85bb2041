// The reads that a pull is made of: a search page by key, records by id, links by id, a page of a
// list. Used by pull, by deletions and by counts, on the courier thread. Changes nothing there. An
// answer that is incomplete or not of the published form is an error, so that nothing of it is
// stored.
#pragma once

#include "core/crm/hubspot_client.h"
#include "core/crm/hubspot_cursor.h"
#include "core/crm/hubspot_mapping.h"

#include <QJsonArray>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace topline::crm {

class HubSpotReads {
public:
    HubSpotReads(HubSpotClient &client, const CancelToken &cancel)
        : m_client(client)
        , m_cancel(cancel)
    {
    }

    struct SearchPage {
        std::vector<QJsonObject> rows;
        std::int64_t total = 0; // matching rows from there on
    };

    // Rows changed within the window whose id is above its lastId, in the order of their ids.
    base::Result<SearchPage> search(const HubSpotObject &object, const HubSpotWindow &window,
                                    const std::vector<std::string> &properties);

    // Whether a search may carry so many names of properties.
    bool fitsSearch(const HubSpotObject &object, const std::vector<std::string> &properties) const;

    // How many records match one of the groups (none: all).
    using Groups = std::vector<std::vector<std::pair<std::string_view, std::string_view>>>;
    base::Result<std::int64_t> count(const HubSpotObject &object, const Groups &groups = {});

    // Records by id; those that are gone are left out. A merged one has another id.
    base::Result<std::vector<QJsonObject>> records(const HubSpotObject &object,
                                                   const std::vector<std::string> &ids,
                                                   const std::vector<std::string> &properties,
                                                   const std::vector<std::string> &withHistory);

    // To each id the one record of `to` that it is linked to: the primary one where there is such a
    // thing, else the one with the lowest id.
    base::Result<std::map<std::string, std::string>>
    links(const HubSpotObject &object, std::string_view to, const std::vector<std::string> &ids);

    // To each id the one under which the record lives on: its own, or that of the record it was
    // merged into. Ids that are not there are left out.
    base::Result<std::map<std::string, std::string>> survivors(const HubSpotObject &object,
                                                               const std::vector<std::string> &ids);

    // All records of `to` that one record is linked to.
    base::Result<std::vector<std::string>> linkedIds(std::string_view from, std::string_view to,
                                                     const std::string &id);

    // Rows whose time of that property is within a second of `atMs`; at most one page of them.
    base::Result<std::vector<QJsonObject>> rowsAt(const HubSpotObject &object,
                                                  std::string_view property, base::UtcMs atMs);

    struct ListPage {
        QJsonArray rows;
        std::string after; // empty: the last page
    };

    base::Result<ListPage> list(const std::string &path, const std::string &query,
                                const std::string &after);

private:
    struct Found {
        std::vector<QJsonObject> rows;
        std::vector<std::string> open; // neither found nor said to be missing
    };

    base::Result<Found> batch(const HubSpotObject &object, const std::vector<std::string> &ids,
                              const QJsonArray &properties, const QJsonArray &withHistory);
    base::Result<QJsonArray> linkPage(std::string_view from, std::string_view to,
                                      const QJsonArray &inputs);

    HubSpotClient &m_client;
    const CancelToken &m_cancel;
};

} // namespace topline::crm
