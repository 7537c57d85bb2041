// What has left, counted by days that never come back, and channels that are paused. Written by the
// engine in the transaction that stores an intent; a clock that is put back frees nothing.
#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/effect.h"
#include "core/domain/ids.h"
#include "core/domain/reason.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

// What one mail counts for.
struct MailIntent {
    base::Uuid effect;
    domain::OwnerId owner;
    std::string host; // of the recipient
    bool byPolicy = false;
    base::UtcMs atMs = 0;
};

struct MailCounts {
    std::int64_t era = 0;
    std::int64_t day = 0; // that a mail would count for now
    std::int64_t all = 0;
    std::int64_t ofOwner = 0; // whoever approved them
    std::int64_t toHost = 0;
    bool isCounted = false;            // this effect already, on that day
    std::optional<base::UtcMs> lastMs; // when the newest was let go, also one tried again
};

struct PastMail {
    std::int64_t day = 0;
    domain::OwnerId owner;
    std::string host;
    bool byPolicy = false;
    std::string playId;
    bool operator==(const PastMail &) const = default;
};

struct ChannelPause {
    domain::Channel channel = domain::Channel::Mail;
    std::int64_t unknowns = 0;
    base::UtcMs atMs = 0;
    std::optional<base::UtcMs> resumedMs; // a person let it go on
    bool operator==(const ChannelPause &) const = default;
};

struct HostCount {
    std::string host;
    std::int64_t mails = 0;
    bool operator==(const HostCount &) const = default;
};

struct OwnerCount {
    domain::OwnerId owner;
    std::int64_t mails = 0;
    bool operator==(const OwnerCount &) const = default;
};

class SendLimitStore {
public:
    explicit SendLimitStore(Database &database)
        : m_database(database)
    {
    }

    // `today` by the rep's calendar; where a later day was counted for, that one.
    base::Result<MailCounts> counts(const MailIntent &intent, std::int64_t today) const;
    // Counts it for counts().day, once per effect and day, and is the newest that was let go.
    base::Status count(const MailIntent &intent, const MailCounts &counts);
    // What left on that day or later by the count in force; of each mail the play that asked for
    // it, "" where none did.
    base::Result<std::vector<PastMail>> since(std::int64_t day) const;
    // A person says that the clock was wrong: counting begins anew.
    base::Status beginEra(base::UtcMs nowMs);
    // Of the day of counts(), by number of mails.
    base::Result<std::vector<HostCount>> hosts(const MailCounts &counts) const;
    base::Result<std::vector<OwnerCount>> owners(const MailCounts &counts) const;
    // The times in [fromMs, toMs) that queued mails wait for, ascending.
    base::Result<std::vector<base::UtcMs>> slots(base::UtcMs fromMs, base::UtcMs toMs) const;

    // Effects of the channel that are in doubt since `sinceMs` or later.
    base::Result<std::int64_t> unknownsSince(domain::Channel channel, base::UtcMs sinceMs) const;
    base::Status pause(const ChannelPause &pause);
    base::Status resume(domain::Channel channel, base::UtcMs nowMs);
    base::Result<std::vector<ChannelPause>> pauses() const;

    // How many signals each rule kept without an action since then, by the rule's code.
    base::Result<std::map<domain::ReasonCode, std::int64_t>> rulesSince(base::UtcMs sinceMs) const;

private:
    Database &m_database;
};

} // namespace topline::store
