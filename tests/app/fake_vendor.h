// A CRM that only knows sign-ins, for tests of app/connection_source: token endpoints of both
// vendors with rotating refresh tokens, an address that tells who a token is for, a browser that
// follows the redirect, and a connector that asks who it is. All secrets that it gives begin with
// "canary". The handler may run on any one thread at a time.
#pragma once

#include "app/connection_source.h"
#include "core/crm/url_text.h"
#include "tests/fakes/http_message.h"
#include "tests/platform/loopback_client.h"

#include <list>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace topline::app {

struct FakeVendor {
    std::string orgId = "4711";
    std::string pastedToken = "canary-pat";
    std::string clientSecret = "canary-client-secret";
    std::string challenge; // of the last authorise address
    bool rotates = true;
    std::optional<fakes::Response> instead;  // of the token endpoint
    std::optional<fakes::Response> onRevoke; // in place of 200
    std::set<std::string> refreshTokens;
    std::set<std::string> accessTokens;
    std::vector<std::string> revoked;
    int count = 0;

    fakes::Response answer(const fakes::Request &request);

private:
    fakes::Response token(const fakes::Request &form);
};

// What a person does in the browser: agrees, or not.
class FakeBrowser {
public:
    explicit FakeBrowser(FakeVendor &vendor)
        : m_vendor(vendor)
    {
    }

    std::string error;  // sent back in place of a code
    std::string issuer; // sent back where not empty
    std::string url;    // the last that was opened

    crm::OpenBrowser opener()
    {
        return [this](const std::string &opened) { open(opened); };
    }

private:
    void open(const std::string &opened);

    FakeVendor &m_vendor;
    std::list<platform::LoopbackClient> m_pages; // wait for their answers
};

// Asks /whoami as real ones ask their APIs: one renewal, one repetition.
class FakeConnector final : public crm::Connector {
public:
    FakeConnector(std::string system, ConnectorParts parts)
        : m_system(std::move(system))
        , m_parts(parts)
    {
    }

    std::string system() const override { return m_system; }

    std::string title() const override { return m_system; }

    base::Result<domain::SourceProfile> inspect(const crm::CancelToken &cancel) override;

    base::Result<std::map<std::string, std::int64_t>> count(const crm::CancelToken &) override
    {
        return std::map<std::string, std::int64_t>{};
    }

    base::Result<crm::Page> pull(const std::string &, const crm::CancelToken &) override
    {
        return crm::Page{};
    }

    crm::PushAnswer push(const domain::Effect &, const crm::CancelToken &) override
    {
        crm::PushAnswer answer;
        answer.state = crm::PushState::NotSent;
        return answer;
    }

    crm::PushAnswer lookUp(const domain::Effect &, const crm::CancelToken &) override { return {}; }

private:
    std::string m_system;
    ConnectorParts m_parts;
};

std::map<std::string, ConnectorMaker> fakeMakers();

} // namespace topline::app
