#include "core/crm/demo_life.h"

#include "core/crm/demo_hours.h"
#include "core/crm/demo_truth.h"
#include "core/crm/demo_words.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace topline::crm {

namespace {

using domain::EventKind;

// Means over the week; working hours of the zones shape them, about 2.4 times as many at noon in
// New York.
constexpr double ordinaryPerHour = 3.2;
constexpr double hotPerHour = 0.5;
constexpr double newDealsPerDay = 1.5;
constexpr double dealTouchesPerDay = 0.16; // of each open deal
constexpr std::uint64_t warmCount = 36;    // accounts that read more than usual in a week

} // namespace

DemoLife::DemoLife(const DemoCompany &company)
    : m_company(company)
    , m_seed(base::mixSeeds(company.seed, "life"))
    , m_customer(company.accounts.size())
{
    for (const DemoDeal &deal : company.deals) {
        if (deal.stageAt(company.anchorMs) == demoStageWon)
            m_customer[deal.account] = true;
    }
}

std::vector<DemoEvent> DemoLife::eventsBetween(base::UtcMs fromMs, base::UtcMs toMs)
{
    std::vector<DemoEvent> out;
    if (toMs <= fromMs)
        return out;
    makeDaysUntil(toMs);
    const std::int64_t first =
        std::max<std::int64_t>(0, (fromMs - m_company.anchorMs) / base::dayMs);
    for (std::size_t day = static_cast<std::size_t>(first); day < m_days.size(); ++day) {
        for (const DemoEvent &event : m_days[day]) {
            if (event.atMs > fromMs && event.atMs <= toMs)
                out.push_back(event);
        }
    }
    return out;
}

const std::deque<DemoDeal> &DemoLife::dealsUntil(base::UtcMs toMs)
{
    makeDaysUntil(toMs);
    return m_deals;
}

void DemoLife::makeDaysUntil(base::UtcMs toMs)
{
    while (m_company.anchorMs + static_cast<base::UtcMs>(m_days.size()) * base::dayMs <= toMs)
        makeDay(static_cast<std::int64_t>(m_days.size()));
}

void DemoLife::makeDay(std::int64_t day)
{
    makeNewDeals(day);
    std::vector<DemoEvent> made = std::move(m_later);
    m_later.clear();
    for (std::int64_t minute = day * 1'440; minute < (day + 1) * 1'440; ++minute)
        makeMinute(minute, made);
    makeDealTouches(day, made);
    const base::UtcMs end = m_company.anchorMs + (day + 1) * base::dayMs;
    const auto today = std::partition(made.begin(), made.end(),
                                      [&](const DemoEvent &event) { return event.atMs < end; });
    m_later.assign(std::make_move_iterator(today), std::make_move_iterator(made.end()));
    made.erase(today, made.end());
    std::sort(made.begin(), made.end(), demoEventBefore);
    m_days.push_back(std::move(made));
}

// Candidates come at the peak rate and are kept by the activity of the account's own zone: exact
// for every account, whatever its zone.
void DemoLife::makeMinute(std::int64_t minute, std::vector<DemoEvent> &out)
{
    base::Random random(base::mixSeeds(m_seed, static_cast<std::uint64_t>(minute)));
    const base::UtcMs begin = m_company.anchorMs + minute * base::minuteMs;
    const double peak = demoActivityPeak();
    const auto accounts = m_company.accounts.size();
    std::uint64_t number = static_cast<std::uint64_t>(minute) * 64;
    const auto arrive = [&](double perMinute, const auto &choose, const auto &make) {
        for (int left = random.poisson(perMinute * peak); left > 0; --left) {
            const std::size_t account = choose();
            const base::UtcMs at = begin + random.between(0, base::minuteMs - 1);
            if (random.uniform() * peak >=
                demoActivity(at, m_company.accounts[account].offsetMinutes))
                continue;
            const std::size_t before = out.size();
            make(account, at);
            for (std::size_t i = before; i < out.size(); ++i) {
                out[i].series = 'l';
                out[i].number = number++;
            }
        }
    };
    const auto anyone = [&] { return random.below(accounts); };
    const auto warm = [&] { return warmAccount(begin, random.below(warmCount)); };
    const auto mostlyWarm = [&] { return random.chance(0.45) ? warm() : anyone(); };
    arrive(ordinaryPerHour / 60, mostlyWarm, [&](std::size_t account, base::UtcMs at) {
        out.push_back(ordinaryEvent(random, account));
        out.back().atMs = at;
    });
    const auto warmOrBuying = [&] {
        return random.chance(0.4) ? buyingAccount(begin, random.uniform()) : warm();
    };
    arrive(hotPerHour / 60, warmOrBuying, [&](std::size_t account, base::UtcMs at) {
        out.push_back(hotEvent(random, account, at));
        out.back().atMs = at;
    });
    const double bookings = -std::log1p(-demoMeetingRateAlone) /
                            static_cast<double>(demoMeetingWindowMs / base::minuteMs) *
                            static_cast<double>(accounts);
    arrive(bookings, anyone,
           [&](std::size_t account, base::UtcMs at) { addMeeting(random, account, at, out); });
}

std::size_t DemoLife::warmAccount(base::UtcMs atMs, std::uint64_t n) const
{
    const auto week = static_cast<std::uint64_t>((atMs - m_company.anchorMs) / (7 * base::dayMs));
    const std::uint64_t seed = base::mixSeeds(base::mixSeeds(m_seed, "warm"), week * 1'000 + n);
    // The duplicates stand at the end and nobody reads for them.
    return base::Random(seed).below(m_company.accounts.size() - 8);
}

// The account of an open deal in a late stage, at `position` (0 to 1) among them.
std::size_t DemoLife::buyingAccount(base::UtcMs atMs, double position) const
{
    std::vector<std::size_t> accounts;
    const auto collect = [&](const std::deque<DemoDeal> &deals) {
        for (const DemoDeal &deal : deals) {
            const int stage = deal.stageAt(atMs);
            if (stage >= 2 && stage < demoStageWon)
                accounts.push_back(deal.account);
        }
    };
    collect(m_company.deals);
    collect(m_deals);
    if (accounts.empty())
        return warmAccount(atMs, 0);
    return accounts[static_cast<std::size_t>(position * static_cast<double>(accounts.size()))];
}

const DemoDeal *DemoLife::openDealOf(std::size_t account, base::UtcMs atMs, int stageMin) const
{
    const auto fits = [&](const DemoDeal &deal) {
        const int stage = deal.account == account ? deal.stageAt(atMs) : -1;
        return stage >= stageMin && stage < demoStageWon;
    };
    for (auto deal = m_deals.rbegin(); deal != m_deals.rend(); ++deal) {
        if (fits(*deal))
            return &*deal;
    }
    for (auto deal = m_company.deals.rbegin(); deal != m_company.deals.rend(); ++deal) {
        if (fits(*deal))
            return &*deal;
    }
    return nullptr;
}

DemoEvent DemoLife::ordinaryEvent(base::Random &random, std::size_t account) const
{
    static constexpr double weights[] = {48, 15, 20, 8, 3, 1};
    static constexpr EventKind kinds[] = {EventKind::PageView,    EventKind::DocsView,
                                          EventKind::EmailOpened, EventKind::EmailClicked,
                                          EventKind::PricingView, EventKind::CompareView};
    const DemoAccount &at = m_company.accounts[account];
    DemoEvent out;
    out.kind = kinds[random.weighted(weights, 6)];
    if (m_customer[account] && random.chance(0.3))
        out.kind = EventKind::ProductUsed;
    out.account = account;
    out.contact = at.firstContact +
                  random.below(std::min<std::size_t>(at.contactCount, random.chance(0.6) ? 3 : 99));
    out.amount = static_cast<std::int32_t>(random.between(5, 300));
    out.suspectBot = out.kind == EventKind::EmailClicked && random.chance(0.05);
    return out;
}

DemoEvent DemoLife::hotEvent(base::Random &random, std::size_t account, base::UtcMs atMs) const
{
    const auto week = static_cast<std::uint64_t>((atMs - m_company.anchorMs) / (7 * base::dayMs));
    DemoEvent out;
    out.account = account;
    out.contact = reachableContact(m_company, account, (week + account) % 4);
    out.deal = openDealOf(account, atMs, 0);
    out.amount = static_cast<std::int32_t>(random.between(20, 400));
    const double roll = random.uniform();
    if (out.deal && out.deal->stageAt(atMs) >= 2 && roll < 0.55) {
        out.kind = EventKind::ProposalViewed;
        out.contact = out.deal->contact;
        out.title = "Proposal v2 reopened, page 4 of 6 (pricing)";
    } else if (roll < 0.70) {
        out.kind = EventKind::PricingView;
    } else if (roll < 0.80) {
        out.kind = EventKind::CompareView;
    } else if (roll < 0.85) {
        out.kind = EventKind::DemoRequested;
    } else {
        out.kind = EventKind::EmailReplied;
    }
    return out;
}

void DemoLife::addMeeting(base::Random &random, std::size_t account, base::UtcMs atMs,
                          std::vector<DemoEvent> &out) const
{
    DemoEvent event;
    event.kind = EventKind::MeetingBooked;
    event.account = account;
    event.contact = reachableContact(m_company, account, random.below(4));
    event.atMs = atMs;
    out.push_back(event);
    event.kind = random.chance(0.88) ? EventKind::MeetingHeld : EventKind::MeetingMissed;
    event.atMs = std::max(demoWorkingTime(random, atMs + random.between(1, 4) * base::dayMs,
                                          m_company.accounts[account].offsetMinutes),
                          atMs + base::hourMs);
    out.push_back(event);
}

// The reps' own work on open deals, so that not everything stalls when nobody approves anything.
// It books no meetings: those belong to the planted truth.
void DemoLife::makeDealTouches(std::int64_t day, std::vector<DemoEvent> &out)
{
    const base::UtcMs begin = m_company.anchorMs + day * base::dayMs;
    const auto touch = [&](const DemoDeal &deal) {
        base::Random random(
            base::mixSeeds(deal.seed, 0x70000000ULL + static_cast<std::uint64_t>(day)));
        const base::UtcMs at = begin + random.between(0, base::dayMs - base::hourMs);
        const int stage = deal.stageAt(at);
        if (stage < 0 || stage >= demoStageWon)
            return;
        const double activity = demoActivity(at, m_company.accounts[deal.account].offsetMinutes);
        if (!random.chance(activity * dealTouchesPerDay))
            return;
        DemoEvent event;
        event.account = deal.account;
        event.contact = deal.contact;
        event.deal = &deal;
        event.series = 'd';
        event.number = base::mixSeeds(deal.seed, static_cast<std::uint64_t>(day)) & ~0x7ULL;
        event.atMs = at;
        const auto add = [&](EventKind kind, base::DurationMs later) {
            event.kind = kind;
            event.atMs = at + later;
            out.push_back(event);
            ++event.number;
        };
        if (random.chance(0.45)) {
            add(EventKind::CallMade, 0);
            if (random.chance(0.6))
                add(EventKind::CallAnswered, base::minuteMs);
        } else {
            add(EventKind::EmailSent, 0);
            if (random.chance(0.4))
                add(EventKind::EmailReplied, random.between(30, 1'700) * base::minuteMs);
        }
    };
    for (const DemoDeal &deal : m_company.deals)
        touch(deal);
    for (const DemoDeal &deal : m_deals)
        touch(deal);
}

void DemoLife::makeNewDeals(std::int64_t day)
{
    base::Random random(
        base::mixSeeds(base::mixSeeds(m_seed, "deals"), static_cast<std::uint64_t>(day)));
    std::vector<base::UtcMs> starts;
    for (int left = random.poisson(newDealsPerDay * demoActivityPeak()); left > 0; --left) {
        const base::UtcMs at =
            m_company.anchorMs + day * base::dayMs + random.between(1, base::dayMs - 1);
        if (random.uniform() * demoActivityPeak() < demoActivity(at, -300))
            starts.push_back(at);
    }
    std::sort(starts.begin(), starts.end());
    for (std::size_t i = 0; i < starts.size(); ++i) {
        m_deals.push_back(planDemoDeal(m_company, {random.next(), starts[i], random.uniform()}));
        char id[48];
        std::snprintf(id, sizeof id, "deal-d%04lld-%zu", static_cast<long long>(day), i);
        m_deals.back().remoteId = id;
    }
}

} // namespace topline::crm
