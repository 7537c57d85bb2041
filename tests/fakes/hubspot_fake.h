// A stateful HubSpot in memory, written from the vendor's published behaviour: objects, search with
// a lagging index, batches, links, pipelines, owners, history, merges, deletions, limits, and
// faults as a script. One request at a time; a test that changes it while a server serves it needs
// its own lock. Every write that took effect is in the journal, for judging.
#pragma once

#include "core/base/time.h"
#include "tests/fakes/http_message.h"
#include "tests/fakes/hubspot_fake_data.h"

#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <vector>

class QJsonObject;
class QJsonArray;

namespace topline::fakes {

class HubSpotFake {
public:
    // The clock is the server's; it must outlive the fake.
    explicit HubSpotFake(const base::Clock &clock);

    Response handle(const Request &request);

    Handler handler()
    {
        return [this](const Request &request) { return handle(request); };
    }

    HubSpotFakeSettings settings;
    std::vector<HubSpotFakeFault> faults; // the first that fits and is not used up counts

    // As by somebody in HubSpot. `modifiedMs` 0: now.
    std::string add(const std::string &type, const HubSpotFakeValues &values,
                    base::UtcMs modifiedMs = 0);
    void edit(const std::string &type, const std::string &id, const HubSpotFakeValues &values);
    void archive(const std::string &type, const std::string &id);
    void restore(const std::string &type, const std::string &id);
    // A privacy deletion: no endpoint knows the record any more, nor that it was there.
    void forget(const std::string &type, const std::string &id);
    std::string merge(const std::string &type, const std::string &winner, const std::string &loser);
    void link(const std::string &type, const std::string &id, const std::string &toType,
              const std::string &toId, int typeId);
    void defineProperty(const std::string &type, const HubSpotFakeProperty &property);
    void removeProperty(const std::string &type, const std::string &name);
    // The property gets another name, with all its values.
    void renameProperty(const std::string &type, const std::string &from, const std::string &to);
    // Every record of the type was changed at this one millisecond.
    void stampAll(const std::string &type, base::UtcMs atMs);
    void addOwner(const std::string &id, const std::string &firstName, bool isArchived = false);

    const HubSpotFakeRecord &record(const std::string &type, const std::string &id) const;
    std::string value(const std::string &type, const std::string &id,
                      const std::string &name) const;
    std::size_t liveCount(const std::string &type) const;
    // The id of the first record with that value; empty: none.
    std::string firstWith(const std::string &type, const std::string &name,
                          const std::string &value) const;

    std::vector<HubSpotFakeWrite> journal;
    // "METHOD path status", one per request.
    std::vector<std::string> log;

    std::size_t callsMatching(const std::string &pattern) const;
    // How many objects were created with this value of the unique property.
    std::size_t createdWithKey(const std::string &key) const;

private:
    using Records = std::map<std::int64_t, HubSpotFakeRecord>;

    Response route(const Request &request);
    std::optional<Response> scripted(const Request &request, const std::string &line);
    std::optional<Response> turnedAway(const Request &request);
    Response withHeaders(const Request &request, Response response) const;

    Response objects(const Request &request, const std::string &type, const std::string &rest);
    Response list(const Request &request, const std::string &type);
    Response create(const std::string &type, const QJsonObject &body);
    Response one(const Request &request, const std::string &type, const std::string &id);
    Response search(const std::string &type, const QJsonObject &body);
    Response batch(const Request &request, const std::string &type, const std::string &what,
                   const QJsonObject &body);
    Response batchRead(const std::string &type, const QJsonObject &body, bool isArchived);
    Response batchUpsert(const std::string &type, const QJsonObject &body);
    Response batchUpdate(const std::string &type, const QJsonObject &body);
    Response batchCreate(const std::string &type, const QJsonObject &body);
    std::optional<Response> valueObjection(const std::string &type,
                                           const QJsonObject &values) const;
    std::optional<Response> createObjection(const std::string &type, const QJsonObject &body) const;
    Response readLinks(const std::string &from, const std::string &to, const QJsonObject &body);
    Response properties(const std::string &type) const;
    Response owners(const Request &request) const;
    Response pipelines() const;
    Response account() const;

    HubSpotFakeRecord *find(const std::string &type, const std::string &id,
                            const std::string &idProperty = {});
    std::vector<std::string> unknownNames(const std::string &type, const QJsonObject &values) const;
    std::string clash(const std::string &type, const QJsonObject &values) const;
    QJsonObject view(const std::string &type, const HubSpotFakeRecord &record,
                     const std::vector<std::string> &names,
                     const std::vector<std::string> &histories = {}) const;
    void set(const std::string &type, HubSpotFakeRecord &record, const std::string &name,
             const std::string &value, base::UtcMs atMs);
    void touch(const std::string &type, HubSpotFakeRecord &record, const QJsonObject &values);
    HubSpotFakeRecord &make(const std::string &type, base::UtcMs atMs);
    void note(const std::string &what, const std::string &type, const HubSpotFakeRecord &record);

    const base::Clock &m_clock;
    std::map<std::string, Records> m_records;
    std::map<std::string, std::map<std::string, HubSpotFakeProperty>> m_properties;
    // "contacts/51/companies" to linked ids and the types of each link.
    std::map<std::string, std::map<std::string, std::set<int>>> m_links;
    std::map<std::string, std::pair<std::string, bool>> m_owners; // id to first name, archived
    std::vector<base::UtcMs> m_searches;                          // of the last second
    std::int64_t m_nextId = 1000;
    int m_correlation = 0;
};

} // namespace topline::fakes
