// The commands of the terminal program, one family per file. Called from the command table only;
// each opens the workspace, does one thing and answers with a document or a text.
#pragma once

#include "app/cli/command.h"

namespace topline::app {

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

// connection_commands.cpp
base::Result<Reply> runConnect(const Invocation &invocation);
base::Result<Reply> runConnections(const Invocation &invocation);
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

// forecast_commands.cpp
base::Result<Reply> runForecast(const Invocation &invocation);
base::Result<Reply> runCall(const Invocation &invocation);

// risk_commands.cpp
base::Result<Reply> runRisk(const Invocation &invocation);

// signal_commands.cpp
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
