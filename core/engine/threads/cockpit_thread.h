// The engine for the window: threads around an Engine. Commands and questions return at once;
// commands run on the engine's thread, reports and inspectors on a reader's thread over a read-only
// connection, requests to the CRM on the courier's thread. Made by app/composition. When it is
// destroyed, observers are told nothing more, requests under way end early, what was commanded is
// done, and the workspace is closed.
#pragma once

#include "core/engine/cockpit.h"
#include "core/engine/engine.h"
#include "core/engine/threads/cockpit_channels.h"
#include "core/engine/threads/cockpit_collector.h"
#include "core/engine/threads/cockpit_desk.h"
#include "core/engine/threads/cockpit_insights.h"
#include "core/engine/threads/draft_desk_thread.h"
#include "core/engine/threads/engine_loop.h"
#include "core/engine/threads/play_cockpit.h"
#include "core/engine/threads/reader.h"

#include <memory>
#include <string>
#include <thread>

namespace topline::engine {

struct CockpitParts {
    std::unique_ptr<Engine> engine;
    crm::Connector *connector = nullptr; // may be null; must outlive the cockpit
    std::string workspaceFile;
    base::Clock &clock; // thread-safe; must outlive the cockpit
    LoopTimes times = {};
    crm::ConnectionSource *source = nullptr; // may be null; thread-safe; must outlive the cockpit
    CollectorHost *collector = nullptr;      // may be null; must outlive the cockpit
    ModelAccess model = {};
};

class CockpitThread final : public Cockpit {
public:
    explicit CockpitThread(CockpitParts parts);
    ~CockpitThread() override;

    std::unique_ptr<Subscription> subscribe(Observer observer) override;

    void approve(std::vector<base::Uuid> ids, Done done) override;
    void snooze(std::vector<base::Uuid> ids, base::UtcMs untilMs, Done done) override;
    void dismiss(std::vector<base::Uuid> ids, domain::DismissReason reason, Done done) override;
    void markDone(std::vector<base::Uuid> ids, domain::Outcome outcome, Done done) override;
    void editDraft(base::Uuid id, domain::Draft draft, Done done) override;
    void retry(base::Uuid id, Done done) override;
    void resolveUnknown(base::Uuid id, bool arrived, Done done) override;
    void makeTask(TaskRequest request, Done done) override;
    void bookMeeting(BookRequest request, Done done) override;
    void undo(Answer<domain::UndoReport> answer) override;
    void redo(Answer<domain::UndoReport> answer) override;
    void setAutomationStopped(bool stopped, Done done) override;
    void takeOver(Done done) override;
    void callDeal(domain::DealId deal, std::optional<domain::ForecastCategory> category,
                  Done done) override;

    void syncNow(Done done) override;
    void importFiles(ImportRequest request, domain::ProgressCallback progress,
                     Answer<domain::ImportReport> answer) override;

    void loadSync(Answer<domain::SyncView> answer) override;
    void loadRequests(Answer<std::vector<domain::RequestRow>> answer) override;
    void signIn(domain::SignInRequest request, std::function<void(std::string)> openBrowser,
                Answer<domain::SignInReport> answer) override;
    void cancelSignIn() override;
    void startFirstSync(std::string system, Done done) override;
    void stopSync(std::string system, Done done) override;
    void disconnect(std::string system, Done done) override;
    void resolveConflict(base::Uuid id, bool keepOurs, Done done) override;
    void confirmDeletes(std::string system, bool accept, Done done) override;
    void setCallBudget(std::string system, std::int64_t callsPerDay, Done done) override;
    void whyMissing(std::string idOrText,
                    Answer<std::vector<domain::MissingFinding>> answer) override;
    void editFields(domain::FieldEditRequest request, Done done) override;

    void loadDetail(base::Uuid action, Answer<domain::CardDetail> answer) override;
    void loadMeetingTimes(base::Uuid action, std::int64_t minutes,
                          Answer<domain::MeetingOffer> answer) override;
    void loadDeal(domain::DealId deal, Answer<domain::CardDetail> answer) override;
    void loadPipeline(std::optional<domain::OwnerId> owner,
                      Answer<domain::PipelineReport> answer) override;
    void loadRisk(std::optional<domain::OwnerId> owner, Answer<domain::RiskReport> answer) override;
    void loadVelocity(VelocityRequest request, Answer<domain::VelocityReport> answer) override;
    void loadForecast(ForecastRequest request, Answer<domain::ForecastReport> answer) override;
    void loadOwners(Answer<std::vector<domain::Owner>> answer) override;
    void loadStatus(Answer<domain::WorkspaceStatus> answer) override;
    void search(std::string text, Answer<std::vector<domain::SearchHit>> answer) override;

    Insights &insights() override { return m_insights; }

    Collector &collector() override { return m_collector; }

    PlayDesk &plays() override { return m_plays; }

    DraftDesk &drafts() override { return m_drafts; }

    Desk &desk() override { return m_desk; }

    ChannelDesk &channels() override { return m_channels; }

    base::UtcMs now() const override { return m_clock.now(); }

    std::string zone() const override { return m_zone; }

    // Looks at the clock now rather than at the next tick; `done` runs when everything that was due
    // at this moment has been done, synced and sent.
    void poke(Done done);

private:
    void command(std::function<base::Status(Engine &)> command, Done done)
    {
        m_loop.command(std::move(command), std::move(done));
    }

    void onLoop(std::function<void()> task, const Done &refused);

    template <typename T>
    void ask(std::function<base::Result<T>(Engine &)> question, Answer<T> answer)
    {
        m_loop.ask<T>(std::move(question), std::move(answer));
    }

    base::Clock &m_clock;
    std::string m_zone;
    EngineLoop m_loop;
    Reader m_reader;
    Reader m_slowReader; // for what takes seconds, so that nobody waits behind it
    CockpitInsights m_insights;
    PlayCockpit m_plays;
    CockpitCollector m_collector;
    DraftDeskThread m_drafts;
    CockpitDesk m_desk;
    CockpitChannels m_channels;
    std::thread m_thread;
};

} // namespace topline::engine
