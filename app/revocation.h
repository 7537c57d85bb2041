// Ending a sign-in at the vendor, so that its tokens are good for nothing any more. Called by
// app/connection_source while it forgets a sign-in, on a courier's thread. What fails is for the
// user to know: the tokens may live on at the vendor although nothing of them is left here.
#pragma once

#include "core/crm/http_client.h"
#include "core/crm/sign_in_protocol.h"

#include <optional>
#include <string>

namespace topline::app {

struct Revocation {
    const crm::SignInProtocol &protocol;
    crm::HttpClient &http;
    std::string vendor; // "HubSpot", for sentences
};

// No token: the keychain no longer holds it. Unavailable when the vendor did not confirm; one that
// it no longer knows is as good as revoked.
base::Status revoke(const Revocation &parts, const std::optional<base::Secret> &refreshToken,
                    const crm::CancelToken &cancel);

// For a sign-in of which not even the app's settings are left.
base::Error notRevoked(const std::string &vendor);

} // namespace topline::app
