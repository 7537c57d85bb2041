#include "core/crm/demo_events.h"
#include "core/crm/demo_words.h"

#include <algorithm>
#include <array>
#include <set>

namespace topline::crm {

namespace {

using domain::EventKind;

// Minutes before the anchor of the last thing in each story.
constexpr std::array<int, 5> proposalAges = {1, 2, 3, 4, 9};
constexpr std::array<int, 6> replyAges = {3, 7, 12, 19, 26, 42};
constexpr std::array<int, 7> pricingAges = {4, 19, 52, 110, 135, 190, 215};
constexpr std::array<int, 5> surgeAges = {15, 40, 70, 95, 110};
constexpr std::array<int, 2> demoAges = {14, 200};

// Gives out accounts, each once, going round the owners so that everybody has something to do.
class Casting {
public:
    explicit Casting(const DemoCompany &company)
        : m_company(company)
    {
    }

    const DemoDeal *nextDeal(int stageMin)
    {
        return find([&](const DemoDeal &deal) {
            const int stage = deal.stageAt(m_company.anchorMs);
            return stage >= stageMin && stage < demoStageWon && !deal.amounts.empty();
        });
    }

    std::size_t nextAccount()
    {
        for (std::size_t tried = 0; tried < m_company.accounts.size(); ++tried) {
            const std::size_t account = (m_account + tried * 7) % m_company.accounts.size();
            if (!m_company.accounts[account].duplicate && take(account)) {
                m_account = account + 31;
                return account;
            }
        }
        return 0;
    }

private:
    template <typename Fits> const DemoDeal *find(const Fits &fits)
    {
        const std::size_t reps = m_company.owners.size() - 1;
        for (std::size_t turn = 0; turn < reps; ++turn) {
            const std::size_t owner = (m_owner + turn) % reps;
            for (auto deal = m_company.deals.rbegin(); deal != m_company.deals.rend(); ++deal) {
                if (deal->owner == owner && fits(*deal) && take(deal->account)) {
                    m_owner = owner + 1;
                    return &*deal;
                }
            }
        }
        return nullptr;
    }

    bool take(std::size_t account)
    {
        const bool owned = m_company.owners[m_company.accounts[account].owner].active &&
                           !m_company.accounts[account].record.owner.remoteId.empty();
        return owned && !m_company.quietSinceMs[account] && m_taken.insert(account).second;
    }

    const DemoCompany &m_company;
    std::set<std::size_t> m_taken;
    std::size_t m_owner = 0;
    std::size_t m_account = 11;
};

class Teller {
public:
    Teller(const DemoCompany &company, const DemoStory &story)
        : m_company(company)
        , m_story(story)
        , m_random(base::mixSeeds(base::mixSeeds(company.seed, "story"), story.number))
        , m_person(reachableContact(company, story.account, m_random.below(8)))
        , m_lastMs(company.anchorMs - story.ageMs)
    {
    }

    std::vector<DemoEvent> tell()
    {
        switch (m_story.kind) {
        case DemoStoryKind::PricingRevisit:
            tellPricing();
            break;
        case DemoStoryKind::ProposalReopened:
            tellProposal();
            break;
        case DemoStoryKind::Reply:
            tellReply();
            break;
        case DemoStoryKind::Surge:
            tellSurge();
            break;
        case DemoStoryKind::DemoRequest:
            tellDemoRequest();
            break;
        }
        return std::move(m_events);
    }

private:
    DemoEvent &add(EventKind kind, base::UtcMs atMs, std::string title = {}, std::string body = {})
    {
        DemoEvent event;
        event.kind = kind;
        event.atMs = atMs;
        event.account = m_story.account;
        event.contact = m_person;
        event.deal = m_story.deal;
        event.amount = static_cast<std::int32_t>(m_random.between(20, 260));
        event.series = 's';
        event.number = m_story.number * 32 + m_events.size();
        event.title = std::move(title);
        event.body = std::move(body);
        m_events.push_back(std::move(event));
        return m_events.back();
    }

    base::DurationMs minutes(std::int64_t low, std::int64_t high)
    {
        return m_random.between(low, high) * base::minuteMs;
    }

    void tellPricing()
    {
        add(EventKind::PricingView, m_lastMs - minutes(2 * 1'440, 5 * 1'440), "Pricing page");
        if (m_random.chance(0.6))
            add(EventKind::PricingView, m_lastMs - minutes(300, 1'600), "Pricing page, 2nd visit");
        add(EventKind::DocsView, m_lastMs - minutes(2, 9), "Docs: Security overview");
        add(EventKind::PricingView, m_lastMs, "Pricing page, annual plans");
    }

    void tellProposal()
    {
        m_person = m_story.deal->contact;
        const std::string version = "Proposal v" + std::to_string(m_random.between(2, 3));
        add(EventKind::ProposalViewed, m_lastMs - minutes(3 * 1'440, 6 * 1'440),
            version + " opened, page 1 of 6 (summary)");
        if (m_random.chance(0.7))
            add(EventKind::ProposalViewed, m_lastMs - minutes(45, 90),
                version + " opened, page 2 of 6 (scope)");
        add(EventKind::ProposalViewed, m_lastMs, version + " reopened, page 4 of 6 (pricing)");
    }

    void tellReply()
    {
        const DemoMail &mail = demoReplies()[m_story.number % demoReplies().size()];
        add(EventKind::EmailOpened, m_lastMs - minutes(20, 400), std::string(mail.subject));
        add(EventKind::EmailReplied, m_lastMs, "Re: " + std::string(mail.subject),
            std::string(mail.firstLines));
    }

    void tellSurge()
    {
        static constexpr std::pair<EventKind, const char *> beats[] = {
            {EventKind::PricingView, "Pricing page"},
            {EventKind::CompareView, "Comparison page: spreadsheets"},
            {EventKind::DocsView, "Docs: Single sign-on set-up"},
            {EventKind::PricingView, "Pricing page, enterprise"},
            {EventKind::CompareView, "Comparison page: in-house tools"},
        };
        const auto beatCount = static_cast<std::int64_t>(std::size(beats));
        for (std::int64_t i = 0; i < beatCount; ++i) {
            m_person = reachableContact(m_company, m_story.account, static_cast<std::size_t>(i));
            add(beats[i].first, m_lastMs - (beatCount - 1 - i) * 7 * base::hourMs - minutes(0, 50),
                beats[i].second);
        }
    }

    void tellDemoRequest()
    {
        add(EventKind::PageView, m_lastMs - minutes(6, 12), "Product page: Fleet analytics");
        add(EventKind::PricingView, m_lastMs - minutes(2, 5), "Pricing page");
        add(EventKind::DemoRequested, m_lastMs, "Demo form: 3 depots, 140 seats",
            "We would like to see it with our own depots, if possible this week.");
    }

    const DemoCompany &m_company;
    const DemoStory &m_story;
    base::Random m_random;
    std::size_t m_person;
    base::UtcMs m_lastMs;
    std::vector<DemoEvent> m_events;
};

} // namespace

std::vector<DemoStory> planDemoStories(const DemoCompany &company)
{
    Casting casting(company);
    std::vector<DemoStory> out;
    const auto add = [&](DemoStoryKind kind, std::size_t account, const DemoDeal *deal, int age) {
        out.push_back({kind, account, deal, age * base::minuteMs, out.size()});
    };
    const auto addWithDeal = [&](DemoStoryKind kind, int stageMin, int age) {
        if (const DemoDeal *deal = casting.nextDeal(stageMin))
            add(kind, deal->account, deal, age);
        else if (kind != DemoStoryKind::ProposalReopened)
            add(kind, casting.nextAccount(), nullptr, age);
    };
    for (const int age : proposalAges)
        addWithDeal(DemoStoryKind::ProposalReopened, 2, age);
    for (const int age : replyAges)
        addWithDeal(DemoStoryKind::Reply, 0, age);
    for (std::size_t i = 0; i < surgeAges.size(); ++i) {
        if (i % 2 == 0)
            addWithDeal(DemoStoryKind::Surge, 0, surgeAges[i]);
        else
            add(DemoStoryKind::Surge, casting.nextAccount(), nullptr, surgeAges[i]);
    }
    for (std::size_t i = 0; i < pricingAges.size(); ++i) {
        if (i % 2 == 0)
            addWithDeal(DemoStoryKind::PricingRevisit, 0, pricingAges[i]);
        else
            add(DemoStoryKind::PricingRevisit, casting.nextAccount(), nullptr, pricingAges[i]);
    }
    for (const int age : demoAges)
        add(DemoStoryKind::DemoRequest, casting.nextAccount(), nullptr, age);
    return out;
}

std::vector<DemoEvent> tellDemoStory(const DemoCompany &company, const DemoStory &story)
{
    return Teller(company, story).tell();
}

} // namespace topline::crm
