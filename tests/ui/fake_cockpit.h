// A Cockpit for window tests: it records commands by name, answers questions from public members,
// and lets the test push what an engine would push. GUI thread only; answers come at once, through
// the bridge's queue like real ones.
#pragma once

#include "core/engine/cockpit.h"
#include "tests/ui/fake_answers.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace topline::test {

class FakeCockpit : public engine::Cockpit, public FakeAnswers {
public:
    // How often a command or question came.
    int count(const std::string &name) const
    {
        return static_cast<int>(std::count(called.begin(), called.end(), name));
    }

    void push(engine::FeedUpdate update) const { observer.onFeed(update); }

    void pushStatus() const { observer.onStatus(workspace); }

    void pushSync() const { observer.onSync(syncView); }

    std::unique_ptr<engine::Subscription> subscribe(engine::Observer wanted) override;
    void approve(std::vector<base::Uuid> wanted, engine::Done done) override;
    void snooze(std::vector<base::Uuid> wanted, base::UtcMs untilMs, engine::Done done) override;
    void dismiss(std::vector<base::Uuid> wanted, domain::DismissReason reason,
                 engine::Done done) override;
    void markDone(std::vector<base::Uuid> wanted, domain::Outcome what, engine::Done done) override;
    void editDraft(base::Uuid id, domain::Draft edited, engine::Done done) override;
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
    void loadSync(engine::Answer<domain::SyncView> answer) override;
    void loadRequests(engine::Answer<std::vector<domain::RequestRow>> answer) override;
    void signIn(domain::SignInRequest request, std::function<void(std::string)> openBrowser,
                engine::Answer<domain::SignInReport> answer) override;
    void cancelSignIn() override;
    void startFirstSync(std::string system, engine::Done done) override;
    void stopSync(std::string system, engine::Done done) override;
    void disconnect(std::string system, engine::Done done) override;
    void resolveConflict(base::Uuid id, bool keepOurs, engine::Done done) override;
    void confirmDeletes(std::string system, bool accept, engine::Done done) override;
    void setCallBudget(std::string system, std::int64_t callsPerDay, engine::Done done) override;
    void whyMissing(std::string idOrText,
                    engine::Answer<std::vector<domain::MissingFinding>> answer) override;
    void editFields(domain::FieldEditRequest request, engine::Done done) override;
    void loadMeetingTimes(base::Uuid action, std::int64_t minutes,
                          engine::Answer<domain::MeetingOffer> answer) override;
    void loadDetail(base::Uuid, engine::Answer<domain::CardDetail> answer) override;
    void loadDeal(domain::DealId, engine::Answer<domain::CardDetail> answer) override;
    void loadPipeline(std::optional<domain::OwnerId>,
                      engine::Answer<domain::PipelineReport> answer) override;
    void loadRisk(std::optional<domain::OwnerId>,
                  engine::Answer<domain::RiskReport> answer) override;
    void loadVelocity(engine::VelocityRequest,
                      engine::Answer<domain::VelocityReport> answer) override;
    void loadForecast(engine::ForecastRequest,
                      engine::Answer<domain::ForecastReport> answer) override;
    void loadOwners(engine::Answer<std::vector<domain::Owner>> answer) override;
    void loadStatus(engine::Answer<domain::WorkspaceStatus> answer) override;
    void search(std::string, engine::Answer<std::vector<domain::SearchHit>> answer) override;

    engine::Insights &insights() override { return given; }

    engine::Collector &collector() override { return site; }

    engine::PlayDesk &plays() override { return book; }

    engine::DraftDesk &drafts() override { return drafting; }

    engine::Desk &desk() override { return work; }

    engine::ChannelDesk &channels() override { return mailAndMeetings; }

    base::UtcMs now() const override { return clock; }

    std::string zone() const override { return timeZone; }

private:
    void take(const char *name, std::vector<base::Uuid> wanted, const engine::Done &done);

    template <typename T>
    void give(const char *name, const T &value, const engine::Answer<T> &answer);
};

template <typename T>
void FakeCockpit::give(const char *name, const T &value, const engine::Answer<T> &answer)
{
    called.emplace_back(name);
    if (failNext)
        answer(*std::exchange(failNext, std::nullopt));
    else
        answer(value);
}

} // namespace topline::test
