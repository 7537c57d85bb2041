// Notice: which thresholds each detector has, within which limits. Called by the engine for the
// signals page and by the terminal program; the names are those of the workspace's settings. Pure,
// any thread.
#pragma once

#include "core/base/result.h"
#include "core/domain/detector_view.h"
#include "core/domain/signal_policy.h"

#include <string>
#include <string_view>
#include <vector>

namespace topline::signals {

// The thresholds of one detector with their present values; those shared by several stand with
// each.
std::vector<domain::DetectorParameter> parametersOf(domain::SignalType type,
                                                    const domain::SignalPolicy &policy);

// InvalidInput, naming the threshold and its limits, when there is no such name or the value is
// outside them; the policy is unchanged then.
base::Status setParameter(domain::SignalPolicy &policy, std::string_view key, std::int64_t value);

bool isEnabled(const domain::SignalPolicy &policy, domain::SignalType type);
void setEnabled(domain::SignalPolicy &policy, domain::SignalType type, bool isOn);

} // namespace topline::signals
