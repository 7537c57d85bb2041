#include "core/engine/threads/connection.h"

#include "core/crm/retry.h"
#include "core/engine/channels/effect_route.h"
#include "core/engine/intake/connection_book.h"
#include "core/engine/outbox/outbox_runner.h"

#include <algorithm>
#include <utility>

namespace topline::engine {

namespace {

// Up to 1 min, 2 min, 4 min … half an hour.
constexpr crm::Backoff patience{.firstMs = base::minuteMs, .capMs = 30 * base::minuteMs};
// A limit that names no time.
constexpr base::DurationMs pauseMs = 5 * base::minuteMs;

} // namespace

Connection::Connection(ConnectionParts parts)
    : m_parts(std::move(parts))
    , m_courier(m_parts.queue, m_parts.connector)
    , m_sync(m_parts.engine, m_courier, m_parts.system,
             {m_parts.pageStored, [this](const base::Status &status) { ended(status); }})
    , m_send(m_parts.engine, m_courier, routeOf(m_parts.system, false),
             [this](const crm::PushAnswer &answer) { sent(answer); })
    , m_door(m_parts.connector ? Door::Open : Door::Closed)
    , m_random(base::mixSeeds(static_cast<std::uint64_t>(now()), m_parts.system))
{
    if (m_parts.source && m_parts.source->canWatch(m_parts.system))
        m_arrivals.emplace(m_parts.queue, *m_parts.source, m_parts.system, [this] { arrived(); });
}

void Connection::cancel()
{
    m_courier.cancel();
    if (m_arrivals)
        m_arrivals->rest();
}

void Connection::stop()
{
    m_courier.stop();
    if (m_arrivals)
        m_arrivals->stop();
}

// Whatever the sync under way has read already, one begins after it.
void Connection::arrived()
{
    m_syncedMs = 0;
    work();
}

bool Connection::isDue(base::UtcMs lastMs, base::DurationMs everyMs) const
{
    return now() - lastMs >= everyMs || now() < lastMs;
}

void Connection::work()
{
    if (m_pausedUntilMs && now() >= *m_pausedUntilMs) {
        m_pausedUntilMs.reset();
        recover();
    }
    const bool mayTry = !m_pausedUntilMs && now() >= m_tryAtMs;
    if (m_door == Door::Closed && mayTry)
        open();
    if (m_door == Door::Open && mayTry && !m_isStopped && !m_sync.isBusy() &&
        isDue(m_syncedMs, m_parts.syncMs)) {
        m_syncedMs = now();
        m_sync.start({});
    }
    if (m_arrivals)
        m_arrivals->work(now(), m_door == Door::Open && mayTry && !m_isStopped);
    if (maySend() && isDue(m_askedMs, m_parts.lookUpMs)) {
        m_askedMs = now();
        note(m_send.askAboutUnknown());
    }
    send();
}

bool Connection::maySend() const
{
    return m_door == Door::Open && !m_pausedUntilMs && now() >= m_sendAtMs;
}

void Connection::send()
{
    note(m_send.pump(maySend()));
}

void Connection::hurry()
{
    m_syncedMs = 0;
    m_askedMs = 0;
    m_tryAtMs = 0;
}

void Connection::open()
{
    m_door = Door::Opening;
    const bool isAsked = m_courier.open(
        [source = m_parts.source, system = system(), isLasting = m_parts.isSecretLasting] {
            auto out = source->open(system);
            *isLasting = source->isSecretLasting();
            return out;
        },
        [this](const base::Result<domain::SourceProfile> &profile) {
            opened(profile);
            work();
        });
    if (!isAsked)
        m_door = Door::Closed; // the program ends
}

void Connection::opened(const base::Result<domain::SourceProfile> &profile)
{
    if (m_door != Door::Opening)
        return; // shut meanwhile
    const base::Result<Admission> admission = profile.ok()
                                                  ? m_parts.engine.connections().admit(*profile)
                                                  : base::Result<Admission>(profile.error());
    if (!admission.ok()) {
        m_door = Door::Closed;
        fail(admission.error());
        return answerWaiting(admission.error());
    }
    if (*admission == Admission::Welcome) {
        m_door = Door::Open;
        recover();
        for (auto &done : std::exchange(m_waiting, {}))
            m_sync.start(std::move(done));
        return;
    }
    m_door = *admission == Admission::OtherOrg ? Door::OtherOrg : Door::AwaitsConfirm;
    m_error = refusalOf(*admission, system());
    m_courier.close({});
    answerWaiting(m_error);
}

void Connection::answerWaiting(const base::Status &status)
{
    for (const auto &done : std::exchange(m_waiting, {}))
        done(status);
}

// Never before the time that the CRM named.
base::UtcMs Connection::nextTry(int failures, std::optional<base::UtcMs> retryAtMs)
{
    std::optional<base::DurationMs> askedMs;
    if (retryAtMs)
        askedMs = *retryAtMs - now();
    return now() + crm::retryDelayMs(patience, failures, askedMs, m_random);
}

// The code says who can help: a person, time, or a further try.
void Connection::fail(const base::Error &error)
{
    m_error = error;
    ++m_failures;
    if (m_parts.connector)
        return; // the demo company is asked again at its next turn
    m_syncedMs = 0;
    if (error.code == base::ErrorCode::SignInNeeded) {
        m_door = Door::SignInNeeded;
        m_courier.close({});
    } else if (error.code == base::ErrorCode::LimitReached) {
        m_failures = 0;
        m_pausedUntilMs =
            std::max(error.retryAtMs.value_or(now() + pauseMs), now() + base::secondMs);
    } else {
        m_tryAtMs = nextTry(m_failures, error.retryAtMs);
    }
    note(m_parts.engine.connections().setState(system(), state(), error));
}

void Connection::recover()
{
    const bool wasWell = m_error.message.empty() && m_failures == 0;
    m_error = {};
    m_failures = 0;
    m_sendAtMs = 0;
    if (!wasWell)
        note(m_parts.engine.connections().setState(system(), state()));
}

void Connection::ended(const base::Status &status)
{
    if (status.ok())
        recover();
    else if (status.error().code != base::ErrorCode::Cancelled)
        fail(status.error());
    m_parts.worked({});
}

void Connection::sent(const crm::PushAnswer &answer)
{
    if (answer.needsSignIn && m_door == Door::Open && m_parts.source) {
        // Asking on with what was refused could lock the account.
        m_sync.stop();
        fail({.code = base::ErrorCode::SignInNeeded,
              .message = answer.detail,
              .kept = "What waits to be sent is kept.",
              .todo = "Sign in again."});
    } else if (!m_send.wasHeldBack() && holdsTheOthers(answer, m_putOff)) {
        ++m_notSent;
        m_sendAtMs = nextTry(m_notSent, answer.retryAtMs);
        m_putOff = 0;
    } else {
        m_notSent = 0;
    }
    send();
    m_parts.worked({});
}

void Connection::syncNow(Done done)
{
    m_isStopped = false;
    if (m_door == Door::Open) {
        m_syncedMs = now();
        m_pausedUntilMs.reset();
        return m_sync.start(std::move(done));
    }
    if (done)
        m_waiting.push_back(std::move(done));
    if (m_door != Door::Opening)
        open();
}

void Connection::stopSync()
{
    m_isStopped = true;
    m_sync.stop();
}

void Connection::reopen()
{
    m_isStopped = false;
    m_pausedUntilMs.reset();
    m_failures = 0;
    m_tryAtMs = 0;
    m_sendAtMs = 0;
    m_syncedMs = 0;
    open();
}

void Connection::shut(std::function<void()> then)
{
    m_door = Door::Shut;
    m_sync.stop();
    if (m_arrivals)
        m_arrivals->rest();
    answerWaiting(
        base::Error{.code = base::ErrorCode::Cancelled, .message = "The connection was closed."});
    m_courier.close(std::move(then));
}

void Connection::takeOwnerless(bool takes)
{
    m_send.setRoute(routeOf(system(), takes));
}

bool Connection::isBusy() const
{
    return m_door == Door::Opening || m_sync.isBusy() || m_send.isBusy();
}

void Connection::note(const base::Status &status)
{
    if (!status.ok())
        m_parts.worked(status);
}

domain::ConnectionState Connection::state() const
{
    using domain::ConnectionState;
    switch (m_door) {
    case Door::SignInNeeded:
        return ConnectionState::SignInNeeded;
    case Door::OtherOrg:
        return ConnectionState::OtherOrg;
    case Door::AwaitsConfirm:
        return ConnectionState::AwaitsConfirm;
    default:
        return m_pausedUntilMs  ? ConnectionState::Paused
               : m_failures > 0 ? ConnectionState::Failing
                                : ConnectionState::Connected;
    }
}

void Connection::describe(domain::ConnectionView &view) const
{
    view.syncing = m_sync.isBusy();
    view.state = state();
    if (m_parts.source) {
        const std::int64_t budget = view.gate.allowedToday;
        view.gate = m_parts.source->gate(system());
        view.gate.allowedToday = budget;
    }
    if (m_pausedUntilMs && !view.gate.heldUntilMs) {
        view.gate.heldUntilMs = m_pausedUntilMs;
        view.gate.heldBy = m_error.message;
    }
    // Before the first try of this run what an earlier one said stands.
    if (m_door != Door::Closed && m_door != Door::Opening) {
        view.error = m_error.message;
        view.errorReference = m_error.reference;
    }
}

} // namespace topline::engine
