// What the people of a simulated world have said, and since when the program knows it: the judge's
// own memory. Filled by the simulation from what it let arrive, once a sync has taken it in; asked
// at each delivery and each hour. Addresses in lower case. One thread; it cannot fail.
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace topline::sim {

enum class Word {
    Answer,  // by mail, or as the CRM has it
    Meeting, // one was booked
    Away,    // a machine says so, without a date
    NoMore,  // unsubscribed, opted out, complained, or put on the list by hand
    Bounce,  // the address does not work
};

struct News {
    Word word = Word::Answer;
    std::string who;
    base::UtcMs atMs = 0;
    bool isFromElsewhere = false; // only the mail that it answers says who it is
};

class People {
public:
    // The program knows it from now on.
    void tell(const News &news);

    // The next hour begins: what was told before is known in all of it.
    void nextHour() { ++m_hour; }

    std::int64_t hour() const { return m_hour; }

    // They ask for us, at that time; known whenever it is taken in.
    void ask(const std::string &who, base::UtcMs atMs) { m_asked[who].insert(atMs); }

    // Another file is in place, which knows nothing until it is told again.
    void forget() { m_said.clear(); }

    // Why nobody writes there; empty: nothing speaks against it.
    std::string_view against(const std::string &who) const;
    // Whether they said so after `fromMs` and until `toMs`, and it was known before that hour.
    bool said(const std::string &who, Word word, base::UtcMs fromMs, base::UtcMs toMs,
              std::int64_t beforeHour) const;
    // Whether they said so, and it came to be known in that hour or later.
    bool saidSince(const std::string &who, Word word, base::UtcMs fromMs, base::UtcMs toMs,
                   std::int64_t fromHour) const;
    // Whether they asked for us at that very moment.
    bool askedAt(const std::string &who, base::UtcMs atMs) const;

private:
    struct Said {
        Word word;
        base::UtcMs atMs;
        std::int64_t hour; // when the program came to know it
    };

    const std::vector<Said> &of(const std::string &who) const;

    std::map<std::string, std::vector<Said>> m_said;
    std::map<std::string, std::set<base::UtcMs>> m_asked;
    std::int64_t m_hour = 0;
};

} // namespace topline::sim
