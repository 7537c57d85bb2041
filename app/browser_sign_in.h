// One sign-in in the system browser, from the address that is opened to the tokens: state, PKCE,
// the loopback redirect, the token call. Called by app/connection_source on a courier's thread,
// which it blocks for up to five minutes. Nothing is stored. Cancelled, Refused (the person said
// no), InvalidInput (the app's settings), Unavailable; no text of a failure holds a secret.
#pragma once

#include "core/base/time.h"
#include "core/crm/http_client.h"
#include "core/crm/pace.h"
#include "core/crm/sign_in.h"
#include "core/crm/sign_in_protocol.h"

#include <cstdint>
#include <string>
#include <vector>

namespace topline::app {

struct BrowserSignIn {
    const crm::SignInProtocol &protocol;
    crm::HttpClient &http;
    const crm::Pace &pace;
    const base::Clock &clock;
    std::string vendor;               // "HubSpot", for sentences
    std::vector<std::uint16_t> ports; // registered ones, in order
};

// The answer holds a refresh token.
base::Result<crm::TokenAnswer> signInInBrowser(const BrowserSignIn &parts,
                                               const crm::OpenBrowser &openBrowser,
                                               const crm::CancelToken &cancel);

} // namespace topline::app
