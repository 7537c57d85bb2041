// A Salesforce connector with everything that it stands on, for one test: the fake behind a client
// without a socket, a clock that stands, and a sign-in that is renewed when asked. One thread.
#pragma once

#include "core/crm/salesforce_connector.h"
#include "tests/fakes/direct_http_client.h"
#include "tests/fakes/fake_pace.h"
#include "tests/fakes/salesforce_notes.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace topline::crm {

inline constexpr base::UtcMs benchStartMs = 1'795'000'000'000; // 2026-11-18 11:06:40 UTC

// Lets in with the token that the fake takes at the time of a renewal.
class BenchAccess final : public AccessSource {
public:
    explicit BenchAccess(fakes::SalesforceFake &fake)
        : m_fake(fake)
        , m_token(fake.token)
    {
    }

    base::Result<Access> access(const CancelToken &cancel) override;
    base::Result<Access> renew(const Access &refused, const CancelToken &cancel) override;

    int renewals = 0;
    bool isRevoked = false;

private:
    fakes::SalesforceFake &m_fake;
    std::string m_token;
};

// What the pages delivered, as a store would hold it.
struct Mirror {
    void apply(const Page &page);
    // Null: there is none.
    const domain::Event *event(domain::EventKind kind, const std::string &title) const;

    std::map<std::string, domain::Owner> owners;
    std::map<std::string, domain::Account> accounts;
    std::map<std::string, domain::Contact> contacts;
    std::map<std::string, domain::Deal> deals;
    std::map<std::string, domain::Stage> stages;
    std::map<std::int64_t, domain::Event> events;
    std::set<std::pair<std::string, base::UtcMs>> stageChanges; // "deal stage" and time
    std::set<std::pair<std::string, base::UtcMs>> amountChanges;
    std::set<std::pair<base::UtcMs, base::UtcMs>> closeChanges; // when, to when
    std::map<std::string, std::string> aliases;
    std::set<std::string> gone;
    std::map<std::string, domain::ObjectProgress> progress;
    std::size_t eventsDelivered = 0;
    std::size_t delivered = 0; // contacts, accounts and deals, as often as they came
    std::string cursor;
    int pages = 0;
};

class SalesforceBench {
public:
    SalesforceBench();

    // Pages until no more are ready; the error that ended it.
    base::Status pullInto(Mirror &mirror);
    Mirror pulled();

    domain::Effect effect(domain::ActionKind kind, std::map<std::string, std::string> members,
                          std::vector<domain::FieldChange> fields = {}, int number = 1) const;

    PushAnswer push(const domain::Effect &effect) { return connector().push(effect, cancel); }

    // A new connector on the same parts: what a start of the program makes.
    void restart() { m_connector = std::make_unique<SalesforceConnector>(parts()); }

    SalesforceConnector &connector() { return *m_connector; }

    SalesforceParts parts() { return {http, access, gate, pace, clock, options}; }

    // Each passes a second, so that rows have stamps of their own.
    std::string addContact(const std::string &name, const std::string &account = {});
    std::string addDeal(const std::string &name, double amount,
                        const std::string &stage = "Prospecting", const std::string &account = {});
    std::string addTask(const std::string &subject, const std::string &contact);
    std::string addCampaign(const std::string &name);
    // `reference`: "ContactId" or "LeadId".
    std::string addMember(const std::string &campaign, const char *reference,
                          const std::string &person, const char *status);
    // A few of everything.
    void fillSmall();

    void pass(base::DurationMs time) { pace.advance(time); }

    base::FixedClock clock{benchStartMs};
    fakes::FakePace pace{&clock};
    fakes::SalesforceFake fake{clock};
    fakes::DirectHttpClient http{fake.handler()};
    BenchAccess access{fake};
    RateGate gate{{}, clock, pace};
    SalesforceOptions options;
    CancelToken cancel;

private:
    std::unique_ptr<SalesforceConnector> m_connector;
};

} // namespace topline::crm
