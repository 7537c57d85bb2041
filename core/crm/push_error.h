// What became of a request that has no answer. Called by connectors on the thread of their courier.
// Pure, cannot fail.
#pragma once

#include "core/base/result.h"
#include "core/crm/connector.h"

#include <string>

namespace topline::crm {

// Not sent where the error proves that it never left (or was turned away before anything was
// read); refused where asking again would not help; unknown in all other cases.
PushAnswer pushAnswerOf(const base::Error &error, const std::string &remoteId = {});

} // namespace topline::crm
