// A fake CRM on a port, for a person who wants to try connecting, syncing and conflicts by hand:
// fake_crm_server hubspot|salesforce [--port N] [--accounts N] [--delay MS]. Prints what to enter
// in Topline, then takes lines on standard input (see "help") and acts like another user of the
// CRM. Ends with its input or with "quit". README.md says how to try it.
#include "core/platform/system_clock.h"
#include "tests/fakes/http_server.h"
#include "tests/fakes/hubspot_fake.h"
#include "tests/fakes/salesforce_fake.h"
#include "tests/fakes/salesforce_sign_in_page.h"
#include "tests/fakes/sample_company.h"

#include <charconv>
#include <chrono>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <sstream>
#include <string>

namespace topline::fakes {

namespace {

constexpr const char *pastedKey = "pat-fake-1";
constexpr const char *usage = "usage: fake_crm_server hubspot|salesforce [--port N] "
                              "[--accounts N] [--delay MS]\n";
constexpr const char *help = "edit TYPE ID FIELD=VALUE  change a record as another user would\n"
                             "find TYPE FIELD=VALUE     ids of the records that have it\n"
                             "down, up                  answer everything with 503, and no more\n"
                             "lock                      let no sign-in in any more\n"
                             "revoke STATUS             how revocations are answered\n"
                             "quit\n";

struct Options {
    bool isHubSpot = true;
    int port = 0;
    int accounts = 40;
    int delayMs = 0;
};

class Desk {
public:
    explicit Desk(const Options &options)
        : m_options(options)
        , m_hubSpot(m_clock)
        , m_salesforce(m_clock)
        , m_page(m_salesforce)
        , m_server([this](const Request &request) { return handle(request); }, options.port)
    {
        const std::scoped_lock lock(m_mutex);
        m_hubSpot.settings.tokens = {pastedKey};
        if (m_options.isHubSpot)
            fill(m_hubSpot, m_options.accounts, m_clock.now());
        else
            fill(m_salesforce, m_options.accounts, m_clock.now());
    }

    void greet() const
    {
        std::cout << "address: " << m_server.baseUrl() << '\n'
                  << (m_options.isHubSpot ? "key: " + std::string(pastedKey)
                                          : "client id: " + m_page.clientId)
                  << std::endl;
    }

    // False: to end.
    bool obey(const std::string &line)
    {
        std::istringstream words(line);
        std::string verb;
        words >> verb;
        const std::scoped_lock lock(m_mutex);
        if (verb == "quit")
            return false;
        if (verb == "edit" || verb == "find")
            work(verb, words);
        else if (verb == "down" || verb == "up")
            m_isDown = verb == "down";
        else if (verb == "lock")
            lockOut();
        else if (verb == "revoke")
            words >> m_page.revokeStatus;
        else if (!verb.empty())
            std::cout << help << std::flush;
        return true;
    }

    void stop()
    {
        const std::scoped_lock lock(m_mutex);
        m_isEnding = true;
        m_ending.notify_all();
    }

private:
    Response handle(const Request &request)
    {
        std::unique_lock lock(m_mutex);
        m_ending.wait_for(lock, std::chrono::milliseconds(m_options.delayMs),
                          [this] { return m_isEnding; });
        if (m_isDown)
            return {503, {{"Content-Type", "text/html"}}, "<html>down</html>"};
        return m_options.isHubSpot ? m_hubSpot.handle(request) : m_page.handle(request);
    }

    void lockOut()
    {
        m_hubSpot.settings.tokens.clear();
        m_page.refreshTokens.clear();
        m_salesforce.token = "nobody's";
    }

    void work(const std::string &verb, std::istringstream &words)
    {
        std::string type;
        std::string id;
        std::string rest;
        words >> type;
        if (verb == "edit")
            words >> id;
        std::getline(words >> std::ws, rest);
        const std::size_t equals = rest.find('=');
        if (equals == std::string::npos) {
            std::cout << help << std::flush;
            return;
        }
        const std::string field = rest.substr(0, equals);
        const std::string value = rest.substr(equals + 1);
        if (verb == "find")
            std::cout << found(type, field, value) << std::endl;
        else
            std::cout << (change(type, id, field, value) ? "changed" : "no such record")
                      << std::endl;
    }

    std::string found(const std::string &type, const std::string &field,
                      const std::string &value) const
    {
        if (m_options.isHubSpot)
            return m_hubSpot.firstWith(type, field, value);
        return m_salesforce.firstWith(type, field, value);
    }

    bool change(const std::string &type, const std::string &id, const std::string &field,
                const std::string &value)
    {
        if (m_options.isHubSpot) {
            if (m_hubSpot.firstWith(type, "hs_object_id", id).empty())
                return false;
            m_hubSpot.edit(type, id, {{field, value}});
            return true;
        }
        if (!m_salesforce.row(type, id))
            return false;
        m_salesforce.edit(type, id,
                          {{QString::fromStdString(field), QString::fromStdString(value)}});
        return true;
    }

    Options m_options;
    platform::SystemClock m_clock;
    std::mutex m_mutex; // guards what follows; the server answers on threads of its own
    std::condition_variable m_ending;
    bool m_isEnding = false;
    bool m_isDown = false;
    HubSpotFake m_hubSpot;
    SalesforceFake m_salesforce;
    SalesforceSignInPage m_page;
    HttpServer m_server; // last: its threads use the rest
};

bool readNumber(const std::string &text, int &number)
{
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc() && end == text.data() + text.size() && number >= 0;
}

bool readOptions(int argc, char **argv, Options &options)
{
    if (argc < 2 || argc % 2 != 0)
        return false;
    const std::string system = argv[1];
    options.isHubSpot = system == "hubspot";
    if (!options.isHubSpot && system != "salesforce")
        return false;
    for (int i = 2; i < argc; i += 2) {
        const std::string name = argv[i];
        int *target = name == "--port"       ? &options.port
                      : name == "--accounts" ? &options.accounts
                      : name == "--delay"    ? &options.delayMs
                                             : nullptr;
        if (!target || !readNumber(argv[i + 1], *target))
            return false;
    }
    return true;
}

} // namespace

} // namespace topline::fakes

int main(int argc, char **argv)
{
    topline::fakes::Options options;
    if (!topline::fakes::readOptions(argc, argv, options)) {
        std::cerr << topline::fakes::usage;
        return 2;
    }
    topline::fakes::Desk desk(options);
    desk.greet();
    for (std::string line; std::getline(std::cin, line);) {
        if (!desk.obey(line))
            break;
    }
    desk.stop();
    return 0;
}
