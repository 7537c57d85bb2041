#include "app/browser_sign_in.h"

#include "core/crm/pkce.h"
#include "core/crm/url_text.h"
#include "core/platform/loopback_receiver.h"
#include "core/platform/random_bytes.h"

#include <memory>
#include <utility>

namespace topline::app {
namespace {

constexpr std::size_t stateBytes = 32;
constexpr const char *asBefore = "What was connected before is as it was.";

base::Error refusedOnThePage(const std::string &vendor, const std::string &word)
{
    if (word == "access_denied")
        return {base::ErrorCode::Refused,
                "The access was not granted on the page of " + vendor + '.', asBefore,
                "Sign in again and allow the access."};
    return {base::ErrorCode::InvalidInput,
            "The page of " + vendor + " refused the sign-in (" + word + ").", asBefore,
            "Check the client id, the scopes and the redirect addresses of the app in " + vendor +
                '.'};
}

void wipe(std::string &text)
{
    const base::Secret taken(std::move(text));
    text.clear();
}

base::Result<crm::TokenAnswer> exchange(const BrowserSignIn &parts, const crm::CodeGrant &grant,
                                        const crm::CancelToken &cancel)
{
    crm::HttpRequest request = parts.protocol.exchange(grant);
    base::Result<crm::HttpResponse> response = parts.http.send(request, cancel);
    wipe(request.body);
    if (!response) {
        base::Error error = response.error();
        // Whatever arrived there, nothing of it is in use here.
        if (error.code == base::ErrorCode::Unknown)
            error.code = base::ErrorCode::Unavailable;
        return error;
    }
    base::Result<crm::TokenAnswer> answer = parts.protocol.read(*response, parts.clock.now());
    wipe(response->body);
    if (answer && answer->refreshToken.empty())
        return base::Error{base::ErrorCode::InvalidInput,
                           parts.vendor + " did not allow to stay signed in.", asBefore,
                           "Allow refresh tokens in the app's settings in " + parts.vendor + '.'};
    if (answer && answer->baseUrl.empty())
        return base::Error{base::ErrorCode::Unavailable,
                           parts.vendor + " did not say where its data is.", asBefore,
                           "Sign in again."};
    return answer;
}

} // namespace

base::Result<crm::TokenAnswer> signInInBrowser(const BrowserSignIn &parts,
                                               const crm::OpenBrowser &openBrowser,
                                               const crm::CancelToken &cancel)
{
    TRY_ASSIGN(const std::unique_ptr<platform::LoopbackReceiver> receiver,
               platform::LoopbackReceiver::listen(parts.ports, parts.pace));
    const crm::Pkce pkce = crm::pkceFrom(platform::randomBytes(stateBytes));
    const base::Secret state(crm::base64Url(platform::randomBytes(stateBytes).reveal()));
    openBrowser(
        parts.protocol.authoriseUrl({receiver->redirectUri(), state.reveal(), pkce.challenge}));
    TRY_ASSIGN(const platform::SignInCallback callback, receiver->wait(state, cancel));
    if (!callback.issuer.empty() && !parts.protocol.isOwnIssuer(callback.issuer))
        return base::Error{base::ErrorCode::Refused,
                           "The answer to the sign-in came from another server than the one that "
                           "was asked.",
                           asBefore, "Sign in again."};
    if (!callback.error.empty())
        return refusedOnThePage(parts.vendor, callback.error);
    return exchange(parts, {callback.code, receiver->redirectUri(), pkce.verifier}, cancel);
}

} // namespace topline::app
