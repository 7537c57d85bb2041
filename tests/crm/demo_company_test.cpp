// The demo company is what it promises to be: sizes, rates, references and a rich last week.
#include "core/crm/demo_connector.h"
#include "core/crm/demo_deals.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace topline::crm {

namespace {

constexpr base::UtcMs anchor = 1'763'464'440'000; // 2025-11-18 11:14 UTC

template <typename Rows> void append(Rows &to, const Rows &from)
{
    to.insert(to.end(), from.begin(), from.end());
}

// Everything that a first pull brings, put together.
Page pullHistory(std::uint64_t seed)
{
    const base::FixedClock clock(anchor);
    MemoryDemoJournal journal;
    DemoConnector connector({seed, anchor}, clock, journal);
    const CancelToken cancel;
    Page out;
    std::string cursor;
    for (bool more = true; more;) {
        const auto page = connector.pull(cursor, cancel);
        EXPECT_TRUE(page.ok());
        append(out.owners, page->owners);
        append(out.quotas, page->quotas);
        append(out.products, page->products);
        append(out.stages, page->stages);
        append(out.accounts, page->accounts);
        append(out.contacts, page->contacts);
        append(out.deals, page->deals);
        append(out.stageChanges, page->stageChanges);
        append(out.amountChanges, page->amountChanges);
        append(out.subscriptions, page->subscriptions);
        append(out.movements, page->movements);
        append(out.events, page->events);
        cursor = page->nextCursor;
        more = page->more;
    }
    return out;
}

double share(std::size_t part, std::size_t whole)
{
    return static_cast<double>(part) / static_cast<double>(whole);
}

template <typename Rows> std::set<std::string> idsOf(const Rows &rows)
{
    std::set<std::string> out;
    for (const auto &row : rows)
        out.insert(row.remoteId);
    EXPECT_EQ(out.size(), rows.size()) << "remote ids are not unique";
    return out;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// The pulled history is kept between the tests of one seed.
class DemoCompanyOf : public testing::TestWithParam<std::uint64_t> {
protected:
    void SetUp() override
    {
        static std::map<std::uint64_t, Page> pulled;
        auto found = pulled.find(GetParam());
        if (found == pulled.end()) {
            pulled.clear();
            found = pulled.emplace(GetParam(), pullHistory(GetParam())).first;
        }
        m_all = &found->second;
    }

    const Page *m_all = nullptr;
};

} // namespace

TEST_P(DemoCompanyOf, HasThePromisedSizes)
{
    const Page &all = *m_all;
    EXPECT_EQ(all.accounts.size(), 400U);
    EXPECT_EQ(all.contacts.size(), 4'000U);
    EXPECT_EQ(all.deals.size(), 600U);
    EXPECT_EQ(std::count_if(all.events.begin(), all.events.end(),
                            [](const auto &event) { return domain::isBuyerEvent(event.kind); }),
              60'000);
    EXPECT_EQ(all.stages.size(), 6U);
    EXPECT_EQ(std::count_if(all.owners.begin(), all.owners.end(),
                            [](const auto &owner) { return owner.active; }),
              6);
    EXPECT_EQ(all.accounts.front().remoteId, "acct-00000");
    EXPECT_EQ(all.accounts.back().remoteId, "acct-00399");
    EXPECT_GE(all.quotas.size(), 6U * 6U);
    EXPECT_GT(all.subscriptions.size(), 100U);
    EXPECT_GE(all.movements.size(), all.subscriptions.size());
}

TEST_P(DemoCompanyOf, SellsAtARealisticRateAndPace)
{
    const Page &all = *m_all;
    std::vector<double> wonDays;
    std::size_t won = 0;
    std::size_t lost = 0;
    std::size_t inTheMiddle = 0;
    for (const auto &deal : all.deals) {
        const double days =
            static_cast<double>(*deal.closeMs - *deal.createdMs) / static_cast<double>(base::dayMs);
        if (deal.stage.remoteId == "stage-won") {
            ++won;
            wonDays.push_back(days);
            inTheMiddle += days >= 20 && days <= 60 ? 1 : 0;
            EXPECT_TRUE(deal.amount);
        } else if (deal.stage.remoteId == "stage-lost") {
            ++lost;
        }
    }
    const std::size_t open = all.deals.size() - won - lost;
    EXPECT_GE(share(won, won + lost), 0.24);
    EXPECT_LE(share(won, won + lost), 0.30);
    EXPECT_GE(open, 45U);
    EXPECT_LE(open, 95U);
    EXPECT_GE(median(wonDays), 30);
    EXPECT_LE(median(wonDays), 50);
    EXPECT_GE(share(inTheMiddle, won), 0.8);
}

TEST_P(DemoCompanyOf, RefersOnlyToRecordsThatExist)
{
    const Page &all = *m_all;
    const auto owners = idsOf(all.owners);
    const auto products = idsOf(all.products);
    const auto stages = idsOf(all.stages);
    const auto accounts = idsOf(all.accounts);
    const auto contacts = idsOf(all.contacts);
    const auto deals = idsOf(all.deals);
    const auto subscriptions = idsOf(all.subscriptions);
    idsOf(all.movements);
    std::size_t dangling = 0;
    const auto check = [&](const auto &ref, const std::set<std::string> &known) {
        dangling += !ref.remoteId.empty() && !known.contains(ref.remoteId) ? 1 : 0;
    };
    for (const auto &row : all.accounts)
        check(row.owner, owners);
    for (const auto &row : all.contacts)
        check(row.account, accounts);
    for (const auto &row : all.deals) {
        check(row.account, accounts);
        check(row.contact, contacts);
        check(row.owner, owners);
        check(row.product, products);
        check(row.stage, stages);
    }
    for (const auto &row : all.stageChanges) {
        check(row.deal, deals);
        check(row.stage, stages);
    }
    for (const auto &row : all.amountChanges)
        check(row.deal, deals);
    for (const auto &row : all.subscriptions)
        check(row.account, accounts);
    for (const auto &row : all.movements)
        dangling += subscriptions.contains(row.subscription) ? 0 : 1;
    for (const auto &row : all.events) {
        check(row.account, accounts);
        check(row.contact, contacts);
        check(row.deal, deals);
    }
    EXPECT_EQ(dangling, 0U);
}

TEST_P(DemoCompanyOf, TellsEachDealAsAHistoryInOrder)
{
    const Page &all = *m_all;
    std::map<std::string, std::vector<const domain::StageChange *>> changes;
    for (const auto &change : all.stageChanges) {
        changes[change.deal.remoteId].push_back(&change);
        ASSERT_LE(change.atMs, anchor);
    }
    for (const auto &deal : all.deals) {
        const auto &own = changes.at(deal.remoteId);
        EXPECT_EQ(own.front()->atMs, *deal.createdMs);
        EXPECT_EQ(own.back()->stage.remoteId, deal.stage.remoteId);
        EXPECT_TRUE(std::is_sorted(own.begin(), own.end(),
                                   [](const auto *a, const auto *b) { return a->atMs < b->atMs; }));
        EXPECT_GT(*deal.createdMs, anchor - demoHistoryMs);
        EXPECT_LE(deal.updatedMs, anchor);
    }
}

TEST_P(DemoCompanyOf, NamesNobodyReal)
{
    const Page &all = *m_all;
    const auto isExample = [](const std::string &domain) {
        return domain.size() > 8 && domain.substr(domain.size() - 8) == ".example";
    };
    for (const auto &account : all.accounts)
        EXPECT_TRUE(isExample(account.domain)) << account.domain;
    for (const auto &owner : all.owners)
        EXPECT_TRUE(isExample(owner.email)) << owner.email;
    for (const auto &contact : all.contacts) {
        const auto at = contact.email.find('@');
        const bool whole = at != std::string::npos && at + 1 < contact.email.size();
        EXPECT_TRUE(!whole || isExample(contact.email.substr(at + 1))) << contact.email;
        for (const char c : contact.email)
            ASSERT_LT(static_cast<unsigned char>(c), 0x80) << contact.email;
    }
}

TEST_P(DemoCompanyOf, IsMessyLikeARealCrm)
{
    const Page &all = *m_all;
    std::set<std::string> domains;
    std::size_t sameDomain = 0;
    for (const auto &account : all.accounts)
        sameDomain += domains.insert(account.domain).second ? 0 : 1;
    EXPECT_GE(sameDomain, 5U);
    const auto countContacts = [&](const auto &matches) {
        return std::count_if(all.contacts.begin(), all.contacts.end(), matches);
    };
    EXPECT_GT(countContacts([](const auto &c) { return c.email.empty(); }), 60);
    EXPECT_GT(countContacts([](const auto &c) {
                  return !c.email.empty() &&
                         (c.email.find('@') == std::string::npos || c.email.back() == '@');
              }),
              20);
    EXPECT_GT(countContacts([](const auto &c) { return c.optedOut; }), 100);
    EXPECT_GT(countContacts([](const auto &c) { return c.bounced; }), 50);
    EXPECT_GT(countContacts([](const auto &c) { return !c.account.isSet(); }), 10);
    EXPECT_GT(countContacts([](const auto &c) { return c.timeZone.empty(); }), 100);
    EXPECT_GT(std::count_if(all.deals.begin(), all.deals.end(),
                            [](const auto &deal) { return !deal.amount; }),
              8);
    EXPECT_GT(std::count_if(all.accounts.begin(), all.accounts.end(),
                            [](const auto &account) { return account.industry.empty(); }),
              5);
    EXPECT_GT(std::count_if(all.events.begin(), all.events.end(),
                            [](const auto &event) { return event.suspectBot; }),
              50);
}

TEST_P(DemoCompanyOf, HasARichLastDayForSeveralOwners)
{
    const Page &all = *m_all;
    std::map<std::string, std::string> ownerOf;
    for (const auto &account : all.accounts)
        ownerOf[account.remoteId] = account.owner.remoteId;
    std::set<std::string> hotAccounts;
    std::set<std::string> hotOwners;
    bool justNow = false;
    for (const auto &event : all.events) {
        if (domain::isHighIntent(event.kind) && anchor - event.atMs < 2 * base::dayMs) {
            hotAccounts.insert(event.account.remoteId);
            hotOwners.insert(ownerOf[event.account.remoteId]);
            EXPECT_FALSE(event.title.empty());
            justNow = justNow || anchor - event.atMs <= 5 * base::minuteMs;
        }
        ASSERT_LT(event.atMs, anchor);
    }
    EXPECT_GE(hotAccounts.size(), 20U);
    EXPECT_LE(hotAccounts.size(), 45U);
    EXPECT_GE(hotOwners.size(), 5U);
    EXPECT_TRUE(justNow);
}

INSTANTIATE_TEST_SUITE_P(Seeds, DemoCompanyOf, testing::Values(1, 7, 42, 2'025));

TEST(DemoCompany, SourcesDifferInQuality)
{
    std::map<std::string, std::pair<int, int>> wonOfClosed;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const DemoCompany company = buildDemoCompany(seed, anchor);
        for (const auto &deal : company.deals) {
            const int stage = deal.stageAt(anchor);
            wonOfClosed[deal.source].first += stage == demoStageWon ? 1 : 0;
            wonOfClosed[deal.source].second += stage >= demoStageWon ? 1 : 0;
        }
    }
    const auto rate = [&](const char *source) {
        return static_cast<double>(wonOfClosed[source].first) / wonOfClosed[source].second;
    };
    EXPECT_GT(rate("Referral"), rate("Inbound web"));
    EXPECT_GT(rate("Inbound web"), rate("Outbound"));
}

TEST(DemoCompany, DependsOnSeedAndAnchorAlone)
{
    const Page first = pullHistory(11);
    const Page again = pullHistory(11);
    EXPECT_EQ(first.accounts, again.accounts);
    EXPECT_EQ(first.deals, again.deals);
    EXPECT_EQ(first.events, again.events);
    const Page other = pullHistory(12);
    EXPECT_NE(first.accounts, other.accounts);
}

} // namespace topline::crm
