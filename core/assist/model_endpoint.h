// Where a language model is asked: the rules for its address, and one question over HTTP. Called by
// the engine's courier for models. Blocking, any thread with its own client. Nothing of a request,
// an answer or the key is ever put into an error.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/crm/http_client.h"
#include "core/domain/assist.h"

#include <optional>
#include <string>

namespace topline::assist {

inline constexpr std::size_t answerBytesMax = 256UL * 1024; // of the whole answer

// InvalidInput: no address or model, a scheme other than https, plain http to another computer, a
// user name, a query or a fragment.
base::Status checkEndpoint(const domain::AssistSettings &settings);

// "host" or "host:port" of a checked address.
std::string endpointHost(const std::string &baseUrl);

// Asks once and gives the answer's body. SignInNeeded: the key is missing or refused. LimitReached,
// with a time where the endpoint names one. Unavailable: no answer. Refused: what it says cannot be
// used, among it every redirect. Cancelled.
base::Result<std::string> askModel(crm::HttpClient &client, const domain::AssistSettings &settings,
                                   const std::optional<base::Secret> &key,
                                   const domain::ModelRequest &request,
                                   const crm::CancelToken &cancel);

} // namespace topline::assist
