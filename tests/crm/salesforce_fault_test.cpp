// What a pull survives: every fault of the Salesforce page, and every single request failing in
// turn. Whatever happens, the same records stand at the end as if nothing had.
#include "core/crm/salesforce_id.h"
#include "tests/crm/salesforce_bench.h"

#include <gtest/gtest.h>

namespace topline::crm {

namespace {

using fakes::FakeFault;
using fakes::Response;

QString word(const std::string &text)
{
    return QString::fromStdString(text);
}

FakeFault html(int status)
{
    return {.match = "",
            .answer = {status, {{"Content-Type", "text/html"}}, "<html>down</html>", {}}};
}

FakeFault answered(const std::string &match, int status, const std::string &code)
{
    return {.match = match,
            .answer = {status, {}, R"([{"message":"said so","errorCode":")" + code + R"("}])", {}}};
}

FakeFault spoilt(Response::Wire wire)
{
    return {.match = "", .wire = wire};
}

// Pulls until it comes through, as the program does, with the time that it waits.
int pullPatiently(SalesforceBench &bench, Mirror &mirror)
{
    for (int tries = 1; tries < 20; ++tries) {
        const auto done = bench.pullInto(mirror);
        if (done.ok())
            return tries;
        bench.pass(std::max<base::DurationMs>(
            done.error().retryAtMs.value_or(0) - bench.clock.now(), base::minuteMs));
    }
    ADD_FAILURE() << "it never came through";
    return 0;
}

void expectSame(const Mirror &a, const Mirror &b)
{
    EXPECT_EQ(a.accounts, b.accounts);
    EXPECT_EQ(a.contacts, b.contacts);
    EXPECT_EQ(a.deals, b.deals);
    EXPECT_EQ(a.events, b.events);
    EXPECT_EQ(a.stageChanges, b.stageChanges);
    EXPECT_EQ(a.amountChanges, b.amountChanges);
    EXPECT_EQ(a.gone, b.gone);
}

} // namespace

TEST(SalesforceFaults, AnyRequestMayFailInAnyWayAndTheRecordsAreTheSame)
{
    SalesforceBench clean;
    clean.fillSmall();
    const Mirror wanted = clean.pulled();
    const std::size_t requests = clean.fake.log.size();
    const std::vector<FakeFault> faults = {
        spoilt(Response::Wire::CloseBefore),
        spoilt(Response::Wire::CloseAfter),
        spoilt(Response::Wire::Truncate),
        html(503),
        html(200),
        answered("", 503, "SERVER_UNAVAILABLE"),
        answered("", 400, "QUERY_TIMEOUT"),
        answered("", 500, "UNKNOWN_EXCEPTION"),
        answered("", 403, "REQUEST_LIMIT_EXCEEDED"),
        {.match = "", .expiresSession = true},
    };
    for (std::size_t at = 0; at < requests; ++at) {
        for (std::size_t kind = 0; kind < faults.size(); ++kind) {
            SCOPED_TRACE(std::to_string(at) + " " + std::to_string(kind));
            SalesforceBench bench;
            bench.fillSmall();
            FakeFault fault = faults[kind];
            fault.skip = static_cast<int>(at);
            fault.times = kind < 3 ? 4 : 1; // longer than a client's own patience
            bench.fake.addFault(fault);
            Mirror mirror;
            pullPatiently(bench, mirror);
            expectSame(mirror, wanted);
            EXPECT_TRUE(bench.fake.journal.empty());
        }
    }
}

TEST(SalesforceFaults, AnExpiredSessionIsRenewedOnceAndTheRequestRepeated)
{
    SalesforceBench bench;
    bench.fillSmall();
    bench.fake.addFault({.match = "FROM Contact", .expiresSession = true});
    const Mirror mirror = bench.pulled();
    EXPECT_EQ(mirror.contacts.size(), 3U);
    EXPECT_EQ(bench.access.renewals, 1);
}

TEST(SalesforceFaults, ARevokedSignInAsksForAPersonAndKeepsThePlace)
{
    SalesforceBench bench;
    bench.fillSmall();
    Mirror mirror = bench.pulled();
    bench.access.isRevoked = true;
    const auto failed = bench.pullInto(mirror);
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().code, base::ErrorCode::SignInNeeded);
    bench.access.isRevoked = false;
    EXPECT_TRUE(bench.pullInto(mirror).ok());
}

TEST(SalesforceFaults, TheDailyLimitHoldsEverythingUntilTheNextHour)
{
    SalesforceBench bench;
    bench.fillSmall();
    bench.fake.callsMax = 3; // half-way through the first pull
    Mirror mirror;
    const auto failed = bench.pullInto(mirror);
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().code, base::ErrorCode::LimitReached);
    const base::UtcMs until = failed.error().retryAtMs.value();
    EXPECT_EQ(until % base::hourMs, 0);
    EXPECT_EQ(bench.gate.state().heldUntilMs, until);
    EXPECT_EQ(bench.gate.state().remoteAllowed, 3);
    const std::size_t asked = bench.fake.log.size();
    EXPECT_EQ(bench.pullInto(mirror).error().code, base::ErrorCode::LimitReached);
    EXPECT_EQ(bench.fake.log.size(), asked); // nothing was even asked
    bench.fake.callsMax = 15'000;
    bench.pass(until - bench.clock.now() + 1);
    EXPECT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.contacts.size(), 3U);
}

TEST(SalesforceFaults, AHiddenFieldIsDriftAndItsValuesStayUntilItIsBack)
{
    SalesforceBench bench;
    bench.fillSmall();
    Mirror mirror = bench.pulled();
    const std::string deal = mirror.deals.begin()->first;
    const auto amount = mirror.deals.at(deal).amount;
    ASSERT_TRUE(amount.has_value());
    bench.fake.hide("Opportunity", "Amount");
    bench.pass(base::minuteMs);
    bench.fake.edit("Opportunity", deal.substr(3), {{word("NextStep"), word("New")}});
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.deals.at(deal).nextStep, "New");
    EXPECT_EQ(mirror.deals.at(deal).amount, amount);
    EXPECT_EQ(mirror.progress["deals"].state, domain::ObjectState::Drift);
    EXPECT_NE(mirror.progress["deals"].reason.find("Amount"), std::string::npos);
    bench.pass(base::minuteMs);
    bench.fake.edit("Opportunity", deal.substr(3), {{word("Amount"), 9'000}});
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.deals.at(deal).amount, amount); // changed there, but not shown to us
    bench.pass(3 * base::hourMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    bench.fake.show("Opportunity", "Amount");
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.deals.at(deal).amount->amountMinor, 900'000);
    EXPECT_EQ(mirror.progress["deals"].state, domain::ObjectState::Fresh);
}

TEST(SalesforceFaults, AFieldThatGoesWhileWeReadIsDescribedAgainOnce)
{
    SalesforceBench bench;
    bench.fillSmall();
    bool isHidden = false;
    bench.fake.onRequest = [&](const fakes::Request &request) {
        if (!isHidden && request.body.find("FROM%20Contact%20") != std::string::npos) {
            isHidden = true;
            bench.fake.hide("Contact", "Title");
        }
    };
    const Mirror mirror = bench.pulled();
    EXPECT_TRUE(isHidden);
    EXPECT_EQ(mirror.contacts.size(), 3U);
    EXPECT_EQ(mirror.progress.at("contacts").state, domain::ObjectState::Drift);
}

TEST(SalesforceFaults, APathThatIsRefusedInSpiteOfTheDescribeIsLeftOut)
{
    SalesforceBench bench;
    bench.fillSmall();
    bench.fake.refusedPath = "Parent.Name";
    Mirror mirror = bench.pulled();
    EXPECT_EQ(mirror.accounts.size(), 1U);
    EXPECT_EQ(mirror.contacts.size(), 3U);
    EXPECT_EQ(mirror.progress.at("accounts").state, domain::ObjectState::Fresh);
    bench.pass(base::hourMs);
    const std::size_t delivered = mirror.delivered;
    EXPECT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.delivered, delivered);
    EXPECT_EQ(mirror.progress.at("accounts").state, domain::ObjectState::Fresh);
}

TEST(SalesforceFaults, AnObjectThatMayNotBeReadKeepsNoOther)
{
    SalesforceBench bench;
    bench.fillSmall();
    bench.fake.hide("Lead", "");
    bench.fake.hide("EmailMessage", "");
    const Mirror mirror = bench.pulled();
    EXPECT_EQ(mirror.contacts.size(), 2U);
    EXPECT_EQ(mirror.deals.size(), 1U);
    EXPECT_EQ(mirror.progress.at("leads").state, domain::ObjectState::Denied);
    EXPECT_FALSE(mirror.progress.at("leads").reason.empty());
    EXPECT_EQ(mirror.events.size(), 7U);
}

TEST(SalesforceFaults, ARetiredVersionIsOnePlainMessageAndDeletesNothing)
{
    SalesforceBench bench;
    bench.fillSmall();
    Mirror mirror = bench.pulled();
    bench.fake.versions = {68, 69};
    for (int round = 0; round < 2; ++round) {
        const auto failed = bench.pullInto(mirror);
        ASSERT_FALSE(failed.ok());
        EXPECT_EQ(failed.error().code, base::ErrorCode::Refused);
        EXPECT_NE(failed.error().text().find("Update Topline"), std::string::npos);
    }
    EXPECT_EQ(mirror.contacts.size(), 3U);
    EXPECT_TRUE(mirror.gone.empty());
    bench.fake.versions = {58, 66};
    EXPECT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(bench.fake.log.back().path.substr(0, 20), "/services/data/v66.0");
}

TEST(SalesforceFaults, AWrongClockOfThisComputerLosesNothing)
{
    for (const base::DurationMs skew : {-3 * base::dayMs, 5 * base::hourMs}) {
        SalesforceBench bench;
        bench.fake.skewMs = skew;
        bench.fillSmall();
        Mirror mirror = bench.pulled();
        const std::string id = bench.addContact("New");
        bench.fake.remove("Contact", salesforceIdOf(mirror.contacts.begin()->first).value());
        ASSERT_TRUE(bench.pullInto(mirror).ok());
        EXPECT_TRUE(mirror.contacts.contains("sf:" + id));
        EXPECT_EQ(mirror.gone.size(), 1U);
        EXPECT_EQ(mirror.progress.at("deals").throughMs.value() / base::minuteMs,
                  (bench.clock.now() + skew) / base::minuteMs);
    }
}

TEST(SalesforceFaults, ADeadLocatorIsAskedForFromTheBeginning)
{
    SalesforceBench bench;
    bench.fillSmall();
    std::vector<std::string> deals;
    for (int i = 0; i < 180; ++i)
        deals.push_back(bench.addDeal("D" + std::to_string(i), 5));
    for (int round = 0; round < 12; ++round) {
        bench.pass(base::minuteMs);
        for (const std::string &deal : deals)
            bench.fake.edit("Opportunity", deal, {{word("Amount"), 10 + round}});
    }
    Mirror mirror = bench.pulled();
    const std::size_t known = mirror.amountChanges.size();
    bench.pass(base::hourMs);
    for (const std::string &deal : deals) // whose history is more than one answer holds
        bench.fake.edit("Opportunity", deal, {{word("Amount"), 99}});
    bench.fake.addFault(answered("/query/01g", 400, "INVALID_QUERY_LOCATOR"));
    pullPatiently(bench, mirror);
    EXPECT_EQ(mirror.amountChanges.size(), known + deals.size());
}

TEST(SalesforceFaults, NoAddressIsLongerThanServersTake)
{
    SalesforceBench bench;
    bench.fillSmall();
    Mirror mirror = bench.pulled();
    for (int i = 0; i < 190; ++i)
        bench.addDeal("D" + std::to_string(i), 5);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.deals.size(), 191U);
    for (const auto &request : bench.fake.log)
        EXPECT_LE(request.path.size() + request.query.size(), 2'100U);
}

TEST(SalesforceFaults, ARenamedStageIsTheSameStage)
{
    SalesforceBench bench;
    bench.fillSmall();
    Mirror mirror = bench.pulled();
    bench.fake.onRequest = nullptr;
    const auto before = mirror.stages.at("sf:stage:Proposal");
    bench.fake.renameStage("Proposal", "Offer", false);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.stages.at("sf:stage:Proposal").name, "Offer");
    EXPECT_EQ(mirror.stages.at("sf:stage:Proposal").order, before.order);
    EXPECT_EQ(mirror.stages.size(), 5U);
}

TEST(SalesforceFaults, RequestsAreWhatTheVendorPublishes)
{
    SalesforceBench bench;
    bench.fillSmall();
    Mirror mirror = bench.pulled();
    ASSERT_TRUE(bench.connector().inspect(bench.cancel).ok());
    ASSERT_TRUE(bench.connector().count(bench.cancel).ok());
    for (const auto &request : bench.fake.log) {
        EXPECT_EQ(request.header("Sforce-Call-Options"), "client=Topline");
        EXPECT_EQ(request.header("Accept"), "application/json");
        const bool isOpen = request.path == "/services/data";
        EXPECT_EQ(request.header("Authorization").empty(), isOpen) << request.path;
        EXPECT_EQ(request.header("Content-Type"), request.body.empty() ? "" : "application/json");
        EXPECT_EQ(request.path.find("token"), std::string::npos);
        EXPECT_EQ(request.query.find('+'),
                  std::string::npos); // a sign that servers read as a space
        const bool isKnown = isOpen || request.path == "/services/oauth2/userinfo" ||
                             request.path.rfind("/services/data/v67.0/", 0) == 0;
        EXPECT_TRUE(isKnown) << request.path;
    }
}

TEST(SalesforceFaults, ABusyServersTimeIsKeptBeforeAReadIsRepeated)
{
    for (const char *after : {"20", "Wed, 18 Nov 2026 11:07:00 GMT"}) {
        SalesforceBench bench;
        FakeFault busy = html(503);
        busy.match = "/composite";
        busy.answer.headers.push_back({"Retry-After", after});
        busy.answer.headers.push_back({"Date", "Wed, 18 Nov 2026 11:06:40 GMT"});
        bench.fake.addFault(busy);
        Mirror mirror;
        EXPECT_TRUE(bench.pullInto(mirror).ok());
        ASSERT_EQ(bench.pace.waitsMs().size(), 1U) << after;
        EXPECT_GE(bench.pace.waitsMs()[0], 20'000);
        EXPECT_LE(bench.pace.waitsMs()[0], 21'000);
    }
}

TEST(SalesforceFaults, AWaitOfAnHourIsTheCallers)
{
    SalesforceBench bench;
    FakeFault busy = html(503);
    busy.match = "/composite";
    busy.answer.headers.push_back({"Retry-After", "3600"});
    bench.fake.addFault(busy);
    Mirror mirror;
    const auto failed = bench.pullInto(mirror);
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().retryAtMs, bench.clock.now() + base::hourMs);
    EXPECT_TRUE(bench.pace.waitsMs().empty());
}

TEST(SalesforceFaults, WaitsGrowAndAreTheSameForTheSameClock)
{
    const auto waits = [] {
        SalesforceBench bench;
        bench.options.readTriesMax = 6;
        bench.restart();
        FakeFault busy = html(503);
        busy.match = "/composite";
        busy.times = 5;
        bench.fake.addFault(busy);
        Mirror mirror;
        EXPECT_TRUE(bench.pullInto(mirror).ok());
        return bench.pace.waitsMs();
    };
    const auto first = waits();
    EXPECT_EQ(first, waits());
    base::DurationMs bound = base::secondMs;
    for (const base::DurationMs wait : first) {
        EXPECT_LE(wait, bound);
        bound *= 2;
    }
    EXPECT_LE(first.size(), 5U); // a wait of nothing is none
    EXPECT_GE(first.size(), 3U);
}

} // namespace topline::crm
