// What an engine consists of: the workspace it owns and the parts that work on it, in the order in
// which they depend on each other. Made and used by Engine only, on its thread.
#pragma once

#include "core/engine/channels/calendar_book.h"
#include "core/engine/channels/mail_book.h"
#include "core/engine/commands/account_work.h"
#include "core/engine/commands/commands.h"
#include "core/engine/deals/plan_work.h"
#include "core/engine/drafts/draft_work.h"
#include "core/engine/engine.h"
#include "core/engine/feed/feed_index.h"
#include "core/engine/guards/play_set.h"
#include "core/engine/intake/connection_book.h"
#include "core/engine/outbox/install_guard.h"
#include "core/engine/outbox/outbox_runner.h"
#include "core/engine/plays/play_book.h"
#include "core/engine/plays/upkeep.h"
#include "core/engine/reads/reads.h"
#include "core/engine/step/context.h"
#include "core/sync/sync_run.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace topline::engine {

class EngineState final : public sync::PageSink {
public:
    explicit EngineState(EngineParts parts);

    std::unique_ptr<store::Workspace> workspace;
    PlaySet playSet;
    Context context;
    PlayBook playBook;
    Upkeep upkeep;
    Commands commands;
    InstallGuard install;
    OutboxRunner outbox;
    ConnectionBook connections;
    AccountWork accountWork;
    CalendarBook calendarBook;
    MailBook mailBook;
    DraftWork drafts;
    PlanWork planWork;
    FeedIndex feed;
    std::string sourceTitle;

    // The policy, the salt that the holdout is drawn with, the first ledger row, the outbox.
    base::Status start();

    base::Result<std::string> cursor(const std::string &system) override;
    base::Status apply(const std::string &system, const crm::Page &page) override;
    base::Result<std::optional<sync::RollCallAsk>> rollCall(const std::string &system) override;
    base::Status applyRollCall(const std::string &system, const sync::RollCallAsk &ask,
                               sync::RollCallOutcome outcome, const crm::Page &found) override;
    base::Status noteFailure(const std::string &system, const base::Error &error) override;
    SyncSummary summary; // of the sync under way

    base::Status setPolicy(const domain::Policy &policy);
    base::Status setRiskPolicy(const domain::RiskPolicy &policy);
    base::Result<IncomingReport> takeIncoming(const domain::Incoming &incoming);
    base::Status cutVisitor(const domain::VisitorCut &cut);
    base::Status refreshFeed();
    domain::ChangeSet takeChanges();
    base::Result<domain::WorkspaceStatus> status();
    base::Result<LedgerVerdict> verifyLedger();

    void recordsChanged() { m_recordsChanged = true; }

    Reads reads() { return {context.tables(), context.plays, context.policy, context.clock.now()}; }

private:
    std::vector<domain::Play> m_shipped; // until start() has taken them

    void spreadUntold();
    base::Status recount();
    base::Result<std::string> sourceTitles() const;

    domain::ChangeSet m_forFeed;
    domain::ChangeSet m_forObservers;
    std::map<std::string, std::int64_t> m_counts;
    std::optional<base::UtcMs> m_countedMs; // large tables are counted at most once a minute
    bool m_recordsChanged = true;
};

} // namespace topline::engine
