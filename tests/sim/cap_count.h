// P12 and the hours of P7, counted by the judge alone: how many mails left on a day, to one host
// and without a person, against the limits that were in force; whether the recipient's clock
// allowed it, and whether what had waited left one by one. A day that came before does not come
// again, whatever the clock says. One thread.
#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/domain/ids.h"
#include "core/domain/policy.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace topline::sim {

struct CountedMail {
    std::string to;
    domain::OwnerId owner;
    bool byPolicy = false; // no person approved it
    // To someone who asked just now, or to a meeting: approved by a person, who meant now.
    bool atAnyHour = false;
    std::string zone = {};  // the recipient's; empty: UTC
    bool hasWaited = false; // nobody approved it just now
    base::Uuid effect = {}; // counts once on its day, however often it is tried; null: each time
};

class CapCount {
public:
    // When a mail is about to leave, or anything else was on its way.
    void sawClock(base::UtcMs nowMs);

    // What is wrong with its leaving now; empty: nothing.
    std::string leaves(const CountedMail &mail, base::UtcMs nowMs,
                       const domain::GuardPolicy &policy);

    // Counting begins anew: another file is in place, or a person said that the clock was wrong.
    void forget() { *this = {}; }

private:
    std::string count(const CountedMail &mail, const domain::GuardPolicy &policy);

    std::int64_t m_day = 0;
    std::int64_t m_all = 0;
    std::set<base::Uuid> m_counted;
    std::map<std::string, std::int64_t> m_toHost;
    std::map<std::int64_t, std::int64_t> m_ofOwner;
    std::optional<base::UtcMs> m_lastMs;
};

} // namespace topline::sim
