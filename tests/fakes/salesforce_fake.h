// A stateful Salesforce in memory, written from the published API: versions, userinfo, describe,
// query and queryAll, rows by id and by external id, composite reads, the log of deletions, limits.
// Tests drive it through a client or a server on loopback, change it from the outside like another
// user, and judge by its journal of writes. One thread at a time; time is the test's clock.
#pragma once

#include "core/base/time.h"
#include "tests/fakes/http_message.h"
#include "tests/fakes/salesforce_soql.h"

#include <QJsonArray>
#include <QJsonObject>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace topline::fakes {

// What was written, in order; never rewritten.
struct SalesforceWrite {
    std::string verb; // "create", "update"
    std::string object;
    std::string id;
    QJsonObject fields;
};

struct FakeFault {
    std::string match; // a part of "METHOD /path?query" or of the body
    int times = 1;
    int skip = 0;
    Response answer = {};                         // status 0: the real answer, but …
    Response::Wire wire = Response::Wire::Normal; // … spoilt on its way
    bool expiresSession = false;                  // before it is handled
};

class SalesforceFake {
public:
    explicit SalesforceFake(const base::Clock &clock);

    Handler handler();
    Response handle(const Request &request);

    // As another user would; the new row's id. Times are the clock's, in whole seconds.
    std::string add(const std::string &object, QJsonObject fields);
    void edit(const std::string &object, const std::string &id, const QJsonObject &fields);
    void remove(const std::string &object, const std::string &id); // with what hangs on it
    void restore(const std::string &object, const std::string &id);
    void purge(const std::string &object); // empties the recycle bin
    void merge(const std::string &object, const std::string &winner, const std::string &loser);
    std::string convert(const std::string &lead); // the contact's id
    void stamp(const std::string &object, const std::string &id, base::UtcMs timeMs);

    void doneStatus(const std::string &name); // the only closed one of tasks
    void renameStage(const std::string &apiName, const std::string &label, bool isActive);
    void hide(const std::string &object, const std::string &field); // empty field: the object
    void show(const std::string &object, const std::string &field);

    void withhold(const std::string &id) { m_withheld.insert(id); } // sharing lost

    void dropField(const std::string &object, const std::string &field);
    void setField(const std::string &object, const FakeField &field);

    void addFault(FakeFault fault) { m_faults.push_back(std::move(fault)); }

    const FakeRow *row(const std::string &object, const std::string &id) const;
    QString cell(const std::string &object, const std::string &id, const char *field) const;
    std::size_t live(const std::string &object) const;
    // The id of the first row with that value; empty: none.
    std::string firstWith(const std::string &object, const std::string &field,
                          const std::string &value) const;

    std::string token = "token-1"; // the one that is let in
    std::vector<int> versions = {57, 58, 62, 66, 67, 68};
    std::int64_t callsMax = 100'000;
    std::string orgId = "00D5e000000TESTEA4";
    std::string currency = "EUR";
    std::string refusedPath;                    // described, and yet no query may name it
    std::string slowObject;                     // no query of it ends in time
    std::map<std::string, std::string> rules;   // "Object.Field" refused with this sentence
    std::set<std::string> duplicateRules;       // objects on which equal subjects are refused
    std::map<std::string, QJsonValue> triggers; // "Object.Field" that every update sets
    std::vector<SalesforceWrite> journal;
    std::vector<Request> log;
    std::int64_t calls = 0;      // that count against the limit
    base::DurationMs skewMs = 0; // of its clock against the test's
    // Called before each request is handled: another user who acts at that very moment.
    std::function<void(const Request &)> onRequest;

private:
    struct Answer {
        int status = 200;
        QJsonValue body;
        Headers headers;
    };

    Answer route(const Request &request);
    Answer resource(const std::string &method, const std::string &rest, const Request &request);
    Answer query(const std::string &soql, bool isAll, const std::string &version);
    Answer nextBatch(const std::string &locator);
    Answer composite(const Request &request, const std::string &version);
    Answer describe(const std::string &object, const Request &request);
    Answer deletions(const std::string &object, const Request &request) const;
    Answer sobject(const std::string &method, const std::string &rest, const Request &request);
    Answer collection(const std::string &rest, const Request &request);
    Answer upsert(const std::string &object, const std::string &field, const std::string &value,
                  const QJsonObject &fields);
    Answer create(const std::string &object, const QJsonObject &fields);
    Answer update(const std::string &object, const std::string &id, const QJsonObject &fields,
                  const Request &request);
    std::optional<Answer> objection(const std::string &object, const QJsonObject &fields,
                                    bool isCreate) const;
    void put(const std::string &object, const std::string &id, const QJsonObject &fields,
             bool isNew);
    void derive(const std::string &object, FakeRow &row, const FakeRow &before);
    void deriveResponse(FakeRow &row);
    void removeAll(const std::string &object, const char *field, const std::string &id);
    bool isDone(const QString &status);
    std::string newId(const std::string &object);
    QString now() const;

    static Answer fault(int status, const std::string &code, const std::string &message,
                        const QJsonArray &fields = {});

    const base::Clock &m_clock;
    FakeObjects m_objects;
    std::map<std::string, FakeTable> m_tables;
    std::set<std::string> m_hidden; // "Object." or "Object.Field"
    std::set<std::string> m_withheld;
    std::vector<FakeFault> m_faults;
    std::map<std::string, std::vector<FakeRow>> m_cursors;
    std::vector<std::pair<std::string, std::pair<std::string, QString>>> m_deletions;
    std::int64_t m_lastId = 1'000;
    std::int64_t m_describeVersion = 1;
};

} // namespace topline::fakes
