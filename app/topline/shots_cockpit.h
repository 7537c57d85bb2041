// The engine as the pictures of --shots show it: everything is passed on to the real cockpit, but
// the state of the connections and the dry run can be scripted, since pictures are taken without
// any CRM. Made by WindowProgram for --shots only; GUI thread.
#pragma once

#include "core/engine/cockpit.h"

#include <functional>
#include <optional>
#include <utility>

namespace topline::app {

class ShotsCockpit final : public engine::Cockpit {
public:
    // `real` outlives this.
    explicit ShotsCockpit(engine::Cockpit &real)
        : m_real(real)
    {
    }

    // Shows this in place of what the engine tells; nothing goes back to the engine's own. Only
    // after subscribe().
    void script(std::optional<domain::SyncView> sync);

    std::unique_ptr<engine::Subscription> subscribe(engine::Observer observer) override;
    void loadSync(engine::Answer<domain::SyncView> answer) override;
    void loadRequests(engine::Answer<std::vector<domain::RequestRow>> answer) override;
    void signIn(domain::SignInRequest request, std::function<void(std::string)> openBrowser,
                engine::Answer<domain::SignInReport> answer) override;
    void startFirstSync(std::string system, engine::Done done) override;

    void approve(std::vector<base::Uuid> ids, engine::Done done) override;
    void snooze(std::vector<base::Uuid> ids, base::UtcMs untilMs, engine::Done done) override;
    void dismiss(std::vector<base::Uuid> ids, domain::DismissReason reason,
                 engine::Done done) override;
    void markDone(std::vector<base::Uuid> ids, domain::Outcome outcome, engine::Done done) override;
    void editDraft(base::Uuid id, domain::Draft draft, engine::Done done) override;
    void retry(base::Uuid id, engine::Done done) override;
    void resolveUnknown(base::Uuid id, bool arrived, engine::Done done) override;
    void makeTask(engine::TaskRequest request, engine::Done done) override;
    void bookMeeting(engine::BookRequest request, engine::Done done) override;
    void undo(engine::Answer<domain::UndoReport> answer) override;
    void redo(engine::Answer<domain::UndoReport> answer) override;
    void setAutomationStopped(bool stopped, engine::Done done) override;
    void takeOver(engine::Done done) override;
    void callDeal(domain::DealId deal, std::optional<domain::ForecastCategory> category,
                  engine::Done done) override;
    void syncNow(engine::Done done) override;
    void importFiles(engine::ImportRequest request, domain::ProgressCallback progress,
                     engine::Answer<domain::ImportReport> answer) override;
    void cancelSignIn() override;
    void stopSync(std::string system, engine::Done done) override;
    void disconnect(std::string system, engine::Done done) override;
    void resolveConflict(base::Uuid id, bool keepOurs, engine::Done done) override;
    void confirmDeletes(std::string system, bool accept, engine::Done done) override;
    void setCallBudget(std::string system, std::int64_t callsPerDay, engine::Done done) override;
    void whyMissing(std::string idOrText,
                    engine::Answer<std::vector<domain::MissingFinding>> answer) override;
    void editFields(domain::FieldEditRequest request, engine::Done done) override;
    void loadDetail(base::Uuid action, engine::Answer<domain::CardDetail> answer) override;
    void loadMeetingTimes(base::Uuid action, std::int64_t minutes,
                          engine::Answer<domain::MeetingOffer> answer) override;
    void loadDeal(domain::DealId deal, engine::Answer<domain::CardDetail> answer) override;
    void loadPipeline(std::optional<domain::OwnerId> owner,
                      engine::Answer<domain::PipelineReport> answer) override;
    void loadRisk(std::optional<domain::OwnerId> owner,
                  engine::Answer<domain::RiskReport> answer) override;
    void loadVelocity(engine::VelocityRequest request,
                      engine::Answer<domain::VelocityReport> answer) override;
    void loadForecast(engine::ForecastRequest request,
                      engine::Answer<domain::ForecastReport> answer) override;
    void loadOwners(engine::Answer<std::vector<domain::Owner>> answer) override;
    void loadStatus(engine::Answer<domain::WorkspaceStatus> answer) override;
    void search(std::string text, engine::Answer<std::vector<domain::SearchHit>> answer) override;

    engine::Insights &insights() override { return m_real.insights(); }

    engine::Collector &collector() override { return m_real.collector(); }

    engine::PlayDesk &plays() override { return m_real.plays(); }

    engine::DraftDesk &drafts() override { return m_real.drafts(); }

    engine::Desk &desk() override { return m_real.desk(); }

    engine::ChannelDesk &channels() override { return m_real.channels(); }

    base::UtcMs now() const override;
    std::string zone() const override;

private:
    engine::Cockpit &m_real;
    std::function<void(const domain::SyncView &)> m_tell;
    std::optional<domain::SyncView> m_script;
};

} // namespace topline::app
