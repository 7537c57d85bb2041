#include "core/engine/pumps.h"

namespace topline::engine {

void SyncPump::start(Done done)
{
    if (done)
        m_waiting.push_back(std::move(done));
    if (m_isBusy)
        return;
    m_isBusy = true;
    pullNext();
}

void SyncPump::pullNext()
{
    const auto cursor = m_engine.cursor(m_courier.connector().system());
    if (!cursor.ok())
        return finish(cursor.error());
    const bool isAsked =
        m_courier.pull(*cursor, [this, cursor = *cursor](base::Result<crm::Page> page) {
            take(std::move(page), cursor);
        });
    if (!isAsked)
        finish(base::Error{.code = base::ErrorCode::Cancelled, .message = "The sync was stopped."});
}

void SyncPump::take(base::Result<crm::Page> page, const std::string &cursor)
{
    const std::string system = m_courier.connector().system();
    if (!page.ok()) {
        const base::Error error = page.error();
        const base::Status noted = m_engine.noteSyncFailure(system, error);
        return finish(noted.ok() ? base::Status(error) : noted);
    }
    if (const base::Status applied = m_engine.applyPage(system, *page); !applied.ok())
        return finish(applied);
    m_afterPage();
    const bool goesOn = page->more && page->nextCursor != cursor && !m_courier.isCancelled();
    if (goesOn)
        pullNext();
    else
        finish({});
}

void SyncPump::finish(const base::Status &status)
{
    m_isBusy = false;
    for (const auto &done : std::exchange(m_waiting, {}))
        done(status);
}

base::Status SendPump::pump()
{
    TRY(record());
    if (m_isBusy || m_courier.isCancelled())
        return {};
    if (!m_claimed) {
        TRY_ASSIGN(m_claimed, m_engine.claimNext());
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
        m_answer = {id, std::move(answer)};
        m_afterAnswer(); // pumps on: stores the answer, sends the next
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
    if (m_courier.isCancelled())
        return {};
    TRY_ASSIGN(const auto effects, m_engine.unknownEffects());
    for (const auto &effect : effects) {
        m_courier.lookUp(effect, [this, id = effect.id](const crm::PushAnswer &answer) {
            // A failure leaves it in doubt: it is asked again later.
            static_cast<void>(m_engine.recordLookUp(id, answer).ok());
            m_afterAnswer();
        });
    }
    return {};
}

} // namespace topline::engine
