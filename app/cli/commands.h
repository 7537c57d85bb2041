// The commands of the terminal program, one family per file. Called from the command table only;
// each opens the workspace, does one thing and answers with a document or a text.
#pragma once

#include "app/cli/command.h"
#include "core/domain/ids.h"

namespace topline::app {

class Session;

// workspace_commands.cpp
base::Result<Reply> runNew(const Invocation &invocation);
base::Result<Reply> runStatus(const Invocation &invocation);
base::Result<Reply> runCheck(const Invocation &invocation);
base::Result<Reply> runRebuild(const Invocation &invocation);
base::Result<Reply> runBackup(const Invocation &invocation);
base::Result<Reply> runRestore(const Invocation &invocation);
base::Result<Reply> runThaw(const Invocation &invocation);

// import_commands.cpp
base::Result<Reply> runImportCrm(const Invocation &invocation);
base::Result<Reply> runImportEvents(const Invocation &invocation);
base::Result<Reply> runExport(const Invocation &invocation);

// collector_commands.cpp
base::Result<Reply> runCollect(const Invocation &invocation);
base::Result<Reply> runCollectorOn(const Invocation &invocation);
base::Result<Reply> runCollectorOff(const Invocation &invocation);
base::Result<Reply> runCollectorStatus(const Invocation &invocation);
base::Result<Reply> runCollectorNewKey(const Invocation &invocation);

// calendar_commands.cpp
base::Result<Reply> runCalendarConnect(const Invocation &invocation);
base::Result<Reply> runCalendarForget(const Invocation &invocation);

// connection_commands.cpp
base::Result<Reply> runConnect(const Invocation &invocation);
base::Result<Reply> runConnections(const Invocation &invocation);
base::Result<Reply> runMailbox(const Invocation &invocation);
base::Result<Reply> runDisconnect(const Invocation &invocation);
base::Result<Reply> runRequests(const Invocation &invocation);
base::Result<Reply> runMissing(const Invocation &invocation);

// edit_commands.cpp
base::Result<Reply> runEdit(const Invocation &invocation);
base::Result<Reply> runConflicts(const Invocation &invocation);
base::Result<Reply> runDeletes(const Invocation &invocation);
base::Result<Reply> resolveConflict(const Invocation &invocation); // `resolve` with two words

// sync_commands.cpp
base::Result<Reply> runSync(const Invocation &invocation);
base::Result<Reply> runDemoAdvance(const Invocation &invocation);
base::Result<Reply> runRun(const Invocation &invocation);

// feed_commands.cpp
base::Result<Reply> runFeed(const Invocation &invocation);
base::Result<Reply> runShow(const Invocation &invocation);

// action_commands.cpp
base::Result<Reply> runApprove(const Invocation &invocation);
base::Result<Reply> runSnooze(const Invocation &invocation);
base::Result<Reply> runDismiss(const Invocation &invocation);
base::Result<Reply> runDone(const Invocation &invocation);
base::Result<Reply> runUndo(const Invocation &invocation);
base::Result<Reply> runResolve(const Invocation &invocation);

// plan_commands.cpp
base::Result<Reply> runPlan(const Invocation &invocation);
base::Result<Reply> runPlanAdd(const Invocation &invocation);
base::Result<Reply> runPlanSet(const Invocation &invocation);
base::Result<Reply> runPlanCheck(const Invocation &invocation);
base::Result<Reply> runPlanList(const Invocation &invocation);
base::Result<Reply> tellPlanOf(Session &session, domain::DealId deal);
base::Result<Reply> runReassign(const Invocation &invocation);
base::Result<Reply> runPhone(const Invocation &invocation);
base::Result<Reply> runReview(const Invocation &invocation);

// account_commands.cpp
base::Result<Reply> runAccounts(const Invocation &invocation);
base::Result<Reply> runAccount(const Invocation &invocation);
base::Result<Reply> runIcpShow(const Invocation &invocation);
base::Result<Reply> runIcpSet(const Invocation &invocation);

// record_commands.cpp
base::Result<Reply> runDeals(const Invocation &invocation);
base::Result<Reply> runSearch(const Invocation &invocation);

// metric_commands.cpp
base::Result<Reply> runMetrics(const Invocation &invocation);
base::Result<Reply> runRvi(const Invocation &invocation);

// model_commands.cpp
base::Result<Reply> runModels(const Invocation &invocation);
base::Result<Reply> runModelsFit(const Invocation &invocation); // on a file, without a workspace

// draft_commands.cpp
base::Result<Reply> runFields(const Invocation &invocation);
base::Result<Reply> runSnippets(const Invocation &invocation);
base::Result<Reply> runSnippetsSet(const Invocation &invocation);
base::Result<Reply> runSnippetsRemove(const Invocation &invocation);
base::Result<Reply> runContent(const Invocation &invocation);
base::Result<Reply> runContentImport(const Invocation &invocation);
base::Result<Reply> runContentExport(const Invocation &invocation);
base::Result<Reply> runLinks(const Invocation &invocation);
base::Result<Reply> runLinksAllow(const Invocation &invocation);
base::Result<Reply> runLinksForget(const Invocation &invocation);
base::Result<Reply> runModelSent(const Invocation &invocation);

// forecast_commands.cpp
base::Result<Reply> runForecast(const Invocation &invocation);
base::Result<Reply> runCall(const Invocation &invocation);

// risk_commands.cpp
base::Result<Reply> runRisk(const Invocation &invocation);

// signal_commands.cpp
base::Result<Reply> runPlays(const Invocation &invocation);
base::Result<Reply> runPlaysShow(const Invocation &invocation);
base::Result<Reply> runPlaysCheck(const Invocation &invocation);
base::Result<Reply> runPlaysImport(const Invocation &invocation);
base::Result<Reply> runPlaysExport(const Invocation &invocation);
base::Result<Reply> runPlaysDryRun(const Invocation &invocation);
base::Result<Reply> runPlaysOn(const Invocation &invocation);
base::Result<Reply> runPlaysOff(const Invocation &invocation);
base::Result<Reply> runPlaysDiff(const Invocation &invocation);
base::Result<Reply> runPlaysRuns(const Invocation &invocation);
base::Result<Reply> runAudit(const Invocation &invocation);
base::Result<Reply> runSignals(const Invocation &invocation);
base::Result<Reply> runSignalsSet(const Invocation &invocation);
base::Result<Reply> runSignalsOn(const Invocation &invocation);
base::Result<Reply> runSignalsOff(const Invocation &invocation);

// ledger_commands.cpp
base::Result<Reply> runLedgerList(const Invocation &invocation);
base::Result<Reply> runLedgerVerify(const Invocation &invocation);

// help_command.cpp
base::Result<Reply> runHelp(const Invocation &invocation);

} // namespace topline::app
