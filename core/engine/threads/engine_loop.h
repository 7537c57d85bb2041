// The engine's thread: takes tasks from its queue one by one, derives what is due in between, keeps
// the pumps going on every tick, and tells observers what changed. Made and ended by CockpitThread;
// everything but the queue and the observers is touched on this thread only.
#pragma once

#include "core/base/work_queue.h"
#include "core/engine/engine.h"
#include "core/engine/intake/import_run.h"
#include "core/engine/threads/connections.h"
#include "core/engine/threads/observer_list.h"
#include "core/engine/threads/reader.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace topline::engine {

struct LoopTimes {
    std::chrono::milliseconds tick{1'000}; // 0: only when poked (tests)
    ConnectionTimes connections = {};
};

base::Error tooBusy();

class EngineLoop {
public:
    // `connector` and `source` may be null; what is given must outlive the loop.
    EngineLoop(std::unique_ptr<Engine> engine, crm::Connector *connector,
               crm::ConnectionSource *source, LoopTimes times);
    ~EngineLoop();

    base::WorkQueue &queue() { return m_queue; }

    ObserverList &observers() { return m_observers; }

    // The thread's body; returns when the queue is closed and empty.
    void run();
    // From any thread: what was commanded is still done, requests under way end early, and run()
    // returns.
    void endSoon();

    // From any thread: runs `command` on the engine's thread, tells observers, then `done`.
    void command(std::function<base::Status(Engine &)> command, Done done);

    // From any thread: asks on the engine's thread, tells observers what that changed, then
    // answers.
    template <typename T>
    void ask(std::function<base::Result<T>(Engine &)> question, Answer<T> answer)
    {
        const bool isTaken = m_queue.post([this, question = std::move(question), answer] {
            auto given = question(*m_engine);
            publish();
            answer(std::move(given));
        });
        if (!isTaken)
            answer(tooBusy());
    }

    // On the engine's thread:
    Engine &engine() { return *m_engine; }

    Connections &connections() { return m_connections; }

    // Before run(): learning is asked of `learner`, which must end before the loop does.
    void learnWith(Reader &learner) { m_learner = &learner; }

    void subscribe(const std::shared_ptr<ObserverList::Slot> &slot);
    void publish();
    // Before run(): its view is told as part of the SyncView, when it changed on a tick or by
    // noteSyncChanged(), which the next publish() follows.
    void watchCollector(std::function<domain::CollectorView()> view);

    void noteSyncChanged() { m_isSyncStale = true; }

    base::Result<domain::SyncView> syncView() const;
    void startSync(Done done);
    // Looks at the clock now; `done` runs when nothing is left to do at this moment.
    void poke(Done done);
    void startImport(const ImportRequest &request, const domain::ProgressCallback &progress,
                     Answer<domain::ImportReport> answer);
    base::Result<domain::WorkspaceStatus> status();

private:
    struct Import {
        std::unique_ptr<ImportRun> run;
        Answer<domain::ImportReport> answer;
    };

    bool hasBackgroundWork() const { return m_isDeriving || m_import; }

    void workSlice();
    void importSlice();
    void startLearning();
    void keep(const base::Result<domain::Learned> &learned);
    void onTick();
    void tellSync();
    void note(const base::Status &status);
    void settleWaiters();
    bool isIdle() const;
    void tellStatus();

    base::WorkQueue m_queue;
    ObserverList m_observers;
    std::unique_ptr<Engine> m_engine;
    LoopTimes m_times;
    Connections m_connections;
    std::chrono::steady_clock::time_point m_nextTick;
    std::chrono::steady_clock::time_point m_toldSync{};
    bool m_isSyncStale = true;
    std::optional<domain::SyncView> m_syncTold;
    std::function<domain::CollectorView()> m_collector; // may be empty
    bool m_isDeriving = true;                           // whatever a crash or a closed night left
    std::optional<Import> m_import;
    Reader *m_learner = nullptr;
    bool m_isLearning = false;
    base::UtcMs m_learnAgainMs = 0; // not before, after a failure
    std::vector<Done> m_pokes;
    std::optional<base::Error> m_fault; // of background work, shown in the status bar
};

} // namespace topline::engine
