// The engine as the window sees it: commands and questions that return at once, answers by
// callback, and one observer for changes. The only header of core/engine that ui may include. Every
// callback runs on the engine's (or reader's) thread; the bridge in ui carries it to the GUI
// thread. A callback never runs after its Subscription or the Cockpit is gone. Nothing throws.
#pragma once

#include "core/base/result.h"
#include "core/domain/card_detail.h"
#include "core/domain/change_set.h"
#include "core/domain/connect.h"
#include "core/domain/feed.h"
#include "core/domain/forecast.h"
#include "core/domain/import.h"
#include "core/domain/meeting_offer.h"
#include "core/domain/metric.h"
#include "core/domain/risk_report.h"
#include "core/domain/status.h"
#include "core/domain/sync_view.h"
#include "core/engine/channel_desk.h"
#include "core/engine/cockpit_requests.h"
#include "core/engine/collector.h"
#include "core/engine/desk.h"
#include "core/engine/draft_desk.h"
#include "core/engine/insights.h"
#include "core/engine/play_desk.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace topline::engine {

// Cards that are new or different, and those that are gone; the order is by FeedCard::sortKey.
struct FeedUpdate {
    std::vector<domain::FeedCard> changed;
    std::vector<base::Uuid> removed;
    domain::FeedCounts counts;
    base::UtcMs nowMs = 0;
};

struct Observer {
    std::function<void(const FeedUpdate &)> onFeed;
    std::function<void(const domain::WorkspaceStatus &)> onStatus;
    std::function<void(const domain::ChangeSet &)>
        onRecords; // deals or accounts changed: ask again
    // When it changed; the progress of a first sync at most about four times a second.
    std::function<void(const domain::SyncView &)> onSync = {};
};

// Ends the subscription when destroyed; waits for a callback under way.
class Subscription {
public:
    virtual ~Subscription() = default;
};

class Cockpit {
public:
    virtual ~Cockpit() = default;

    // The whole feed comes first as one FeedUpdate, then what changes.
    virtual std::unique_ptr<Subscription> subscribe(Observer observer) = 0;

    // Commands on actions. A list is one step for undo. Approved actions leave after the hold.
    virtual void approve(std::vector<base::Uuid> ids, Done done) = 0;
    virtual void snooze(std::vector<base::Uuid> ids, base::UtcMs untilMs, Done done) = 0;
    virtual void dismiss(std::vector<base::Uuid> ids, domain::DismissReason reason, Done done) = 0;
    virtual void markDone(std::vector<base::Uuid> ids, domain::Outcome outcome, Done done) = 0;
    virtual void editDraft(base::Uuid id, domain::Draft draft, Done done) = 0;
    virtual void retry(base::Uuid id, Done done) = 0;
    // A person says what became of an unknown effect; not arrived means that it may be sent again.
    virtual void resolveUnknown(base::Uuid id, bool arrived, Done done) = 0;
    virtual void makeTask(TaskRequest request, Done done) = 0;
    virtual void bookMeeting(BookRequest request, Done done) = 0; // leaves after the hold
    virtual void undo(Answer<domain::UndoReport> answer) = 0;
    virtual void redo(Answer<domain::UndoReport> answer) = 0;
    virtual void setAutomationStopped(bool stopped, Done done) = 0;
    virtual void takeOver(Done done) = 0; // of a frozen copy: it acts from here on
    // A rep's own word on an open deal; nothing takes it back. The newest counts.
    virtual void callDeal(domain::DealId deal, std::optional<domain::ForecastCategory> category,
                          Done done) = 0;

    // Records in.
    virtual void syncNow(Done done) = 0;
    virtual void importFiles(ImportRequest request, domain::ProgressCallback progress,
                             Answer<domain::ImportReport> answer) = 0;

    // Connections to CRMs.
    virtual void loadSync(Answer<domain::SyncView> answer) = 0;
    // Newest first, at most 1,000.
    virtual void loadRequests(Answer<std::vector<domain::RequestRow>> answer) = 0;
    // Signs in, asks who it is and counts; nothing is pulled before startFirstSync. openBrowser
    // runs on a courier's thread.
    virtual void signIn(domain::SignInRequest request, std::function<void(std::string)> openBrowser,
                        Answer<domain::SignInReport> answer) = 0;
    virtual void cancelSignIn() = 0;
    virtual void startFirstSync(std::string system, Done done) = 0;
    virtual void stopSync(std::string system, Done done) = 0;
    virtual void disconnect(std::string system, Done done) = 0; // records stay
    virtual void resolveConflict(base::Uuid id, bool keepOurs, Done done) = 0;
    virtual void confirmDeletes(std::string system, bool accept, Done done) = 0;
    virtual void setCallBudget(std::string system, std::int64_t callsPerDay, Done done) = 0;
    virtual void whyMissing(std::string idOrText,
                            Answer<std::vector<domain::MissingFinding>> answer) = 0;
    virtual void editFields(domain::FieldEditRequest request, Done done) = 0;

    // Questions.
    virtual void loadDetail(base::Uuid action, Answer<domain::CardDetail> answer) = 0;
    virtual void loadDeal(domain::DealId deal, Answer<domain::CardDetail> answer) = 0;
    // Times to meet the person of that action, for a meeting of so many minutes.
    virtual void loadMeetingTimes(base::Uuid action, std::int64_t minutes,
                                  Answer<domain::MeetingOffer> answer) = 0;
    virtual void loadPipeline(std::optional<domain::OwnerId> owner,
                              Answer<domain::PipelineReport> answer) = 0;
    // Open deals with what may be wrong with them, riskiest first.
    virtual void loadRisk(std::optional<domain::OwnerId> owner,
                          Answer<domain::RiskReport> answer) = 0;
    virtual void loadVelocity(VelocityRequest request, Answer<domain::VelocityReport> answer) = 0;
    virtual void loadForecast(ForecastRequest request, Answer<domain::ForecastReport> answer) = 0;
    virtual void loadOwners(Answer<std::vector<domain::Owner>> answer) = 0;
    virtual void loadStatus(Answer<domain::WorkspaceStatus> answer) = 0;
    virtual void search(std::string text, Answer<std::vector<domain::SearchHit>> answer) = 0;

    // Signals, scores, forecasts; events of the own site; plays and their runs; drafts; plans of
    // deals. All live as long as the cockpit.
    virtual Insights &insights() = 0;
    virtual Collector &collector() = 0;
    virtual PlayDesk &plays() = 0;
    virtual DraftDesk &drafts() = 0;
    virtual Desk &desk() = 0;
    virtual ChannelDesk &channels() = 0; // mailbox and calendar

    virtual base::UtcMs now() const = 0; // the window shows no other time
    virtual std::string zone() const = 0;
};

} // namespace topline::engine
