// What is known of one connection besides its secrets: made of what a person entered, or of the
// stored settings. Used by app/connection_source, any thread. Pure; InvalidInput names the field
// that is wrong and never holds what was entered in a secret one.
#pragma once

#include "app/connection_settings.h"
#include "core/domain/connect.h"

#include <cstdint>
#include <string>

namespace topline::app {

struct ConnectionPlan {
    std::string system;
    domain::SignInWay way = domain::SignInWay::Token;
    std::string clientId;  // calendar: the name to sign in with
    std::string loginBase; // Salesforce: the origin to sign in at; calendar: its path, once chosen
    std::string apiBase;   // as entered, an origin; empty: the vendor's own
    std::string baseUrl;   // where the API is
    std::string orgId;     // whom the sign-in is for
    bool isSandbox = false;
    domain::MailAccount mail;    // "mail"
    domain::MailOAuth mailOAuth; // "mail", Browser
    std::int64_t generation = 0; // of the secrets; 0: none
};

// Without baseUrl and orgId where only the vendor's answers tell, and without a generation.
base::Result<ConnectionPlan> planOf(const domain::SignInRequest &request);

// A pasted token without the blanks around it, a password as it is. InvalidInput for what cannot be
// one.
base::Result<base::Secret> cleanSecret(const domain::SignInRequest &request);

SettingTexts textsOf(const ConnectionPlan &plan);

// Generation 0 for texts that are none of ours.
ConnectionPlan planOf(const std::string &system, const SettingTexts &texts);

} // namespace topline::app
