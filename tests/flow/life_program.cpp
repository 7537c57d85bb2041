// One life of a program that syncs with two CRMs on loopback, told when to end by SIGKILL:
//   life_program WORKSPACE PHASE NOW_MS SEED HUBSPOT_URL SALESFORCE_URL KILL_STEP FAULT
// PHASE is "pull", "edit-one", "edit-many" or "push"; each can be begun again wherever it stopped.
// KILL_STEP counts the engine's crash points (0: none); FAULT is "none" or a protocol that is wrong
// on purpose: "cursor-first" stores the cursor before its page, "no-intent" writes before anything
// of it is stored. Prints the name of the point it died at, else how many there were.
#include "core/base/hash.h"
#include "core/crm/hubspot_connector.h"
#include "core/crm/salesforce_connector.h"
#include "core/engine/channels/effect_route.h"
#include "core/engine/engine.h"
#include "core/engine/intake/connection_book.h"
#include "core/platform/curl_http_client.h"
#include "tests/fakes/fake_pace.h"

#include <QCoreApplication>

#include <algorithm>
#include <csignal>
#include <iostream>

namespace topline::flow {
namespace {

class FixedAccess final : public crm::AccessSource {
public:
    FixedAccess(std::string token, std::string url)
        : m_token(std::move(token))
        , m_url(std::move(url))
    {
    }

    base::Result<crm::Access> access(const crm::CancelToken &) override
    {
        return crm::Access{base::Secret(m_token), m_url};
    }

    base::Result<crm::Access> renew(const crm::Access &, const crm::CancelToken &) override
    {
        return base::Error{base::ErrorCode::SignInNeeded, "This token is all there is."};
    }

private:
    std::string m_token;
    std::string m_url;
};

struct Order {
    std::string file;
    std::string phase;
    base::UtcMs nowMs = 0;
    std::uint64_t seed = 0;
    std::string hubSpotUrl;
    std::string salesforceUrl;
    std::int64_t killStep = 0;
    std::string fault;
};

// Everything that lives for one life.
class Life {
public:
    explicit Life(Order order)
        : m_order(std::move(order))
        , m_clock(m_order.nowMs)
        , m_ids(m_order.seed)
        , m_hubAccess("pat-good", m_order.hubSpotUrl)
        , m_salesAccess("token-1", m_order.salesforceUrl)
        , m_hub({m_http, m_hubAccess, m_gate, m_pace, m_clock, hubSpotOptions()})
        , m_sales({m_http, m_salesAccess, m_gate, m_pace, m_clock, {}})
    {
    }

    base::Status run()
    {
        store::OpenOptions options;
        TRY_ASSIGN(auto workspace, store::Workspace::open(m_order.file, m_clock.now(), options));
        TRY_ASSIGN(
            m_engine,
            engine::Engine::open(
                {m_clock, m_ids, std::move(workspace), {}, {}, [this](std::string_view name) {
                     step(name);
                 }}));
        if (m_order.phase == "edit-one")
            return edit(0, 1);
        if (m_order.phase == "edit-many") {
            TRY(edit(1, 5));
            return addTasks();
        }
        for (crm::Connector *connector :
             {static_cast<crm::Connector *>(&m_hub), static_cast<crm::Connector *>(&m_sales)}) {
            TRY(signIn(*connector));
            if (m_order.phase == "push")
                TRY(push(*connector));
            TRY(sync(*connector));
        }
        return {};
    }

    std::int64_t steps() const { return m_steps; }

private:
    // Small pages, so that there are many.
    static crm::HubSpotOptions hubSpotOptions()
    {
        crm::HubSpotOptions out;
        out.searchRows = 3;
        out.linkRows = 3;
        return out;
    }

    void step(std::string_view name)
    {
        // A wrong protocol dies where it is wrong.
        if (m_order.fault != "none" && name != m_order.fault)
            return;
        if (++m_steps != m_order.killStep)
            return;
        std::cout << "at " << name << std::endl;
        std::raise(SIGKILL);
    }

    base::Status signIn(crm::Connector &connector)
    {
        auto &book = m_engine->connections();
        TRY_ASSIGN(const auto profile, connector.inspect(m_cancel));
        TRY_ASSIGN(const auto known, m_engine->tables().connections.connection(connector.system()));
        if (!known)
            TRY(book.signedIn({.system = connector.system()}, profile));
        TRY(book.allowFirstSync(connector.system()));
        TRY_ASSIGN(const auto admission, book.admit(profile));
        return admission == engine::Admission::Welcome
                   ? base::Status()
                   : base::Error{base::ErrorCode::Refused, "Not let in."};
    }

    class CursorFirst final : public sync::PageSink {
    public:
        explicit CursorFirst(Life &life)
            : m_life(life)
            , m_sink(life.m_engine->pages())
        {
        }

        base::Result<std::string> cursor(const std::string &system) override
        {
            return m_sink.cursor(system);
        }

        base::Status apply(const std::string &system, const crm::Page &page) override
        {
            crm::Page nothing;
            nothing.nextCursor = page.nextCursor;
            nothing.more = true;
            TRY(m_sink.apply(system, nothing));
            m_life.step("cursor-first");
            return m_sink.apply(system, page);
        }

        base::Result<std::optional<sync::RollCallAsk>> rollCall(const std::string &system) override
        {
            return m_sink.rollCall(system);
        }

        base::Status applyRollCall(const std::string &system, const sync::RollCallAsk &ask,
                                   sync::RollCallOutcome outcome, const crm::Page &found) override
        {
            return m_sink.applyRollCall(system, ask, outcome, found);
        }

        base::Status noteFailure(const std::string &system, const base::Error &error) override
        {
            return m_sink.noteFailure(system, error);
        }

    private:
        Life &m_life;
        sync::PageSink &m_sink;
    };

    base::Status sync(crm::Connector &connector)
    {
        if (m_order.fault != "cursor-first") {
            TRY_ASSIGN(const auto summary, m_engine->sync(connector, m_cancel));
            static_cast<void>(summary);
            return {};
        }
        CursorFirst sink(*this);
        TRY_ASSIGN(const auto pages, sync::runSync(connector, sink, m_cancel, {}));
        static_cast<void>(pages);
        return m_engine->derive();
    }

    // As nothing was stored of it, each life makes it anew.
    domain::Effect forgotten(domain::Effect effect)
    {
        const std::string stored = effect.id.text();
        effect.id = m_ids.next();
        effect.wire.replace(effect.wire.find(stored), stored.size(), effect.id.text());
        effect.wireSha256 = base::hex(base::sha256(effect.wire));
        return effect;
    }

    base::Status push(crm::Connector &connector)
    {
        if (m_order.fault == "no-intent") {
            const auto route = engine::routeOf(connector.system(), connector.system() == "hubspot");
            for (;;) {
                TRY_ASSIGN(const auto next,
                           m_engine->tables().outbox.nextDue(m_clock.now(), route));
                if (!next)
                    return {};
                const auto answer = connector.push(forgotten(*next), m_cancel);
                step("no-intent");
                TRY_ASSIGN(const auto claimed, m_engine->claim(route, {}));
                TRY(m_engine->markOnWire(claimed));
                TRY(m_engine->recordAnswer(next->id, answer));
            }
        }
        TRY_ASSIGN(const auto report,
                   m_engine->drainOutbox(connector, m_cancel, connector.system() == "hubspot"));
        static_cast<void>(report);
        return {};
    }

    // The deals of each CRM, in the order of their ids there.
    base::Result<std::vector<domain::Deal>> deals(const std::string &prefix)
    {
        TRY_ASSIGN(auto out, m_engine->tables().records.deals());
        std::erase_if(out, [&](const auto &one) { return !one.remoteId.starts_with(prefix); });
        std::sort(out.begin(), out.end(),
                  [](const auto &a, const auto &b) { return a.remoteId < b.remoteId; });
        return out;
    }

    base::Result<bool> has(domain::ActionKind kind, domain::DealId deal)
    {
        TRY_ASSIGN(const auto actions, m_engine->tables().actions.all());
        return std::any_of(actions.begin(), actions.end(), [&](const auto &action) {
            return action.kind == kind && action.deal == deal;
        });
    }

    base::Status edit(std::size_t first, std::size_t last)
    {
        for (const char *prefix : {"hs:", "sf:"}) {
            TRY_ASSIGN(const auto all, deals(prefix));
            for (std::size_t i = first; i < std::min(last, all.size()); ++i) {
                TRY_ASSIGN(const bool isDone, has(domain::ActionKind::FieldEdit, all[i].id));
                domain::FieldEditRequest request;
                request.deal = all[i].id;
                request.values["nextStep"] = "Ours " + std::to_string(i);
                if (isDone)
                    continue;
                TRY_ASSIGN(const auto made, m_engine->editFields(request));
                static_cast<void>(made);
            }
        }
        return {};
    }

    base::Status addTasks()
    {
        for (const char *prefix : {"hs:", "sf:"}) {
            TRY_ASSIGN(const auto all, deals(prefix));
            for (const std::size_t i : {1U, 2U}) {
                TRY_ASSIGN(const bool isDone, has(domain::ActionKind::Task, all.at(i).id));
                if (isDone)
                    continue;
                TRY_ASSIGN(const auto made,
                           m_engine->makeTask({"Ours", "Call back", {all[i].id}, {}}));
                static_cast<void>(made);
            }
        }
        return {};
    }

    Order m_order;
    base::FixedClock m_clock;
    fakes::FakePace m_pace{&m_clock};
    base::SeededIdSource m_ids;
    platform::CurlHttpClient m_http;
    crm::RateGate m_gate{{}, m_clock, m_pace};
    FixedAccess m_hubAccess;
    FixedAccess m_salesAccess;
    crm::HubSpotConnector m_hub;
    crm::SalesforceConnector m_sales;
    crm::CancelToken m_cancel;
    std::unique_ptr<engine::Engine> m_engine;
    std::int64_t m_steps = 0;
};

int live(const std::vector<std::string> &words)
{
    Life life({words.at(1), words.at(2), std::stoll(words.at(3)), std::stoull(words.at(4)),
               words.at(5), words.at(6), std::stoll(words.at(7)), words.at(8)});
    const auto status = life.run();
    if (!status.ok()) {
        std::cout << "error " << status.error().text() << std::endl;
        return 1;
    }
    std::cout << "steps " << life.steps() << std::endl;
    return 0;
}

} // namespace
} // namespace topline::flow

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    return topline::flow::live({argv, argv + argc});
}
