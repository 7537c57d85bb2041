// The engine: the whole loop from a page of records to the ledger, as plain calls that return when
// the work is durable. Used on one thread at a time: by the terminal program, by tests, and by
// CockpitThread on the engine thread for the window. Every change is one transaction; a failure or
// a crash in it changes nothing, and what was left to be derived is found again at the next open.
#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/ledger_entry.h"
#include "core/domain/policy.h"
#include "core/engine/cockpit.h"
#include "core/engine/engine_parts.h"
#include "core/engine/engine_reports.h"
#include "core/sync/sync_run.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace topline::engine {

class AccountWork;
class ConnectionBook;
class DeskWork;
class DraftWork;
class GuardDesk;
class EngineState;
class ImportRun;
class CalendarBook;
class MailBook;
class PlanWork;
class PlayBook;
class Reads;

class Engine {
public:
    // Puts effects that were under way at a crash where they belong (never sends again on doubt).
    static base::Result<std::unique_ptr<Engine>> open(EngineParts parts);
    ~Engine();

    // Records in, as one transaction that marks touched accounts due; derive() then decides.
    base::Status applyPage(const std::string &system, const crm::Page &page);
    sync::PageSink &pages(); // where a sync's pages and roll calls go, and where it begins
    base::Status derive();
    base::Result<bool> deriveSlice(); // at most about 50 ms; true while more is due
    base::Result<SyncSummary> sync(crm::Connector &connector, const crm::CancelToken &cancel,
                                   const SyncProgress &progress = {});
    // A bad row is kept aside; a failure or cancel keeps what was committed; a dry run only counts.
    base::Result<domain::ImportReport> import(const ImportRequest &request,
                                              const domain::ProgressCallback &progress = {});
    // Batch by batch; nothing else may be asked of the engine during a dry run.
    base::Result<std::unique_ptr<ImportRun>> startImport(const ImportRequest &request,
                                                         const domain::ProgressCallback &progress);
    base::Result<IncomingReport> takeIncoming(const domain::Incoming &incoming); // all or nothing

    // Time passes: snoozes end, actions expire; tick() derives what is due and learns.
    base::Status passTime();
    base::Status tick();
    base::Status keepLearned(const domain::Learned &learned);

    // Commands. A list is all or nothing and one step of undo. Illegal moves are Refused.
    base::Status approve(const std::vector<base::Uuid> &ids);
    base::Status snooze(const std::vector<base::Uuid> &ids, base::UtcMs untilMs,
                        bool untilReply = false); // or sooner, when the buyer answers or visits
    base::Status markDuplicate(const base::Uuid &id, const base::Uuid &of);
    base::Status dismiss(const std::vector<base::Uuid> &ids, domain::DismissReason reason);
    base::Status markDone(const std::vector<base::Uuid> &ids, domain::Outcome outcome);
    base::Status editDraft(const base::Uuid &id, const domain::Draft &draft);
    base::Status retry(const base::Uuid &id);
    base::Status reassign(const std::vector<base::Uuid> &ids, domain::OwnerId owner,
                          domain::HandOnWhy why = domain::HandOnWhy::Unsaid);
    base::Status resolveUnknown(const base::Uuid &id, bool arrived);
    base::Result<std::vector<base::Uuid>> makeTask(const TaskRequest &request);
    base::Result<base::Uuid> bookMeeting(const BookRequest &request);
    base::Result<std::vector<base::Uuid>> editFields(const domain::FieldEditRequest &request);
    base::Status resolveConflict(const base::Uuid &id, bool keepOurs);
    base::Status confirmDeletes(const std::string &system, bool accept);
    base::Result<domain::UndoReport> undo();
    base::Result<domain::UndoReport> redo();
    base::Status setAutomationStopped(bool stopped);
    base::Status callDeal(domain::DealId deal, std::optional<domain::ForecastCategory> category);
    base::Status setPolicy(const domain::Policy &policy);
    base::Status setRiskPolicy(const domain::RiskPolicy &policy);
    base::Status cutVisitor(const domain::VisitorCut &cut); // NotFound: unknown visitors
    base::Status setValue(const std::string &key, const std::string &value); // no policy
    base::Status thaw(); // after a restore: a person says that this computer takes over

    // Outbox, one connection's part of it: claim stores intents, as many as `room` says may go
    // together (none: one), after asking every guard again; markOnWire comes just before the
    // request; recordAnswer follows it for each. Empty: nothing may leave now.
    base::Result<std::vector<domain::Effect>> claim(const store::EffectRoute &route = {},
                                                    const SendRoom &room = {});
    base::Status markOnWire(std::span<const domain::Effect> effects);
    base::Status recordAnswer(const base::Uuid &effect, const crm::PushAnswer &answer);
    base::Result<std::vector<domain::Effect>> unknownEffects(const store::EffectRoute &route = {});
    base::Status recordLookUp(const base::Uuid &effect, const crm::PushAnswer &answer);
    // Looks up unknown effects of the connector's records, then sends what is due; ownerless too.
    base::Result<DrainReport> drainOutbox(crm::Connector &connector, const crm::CancelToken &cancel,
                                          bool takesOwnerless = true);

    ConnectionBook &connections();
    AccountWork &accounts();  // what people say of accounts and deals
    CalendarBook &calendar(); // the calendar that meetings are booked in
    MailBook &mail();         // the mailbox that mails leave by
    PlayBook &playBook();     // versions, switches and runs of plays
    GuardDesk guards();
    DraftWork &drafts(); // what drafts are made with
    PlanWork &plans();
    DeskWork deeds(); // calls, and batches before their approval

    // The feed, in order; and what changed since the last call (the first call gives all of it).
    base::Result<std::vector<domain::FeedCard>> feed();
    base::Result<FeedUpdate> takeFeedUpdate();
    domain::ChangeSet takeChanges();
    base::Result<domain::FeedCounts> feedCounts();

    // Questions; the longer ones are also on Reads for a reading thread.
    base::Result<domain::CardDetail> detail(const base::Uuid &action);
    base::Result<domain::CardDetail> dealDetail(domain::DealId deal);
    base::Result<domain::PipelineReport> pipeline(std::optional<domain::OwnerId> owner = {});
    base::Result<domain::VelocityReport> velocity(const VelocityRequest &request = {});
    base::Result<std::vector<domain::Owner>> owners();
    base::Result<domain::WorkspaceStatus> status();
    base::Result<std::vector<domain::SearchHit>> search(const std::string &text);
    Reads reads(); // every other question, as of this moment
    // An action by its id, or by a leading part of the id's text that fits only one.
    base::Result<domain::Action> findAction(const std::string &idText);
    void noteRecordsChanged(); // other than through this object's own calls
    // The record of it all.
    base::Result<LedgerVerdict> verifyLedger();
    base::Result<std::vector<domain::LedgerEntry>> ledger(std::int64_t limit); // newest first
    base::Result<RebuildReport> rebuild();
    base::Result<WorkspaceCheck> check();
    base::Result<BackupReport> backUp(const std::string &target);
    // Records as CSV in a layout (a preset or mapping file; empty: the one they came from).
    base::Result<ExportReport> exportTo(const std::string &folder, const std::string &layout = {});

    const domain::Policy &policy() const;
    const std::vector<domain::Play> &plays() const; // in force, by id; those that are off too
    base::UtcMs now() const;
    store::Tables &tables(); // for lists that are plain rows (accounts, deals)

private:
    explicit Engine(std::unique_ptr<EngineState> state);

    std::unique_ptr<EngineState> m_state;
};

} // namespace topline::engine
