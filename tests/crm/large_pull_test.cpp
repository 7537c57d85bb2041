// First pulls of companies that are made by formula: everything comes, in the requests that the
// published limits need, and what is held at a time does not grow with the size.
#include "core/crm/hubspot_connector.h"
#include "core/crm/salesforce_connector.h"
#include "tests/fakes/direct_http_client.h"
#include "tests/fakes/fake_pace.h"
#include "tests/fakes/large_hubspot.h"
#include "tests/fakes/large_salesforce.h"
#include "tests/fakes/open_access.h"

#include <gtest/gtest.h>
#include <malloc.h>
#include <set>

namespace topline::crm {
namespace {

constexpr base::UtcMs nowMs = 1'790'000'000'000; // 2026-09-21

struct HubSpotSide {
    using Fake = fakes::LargeHubSpot;
    using Connector = HubSpotConnector;
    using Parts = HubSpotParts;

    static std::string tokenOf(const Fake &) { return "pat-good"; }
};

struct SalesforceSide {
    using Fake = fakes::LargeSalesforce;
    using Connector = SalesforceConnector;
    using Parts = SalesforceParts;

    static std::string tokenOf(const Fake &fake) { return fake.token(); }
};

struct Pulled {
    std::set<std::string> companies, contacts, deals;
    std::int64_t linkedContacts = 0;
    std::int64_t linkedDeals = 0;
    std::int64_t requests = 0;
    std::size_t rowsMax = 0;   // of one page
    std::size_t cursorMax = 0; // bytes
    std::size_t bodyMax = 0;   // bytes of one answer
    std::size_t keptAtHalf = 0;
    std::size_t keptAtEnd = 0; // bytes, without the ids that this test keeps
};

std::size_t liveBytes()
{
    return mallinfo2().uordblks;
}

void take(const Page &page, Pulled &out)
{
    for (const auto &one : page.accounts)
        out.companies.insert(one.remoteId);
    for (const auto &one : page.contacts) {
        out.contacts.insert(one.remoteId);
        out.linkedContacts += one.account.remoteId.empty() ? 0 : 1;
    }
    for (const auto &one : page.deals) {
        out.deals.insert(one.remoteId);
        const bool isLinked = !one.account.remoteId.empty() && !one.contact.remoteId.empty();
        out.linkedDeals += isLinked ? 1 : 0;
    }
}

template <typename Side> Pulled pullAll(const fakes::LargeCrm &crm)
{
    base::FixedClock clock(nowMs);
    fakes::FakePace pace(&clock);
    typename Side::Fake fake(crm, clock);
    fakes::DirectHttpClient http(fake.handler());
    fakes::OpenAccess access(Side::tokenOf(fake), "http://crm.test");
    RateGate gate({}, clock, pace);
    typename Side::Connector connector(typename Side::Parts{http, access, gate, pace, clock, {}});
    const CancelToken cancel;
    Pulled out;
    std::string cursor;
    std::size_t own = 0;
    while (true) {
        auto page = connector.pull(cursor, cancel);
        if (!page.ok()) {
            ADD_FAILURE() << page.error().text();
            return out;
        }
        const std::size_t rows = page->accounts.size() + page->contacts.size() +
                                 page->deals.size() + page->events.size() +
                                 page->stageChanges.size();
        out.rowsMax = std::max(out.rowsMax, rows);
        out.cursorMax = std::max(out.cursorMax, page->nextCursor.size());
        const std::size_t before = liveBytes();
        take(*page, out);
        own += liveBytes() - before;
        const bool more = page->more;
        cursor = page->nextCursor;
        page = Page();
        const auto read = static_cast<std::int64_t>(out.contacts.size());
        if (out.keptAtHalf == 0 && read >= crm.contacts / 2)
            out.keptAtHalf = liveBytes() - own;
        if (!more)
            break;
    }
    out.keptAtEnd = liveBytes() - own;
    out.requests = fake.requests;
    out.bodyMax = fake.bodyMax;
    return out;
}

// Both sizes once per CRM. Full pages at either size, so that the pages can be counted.
template <typename Side> class LargePull : public testing::Test {
public:
    static void SetUpTestSuite()
    {
        small = pullAll<Side>(smallCrm);
        large = pullAll<Side>(largeCrm);
    }

    static constexpr fakes::LargeCrm smallCrm{2'000, 4'000, 2'000, nowMs};
    static constexpr fakes::LargeCrm largeCrm{4'000, 12'000, 4'000, nowMs};
    static inline Pulled small;
    static inline Pulled large;
};

using Sides = testing::Types<HubSpotSide, SalesforceSide>;
TYPED_TEST_SUITE(LargePull, Sides);

TYPED_TEST(LargePull, BringsEveryRecordWithItsLinks)
{
    const auto &crm = this->largeCrm;
    const Pulled &pulled = this->large;
    EXPECT_EQ(static_cast<std::int64_t>(pulled.companies.size()), crm.companies);
    EXPECT_EQ(static_cast<std::int64_t>(pulled.contacts.size()), crm.contacts);
    EXPECT_EQ(static_cast<std::int64_t>(pulled.deals.size()), crm.deals);
    EXPECT_EQ(pulled.linkedContacts, crm.contacts);
    EXPECT_EQ(pulled.linkedDeals, crm.deals);
}

TYPED_TEST(LargePull, NeedsHardlyMoreRequestsThanTheLimitsDo)
{
    using Fake = typename TypeParam::Fake;
    const auto leastSmall = Fake::requestsMin(this->smallCrm);
    const auto leastLarge = Fake::requestsMin(this->largeCrm);
    EXPECT_GE(this->small.requests, leastSmall) << "the least is counted wrong";
    EXPECT_LE(this->large.requests * 100, leastLarge * 105)
        << this->large.requests << " for " << leastLarge;
    const auto added = this->large.requests - this->small.requests;
    EXPECT_LE(added * 100, (leastLarge - leastSmall) * 105)
        << this->large.requests << " after " << this->small.requests;
}

TYPED_TEST(LargePull, HoldsNoMoreOfALargerCompany)
{
    EXPECT_LE(this->large.rowsMax, this->small.rowsMax + 200);
    EXPECT_LE(this->large.rowsMax, 8'000U);
    EXPECT_LE(this->large.bodyMax, this->small.bodyMax * 11 / 10);
    EXPECT_LE(this->large.cursorMax, this->small.cursorMax + 32)
        << "numbers may get a digit longer";
    EXPECT_LE(this->large.keptAtEnd, this->large.keptAtHalf + 200'000);
}

} // namespace
} // namespace topline::crm
