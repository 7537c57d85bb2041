// A HubSpot connector with everything that it stands on: the fake, a client without a socket, a
// clock that waiting moves forward. For tests of one thread.
#pragma once

#include "core/base/hash.h"
#include "core/crm/hubspot_connector.h"
#include "core/crm/hubspot_json.h"
#include "tests/fakes/direct_http_client.h"
#include "tests/fakes/fake_pace.h"
#include "tests/fakes/hubspot_fake.h"

#include <QJsonArray>
#include <QJsonObject>

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

        std::optional<domain::ObjectProgress> progress(const std::string &object) const
        {
            std::optional<domain::ObjectProgress> out;
            for (const Page &page : pages) {
                for (const auto &one : page.progress) {
                    if (one.object == object)
                        out = one;
                }
            }
            return out;
        }
    };

    // Pages from `cursor` until no more are ready or one fails.
    Pulled pull(std::string cursor = {}, bool restartAfterEach = false)
    {
        Pulled out;
        out.cursor = std::move(cursor);
        for (int i = 0; i < 500; ++i) {
            auto page = connector().pull(out.cursor, cancel);
            if (!page.ok()) {
                out.error = page.error();
                return out;
            }
            out.cursor = page->nextCursor;
            out.pages.push_back(std::move(*page));
            if (restartAfterEach)
                restart();
            if (!out.pages.back().more)
                return out;
        }
        out.error = base::Error{base::ErrorCode::Unknown, "pages do not end"};
        return out;
    }

    struct Wish {
        domain::ActionKind kind = domain::ActionKind::Task;
        std::string contact = {};
        std::string deal = {};
        std::string account = {};
        std::string stage = {};
        std::string stageBase = {};
        std::vector<domain::FieldChange> fields = {};
        std::string body = "Hello";
    };

    domain::Effect effect(int number, const Wish &wish) const
    {
        domain::Effect out;
        out.id = base::Uuid::named("effect", "hubspot:" + std::to_string(number));
        out.kind = wish.kind;
        QJsonArray fields;
        for (const auto &one : wish.fields)
            fields.append(QJsonObject{{QStringLiteral("field"), toQt(one.field)},
                                      {QStringLiteral("base"), toQt(one.base)},
                                      {QStringLiteral("value"), toQt(one.value)}});
        QJsonObject wire{{QStringLiteral("fields"), fields}};
        const std::pair<const char *, std::string> texts[] = {
            {"account", wish.account},
            {"action", "a"},
            {"at", std::to_string(hubspotNow - base::minuteMs)},
            {"body", wish.body},
            {"contact", wish.contact},
            {"deal", wish.deal},
            {"effect", out.id.text()},
            {"kind", std::string(domain::actionKindName(wish.kind))},
            {"owner", ""},
            {"stage", wish.stage},
            {"stage_base", wish.stageBase},
            {"subject", "Dates"},
            {"to", "someone@firm.example"},
            {"until", ""},
        };
        for (const auto &[key, value] : texts)
            wire.insert(QLatin1String(key), toQt(value));
        out.wire = compactJson(wire);
        out.wireSha256 = base::hex(base::sha256(out.wire));
        return out;
    }

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

    Company addCompany()
    {
        const base::UtcMs at = hubspotNow - base::dayMs;
        fake.addOwner("71", "Ann");
        fake.addOwner("72", "Bob", true);
        Company out;
        out.company = fake.add("companies",
                               {{"name", "Acme"},
                                {"domain", "acme.example"},
                                {"annualrevenue", "1000000"},
                                {"numberofemployees", "120"},
                                {"hubspot_owner_id", "71"}},
                               at);
        out.contact = fake.add("contacts",
                               {{"firstname", "Kim"},
                                {"lastname", "Lee"},
                                {"email", "kim@acme.example"},
                                {"phone", "+1 555 0100"},
                                {"jobtitle", "CTO"}},
                               at);
        out.deal = fake.add("deals",
                            {{"dealname", "Acme renewal"},
                             {"dealstage", "appointmentscheduled"},
                             {"pipeline", "default"},
                             {"amount", "1500.50"},
                             {"closedate", "2026-12-31T17:00:00.000Z"},
                             {"hs_next_step", "Call"},
                             {"hubspot_owner_id", "72"}},
                            at);
        fake.link("contacts", out.contact, "companies", out.company, 1);
        fake.link("deals", out.deal, "companies", out.company, 5);
        fake.link("deals", out.deal, "contacts", out.contact, 3);
        return out;
    }
};

} // namespace topline::crm
