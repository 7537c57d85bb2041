#include "core/crm/push_error.h"

namespace topline::crm {

PushAnswer pushAnswerOf(const base::Error &error, const std::string &remoteId)
{
    PushAnswer out{PushState::Unknown, remoteId, error.text(), error.reference};
    switch (error.code) {
    case base::ErrorCode::Unavailable:
    case base::ErrorCode::SignInNeeded:
    case base::ErrorCode::LimitReached:
    case base::ErrorCode::Cancelled:
        out.state = PushState::NotSent;
        out.retryAtMs = error.retryAtMs;
        break;
    case base::ErrorCode::Refused:
    case base::ErrorCode::NotFound:
    case base::ErrorCode::InvalidInput:
        out.state = PushState::Refused;
        break;
    default:
        break;
    }
    return out;
}

} // namespace topline::crm
