#include "core/engine/threads/pumps.h"

#include "core/domain/crm_system.h"
#include "core/sync/sync_run.h"

#include <algorithm>
#include <tuple>

namespace topline::engine {

namespace {

base::Error stopped()
{
    return {.code = base::ErrorCode::Cancelled,
            .message = "The sync was stopped.",
            .kept = "What had arrived was kept; the next sync goes on there."};
}

// Of those that went together the one to wait for: the last to go again, where some did not leave
// for a reason that holds for others too.
const crm::PushAnswer &summaryOf(const std::vector<crm::PushAnswer> &answers)
{
    const auto weight = [](const crm::PushAnswer &one) {
        const bool isNotSent = one.state == crm::PushState::NotSent;
        return std::tuple(isNotSent && !one.othersMayGo, isNotSent,
                          isNotSent ? one.retryAtMs.value_or(0) : 0);
    };
    return *std::max_element(answers.begin(), answers.end(),
                             [&](const auto &a, const auto &b) { return weight(a) < weight(b); });
}

} // namespace

void SyncPump::start(Done done)
{
    if (done)
        m_waiting.push_back(std::move(done));
    if (m_isBusy)
        return;
    m_isBusy = true;
    m_isStopping = false;
    pullNext();
}

void SyncPump::stop()
{
    if (!m_isBusy)
        return;
    m_isStopping = true;
    m_courier.cancelPull();
}

void SyncPump::pullNext()
{
    const auto cursor = m_engine.pages().cursor(m_system);
    if (!cursor.ok())
        return finish(cursor.error());
    const bool isAsked =
        m_courier.pull(*cursor, [this, cursor = *cursor](base::Result<crm::Page> page) {
            take(std::move(page), cursor);
        });
    if (!isAsked)
        finish(stopped());
}

void SyncPump::take(base::Result<crm::Page> page, const std::string &cursor)
{
    if (!page.ok()) {
        if (page.error().code == base::ErrorCode::Cancelled)
            return finish(stopped());
        const base::Error error = page.error();
        const base::Status noted = m_engine.pages().noteFailure(m_system, error);
        return finish(noted.ok() ? base::Status(error) : noted);
    }
    if (const base::Status applied = m_engine.applyPage(m_system, *page); !applied.ok())
        return finish(applied);
    m_told.page();
    if (m_isStopping || m_courier.isCancelled())
        return finish(stopped());
    if (!page->more)
        return callRoll(sync::rollCallsPerSync);
    if (page->nextCursor == cursor)
        return finish(base::Error{.code = base::ErrorCode::Unavailable,
                                  .message = std::string(domain::systemTitle(m_system)) +
                                             " gave the same page twice.",
                                  .kept = "What had arrived was kept."});
    pullNext();
}

// `calls` more at most.
void SyncPump::callRoll(int calls)
{
    auto ask = m_engine.pages().rollCall(m_system);
    if (!ask.ok())
        return finish(ask.error());
    if (!*ask || calls == 0)
        return finish({});
    const auto answered = [this, ask = **ask, calls](const Courier::GoneAnswer &answer) {
        const auto goesOn = sync::takeRollCall(m_engine.pages(), m_system, ask, answer);
        if (!goesOn.ok())
            return finish(goesOn.error());
        m_told.page();
        if (m_isStopping || m_courier.isCancelled())
            return finish(stopped());
        if (!*goesOn)
            return finish({});
        callRoll(calls - 1);
    };
    if (!m_courier.findGone((*ask)->kind, (*ask)->remoteIds, answered))
        finish(stopped());
}

void SyncPump::finish(const base::Status &status)
{
    m_isBusy = false;
    const auto waiting = std::exchange(m_waiting, {});
    m_told.ended(status);
    for (const auto &done : waiting)
        done(status);
}

base::Status SendPump::pump(bool maySend)
{
    TRY(record());
    if (!maySend || m_isBusy || m_courier.isCancelled())
        return {};
    if (m_claimed.empty()) {
        TRY_ASSIGN(m_claimed, m_engine.claim(m_route, [this](domain::ActionKind kind) {
            return m_courier.pushMax(kind);
        }));
    }
    if (m_claimed.empty())
        return {};
    send(std::exchange(m_claimed, {}));
    return {};
}

void SendPump::send(std::vector<domain::Effect> effects)
{
    std::vector<base::Uuid> ids;
    for (const domain::Effect &effect : effects)
        ids.push_back(effect.id);
    m_isBusy = true;
    m_isHeldBack = false;
    const auto mark = [this](std::span<const domain::Effect> marked) {
        const base::Status made = m_engine.markOnWire(marked);
        m_isHeldBack = !made.ok();
        return made;
    };
    const bool isAsked = m_courier.push(
        std::move(effects), mark, [this, ids](const std::vector<crm::PushAnswer> &answers) {
            m_isBusy = false;
            for (std::size_t at = 0; at < ids.size(); ++at)
                m_answers.emplace_back(ids[at], answers[at]);
            m_afterAnswer(summaryOf(answers)); // pumps on: stores the answers, sends the next
        });
    // Not asked because the program ends: their intents go back to the queue at the next start.
    if (!isAsked)
        m_isBusy = false;
}

base::Status SendPump::record()
{
    while (!m_answers.empty()) {
        TRY(m_engine.recordAnswer(m_answers.front().first, m_answers.front().second));
        m_answers.pop_front();
    }
    return {};
}

base::Status SendPump::askAboutUnknown()
{
    if (m_courier.isCancelled() || m_lookUps > 0)
        return {};
    TRY_ASSIGN(const auto effects, m_engine.unknownEffects(m_route));
    for (const auto &effect : effects) {
        m_lookUps +=
            m_courier.lookUp(effect, [this, id = effect.id](const crm::PushAnswer &answer) {
                --m_lookUps;
                // A failure leaves it in doubt: it is asked again later.
                static_cast<void>(m_engine.recordLookUp(id, answer).ok());
                m_afterAnswer(answer);
            });
    }
    return {};
}

} // namespace topline::engine
