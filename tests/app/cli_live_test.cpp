// The built terminal program against whole CRMs behind real sockets, with a real keyring: signed
// in, synced, an edit and a conflict written back, disconnected. All secrets begin with "canary-"
// and are searched for in everything that can be seen from the outside, while each command runs.
#include "core/platform/system_clock.h"
#include "tests/app/watched_process.h"
#include "tests/fakes/http_server.h"
#include "tests/fakes/hubspot_fake.h"
#include "tests/fakes/salesforce_sign_in_page.h"
#include "tests/fakes/sample_company.h"
#include "tests/platform/keyring_session.h"
#include "tests/platform/loopback_client.h"

#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <iostream>
#include <mutex>

namespace topline::app {
namespace {

using fakes::Request;
using fakes::Response;

constexpr const char *word = "canary-";
constexpr const char *homeVariable = "TOPLINE_LIVE_TEST_HOME";
constexpr int accounts = 12;

std::string textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().toStdString();
}

int numberOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toInt(-1);
}

class CliLive : public testing::Test {
protected:
    void SetUp() override
    {
        const char *home = std::getenv(homeVariable);
        if (!home)
            GTEST_SKIP() << "gnome-keyring or dbus-daemon is not installed (./dev setup)";
        m_watch = {word, {home, m_terminal.folder()}};
        ASSERT_EQ(run({"new"}).status, 0);
    }

    void TearDown() override
    {
        if (HasFailure() || IsSkipped())
            return;
        EXPECT_EQ(m_found, std::set<std::string>());
        EXPECT_GT(m_looks, 5);
        seeThatLookingFinds();
    }

    // Each command is a process of its own, so that every one of them is also a restart.
    Ran run(std::vector<std::string> words, const std::string &input = {},
            const std::function<void(const std::string &)> &onErrors = {})
    {
        words.insert(words.begin(), {TOPLINE_CLI, "--json", "--workspace", m_terminal.workspace()});
        WatchedRun ran = runWatched(words, input, m_watch, onErrors);
        m_found.merge(ran.found);
        m_looks += ran.looks;
        return ran.ran;
    }

    QJsonObject connection()
    {
        const QJsonArray items = run({"connections"}).items();
        return items.isEmpty() ? QJsonObject() : items.first().toObject();
    }

    QJsonObject onlyConflict()
    {
        const QJsonArray items = run({"conflicts", "--open"}).items();
        EXPECT_EQ(items.size(), 1);
        return items.isEmpty() ? QJsonObject() : items.first().toObject();
    }

    // An edit that is only ours is written, one that was also made there becomes a conflict, which
    // is decided for ours and written, too.
    void editBothSides(const std::string &plain, const std::string &contested,
                       const std::function<void()> &editThere)
    {
        ASSERT_EQ(run({"edit", "deal", plain, "nextStep=Ours alone"}).status, 0);
        ASSERT_EQ(run({"edit", "deal", contested, "nextStep=Ours"}).status, 0);
        editThere();
        const Ran first = run({"run"});
        EXPECT_EQ(numberOf(first.document(), "sent"), 1) << first.out << first.err;
        EXPECT_EQ(numberOf(first.document(), "conflicts"), 1) << first.out;
        const QJsonObject conflict = onlyConflict();
        EXPECT_EQ(textOf(conflict, "ours"), "Ours");
        EXPECT_EQ(textOf(conflict, "theirs"), "Theirs");
        ASSERT_EQ(run({"resolve", textOf(conflict, "id"), "ours"}).status, 0);
        const Ran second = run({"run"});
        EXPECT_EQ(numberOf(second.document(), "sent"), 1) << second.out << second.err;
        EXPECT_EQ(run({"conflicts", "--open"}).items().size(), 0);
    }

    void seeRequests()
    {
        const QJsonArray rows = run({"requests", "--limit", "500"}).items();
        EXPECT_GT(rows.size(), 10);
        for (const auto &each : rows) {
            EXPECT_EQ(textOf(each.toObject(), "host").rfind("127.0.0.1:", 0), 0U);
            EXPECT_FALSE(textOf(each.toObject(), "outcome").empty());
        }
    }

    Terminal m_terminal;
    platform::SystemClock m_clock;
    std::mutex m_mutex; // the servers answer on threads of their own

private:
    // One plant in each place that was searched.
    void seeThatLookingFinds()
    {
        m_found.clear();
        m_watch.extraEnvironment = {"PLANTED=canary-environment"};
        m_terminal.write("planted", "canary-file");
        (void)run({"edit", "deal", "canary-argument", "nextStep=x"});
        EXPECT_EQ(m_found, (std::set<std::string>{"arguments", "environment", "output", "errors",
                                                  m_terminal.path("planted")}));
    }

    Watch m_watch;
    std::set<std::string> m_found;
    int m_looks = 0;
};

std::uint16_t portOf(const std::string &url)
{
    return static_cast<std::uint16_t>(std::stoi(url.substr(url.find(':', 7) + 1)));
}

std::string fetched(const std::string &url)
{
    const std::size_t path = url.find('/', 7);
    return platform::LoopbackClient(portOf(url))
        .ask("GET " + url.substr(path) + " HTTP/1.1\r\nHost: localhost:" +
             std::to_string(portOf(url)) + "\r\nConnection: close\r\n\r\n");
}

// What a person does with the printed address: opens it, and is sent back to the program.
class Browser {
public:
    void operator()(const std::string &errors)
    {
        const std::size_t from = errors.find("http://127.0.0.1:");
        const std::size_t end = errors.find('\n', from == std::string::npos ? 0 : from);
        if (m_isDone || from == std::string::npos || end == std::string::npos)
            return;
        m_isDone = true;
        const std::string page = fetched(errors.substr(from, end - from));
        const std::string name = "Location: ";
        const std::size_t location = page.find(name);
        ASSERT_NE(location, std::string::npos) << page;
        const std::size_t start = location + name.size();
        (void)fetched(page.substr(start, page.find('\r', start) - start));
    }

private:
    bool m_isDone = false;
};

} // namespace

TEST_F(CliLive, HubSpotFromTheKeyToTheEnd)
{
    fakes::HubSpotFake crm(m_clock);
    crm.settings.tokens = {"canary-pat-1"};
    fakes::fill(crm, accounts, m_clock.now());
    const fakes::HttpServer server([&](const Request &request) -> Response {
        const std::scoped_lock lock(m_mutex);
        return crm.handle(request);
    });
    const std::vector<std::string> connect{"connect",    "hubspot",        "--token-stdin",
                                           "--api-base", server.baseUrl(), "--yes"};
    EXPECT_EQ(run(connect, "canary-pat-wrong\n").status, 1);
    EXPECT_EQ(run({"sync"}).status, 1);
    const Ran in = run(connect, "canary-pat-1\n");
    ASSERT_EQ(in.status, 0) << in.out << in.err;
    EXPECT_EQ(textOf(in.document(), "orgId"), "1234567");
    EXPECT_TRUE(in.document().value(QLatin1String("secretLasting")).toBool());
    EXPECT_EQ(numberOf(in.document().value(QLatin1String("counts")).toObject(), "deals"),
              2 * accounts);
    EXPECT_EQ(run({"deals", "--limit", "500"}).items().size(), 2 * accounts);
    EXPECT_EQ(textOf(connection(), "state"), "connected");
    const std::string plain = crm.firstWith("deals", "dealname", "Alder Freight rollout");
    const std::string contested = crm.firstWith("deals", "dealname", "Birch Optics rollout");
    editBothSides(plain, contested, [&] {
        const std::scoped_lock lock(m_mutex);
        crm.edit("deals", contested, {{"hs_next_step", "Theirs"}});
    });
    {
        const std::scoped_lock lock(m_mutex);
        EXPECT_EQ(crm.value("deals", plain, "hs_next_step"), "Ours alone");
        EXPECT_EQ(crm.value("deals", contested, "hs_next_step"), "Ours");
        crm.edit("deals", crm.firstWith("deals", "dealname", "Cedar Foods rollout"),
                 {{"hs_next_step", "Changed there"}});
        // Long enough ago for HubSpot's index, which is not asked about the last minute.
        crm.stampAll("deals", m_clock.now() - 2 * base::minuteMs);
    }
    ASSERT_EQ(run({"sync", "hubspot"}).status, 0);
    EXPECT_NE(run({"deals", "--limit", "500"}).out.find("Changed there"), std::string::npos);
    seeRequests();
    ASSERT_EQ(run({"disconnect", "hubspot"}).status, 0);
    EXPECT_EQ(run({"connections"}).items().size(), 0);
    EXPECT_EQ(run({"sync", "hubspot"}).status, 1);
    EXPECT_EQ(run({"deals", "--limit", "500"}).items().size(), 2 * accounts);
}

TEST_F(CliLive, SalesforceThroughThePrintedAddressToTheEnd)
{
    fakes::SalesforceFake crm(m_clock);
    fakes::SalesforceSignInPage page(crm);
    page.secretStart = word;
    fakes::fill(crm, accounts, m_clock.now());
    const fakes::HttpServer server([&](const Request &request) -> Response {
        const std::scoped_lock lock(m_mutex);
        return page.handle(request);
    });
    const auto connect = [&](const std::string &clientId) {
        return run({"connect", "salesforce", "--client-id", clientId, "--api-base",
                    server.baseUrl(), "--yes"},
                   {}, Browser());
    };
    page.refusalWord = "access_denied";
    EXPECT_EQ(connect(page.clientId).status, 1);
    page.refusalWord.clear();
    const Ran in = connect(page.clientId);
    ASSERT_EQ(in.status, 0) << in.out << in.err;
    EXPECT_EQ(textOf(in.document(), "orgId"), crm.orgId);
    EXPECT_EQ(run({"deals", "--limit", "500"}).items().size(), 2 * accounts);
    EXPECT_EQ(textOf(connection(), "state"), "connected");
    {
        const std::scoped_lock lock(m_mutex);
        crm.token = "canary-nobody"; // the access token has run out
    }
    const std::string plain = crm.firstWith("Opportunity", "Name", "Alder Freight rollout");
    const std::string contested = crm.firstWith("Opportunity", "Name", "Birch Optics rollout");
    editBothSides(plain, contested, [&] {
        const std::scoped_lock lock(m_mutex);
        crm.edit("Opportunity", contested, {{QLatin1String("NextStep"), QLatin1String("Theirs")}});
    });
    {
        const std::scoped_lock lock(m_mutex);
        EXPECT_EQ(crm.cell("Opportunity", plain, "NextStep").toStdString(), "Ours alone");
        EXPECT_EQ(crm.cell("Opportunity", contested, "NextStep").toStdString(), "Ours");
        crm.edit("Opportunity", plain,
                 {{QLatin1String("NextStep"), QLatin1String("Changed there")}});
    }
    ASSERT_EQ(run({"sync", "salesforce"}).status, 0);
    EXPECT_NE(run({"deals", "--limit", "500"}).out.find("Changed there"), std::string::npos);
    seeRequests();
    EXPECT_EQ(page.refreshTokens.size(), 1U); // each renewal replaced the one before
    ASSERT_EQ(run({"disconnect", "salesforce"}).status, 0);
    EXPECT_EQ(page.refreshTokens.size(), 0U); // revoked there
    EXPECT_EQ(run({"sync", "salesforce"}).status, 1);
}

TEST_F(CliLive, ARevocationThatFailsIsTold)
{
    fakes::SalesforceFake crm(m_clock);
    fakes::SalesforceSignInPage page(crm);
    page.secretStart = word;
    page.revokeStatus = 500;
    const fakes::HttpServer server([&](const Request &request) -> Response {
        const std::scoped_lock lock(m_mutex);
        return page.handle(request);
    });
    ASSERT_EQ(
        run({"connect", "salesforce", "--client-id", page.clientId, "--api-base", server.baseUrl()},
            {}, Browser())
            .status,
        0);
    const Ran out = run({"disconnect", "salesforce"});
    EXPECT_EQ(out.status, 1);
    EXPECT_NE(out.err.find("did not confirm"), std::string::npos) << out.err;
    EXPECT_EQ(run({"connections"}).items().size(), 0);
}

} // namespace topline::app

// Runs itself once more in a home and on a desktop of its own.
int main(int argc, char **argv)
{
    using topline::platform::KeyringSession;
    const bool isInside = std::getenv(topline::app::homeVariable) != nullptr;
    testing::InitGoogleTest(&argc, argv);
    if (isInside || testing::GTEST_FLAG(list_tests) || !KeyringSession::isInstalled())
        return RUN_ALL_TESTS();
    const QTemporaryDir home;
    const std::string folder = home.path().toStdString();
    QStringList words{QStringLiteral(TOPLINE_SOURCE_DIR "/tests/platform/with_keyring.sh"),
                      home.path(), QStringLiteral("open"),
                      QString::fromStdString(std::filesystem::read_symlink("/proc/self/exe"))};
    words << QStringLiteral("--gtest_filter=") +
                 QString::fromStdString(testing::GTEST_FLAG(filter));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(topline::app::homeVariable), home.path());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QStringLiteral("/bin/sh"), words);
    process.waitForFinished(-1);
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 1;
}
