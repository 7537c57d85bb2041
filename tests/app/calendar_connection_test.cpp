// A calendar is connected by an address, a name and a password, and is the same after a restart.
#include "app/crm_makers.h"
#include "core/crm/memory_vault.h"
#include "tests/fakes/caldav_fake.h"
#include "tests/fakes/direct_http_client.h"
#include "tests/fakes/fake_pace.h"

#include <gtest/gtest.h>

namespace topline::app {
namespace {

// Shares one vault between runs of the program.
class VaultView final : public crm::SecretVault {
public:
    explicit VaultView(crm::SecretVault &vault)
        : m_vault(vault)
    {
    }

    bool isLasting() const override { return m_vault.isLasting(); }

    base::Result<std::optional<base::Secret>> read(const std::string &key) override
    {
        return m_vault.read(key);
    }

    base::Status write(const std::string &key, const base::Secret &secret) override
    {
        return m_vault.write(key, secret);
    }

    base::Status remove(const std::string &key) override { return m_vault.remove(key); }

private:
    crm::SecretVault &m_vault;
};

class CalendarConnection : public testing::Test {
protected:
    CalendarConnection() { restart(); }

    void restart()
    {
        source.reset();
        source = std::make_unique<CrmConnectionSource>(ConnectionSourceParts{
            .workspaceId = "w1",
            .openVault = [this] { return std::make_unique<VaultView>(vault); },
            .makeHttp =
                [this](const std::string &) {
                    return std::make_unique<fakes::DirectHttpClient>(
                        [this](const fakes::Request &request) { return server.handle(request); });
                },
            .pace = pace,
            .clock = clock,
            .makers = crmMakers()});
    }

    static domain::SignInRequest request(const std::string &address = "https://calendar.example/")
    {
        domain::SignInRequest out;
        out.system = "calendar";
        out.calendar.url = address;
        out.calendar.user = " rep ";
        out.token = base::Secret("secret");
        return out;
    }

    base::Result<domain::SourceProfile> signIn(const domain::SignInRequest &wanted)
    {
        return source->signIn(
            wanted, [](const std::string &) {}, cancel);
    }

    std::string field(const domain::SignInRequest &wanted)
    {
        const auto out = signIn(wanted);
        return out.ok() || !out.error().place ? "" : out.error().place->field;
    }

    fakes::CalDavFake server;
    crm::MemoryVault vault;
    base::FixedClock clock{1'795'420'800'000};
    fakes::FakePace pace{&clock};
    crm::CancelToken cancel;
    std::unique_ptr<CrmConnectionSource> source;
};

TEST_F(CalendarConnection, IsTheSameAfterARestart)
{
    const auto profile = signIn(request());
    ASSERT_TRUE(profile.ok()) << profile.error().text();
    EXPECT_EQ(profile->orgName, "Work & more");
    EXPECT_EQ(profile->webUrl, "https://calendar.example/cal/rep/work/");
    EXPECT_TRUE(profile->denied.empty());
    restart();
    const auto connector = source->open("calendar");
    ASSERT_TRUE(connector.ok()) << connector.error().text();
    EXPECT_EQ((*connector)->system(), "calendar");
    EXPECT_EQ((*connector)->inspect(cancel)->webUrl, profile->webUrl);
    EXPECT_TRUE((*connector)->pull("", cancel).ok());
    EXPECT_TRUE(source->forget("calendar", cancel).ok());
    EXPECT_FALSE(source->open("calendar").ok());
}

TEST_F(CalendarConnection, WhatIsWrongIsToldAtItsField)
{
    EXPECT_EQ(field(request("ftp://calendar.example/")), "url");
    EXPECT_EQ(field(request("")), "url");
    domain::SignInRequest wanted = request();
    wanted.calendar.user = " ";
    EXPECT_EQ(field(wanted), "user");
    wanted = request();
    wanted.token = base::Secret();
    EXPECT_EQ(field(wanted), "token");
    wanted = request();
    wanted.calendar.path = "work";
    EXPECT_EQ(field(wanted), "path");
    server.password = "changed";
    EXPECT_EQ(signIn(request()).error().code, base::ErrorCode::SignInNeeded);
    EXPECT_FALSE(source->open("calendar").ok());
}

} // namespace
} // namespace topline::app
