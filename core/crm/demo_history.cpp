#include "core/crm/demo_events.h"
#include "core/crm/demo_hours.h"
#include "core/crm/demo_words.h"

#include <algorithm>

namespace topline::crm {

namespace {

using domain::EventKind;

constexpr std::size_t buyerEventCount = 60'000;
// In the last days before the anchor only the stories make signals, so that the feed is rich and
// not flooded; and nobody has just been written to, or every story would be suppressed.
constexpr base::DurationMs stagedMs = 5 * base::dayMs;
constexpr base::DurationMs untouchedMs = 8 * base::dayMs;

class History {
public:
    explicit History(const DemoCompany &company)
        : m_company(company)
        , m_random(base::mixSeeds(company.seed, "history"))
        , m_inStory(company.accounts.size())
    {
        m_events.reserve(buyerEventCount + 12'000);
    }

    std::vector<DemoEvent> build()
    {
        for (const DemoStory &story : planDemoStories(m_company)) {
            m_inStory[story.account] = true;
            for (DemoEvent &event : tellDemoStory(m_company, story))
                keep(std::move(event));
        }
        for (const DemoDeal &deal : m_company.deals)
            addDeal(deal);
        addQuietEnds();
        addOptOuts();
        addCustomers();
        addBackground();
        std::sort(m_events.begin(), m_events.end(), demoEventBefore);
        return std::move(m_events);
    }

private:
    struct At {
        std::size_t account = 0;
        std::size_t contact = 0;
        const DemoDeal *deal = nullptr;
    };

    void keep(DemoEvent event)
    {
        m_buyers += domain::isBuyerEvent(event.kind) ? 1 : 0;
        m_events.push_back(std::move(event));
    }

    // Nothing after the anchor, and near it only what the stories leave room for.
    bool adapt(EventKind &kind, base::UtcMs atMs, std::size_t account) const
    {
        if (atMs >= m_company.anchorMs)
            return false;
        const auto &quiet = m_company.quietSinceMs[account];
        if (quiet && atMs > *quiet && domain::isTwoWayTouch(kind))
            return false;
        const base::DurationMs ageMs = m_company.anchorMs - atMs;
        if (ageMs < untouchedMs && (m_inStory[account] || quiet) &&
            (domain::isOutboundTouch(kind) || domain::isTwoWayTouch(kind)))
            return false;
        if (ageMs < stagedMs && domain::isHighIntent(kind)) {
            if (domain::isTwoWayTouch(kind))
                kind = EventKind::CallAnswered;
            else
                kind = EventKind::PageView;
        }
        return true;
    }

    bool add(EventKind kind, base::UtcMs atMs, const At &at, std::int32_t amount = 0)
    {
        if (!adapt(kind, atMs, at.account))
            return false;
        DemoEvent event;
        event.kind = kind;
        event.atMs = atMs;
        event.account = at.account;
        event.contact = at.contact;
        event.deal = at.deal;
        event.amount = amount;
        event.number = m_number++;
        keep(std::move(event));
        return true;
    }

    int offsetOf(std::size_t account) const { return m_company.accounts[account].offsetMinutes; }

    std::size_t somebodyAt(std::size_t account)
    {
        const DemoAccount &at = m_company.accounts[account];
        // A few people do most of the reading.
        const std::size_t few = std::min<std::size_t>(at.contactCount, 3);
        return at.firstContact + m_random.below(m_random.chance(0.6) ? few : at.contactCount);
    }

    base::DurationMs hours(double low, double high)
    {
        return static_cast<base::DurationMs>((low + (high - low) * m_random.uniform()) *
                                             static_cast<double>(base::hourMs));
    }

    void addMail(base::UtcMs atMs, const At &at, double replyRate, base::UtcMs endMs)
    {
        add(EventKind::EmailSent, atMs, at);
        if (m_random.chance(0.65))
            add(EventKind::EmailOpened, atMs + hours(0.1, 9), at);
        if (m_random.chance(0.18))
            add(EventKind::EmailClicked, atMs + hours(0.2, 11), at);
        const base::UtcMs answered = atMs + hours(1, 34);
        if (m_random.chance(replyRate) && answered < endMs)
            add(EventKind::EmailReplied, answered, at);
    }

    void addCall(base::UtcMs atMs, const At &at)
    {
        add(EventKind::CallMade, atMs, at);
        if (m_random.chance(0.48))
            add(EventKind::CallAnswered, atMs + base::minuteMs, at,
                static_cast<std::int32_t>(m_random.between(60, 1'500)));
    }

    void addMeeting(base::UtcMs atMs, const At &at, base::UtcMs endMs)
    {
        if (!add(EventKind::MeetingBooked, atMs, at))
            return;
        const base::UtcMs held = demoWorkingTime(
            m_random, atMs + m_random.between(1, 4) * base::dayMs, offsetOf(at.account));
        if (held < endMs)
            add(m_random.chance(0.9) ? EventKind::MeetingHeld : EventKind::MeetingMissed, held, at,
                1'800);
    }

    void addVisit(base::UtcMs atMs, const At &at, double pricingRate)
    {
        const auto views = m_random.between(1, 4);
        base::UtcMs when = atMs;
        for (std::int64_t i = 0; i < views; ++i) {
            const EventKind kind = m_random.chance(pricingRate) ? EventKind::PricingView
                                   : m_random.chance(0.16)      ? EventKind::DocsView
                                                                : EventKind::PageView;
            add(kind, when, at, static_cast<std::int32_t>(m_random.between(8, 420)));
            when += m_random.between(20, 400) * base::secondMs;
        }
    }

    void addFirstTouch(const DemoDeal &deal, const At &at)
    {
        const base::UtcMs created = deal.createdMs();
        if (deal.source == "Inbound web" || deal.source == "Paid search") {
            addVisit(created - hours(1, 30), at, 0.25);
            add(m_random.chance(0.6) ? EventKind::DemoRequested : EventKind::ContactRequested,
                created - hours(0.1, 2), at);
        } else if (deal.source == "Outbound") {
            addMail(created - hours(40, 90), at, 1.0, created);
        } else {
            addMeeting(created - hours(60, 200), at, created);
        }
    }

    // One thing that happens in this stage.
    void addBeat(int stage, base::UtcMs atMs, const At &at, base::UtcMs endMs, bool won)
    {
        static constexpr double weights[4][6] = {
            // mail, call, meeting, proposal view, visit, note
            {40, 26, 8, 0, 20, 6},
            {30, 16, 22, 0, 24, 8},
            {28, 12, 10, 26, 18, 6},
            {34, 18, 12, 18, 12, 6},
        };
        switch (m_random.weighted(weights[stage], 6)) {
        case 0:
            return addMail(atMs, at, won ? 0.46 : 0.30, endMs);
        case 1:
            return addCall(atMs, at);
        case 2:
            return addMeeting(atMs, at, endMs);
        case 3:
            add(EventKind::ProposalViewed, atMs, at,
                static_cast<std::int32_t>(m_random.between(20, 600)));
            return;
        case 4:
            return addVisit(atMs, at, 0.12);
        default:
            add(EventKind::NoteAdded, atMs, at);
        }
    }

    void addDeal(const DemoDeal &deal)
    {
        At at{deal.account, deal.contact, &deal};
        addFirstTouch(deal, at);
        const bool won = deal.steps.back().stage == demoStageWon;
        const int offset = offsetOf(deal.account);
        for (std::size_t i = 0; i + 1 < deal.steps.size(); ++i) {
            const base::UtcMs begin = deal.steps[i].atMs;
            const base::UtcMs end = std::min(deal.steps[i + 1].atMs, m_company.anchorMs);
            if (begin >= end)
                break;
            const int stage = deal.steps[i].stage;
            if (stage == 2)
                add(EventKind::ProposalSent, begin + hours(0.5, 5), at);
            base::UtcMs when = begin;
            for (;;) {
                const double gapDays = 0.3 + m_random.exponential(won ? 1.7 : 2.3);
                when += static_cast<base::DurationMs>(gapDays * static_cast<double>(base::dayMs));
                const base::UtcMs working = demoWorkingTime(m_random, when, offset);
                if (working >= end)
                    break;
                at.contact = m_random.chance(0.62) ? deal.contact : somebodyAt(deal.account);
                addBeat(stage, working, at, end, won);
            }
        }
    }

    void addQuietEnds()
    {
        for (std::size_t account = 0; account < m_company.accounts.size(); ++account) {
            if (const auto &quiet = m_company.quietSinceMs[account]) {
                const std::size_t person = reachableContact(m_company, account, 0);
                add(EventKind::CallAnswered, *quiet, {account, person, nullptr}, 420);
            }
        }
    }

    void addOptOuts()
    {
        for (std::size_t account = 0; account < m_company.accounts.size(); ++account) {
            const DemoAccount &at = m_company.accounts[account];
            for (std::size_t i = at.firstContact; i < at.firstContact + at.contactCount; ++i) {
                const domain::Contact &contact = m_company.contacts[i];
                const base::UtcMs when =
                    *contact.createdMs +
                    static_cast<base::DurationMs>(
                        m_random.uniform() *
                        static_cast<double>(m_company.anchorMs - *contact.createdMs));
                if (when < m_company.anchorMs - demoHistoryMs)
                    continue;
                if (contact.optedOut)
                    add(EventKind::Unsubscribed, when, {account, i, nullptr});
                if (contact.bounced)
                    add(EventKind::EmailBounced, when, {account, i, nullptr});
            }
        }
    }

    void addCustomers()
    {
        for (const DemoDeal &deal : m_company.deals) {
            if (deal.steps.back().stage != demoStageWon)
                continue;
            base::UtcMs when = deal.steps.back().atMs + 6 * base::dayMs;
            while (when < m_company.anchorMs) {
                const base::UtcMs working = demoWorkingTime(m_random, when, offsetOf(deal.account));
                const At at{deal.account, somebodyAt(deal.account), nullptr};
                add(EventKind::ProductUsed, working, at,
                    static_cast<std::int32_t>(m_random.between(1, 90)));
                if (m_random.chance(0.004))
                    add(EventKind::PaymentFailed, working + base::hourMs, at);
                when += static_cast<base::DurationMs>((0.8 + m_random.exponential(2.6)) *
                                                      static_cast<double>(base::dayMs));
            }
        }
    }

    void addBackground()
    {
        const auto upTo = cumulativeInterest();
        const base::UtcMs start = m_company.anchorMs - demoHistoryMs;
        while (m_buyers < buyerEventCount) {
            const double draw = m_random.uniform() * upTo.back();
            const auto account = static_cast<std::size_t>(
                std::upper_bound(upTo.begin(), upTo.end(), draw) - upTo.begin());
            // Interest grows: later days are likelier.
            const double position = std::max(m_random.uniform(), m_random.uniform() * 0.9);
            const base::UtcMs when =
                demoWorkingTime(m_random,
                                start + static_cast<base::DurationMs>(
                                            position * static_cast<double>(demoHistoryMs)),
                                offsetOf(account));
            addBackgroundThing(when, {account, somebodyAt(account), nullptr});
        }
    }

    void addBackgroundThing(base::UtcMs when, const At &at)
    {
        static constexpr double weights[] = {26, 6, 9, 1.6, 0.6, 57};
        static constexpr EventKind kinds[] = {EventKind::EmailOpened, EventKind::EmailClicked,
                                              EventKind::DocsView,    EventKind::PricingView,
                                              EventKind::CompareView, EventKind::PageView};
        const EventKind kind = kinds[m_random.weighted(weights, 6)];
        const bool mail = kind == EventKind::EmailOpened || kind == EventKind::EmailClicked;
        const auto views = kind == EventKind::PageView ? m_random.between(1, 3) : 1;
        for (std::int64_t i = 0; i < views && m_buyers < buyerEventCount; ++i) {
            const base::UtcMs at1 = when + i * m_random.between(15, 300) * base::secondMs;
            if (add(kind, at1, at, static_cast<std::int32_t>(m_random.between(5, 300))) && mail)
                m_events.back().suspectBot = m_random.chance(0.05);
        }
    }

    // Running sums of how much each account reads: most a little, some a lot.
    std::vector<double> cumulativeInterest()
    {
        std::vector<double> interest(m_company.accounts.size());
        for (std::size_t i = 0; i < interest.size(); ++i)
            interest[i] = m_company.accounts[i].duplicate ? 0.02 : m_random.logNormal(1, 0.8);
        for (const DemoDeal &deal : m_company.deals)
            interest[deal.account] += 0.7;
        for (std::size_t i = 1; i < interest.size(); ++i)
            interest[i] += interest[i - 1];
        return interest;
    }

    const DemoCompany &m_company;
    base::Random m_random;
    std::vector<bool> m_inStory;
    std::vector<DemoEvent> m_events;
    std::uint64_t m_number = 0;
    std::size_t m_buyers = 0;
};

} // namespace

std::vector<DemoEvent> buildDemoHistory(const DemoCompany &company)
{
    return History(company).build();
}

} // namespace topline::crm
