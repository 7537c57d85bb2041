// A CalDAV server with one person, whose calendars live in memory, and a journal of every write
// that changed something: the judge of what was booked. Written from RFC 4791, 6578 and 4918, never
// from our connector. Handlers are called one at a time; a test that reads the state while a server
// runs takes the lock.
#pragma once

#include "tests/fakes/http_message.h"

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace topline::fakes {

class CalDavFake {
public:
    struct Entry {
        std::string text;
        std::string etag;
        std::int64_t revision = 0;
    };

    struct Write {
        std::string what; // "created", "changed", "deleted"
        std::string path;
        std::string uid;
    };

    Response handle(const Request &request);

    // Puts an entry there as another program would.
    void put(const std::string &name, const std::string &text);
    void remove(const std::string &name);

    // How many entries are, or ever were, created with words such as these in them.
    int createdWith(const std::string &words) const;

    std::string user = "rep";
    std::string password = "secret";
    std::string calendar = "/cal/rep/work/";
    bool knowsSync = true;
    bool knowsCtag = true;
    bool isTokenDead = false;
    bool isReadOnly = false;
    bool keepsForeignProperties = true;   // false: drops "X-" lines, as some servers do
    std::map<std::string, Entry> entries; // by path
    std::vector<Write> journal;
    std::vector<std::string> created; // the texts of all that was ever created
    std::vector<Request> seen;
    mutable std::mutex mutex;

private:
    Response answer(const Request &request);
    Response find(const Request &request) const;
    Response report(const Request &request) const;
    Response change(const Request &request);
    Response read(const Request &request) const;
    void keep(const std::string &path, const std::string &text);
    std::string token() const;

    std::int64_t m_revision = 1;
    std::map<std::string, std::int64_t> m_gone; // path to revision
};

} // namespace topline::fakes
