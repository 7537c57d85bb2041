#include "core/engine/engine_loop.h"

#include <utility>

namespace topline::engine {

namespace {

constexpr std::size_t engineQueueMax = 4'096;

bool isEmpty(const FeedUpdate &update)
{
    return update.changed.empty() && update.removed.empty();
}

} // namespace

EngineLoop::EngineLoop(std::unique_ptr<Engine> engine, crm::Connector *connector, LoopTimes times)
    : m_queue(engineQueueMax)
    , m_engine(std::move(engine))
    , m_times(times)
    , m_nextTick(std::chrono::steady_clock::now())
{
    if (!connector)
        return;
    m_courier.emplace(*connector, m_queue);
    m_sync.emplace(*m_engine, *m_courier, [this] {
        m_isDeriving = true;
        publish();
    });
    m_send.emplace(*m_engine, *m_courier, [this] {
        pump();
        publish();
    });
}

EngineLoop::~EngineLoop() = default;

void EngineLoop::run()
{
    const bool ticks = m_times.tick.count() > 0;
    while (true) {
        const bool isPressed = hasBackgroundWork() && !m_queue.isClosed();
        auto task = isPressed ? m_queue.take(std::chrono::steady_clock::time_point::min())
                    : ticks   ? m_queue.take(m_nextTick)
                              : m_queue.take();
        if (task)
            (*task)();
        else if (m_queue.isClosed())
            return;
        else if (hasBackgroundWork())
            workSlice();
        if (ticks && std::chrono::steady_clock::now() >= m_nextTick) {
            m_nextTick = std::chrono::steady_clock::now() + m_times.tick;
            onTick();
        }
        settleWaiters();
    }
}

void EngineLoop::cancelCourier()
{
    if (m_courier)
        m_courier->cancel();
}

void EngineLoop::stopCourier()
{
    if (m_courier)
        m_courier->stop();
}

void EngineLoop::workSlice()
{
    if (m_import)
        return importSlice();
    const auto more = m_engine->deriveSlice();
    note(more.ok() ? base::Status() : base::Status(more.error()));
    m_isDeriving = more.ok() && *more;
    publish();
}

void EngineLoop::importSlice()
{
    base::Result<bool> more = true;
    do {
        more = m_import->run->next();
    } while (more.ok() && *more && m_import->run->isDryRun());
    if (more.ok() && *more)
        return;
    const Import import = std::move(*m_import);
    m_import.reset();
    auto report = import.run->finish();
    m_engine->noteRecordsChanged();
    m_isDeriving = true;
    publish();
    if (!more.ok())
        return import.answer(more.error());
    import.answer(std::move(report));
}

void EngineLoop::startImport(const ImportRequest &request, const domain::ProgressCallback &progress,
                             Answer<domain::ImportReport> answer)
{
    if (m_import)
        return answer(base::Error{.code = base::ErrorCode::Busy,
                                  .message = "Another import is under way.",
                                  .todo = "Wait for it, or cancel it."});
    auto run = m_engine->startImport(request, progress);
    if (!run.ok())
        return answer(run.error());
    m_import.emplace(Import{std::move(run).value(), std::move(answer)});
    // A dry run goes through at once: its transaction bears no other beside it.
    if (m_import->run->isDryRun())
        importSlice();
}

void EngineLoop::onTick()
{
    note(m_engine->passTime());
    m_isDeriving = true;
    const auto now = m_engine->now();
    if (m_sync && !m_import && (now - m_syncedMs >= m_times.syncMs || now < m_syncedMs)) {
        m_syncedMs = now;
        m_sync->start({});
    }
    if (m_send && (now - m_askedMs >= m_times.lookUpMs || now < m_askedMs)) {
        m_askedMs = now;
        note(m_send->askAboutUnknown());
    }
    pump();
    publish();
}

void EngineLoop::pump()
{
    if (m_send)
        note(m_send->pump());
}

// The newest failure of work that nobody waits for; gone when it works again.
void EngineLoop::note(const base::Status &status)
{
    if (status.ok())
        m_fault.reset();
    else
        m_fault = status.error();
}

void EngineLoop::publish()
{
    const auto update = m_engine->takeFeedUpdate();
    if (!update.ok())
        return note(update.error());
    if (!isEmpty(*update)) {
        m_observers.tellAll([&](const Observer &observer) {
            if (observer.onFeed)
                observer.onFeed(*update);
        });
    }
    const auto changes = m_engine->takeChanges();
    if (!changes.accounts.empty() || !changes.deals.empty() || changes.catalogue) {
        m_observers.tellAll([&](const Observer &observer) {
            if (observer.onRecords)
                observer.onRecords(changes);
        });
    }
    if (!changes.empty() || m_fault)
        tellStatus();
}

base::Result<domain::WorkspaceStatus> EngineLoop::status()
{
    TRY_ASSIGN(auto out, m_engine->status());
    out.syncing = m_sync && m_sync->isBusy();
    if (m_fault)
        out.lastSyncError = m_fault->message;
    return out;
}

void EngineLoop::tellStatus()
{
    const auto now = status();
    if (!now.ok())
        return;
    m_observers.tellAll([&](const Observer &observer) {
        if (observer.onStatus)
            observer.onStatus(*now);
    });
}

void EngineLoop::subscribe(const std::shared_ptr<ObserverList::Slot> &slot)
{
    publish(); // so that the others are even with what the new one gets
    const auto cards = m_engine->feed();
    const auto counts = m_engine->feedCounts();
    const auto now = status();
    if (!cards.ok() || !counts.ok() || !now.ok())
        return note(cards.ok() ? counts.ok() ? now.error() : counts.error() : cards.error());
    slot->with([&](const Observer &observer) {
        if (observer.onFeed)
            observer.onFeed({*cards, {}, *counts, m_engine->now()});
        if (observer.onStatus)
            observer.onStatus(*now);
    });
}

void EngineLoop::startSync(Done done)
{
    if (!m_sync)
        return done(base::Error{.code = base::ErrorCode::Refused,
                                .message = "No CRM is connected to this workspace.",
                                .todo = "Import files, or connect one."});
    m_syncedMs = m_engine->now();
    m_sync->start(std::move(done));
    publish();
}

void EngineLoop::poke(Done done)
{
    m_pokes.push_back(std::move(done));
    m_syncedMs = 0;
    m_askedMs = 0;
    onTick();
}

bool EngineLoop::isIdle() const
{
    return !hasBackgroundWork() && !(m_sync && m_sync->isBusy()) && !(m_send && m_send->isBusy());
}

void EngineLoop::settleWaiters()
{
    if (m_pokes.empty() || !isIdle())
        return;
    publish();
    for (const auto &done : std::exchange(m_pokes, {}))
        done(m_fault ? base::Status(*m_fault) : base::Status());
}

} // namespace topline::engine
