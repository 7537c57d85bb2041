// The demo company after its anchor: events in minute buckets, touches and new deals day by day,
// each a pure function of the seed and its number. Owned by the demo connector; days are made on
// demand and kept. Not thread-safe, cannot fail.
#pragma once

#include "core/crm/demo_events.h"

#include <deque>
#include <vector>

namespace topline::crm {

class DemoLife {
public:
    explicit DemoLife(const DemoCompany &company);

    // Events with from < time <= to, by time. Whole days are made, so that the cost is that of the
    // days.
    std::vector<DemoEvent> eventsBetween(base::UtcMs fromMs, base::UtcMs toMs);

    // Deals begun after the anchor and up to `toMs`; addresses stay valid.
    const std::deque<DemoDeal> &dealsUntil(base::UtcMs toMs);

private:
    void makeDaysUntil(base::UtcMs toMs);
    void makeDay(std::int64_t day);
    void makeMinute(std::int64_t minute, std::vector<DemoEvent> &out);
    void makeDealTouches(std::int64_t day, std::vector<DemoEvent> &out);
    void makeNewDeals(std::int64_t day);
    DemoEvent ordinaryEvent(base::Random &random, std::size_t account) const;
    DemoEvent hotEvent(base::Random &random, std::size_t account, base::UtcMs atMs) const;
    void addMeeting(base::Random &random, std::size_t account, base::UtcMs atMs,
                    std::vector<DemoEvent> &out) const;
    std::size_t warmAccount(base::UtcMs atMs, std::uint64_t n) const;
    std::size_t buyingAccount(base::UtcMs atMs, double position) const;
    const DemoDeal *openDealOf(std::size_t account, base::UtcMs atMs, int stageMin) const;

    const DemoCompany &m_company;
    std::uint64_t m_seed;
    std::vector<bool> m_customer; // by account
    std::deque<std::vector<DemoEvent>> m_days;
    std::vector<DemoEvent> m_later; // made by an earlier day for a later one
    std::deque<DemoDeal> m_deals;
};

} // namespace topline::crm
