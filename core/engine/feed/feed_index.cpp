#include "core/engine/feed/feed_index.h"

#include "core/feed/rank.h"

#include <algorithm>

namespace topline::engine {

namespace {

using domain::FeedCard;

// When something about the card changes by itself.
std::optional<base::UtcMs> turnOf(const domain::Action &action, base::UtcMs now)
{
    std::optional<base::UtcMs> out;
    const auto consider = [&](const std::optional<base::UtcMs> &time) {
        if (time && *time > now && (!out || *time < *out))
            out = time;
    };
    if (isWaiting(action)) {
        consider(action.slaDueMs);
        consider(action.snoozedUntilMs);
    }
    if (action.state == domain::ActionState::Approved)
        consider(action.holdUntilMs);
    return out;
}

} // namespace

base::Status FeedIndex::refresh(const domain::ChangeSet &changes)
{
    const base::Status done = bringUpToDate(changes);
    if (!done.ok())
        m_isFilled = false;
    return done;
}

base::Status FeedIndex::bringUpToDate(const domain::ChangeSet &changes)
{
    const base::UtcMs before = m_now;
    m_now = m_context.clock.now();
    if (!m_isFilled)
        return fill();
    const bool minuteTurned = m_now / base::minuteMs != before / base::minuteMs;
    if (minuteTurned || changes.settings) {
        TRY_ASSIGN(const auto today, startOfToday());
        if (today != m_today)
            return fill();
    }
    bool oddsChanged = false;
    if (!changes.deals.empty()) {
        TRY_ASSIGN(oddsChanged, reloadStageCounts());
    }
    bool judgedAnew = false;
    if (!changes.actions.empty()) {
        TRY_ASSIGN(auto acceptances, playAcceptances(m_context.tables()));
        judgedAnew = m_maker.setAcceptances(std::move(acceptances));
    }
    for (const auto account : changes.accounts)
        TRY(reload(account));
    if (minuteTurned || oddsChanged || judgedAnew || changes.settings)
        arrangeAll();
    else
        arrangeTurned();
    return {};
}

base::Status FeedIndex::fill()
{
    TRY_ASSIGN(m_today, startOfToday());
    TRY(reloadStageCounts());
    TRY_ASSIGN(auto acceptances, playAcceptances(m_context.tables()));
    m_maker.setAcceptances(std::move(acceptances));
    TRY_ASSIGN(auto rows, m_context.tables().actions.cards(m_now, m_today));
    for (auto &[account, cards] : m_accounts)
        cards.rows.clear();
    for (auto &row : rows) {
        const auto account = row.card.action.account;
        m_accounts[account].rows.push_back(std::move(row));
    }
    arrangeAll();
    m_isFilled = true;
    return {};
}

base::Status FeedIndex::reload(domain::AccountId account)
{
    TRY_ASSIGN(auto rows, m_context.tables().actions.cardsOf(account, m_now, m_today));
    if (rows.empty() && !m_accounts.contains(account))
        return {};
    auto &cards = m_accounts[account];
    cards.rows = std::move(rows);
    arrange(account, cards);
    return {};
}

// True when the odds of any stage are other than before.
base::Result<bool> FeedIndex::reloadStageCounts()
{
    TRY_ASSIGN(auto counts, m_context.tables().derived.stageCounts());
    const bool isChanged =
        counts.all != m_stageCounts.all || counts.byStage != m_stageCounts.byStage;
    m_stageCounts = std::move(counts);
    return isChanged;
}

void FeedIndex::arrange(domain::AccountId account, AccountCards &cards)
{
    std::vector<FeedCard> made;
    made.reserve(cards.rows.size());
    for (const auto &row : cards.rows)
        made.push_back(m_maker.make(row, m_stageCounts, m_now));
    cards.shown = feed::arrange(std::move(made));
    recount(cards);

    if (cards.turnMs)
        m_turns.erase({*cards.turnMs, account});
    cards.turnMs.reset();
    for (const auto &row : cards.rows) {
        for (const auto turn :
             {turnOf(row.card.action, m_now), reachTurnMs(row, m_context.policy, m_now)}) {
            if (turn && (!cards.turnMs || *turn < *cards.turnMs))
                cards.turnMs = turn;
        }
    }
    if (cards.turnMs)
        m_turns.emplace(*cards.turnMs, account);
    m_untold.insert(account);
}

void FeedIndex::recount(AccountCards &cards)
{
    addCounts(m_counts, cards.tally.counts, -1);
    for (const auto due : cards.tally.slaDueMs)
        m_slaDue.erase(m_slaDue.find(due));
    cards.tally = tally(cards.shown, m_now);
    addCounts(m_counts, cards.tally.counts, +1);
    m_slaDue.insert(cards.tally.slaDueMs.begin(), cards.tally.slaDueMs.end());
}

void FeedIndex::arrangeAll()
{
    for (auto &[account, cards] : m_accounts)
        arrange(account, cards);
}

void FeedIndex::arrangeTurned()
{
    while (!m_turns.empty() && m_turns.begin()->first <= m_now) {
        const auto account = m_turns.begin()->second;
        arrange(account, m_accounts[account]);
    }
}

base::Result<base::UtcMs> FeedIndex::startOfToday() const
{
    TRY_ASSIGN(const auto zone, base::TimeZone::find(m_context.policy.zone));
    return zone.startOfDay(zone.dateOf(m_now));
}

FeedUpdate FeedIndex::takeUpdate()
{
    FeedUpdate out;
    for (const auto account : m_untold) {
        auto &cards = m_accounts[account];
        std::map<base::Uuid, FeedCard> told;
        for (const auto &card : cards.shown) {
            const auto known = cards.told.find(card.action.id);
            if (known == cards.told.end() || known->second != card)
                out.changed.push_back(card);
            told.emplace(card.action.id, card);
        }
        for (const auto &[id, card] : cards.told) {
            if (!told.contains(id))
                out.removed.push_back(id);
        }
        cards.told = std::move(told);
    }
    m_untold.clear();
    out.counts = counts();
    out.nowMs = m_now;
    return out;
}

std::vector<FeedCard> FeedIndex::cards() const
{
    std::vector<FeedCard> out;
    for (const auto &[account, cards] : m_accounts)
        out.insert(out.end(), cards.shown.begin(), cards.shown.end());
    std::sort(out.begin(), out.end(),
              [](const FeedCard &a, const FeedCard &b) { return a.sortKey < b.sortKey; });
    return out;
}

domain::FeedCounts FeedIndex::counts() const
{
    domain::FeedCounts out = m_counts;
    if (!m_slaDue.empty())
        out.nextSlaMs = *m_slaDue.begin();
    return out;
}

} // namespace topline::engine
