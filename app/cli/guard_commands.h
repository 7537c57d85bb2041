// The commands about guardrails, consents and the list of whom not to contact. Called from the
// command table only; each opens the workspace, does one thing and answers.
#pragma once

#include "app/cli/command.h"

namespace topline::app {

base::Result<Reply> runGuards(const Invocation &invocation);
base::Result<Reply> runGuardsResume(const Invocation &invocation);
base::Result<Reply> runGuardsCountAnew(const Invocation &invocation);
base::Result<Reply> runGuardsPromote(const Invocation &invocation);
base::Result<Reply> runGuardsLimits(const Invocation &invocation);
base::Result<Reply> runGuardsSet(const Invocation &invocation);
base::Result<Reply> runGuardsSeat(const Invocation &invocation);
base::Result<Reply> runGuardsHours(const Invocation &invocation);
base::Result<Reply> runGuardsSpeed(const Invocation &invocation);
base::Result<Reply> runConsentList(const Invocation &invocation);
base::Result<Reply> runConsentGive(const Invocation &invocation);
base::Result<Reply> runConsentWithdraw(const Invocation &invocation);
base::Result<Reply> runSuppressList(const Invocation &invocation);
base::Result<Reply> runSuppressAdd(const Invocation &invocation);
base::Result<Reply> runSuppressRelease(const Invocation &invocation);

} // namespace topline::app
