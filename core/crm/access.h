// What a connector needs to be let in: a token and the host it is for. Implemented by the sign-in
// code (pasted token, or OAuth with refresh); asked by connectors on the courier thread before each
// request. SignInNeeded: a person must sign in again; what is queued stays queued.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/crm/cancel_token.h"

#include <string>

namespace topline::crm {

struct Access {
    base::Secret token;
    std::string baseUrl; // scheme, host and port without a slash at the end
};

class AccessSource {
public:
    virtual ~AccessSource() = default;

    virtual base::Result<Access> access(const CancelToken &cancel) = 0;

    // The outside party refused this one (401). Renews it once, however many callers ask at a time;
    // the caller repeats its request once and then gives up. SignInNeeded when it cannot be
    // renewed.
    virtual base::Result<Access> renew(const Access &refused, const CancelToken &cancel) = 0;
};

} // namespace topline::crm
