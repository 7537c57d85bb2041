#include "core/engine/threads/connections.h"

#include "core/domain/crm_system.h"
#include "core/engine/intake/connection_book.h"

#include <algorithm>
#include <utility>

namespace topline::engine {

namespace {

constexpr std::size_t clerkQueueMax = 16;

base::Error noSource()
{
    return {.code = base::ErrorCode::Refused,
            .message = "This program cannot sign in to a CRM.",
            .kept = "Nothing was changed."};
}

// Runs `done` when it has been told of all, with the first failure.
class Gathering {
public:
    Gathering(std::size_t expected, Done done)
        : m_left(expected)
        , m_done(std::move(done))
    {
    }

    void tell(const base::Status &status)
    {
        if (m_first.ok() && !status.ok())
            m_first = status;
        if (--m_left == 0 && m_done)
            m_done(m_first);
    }

private:
    std::size_t m_left;
    Done m_done;
    base::Status m_first;
};

// On the clerk's thread: everything that waits.
base::Result<domain::SignInReport> signedInAt(crm::ConnectionSource &source,
                                              const domain::SignInRequest &request,
                                              const crm::OpenBrowser &openBrowser,
                                              const std::string &boundTo,
                                              const crm::CancelToken &cancel)
{
    domain::SignInReport out;
    TRY_ASSIGN(out.profile, source.signIn(request, openBrowser, cancel));
    out.isSecretLasting = source.isSecretLasting();
    if (!boundTo.empty() && out.profile.orgId != boundTo)
        return out; // not a record of it is looked at
    TRY_ASSIGN(const auto connector, source.open(request.system));
    TRY_ASSIGN(out.counts, connector->count(cancel));
    return out;
}

} // namespace

struct Connections::SigningIn {
    domain::SignInRequest request;
    crm::OpenBrowser openBrowser;
    Answer<domain::SignInReport> answer;
    crm::CancelToken cancel;
    std::string boundTo; // the organisation whose records are here
    bool wasKnown = false;
};

Connections::Connections(ConnectionsParts parts)
    : m_parts(std::move(parts))
{
    if (m_parts.connector)
        add(m_parts.connector->system(), m_parts.connector);
    if (m_parts.source)
        m_clerk.emplace(clerkQueueMax);
}

Connections::~Connections() = default;

Connection &Connections::add(const std::string &system, crm::Connector *connector)
{
    auto &slot = m_connections[system];
    slot = std::make_unique<Connection>(ConnectionParts{
        .engine = m_parts.engine,
        .queue = m_parts.queue,
        .system = system,
        .connector = connector,
        .source = connector ? nullptr : m_parts.source,
        .isSecretLasting = m_isSecretLasting,
        .syncMs = connector ? m_parts.times.syncMs : m_parts.times.crmSyncMs,
        .lookUpMs = m_parts.times.lookUpMs,
        .pageStored = m_parts.pageStored,
        .worked = m_parts.worked,
    });
    routeOwnerless();
    return *slot;
}

Connection *Connections::find(const std::string &system) const
{
    const auto found = m_connections.find(system);
    return found == m_connections.end() ? nullptr : found->second.get();
}

base::Status Connections::load()
{
    if (!m_parts.source)
        return {};
    auto &book = m_parts.engine.connections();
    TRY_ASSIGN(const auto rows, book.active());
    for (const auto &row : rows) {
        const std::string &system = row.profile.system;
        m_parts.source->setCallBudget(system, row.gate.allowedToday, book.usedToday(row));
        Connection &connection = add(system, nullptr);
        if (row.state == domain::ConnectionState::AwaitsConfirm)
            connection.awaitConfirm();
    }
    return {};
}

// What is about no record goes to one of them: where there is the demo company, to it.
void Connections::routeOwnerless()
{
    Connection *taker = m_parts.connector ? find(m_parts.connector->system()) : nullptr;
    for (const auto &[system, connection] : m_connections) {
        if (!taker && !connection->awaitsConfirm())
            taker = connection.get();
    }
    for (const auto &[system, connection] : m_connections)
        connection->takeOwnerless(connection.get() == taker);
}

void Connections::work()
{
    m_parts.worked(keepTraffic());
    for (const auto &[system, connection] : m_connections)
        connection->work();
}

void Connections::send()
{
    for (const auto &[system, connection] : m_connections)
        connection->send();
}

void Connections::hurry()
{
    for (const auto &[system, connection] : m_connections)
        connection->hurry();
}

void Connections::syncNow(Done done)
{
    const auto gathering = std::make_shared<Gathering>(m_connections.size(), std::move(done));
    for (const auto &[system, connection] : m_connections)
        connection->syncNow([gathering](const base::Status &status) { gathering->tell(status); });
}

void Connections::syncOne(const std::string &system, Done done)
{
    Connection *connection = find(system);
    if (!connection)
        return done(notConnected(system));
    connection->syncNow(std::move(done));
}

void Connections::signIn(const domain::SignInRequest &request, crm::OpenBrowser openBrowser,
                         Answer<domain::SignInReport> answer)
{
    if (m_parts.connector)
        return answer(refusalBeside(*m_parts.connector));
    if (!m_parts.source)
        return answer(noSource());
    if (m_signingIn)
        return answer(base::Error{.code = base::ErrorCode::Busy,
                                  .message = "A sign-in is under way already.",
                                  .kept = "Nothing was changed.",
                                  .todo = "Finish it in the browser, or cancel it."});
    const auto known = m_parts.engine.tables().connections.connection(request.system);
    if (!known.ok())
        return answer(known.error());
    m_signingIn = std::make_shared<SigningIn>();
    m_signingIn->request = request;
    m_signingIn->openBrowser = std::move(openBrowser);
    m_signingIn->answer = std::move(answer);
    if (*known) {
        m_signingIn->boundTo = (*known)->profile.orgId;
        m_signingIn->wasKnown = (*known)->isActive;
    }
    // The old connection is shut before the new secrets come, so that nothing of it can use them.
    Connection *old = find(request.system);
    if (old)
        old->shut([this] { beginSignIn(); });
    else
        beginSignIn();
    m_parts.worked({});
}

void Connections::beginSignIn()
{
    const auto signing = m_signingIn;
    const bool isAsked = m_clerk->post([this, signing] {
        auto report = signedInAt(*m_parts.source, signing->request, signing->openBrowser,
                                 signing->boundTo, signing->cancel);
        if (!report.ok() && !signing->wasKnown && signing->boundTo.empty()) {
            // Counted in vain: a first sign-in leaves nothing behind.
            static_cast<void>(
                m_parts.source->forget(signing->request.system, signing->cancel).ok());
        }
        m_parts.queue.postAnswer([this, report] { signedIn(report); });
    });
    if (!isAsked)
        signedIn(
            base::Error{.code = base::ErrorCode::Cancelled, .message = "The sign-in was stopped."});
}

void Connections::signedIn(const base::Result<domain::SignInReport> &report)
{
    const auto signing = std::exchange(m_signingIn, nullptr);
    const std::string system = signing->request.system;
    base::Status kept;
    if (report.ok()) {
        *m_isSecretLasting = report->isSecretLasting;
        kept = m_parts.engine.connections().signedIn(signing->request, report->profile);
    }
    Connection *connection = find(system);
    if (report.ok() && kept.ok() && !connection)
        connection = &add(system, nullptr);
    if (connection)
        goOn(*connection); // with the new secrets, or as it was before
    routeOwnerless();
    m_parts.worked(keepTraffic());
    if (report.ok() && !kept.ok())
        signing->answer(kept.error());
    else
        signing->answer(report);
}

void Connections::goOn(Connection &connection)
{
    const auto row = m_parts.engine.tables().connections.connection(connection.system());
    if (row.ok() && *row && (*row)->state == domain::ConnectionState::AwaitsConfirm)
        connection.awaitConfirm();
    else
        connection.reopen();
}

void Connections::cancelSignIn()
{
    if (m_signingIn)
        m_signingIn->cancel.cancelled = true;
}

base::Error Connections::notConnected(const std::string &system) const
{
    if (!m_parts.source)
        return noSource();
    return {.code = base::ErrorCode::NotFound,
            .message = std::string(domain::systemTitle(system)) + " is not connected.",
            .kept = "Nothing was changed.",
            .todo = "Connect it first."};
}

void Connections::startFirstSync(const std::string &system, const Done &done)
{
    Connection *connection = find(system);
    if (!connection)
        return done(notConnected(system));
    const base::Status allowed = m_parts.engine.connections().allowFirstSync(system);
    if (allowed.ok())
        connection->reopen();
    routeOwnerless();
    m_parts.worked({});
    done(allowed);
}

void Connections::stopSync(const std::string &system, const Done &done)
{
    Connection *connection = find(system);
    if (!connection)
        return done(notConnected(system));
    connection->stopSync();
    m_parts.worked({});
    done({});
}

void Connections::disconnect(const std::string &system, Done done)
{
    Connection *connection = find(system);
    if (!connection || !m_parts.source)
        return done(notConnected(system));
    if (m_signingIn && m_signingIn->request.system == system)
        m_signingIn->cancel.cancelled = true;
    if (const auto kept = m_parts.engine.connections().disconnect(system); !kept.ok())
        return done(kept);
    // Its courier ends what is under way; then the secrets go.
    connection->shut([this, system, done = std::move(done)] {
        m_connections.erase(system);
        routeOwnerless();
        m_parts.worked(keepTraffic());
        const bool isAsked = m_clerk->post([this, system, done] {
            const base::Status forgotten = m_parts.source->forget(system, m_ending);
            m_parts.queue.postAnswer([forgotten, done] { done(forgotten); });
        });
        if (!isAsked)
            done(base::Error{.code = base::ErrorCode::Busy,
                             .message = "The sign-in could not be forgotten now.",
                             .todo = "Disconnect it again."});
    });
}

void Connections::setCallBudget(const std::string &system, std::int64_t callsPerDay,
                                const Done &done)
{
    if (!find(system) || !m_parts.source)
        return done(notConnected(system));
    auto &book = m_parts.engine.connections();
    const base::Status kept = book.setCallBudget(system, callsPerDay);
    if (kept.ok())
        m_parts.source->setCallBudget(system, callsPerDay, m_parts.source->gate(system).usedToday);
    m_parts.worked({});
    done(kept);
}

base::Status Connections::keepTraffic()
{
    if (!m_parts.source)
        return {};
    const auto requests = m_parts.source->takeRequests();
    std::vector<std::pair<std::string, domain::GateState>> gates;
    for (const auto &[system, connection] : m_connections) {
        const auto gate = m_parts.source->gate(system);
        auto &kept = m_keptGates[system];
        if (gate != kept)
            gates.emplace_back(system, kept = gate);
    }
    if (requests.empty() && gates.empty())
        return {};
    return m_parts.engine.connections().noteTraffic(requests, gates);
}

bool Connections::isBusy() const
{
    for (const auto &[system, connection] : m_connections) {
        if (connection->isBusy())
            return true;
    }
    return m_signingIn != nullptr;
}

bool Connections::isSyncing() const
{
    for (const auto &[system, connection] : m_connections) {
        if (connection->isSyncing())
            return true;
    }
    return false;
}

base::Result<domain::SyncView> Connections::view() const
{
    TRY_ASSIGN(auto out, storedSyncView(m_parts.engine.tables()));
    for (const auto &[system, connection] : m_connections) {
        auto at = std::find_if(out.connections.begin(), out.connections.end(),
                               [&](const auto &each) { return each.system == system; });
        if (at == out.connections.end()) {
            if (!m_parts.connector || m_parts.connector->system() != system)
                continue; // being disconnected
            TRY_ASSIGN(auto fixed,
                       fixedConnectionView(m_parts.engine.tables(), *m_parts.connector));
            at = out.connections.insert(out.connections.end(), std::move(fixed));
        }
        connection->describe(*at);
        at->isSecretLasting = *m_isSecretLasting;
        if (m_signingIn && m_signingIn->request.system == system)
            at->state = domain::ConnectionState::SigningIn;
    }
    return out;
}

void Connections::end()
{
    m_ending.cancelled = true;
    if (m_signingIn)
        m_signingIn->cancel.cancelled = true;
    for (const auto &[system, connection] : m_connections)
        connection->cancel();
    if (m_clerk)
        m_clerk->stop();
    for (const auto &[system, connection] : m_connections)
        connection->stop();
}

} // namespace topline::engine
