// The mails that a dry run would have sent, and those that were sent then: each would-be mail is
// given the first moment at which hours and caps would have let it leave. Used by play_trial only;
// any thread, in the order of time; cannot fail.
#pragma once

#include "core/domain/policy.h"
#include "core/domain/reason.h"
#include "core/plays/business_hours.h"
#include "core/store/send_limit_store.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace topline::engine {

struct TrialMail {
    base::UtcMs atMs = 0; // approved
    domain::OwnerId owner;
    std::string host; // of the recipient
    plays::Whereabouts where;
    bool byPolicy = false;
    bool atAnyHour = false; // a buyer who asked
};

class TrialMails {
public:
    // Mails of the play itself are left out: they would be in its own way.
    TrialMails(const domain::Policy &policy, const std::vector<store::PastMail> &past,
               const std::string &playId);

    // Counts it; gives the first rule that makes it wait, with the moment at which it leaves.
    std::optional<domain::Reason> take(const TrialMail &mail);

private:
    struct Day {
        std::int64_t all = 0;
        std::map<domain::OwnerId, std::int64_t> ofOwner;
        std::map<std::string, std::int64_t> toHost;
    };

    std::optional<domain::Reason> fullDay(const TrialMail &mail, const Day &day) const;
    void count(Day &day, const TrialMail &mail) const;

    const domain::Policy &m_policy;
    base::TimeZone m_zone; // of the workspace: whose days are counted
    std::map<std::int64_t, Day> m_days;
};

} // namespace topline::engine
