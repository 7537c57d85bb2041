// A HubSpot connector with everything that it stands on: the fake, a client without a socket, a
// clock that waiting moves forward. For tests of one thread; the asserts are the tests' own.
#pragma once

#include "core/crm/hubspot_connector.h"
#include "tests/fakes/direct_http_client.h"
#include "tests/fakes/fake_pace.h"
#include "tests/fakes/hubspot_fake.h"

#include <memory>
#include <string>
#include <vector>

namespace topline::crm {

inline constexpr base::UtcMs hubspotNow = 1'790'000'000'000; // 2026-09-21

class FakeAccess final : public AccessSource {
public:
    base::Result<Access> access(const CancelToken &) override
    {
        return Access{base::Secret(token), "http://hubspot.test"};
    }

    base::Result<Access> renew(const Access &, const CancelToken &) override
    {
        ++renewals;
        if (nextToken.empty())
            return base::Error{base::ErrorCode::SignInNeeded, "Sign in again."};
        token = nextToken;
        return Access{base::Secret(token), "http://hubspot.test"};
    }

    std::string token = "pat-good";
    std::string nextToken;
    int renewals = 0;
};

struct HubSpotBench {
    HubSpotBench() { options.deepEveryMs = 10'000 * base::dayMs; }

    base::FixedClock clock{hubspotNow};
    fakes::FakePace pace{&clock};
    fakes::HubSpotFake fake{clock};
    fakes::DirectHttpClient http{fake.handler()};
    FakeAccess access;
    GateOptions gateOptions = {};
    RateGate gate{gateOptions, clock, pace};
    HubSpotOptions options;
    CancelToken cancel;
    std::unique_ptr<HubSpotConnector> made;

    HubSpotConnector &connector()
    {
        if (!made)
            restart();
        return *made;
    }

    // As after the program's end: nothing is remembered but what was stored.
    void restart()
    {
        made = std::make_unique<HubSpotConnector>(
            HubSpotParts{http, access, gate, pace, clock, options});
    }

    struct Pulled {
        std::vector<Page> pages;
        std::string cursor;
        std::optional<base::Error> error;

        template <typename Rows> auto all(Rows rows) const
        {
            std::remove_cvref_t<decltype(std::declval<Page>().*rows)> out;
            for (const Page &page : pages)
                out.insert(out.end(), (page.*rows).begin(), (page.*rows).end());
            return out;
        }

        std::optional<domain::ObjectProgress> progress(const std::string &object) const;
    };

    // Pages from `cursor` until no more are ready or one fails.
    Pulled pull(std::string cursor = {}, bool restartAfterEach = false);

    struct Wish {
        domain::ActionKind kind = domain::ActionKind::Task;
        std::string contact = {};
        std::string deal = {};
        std::string account = {};
        std::string stage = {};
        std::string stageBase = {};
        std::vector<domain::FieldChange> fields = {};
        std::string body = "Hello";
        std::string callResult = {};
    };

    domain::Effect effect(int number, const Wish &wish) const;

    PushAnswer push(const domain::Effect &effect) { return connector().push(effect, cancel); }

    void defineKeys()
    {
        for (const char *type : {"tasks", "calls", "emails", "meetings", "notes"})
            fake.defineProperty(type, {"topline_id", false, true});
    }

    // The same small company every time.
    struct Company {
        std::string company;
        std::string contact;
        std::string deal;
    };

    Company addCompany();
};

} // namespace topline::crm
