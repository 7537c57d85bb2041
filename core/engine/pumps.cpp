#include "core/engine/pumps.h"

#include "core/domain/crm_system.h"

namespace topline::engine {

namespace {

base::Error stopped()
{
    return {.code = base::ErrorCode::Cancelled,
            .message = "The sync was stopped.",
            .kept = "What had arrived was kept; the next sync goes on there."};
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
    const auto cursor = m_engine.cursor(m_system);
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
        const base::Status noted = m_engine.noteSyncFailure(m_system, error);
        return finish(noted.ok() ? base::Status(error) : noted);
    }
    if (const base::Status applied = m_engine.applyPage(m_system, *page); !applied.ok())
        return finish(applied);
    m_told.page();
    if (m_isStopping || m_courier.isCancelled())
        return finish(stopped());
    if (!page->more)
        return finish({});
    if (page->nextCursor == cursor)
        return finish(base::Error{.code = base::ErrorCode::Unavailable,
                                  .message = std::string(domain::systemTitle(m_system)) +
                                             " gave the same page twice.",
                                  .kept = "What had arrived was kept."});
    pullNext();
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
    if (!m_claimed) {
        TRY_ASSIGN(m_claimed, m_engine.claimNext(m_route));
    }
    if (!m_claimed)
        return {};
    TRY(m_engine.markOnWire(m_claimed->id));
    send(*std::exchange(m_claimed, std::nullopt));
    return {};
}

void SendPump::send(const domain::Effect &effect)
{
    m_isBusy = true;
    const bool isAsked = m_courier.push(effect, [this, id = effect.id](crm::PushAnswer answer) {
        m_isBusy = false;
        m_answer = {id, answer};
        m_afterAnswer(answer); // pumps on: stores the answer, sends the next
    });
    // Not asked because the program ends: it stays marked, and the next start looks it up.
    if (!isAsked)
        m_isBusy = false;
}

base::Status SendPump::record()
{
    if (!m_answer)
        return {};
    TRY(m_engine.recordAnswer(m_answer->first, m_answer->second));
    m_answer.reset();
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
