#include "core/store/settings_store.h"
#include "tests/store/direct_sql.h"
#include "tests/store/test_workspace.h"

namespace topline::store {
namespace {

class SettingsStoreTest : public StoreTest {};

TEST_F(SettingsStoreTest, AFreshWorkspaceHasTheDefaultPolicy)
{
    EXPECT_EQ(need(tables().settings.policy()), domain::Policy());
    EXPECT_FALSE(need(tables().settings.demo()).has_value());
    EXPECT_FALSE(need(tables().settings.frozen()));
    EXPECT_EQ(need(tables().settings.syncState("demo")).cursor, "");
}

TEST_F(SettingsStoreTest, APolicyComesBackWithEveryThreshold)
{
    // Every number different from its default and from the others.
    domain::Policy policy;
    policy.signals.disabled = {"reply", "a:b", ""};
    policy.scores.icp.profiles = {
        {"Größe", {{domain::IcpField::Employees, 100, {"a\"b", ""}, 5, std::nullopt}}}};
    policy.scores.icp.personas = {{"Einkauf", {domain::Seniority::Manager, {}}}};
    policy.holdout = {"holdout:öffentlich", 333};
    policy.zone = "Asia/Tokyo";
    policy.automationStopped = true;
    std::int64_t next = 1;
    for (auto *field : {&policy.signals.lookBackMs,
                        &policy.signals.pricingWindowMs,
                        &policy.signals.pricingVisitsMin,
                        &policy.signals.visitGapMs,
                        &policy.signals.proposalViewsMin,
                        &policy.signals.proposalWindowMs,
                        &policy.signals.surgeWindowMs,
                        &policy.signals.surgeEventsMin,
                        &policy.signals.surgeCooldownMs,
                        &policy.signals.stallMs,
                        &policy.signals.silenceMs,
                        &policy.scores.clickHalfLifeMs,
                        &policy.scores.pageHalfLifeMs,
                        &policy.scores.meetingHalfLifeMs,
                        &policy.scores.webCapPoints,
                        &policy.scores.emailCapPoints,
                        &policy.scores.meetingCapPoints,
                        &policy.scores.hotPoints,
                        &policy.scores.warmPoints,
                        &policy.scores.hysteresisPoints,
                        &policy.scores.acceptMs,
                        &policy.scores.meddicFromMajor,
                        &policy.suppression.channelCooldownMs,
                        &policy.suppression.touchWindowMs,
                        &policy.suppression.personTouchesMax,
                        &policy.suppression.accountTouchesMax,
                        &policy.suppression.replyQuietMs,
                        &policy.suppression.playCooldownMs,
                        &policy.feed.freshnessHalfLifeMs,
                        &policy.feed.holdMs,
                        &policy.feed.expireMs,
                        &policy.feed.dailyCapacity})
        *field = 1'000'003 * next++;
    inTransaction([&] {
        EXPECT_TRUE(need(tables().settings.setPolicy(policy)));
        EXPECT_FALSE(need(tables().settings.setPolicy(policy)));
    });
    reopen();
    EXPECT_EQ(need(tables().settings.policy()), policy);
}

TEST_F(SettingsStoreTest, ASettingThatCannotBeReadIsNamed)
{
    inTransaction([&] { need(tables().settings.setValue("policy.feed.hold_ms", "soon")); });
    const auto policy = tables().settings.policy();
    ASSERT_FALSE(policy.ok());
    EXPECT_NE(policy.error().message.find("policy.feed.hold_ms"), std::string::npos);
    EXPECT_NE(policy.error().message.find("soon"), std::string::npos);
}

TEST_F(SettingsStoreTest, SwitchesAndCursorsComeBack)
{
    auto &settings = tables().settings;
    const DemoInfo demo{42, testNowMs};
    SyncState state{"demo", "page 7", 5, 6, ""};
    inTransaction([&] {
        need(settings.setDemo(demo));
        need(settings.setFrozen(true));
        need(settings.setSyncState(state));
        state.error = "no answer";
        need(settings.setSyncState(state));
        need(settings.setValue("ui.page", "feed"));
        need(settings.setValue("gone", "x"));
        need(settings.removeValue("gone"));
    });
    EXPECT_EQ(need(settings.demo()), demo);
    EXPECT_TRUE(need(settings.frozen()));
    EXPECT_EQ(need(settings.syncState("demo")), state);
    EXPECT_EQ(need(settings.syncStates()), std::vector{state});
    EXPECT_EQ(need(settings.value("ui.page")), "feed");
    EXPECT_FALSE(need(settings.value("gone")).has_value());
}

TEST_F(SettingsStoreTest, ImportsComeBackWithCountsAndRejects)
{
    auto &imports = tables().imports;
    domain::RejectedRow row{{"deals.csv", 17, 3, "amount"}, "Not a number.", "a;b;\"c\"\n"};
    domain::ImportReport report;
    report.byKind["deals"] = {10, 5, 3, 1, 1};
    report.cancelled = true;
    const auto run = inTransaction([&] {
        const auto id = need(imports.start("data", "maven", testNowMs));
        need(imports.addReject(id, row));
        return id;
    });
    EXPECT_FALSE(need(imports.runs()).front().finished);
    inTransaction([&] { need(imports.finish(run, report)); });
    const auto runs = need(imports.runs());
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0].byKind, report.byKind);
    EXPECT_TRUE(runs[0].finished);
    EXPECT_TRUE(runs[0].cancelled);
    EXPECT_EQ(runs[0].mapping, "maven");
    EXPECT_EQ(need(imports.rejects(run, 10)), std::vector{row});
    EXPECT_EQ(need(imports.rejectCount()), 1);
}

TEST_F(SettingsStoreTest, SourceCellsComeBackByteForByteAndInOrder)
{
    auto &fields = tables().sourceFields;
    domain::SourceFields second{domain::RecordKind::Deal,
                                "2",
                                "maven",
                                "deals.csv",
                                {{"id", "2"}, {"name", "a:b\n\"c\""}, {"", std::string("\0x", 2)}}};
    auto first = second;
    first.remoteId = "1";
    inTransaction([&] {
        EXPECT_EQ(need(fields.put(second)), Change::Added);
        EXPECT_EQ(need(fields.put(first)), Change::Added);
        EXPECT_EQ(need(fields.put(second)), Change::Unchanged);
        first.cells[1].second = "changed";
        EXPECT_EQ(need(fields.put(first)), Change::Changed);
    });
    std::vector<domain::SourceFields> seen;
    const auto collect = [&](const domain::SourceFields &each) -> base::Status {
        seen.push_back(each);
        return {};
    };
    need(fields.forEach(domain::RecordKind::Deal, "maven", collect));
    EXPECT_EQ(seen, (std::vector{second, first}));
    need(fields.forEach(domain::RecordKind::Deal, "other", collect));
    need(fields.forEach(domain::RecordKind::Account, "", collect));
    EXPECT_EQ(seen.size(), 2U);
    EXPECT_EQ(need(fields.of(domain::RecordKind::Deal, "1")), std::vector{first});
    EXPECT_EQ(need(fields.layouts()), std::vector<std::string>{"maven"});
    EXPECT_EQ(askDirectly(database(), "SELECT count(*) FROM source_layout"), "1");
}

} // namespace
} // namespace topline::store
