// The feed in memory: the arranged cards of each account. Filled once, then kept up for touched
// accounts only, so that one event costs the same however much is stored; clocks that run out turn
// their own account, and ranks move on by the minute. Owned by Engine, on its thread.
#pragma once

#include "core/base/calendar.h"
#include "core/base/result.h"
#include "core/engine/cockpit.h"
#include "core/engine/feed/card_make.h"
#include "core/engine/feed/feed_tally.h"
#include "core/engine/step/context.h"

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace topline::engine {

class FeedIndex {
public:
    explicit FeedIndex(Context &context)
        : m_context(context)
        , m_maker(context.plays, context.policy)
    {
    }

    // Reads everything the first time; afterwards only the accounts that `changes` names, and
    // those whose clocks have run out. After a failure the next call reads everything again.
    base::Status refresh(const domain::ChangeSet &changes);
    // What differs from the last update given; the first one is the whole feed.
    FeedUpdate takeUpdate();

    std::vector<domain::FeedCard> cards() const; // in order
    domain::FeedCounts counts() const;

private:
    struct AccountCards {
        std::vector<store::CardRow> rows;            // as read
        std::vector<domain::FeedCard> shown;         // arranged: one per person
        std::map<base::Uuid, domain::FeedCard> told; // as observers have them
        FeedTally tally;
        std::optional<base::UtcMs> turnMs; // when a clock of theirs next runs out
    };

    base::Status bringUpToDate(const domain::ChangeSet &changes);
    base::Status fill();
    base::Status reload(domain::AccountId account);
    base::Result<bool> reloadStageCounts();
    void arrange(domain::AccountId account, AccountCards &cards);
    void arrangeAll();
    void arrangeTurned();
    void recount(AccountCards &cards);
    base::Result<base::UtcMs> startOfToday() const;

    Context &m_context;
    CardMaker m_maker;
    bool m_isFilled = false;
    base::UtcMs m_now = 0;   // that the clocks were last looked at
    base::UtcMs m_today = 0; // cards done before it are no longer shown
    store::StageCounts m_stageCounts;
    std::map<domain::AccountId, AccountCards> m_accounts; // cards of no account under 0
    std::set<std::pair<base::UtcMs, domain::AccountId>> m_turns;
    std::multiset<base::UtcMs> m_slaDue;
    std::set<domain::AccountId> m_untold;
    domain::FeedCounts m_counts;
};

} // namespace topline::engine
