#include "core/engine/threads/engine_loop.h"

#include <utility>

namespace topline::engine {

namespace {

constexpr std::size_t engineQueueMax = 4'096;
constexpr std::chrono::milliseconds syncToldEvery{250};
constexpr base::DurationMs learnAgainMs = 10 * base::minuteMs;

bool isEmpty(const FeedUpdate &update)
{
    return update.changed.empty() && update.removed.empty();
}

} // namespace

base::Error tooBusy()
{
    return {.code = base::ErrorCode::Busy,
            .message = "Too much is waiting to be done.",
            .kept = "Nothing was changed.",
            .todo = "Try again in a moment."};
}

void EngineLoop::command(std::function<base::Status(Engine &)> command, Done done)
{
    const bool isTaken = m_queue.post([this, command = std::move(command), done] {
        const base::Status status = command(*m_engine);
        publish();
        if (done)
            done(status);
    });
    if (!isTaken && done)
        done(tooBusy());
}

EngineLoop::EngineLoop(std::unique_ptr<Engine> engine, crm::Connector *connector,
                       crm::ConnectionSource *source, LoopTimes times)
    : m_queue(engineQueueMax)
    , m_engine(std::move(engine))
    , m_times(times)
    , m_connections({.engine = *m_engine,
                     .queue = m_queue,
                     .connector = connector,
                     .source = source,
                     .times = times.connections,
                     .pageStored =
                         [this] {
                             m_isDeriving = true;
                             m_isSyncStale = true;
                             publish();
                         },
                     .worked =
                         [this](const base::Status &status) {
                             note(status);
                             m_isSyncStale = true;
                             publish();
                         }})
    , m_nextTick(std::chrono::steady_clock::now())
{
    note(m_connections.load());
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

void EngineLoop::endSoon()
{
    m_queue.postAnswer([this] {
        m_connections.end();
        m_queue.close(); // after their last answers
    });
}

void EngineLoop::workSlice()
{
    if (m_import)
        return importSlice();
    const auto more = m_engine->deriveSlice();
    note(more.ok() ? base::Status() : base::Status(more.error()));
    m_isDeriving = more.ok() && *more;
    // A half-read CRM would be recorded as a small pipeline.
    if (more.ok() && !m_isDeriving && !m_connections.isSyncing())
        startLearning();
    publish();
}

void EngineLoop::startLearning()
{
    if (!m_learner || m_isLearning || m_engine->now() < m_learnAgainMs)
        return;
    const auto due = m_engine->reads().learningDue();
    if (!due.ok())
        return note(due.error());
    if (!due->any())
        return;
    m_isLearning = true;
    m_learner->ask<domain::Learned>(
        [learner = m_learner, due = *due](Reads &reads) {
            return reads.learn(due, [learner] { return learner->isStopping(); });
        },
        [this](base::Result<domain::Learned> learned) {
            m_queue.postAnswer([this, learned = std::move(learned)] { keep(learned); });
        });
}

void EngineLoop::keep(const base::Result<domain::Learned> &learned)
{
    m_isLearning = false;
    const auto status =
        learned.ok() ? m_engine->keepLearned(*learned) : base::Status(learned.error());
    m_learnAgainMs = m_engine->now() + learnAgainMs;
    note(status);
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
    if (!m_import)
        m_connections.work();
    else
        m_connections.send();
    if (m_collector && m_syncTold && m_syncTold->collector != m_collector())
        m_isSyncStale = true;
    publish();
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
    m_isSyncStale = m_isSyncStale || changes.sync || !changes.actions.empty();
    if (m_isSyncStale)
        tellSync();
}

void EngineLoop::watchCollector(std::function<domain::CollectorView()> view)
{
    m_collector = std::move(view);
}

base::Result<domain::SyncView> EngineLoop::syncView() const
{
    TRY_ASSIGN(auto out, m_connections.view());
    if (m_collector)
        out.collector = m_collector();
    return out;
}

// While pages come in quickly it is told now and then, and once more when they have come.
void EngineLoop::tellSync()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_connections.isSyncing() && now - m_toldSync < syncToldEvery)
        return;
    const auto view = syncView();
    if (!view.ok())
        return note(view.error());
    m_isSyncStale = false;
    m_toldSync = now;
    if (m_syncTold == *view)
        return;
    m_syncTold = *view;
    m_observers.tellAll([&](const Observer &observer) {
        if (observer.onSync)
            observer.onSync(*view);
    });
}

base::Result<domain::WorkspaceStatus> EngineLoop::status()
{
    TRY_ASSIGN(auto out, m_engine->status());
    out.syncing = m_connections.isSyncing();
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
        if (observer.onSync && m_syncTold)
            observer.onSync(*m_syncTold);
    });
}

void EngineLoop::startSync(Done done)
{
    if (m_connections.isEmpty())
        return done(base::Error{.code = base::ErrorCode::Refused,
                                .message = "No CRM is connected to this workspace.",
                                .todo = "Import files, or connect one."});
    m_connections.syncNow(std::move(done));
    publish();
}

void EngineLoop::poke(Done done)
{
    m_pokes.push_back(std::move(done));
    m_connections.hurry();
    onTick();
}

bool EngineLoop::isIdle() const
{
    return !hasBackgroundWork() && !m_isLearning && !m_connections.isBusy();
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
