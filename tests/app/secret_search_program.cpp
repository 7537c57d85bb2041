// Signs in, renews, fails and forgets with secrets that begin with "canary", then looks for them:
// secret_search_program WORKSPACE_FOLDER, with HOME set to a folder of its own. Prints what a
// person or a log could be shown, and a line "found: PATH" for each file that holds a canary; at
// the end it writes one down and looks again, so that the looking itself is seen to work.
#include "app/crm_connections.h"
#include "core/platform/private_memory.h"
#include "core/platform/system_clock.h"
#include "tests/app/fake_vendor.h"
#include "tests/fakes/http_server.h"

#include <QCoreApplication>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <mutex>
#include <sstream>

namespace topline::app {
namespace {

std::string contentOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

void look(const std::string &stage, const std::string &folder)
{
    std::cout << "look " << stage << std::endl;
    std::vector<std::filesystem::path> paths = {"/proc/self/cmdline", "/proc/self/environ"};
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            paths.push_back(entry.path());
    }
    for (const auto &path : paths) {
        if (contentOf(path).find("canary-") != std::string::npos)
            std::cout << "found: " << path.string() << std::endl;
    }
}

class Scenario {
public:
    Scenario(std::string home, std::string folder)
        : m_home(std::move(home))
        , m_folder(std::move(folder))
        , m_server([this](const fakes::Request &request) {
            const std::scoped_lock lock(m_mutex);
            return m_vendor.answer(request);
        })
        , m_connections("w1", m_clock, fakeMakers(), {0})
    {
    }

    void run()
    {
        std::cout << (source().isSecretLasting() ? "lasting" : "memory") << std::endl;
        connect(domain::SignInWay::Token, "hubspot");
        look("pasted", m_home);
        connect(domain::SignInWay::Browser, "hubspot");
        connect(domain::SignInWay::Browser, "salesforce");
        look("signed in", m_home);
        for (const std::string system : {"hubspot", "salesforce"})
            renew(system);
        look("renewed", m_home);
        fail();
        look("failed", m_home);
        for (const std::string system : {"hubspot", "salesforce"})
            say("forget", source().forget(system, m_cancel));
        look("forgotten", m_home);
        for (const domain::RequestRow &row : source().takeRequests())
            keep(row.system + ' ' + row.method + ' ' + row.host + ' ' + row.path + ' ' +
                 std::to_string(row.status) + ' ' + row.outcome + ' ' + row.reference);
        look("logged", m_home);
        std::ofstream(m_folder + "/control") << "canary-written";
        look("control", m_home);
    }

private:
    crm::ConnectionSource &source() { return m_connections.source(); }

    // Shown, and written into the workspace's folder as a log would be.
    void keep(const std::string &line)
    {
        std::cout << line << std::endl;
        std::ofstream(m_folder + "/log", std::ios::app) << line << '\n';
    }

    template <typename T> void say(const std::string &what, const base::Result<T> &result)
    {
        keep(what + (result ? ": ok" : ": " + result.error().text()));
    }

    domain::SignInRequest request(domain::SignInWay way, const std::string &system) const
    {
        domain::SignInRequest out;
        out.system = system;
        out.way = way;
        out.apiBase = m_server.baseUrl();
        out.token = base::Secret("canary-pat");
        out.clientId = "app-1";
        if (system == "hubspot")
            out.clientSecret = base::Secret("canary-client-secret");
        return out;
    }

    void connect(domain::SignInWay way, const std::string &system)
    {
        say("sign in " + system,
            source().signIn(request(way, system), m_browser.opener(), m_cancel));
    }

    // The vendor lets no old token in any more.
    void renew(const std::string &system)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_vendor.accessTokens.clear();
        }
        const auto connector = source().open(system);
        if (connector)
            say("renew " + system, (*connector)->inspect(m_cancel));
        else
            say("open " + system, connector);
    }

    void fail()
    {
        domain::SignInRequest wrong = request(domain::SignInWay::Token, "hubspot");
        wrong.token = base::Secret("canary-wrong");
        say("wrong key", source().signIn(wrong, m_browser.opener(), m_cancel));
        wrong.token = base::Secret("canary-in two words");
        say("no key", source().signIn(wrong, m_browser.opener(), m_cancel));
        domain::SignInRequest app = request(domain::SignInWay::Browser, "hubspot");
        app.clientSecret = base::Secret("canary-wrong-secret");
        say("wrong secret", source().signIn(app, m_browser.opener(), m_cancel));
        m_browser.error = "canary-error x";
        say("refused", source().signIn(app, m_browser.opener(), m_cancel));
        m_browser.error.clear();
        app.apiBase = "http://127.0.0.1:1";
        say("nobody there", source().signIn(app, m_browser.opener(), m_cancel));
        {
            const std::scoped_lock lock(m_mutex);
            m_vendor.refreshTokens.clear();
        }
        renew("hubspot");
        renew("salesforce");
    }

    std::string m_home;
    std::string m_folder;
    std::mutex m_mutex; // the server answers on threads of its own
    FakeVendor m_vendor;
    FakeBrowser m_browser{m_vendor};
    platform::SystemClock m_clock;
    crm::CancelToken m_cancel;
    fakes::HttpServer m_server;
    CrmConnections m_connections;
};

} // namespace
} // namespace topline::app

int main(int argc, char **argv)
{
    topline::platform::keepMemoryOutOfCoreFiles();
    const QCoreApplication application(argc, argv);
    const char *home = std::getenv("HOME");
    if (argc != 2 || !home)
        return 2;
    std::filesystem::create_directories(argv[1]);
    topline::app::Scenario(home, argv[1]).run();
    return 0;
}
