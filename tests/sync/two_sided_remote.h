// The other side of the two-sided test: a CRM in memory with versions, merges, deletions and
// restores, which is also the judge of every write. Single-threaded; a broken promise fails the
// test.
#pragma once

#include "core/base/random.h"
#include "core/crm/connector.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace topline::sync {

inline const std::vector<std::string> editedFields = {"firstName", "lastName", "phone", "title"};

class Remote {
public:
    struct Record {
        std::map<std::string, std::string> fields;
        std::map<std::string, std::set<std::string>> history; // every value that a field ever had
        base::UtcMs updatedMs = 0;
        bool isAlive = true;
        std::string mergedInto;
    };

    Remote(base::Random &random, std::string prefix)
        : m_random(random)
        , m_prefix(std::move(prefix))
    {
    }

    void add();
    void editSomething();
    void mergeSome();
    void deleteSome();
    void restoreSome();

    // Everything since the last pull, in small pages; sometimes a page twice, sometimes with
    // records as they were before.
    std::vector<crm::Page> pull(bool hasFaults);

    // The record that an id means now; nullptr when it is deleted.
    Record *find(std::string id, std::string *now = nullptr);
    void write(Record &record, const std::string &field, const std::string &value,
               const std::string &id);
    crm::Page pageOf(const std::string &id) const;

    const std::map<std::string, Record> &records() const { return m_records; }

    std::string freshValue() { return "v" + std::to_string(++m_values); }

    base::UtcMs now() const { return m_nowMs; }

    base::UtcMs tick() { return m_nowMs += 10; }

private:
    struct Entry {
        std::string id;
        std::string mergedFrom;
        bool isGone = false;
    };

    std::string pickAlive();
    domain::Contact contactOf(const std::string &id) const;

    base::Random &m_random;
    std::string m_prefix;
    std::map<std::string, Record> m_records;
    std::vector<Entry> m_log;
    std::vector<domain::Contact> m_old; // versions for late pages
    std::size_t m_pulled = 0;
    int m_ids = 0;
    int m_values = 0;
    base::UtcMs m_nowMs = 1'767'225'600'000;
};

} // namespace topline::sync
