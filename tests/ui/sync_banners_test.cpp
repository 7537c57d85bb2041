#include "tests/ui/sample_sync.h"
#include "ui/shell/sync_banners.h"
#include "ui/text/sync_text.h"

#include <gtest/gtest.h>

using namespace topline;
using shell::Banner;

namespace {

constexpr base::UtcMs noon = 1'763'467'200'000; // 18 Nov 2025, 12:00 UTC

ui::text::Format format()
{
    return {QLocale(QLocale::English, QLocale::UnitedStates), {}, noon};
}

domain::SyncView with(domain::ConnectionState state)
{
    domain::ConnectionView connection;
    connection.system = "hubspot";
    connection.title = "HubSpot";
    connection.state = state;
    connection.lastOkMs = noon - 3 * base::hourMs;
    domain::SyncView view;
    view.connections = {connection};
    return view;
}

} // namespace

TEST(SyncBanners, AConnectionThatIsWellSaysNothing)
{
    EXPECT_TRUE(shell::syncBanners(with(domain::ConnectionState::Connected), format()).empty());
}

TEST(SyncBanners, ABrokenOneNamesItselfAndItsAge)
{
    domain::SyncView view = with(domain::ConnectionState::Failing);
    view.connections[0].error = "No route to the host.";
    const auto banners = shell::syncBanners(view, format());
    ASSERT_EQ(banners.size(), 1U);
    EXPECT_EQ(banners[0].tone, Banner::Tone::Warning);
    EXPECT_EQ(
        banners[0].text,
        QStringLiteral("HubSpot does not answer, last synced 3\u00a0h ago: No route to the host."));
}

TEST(SyncBanners, ALimitSaysWhichAndUntilWhen)
{
    domain::SyncView view = with(domain::ConnectionState::Paused);
    view.connections[0].gate.heldBy = "daily";
    view.connections[0].gate.heldUntilMs = noon + 90 * base::minuteMs;
    const auto banners = shell::syncBanners(view, format());
    ASSERT_EQ(banners.size(), 1U);
    EXPECT_EQ(banners[0].text,
              QStringLiteral("HubSpot has reached a limit (daily); it goes on at 13:30."));
    // Tomorrow is said with its day.
    view.connections[0].gate.heldUntilMs = noon + 13 * base::hourMs;
    EXPECT_EQ(shell::syncBanners(view, format())[0].text,
              QStringLiteral("HubSpot has reached a limit (daily); it goes on at 19 Nov 01:00."));
}

TEST(SyncBanners, ASignInThatIsNeededIsAFaultAndNoKeychainIsToldOnce)
{
    domain::SyncView view = with(domain::ConnectionState::SignInNeeded);
    view.connections.push_back(with(domain::ConnectionState::Connected).connections[0]);
    for (domain::ConnectionView &connection : view.connections)
        connection.isSecretLasting = false;
    const auto banners = shell::syncBanners(view, format());
    ASSERT_EQ(banners.size(), 2U);
    EXPECT_EQ(banners[0].tone, Banner::Tone::Fault);
    EXPECT_EQ(banners[1].id, QStringLiteral("sync.keychain"));
}

TEST(SyncText, ValuesReadAsMoneyAndDates)
{
    EXPECT_EQ(ui::text::valueText("USD 48000.00", format()), QStringLiteral("$48,000"));
    EXPECT_EQ(ui::text::valueText("JPY 5000", format()), QStringLiteral("¥5,000"));
    EXPECT_EQ(ui::text::valueText("2025-12-12", format()), QStringLiteral("12/12/25"));
    EXPECT_EQ(ui::text::valueText("", format()), QStringLiteral("–"));
    EXPECT_EQ(ui::text::valueText("USD is the currency", format()),
              QStringLiteral("USD is the currency"));
}
