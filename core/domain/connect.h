// What a user enters to connect a CRM, and what comes back before anything is pulled. Filled by the
// connect wizard or the terminal, answered by core/engine. Plain values, any thread; the secrets in
// it go to the keychain and nowhere else.
#pragma once

#include "core/base/secret.h"
#include "core/domain/calendar.h"
#include "core/domain/ids.h"
#include "core/domain/mail.h"
#include "core/domain/source_profile.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace topline::domain {

enum class SignInWay {
    Token,   // a pasted service key or private-app token (HubSpot)
    Browser, // OAuth in the system browser, with the organisation's own app
};

struct SignInRequest {
    std::string system; // "hubspot", "salesforce", "mail", "calendar"
    SignInWay way = SignInWay::Token;
    base::Secret token = {};        // Token
    std::string clientId = {};      // Browser
    base::Secret clientSecret = {}; // Browser: HubSpot, and a mailbox whose provider gives one
    std::string loginHost = {};     // Salesforce: My Domain; empty: the vendor's own
    bool isSandbox = false;         // Salesforce: test.salesforce.com
    std::string apiBase = {};       // a private gateway or test server; empty: the vendor's own
    MailAccount mail = {};          // "mail"; its password or token is `token`
    MailOAuth mailOAuth = {};       // "mail", Browser
    CalendarAccount calendar =
        {}; // "calendar"; its password is `token`, without a path it is found
};

// The dry run: who it is, and what a first sync would bring. Nothing was changed anywhere.
struct SignInReport {
    SourceProfile profile = {};
    std::map<std::string, std::int64_t> counts = {}; // "contacts" to rows
    bool isSecretLasting = true; // false: no keychain; the sign-in ends with the program
};

// Fields of one record, changed by a person; the first id that is set says which.
struct FieldEditRequest {
    DealId deal = {};
    ContactId contact = {};
    AccountId account = {};
    std::map<std::string, std::string> values = {}; // field name as in imports to its new text
};

// "Why is this record missing": one finding with its evidence, best first.
struct MissingFinding {
    std::string system;
    std::string object; // "contacts"
    std::string remoteId;
    std::string code;   // "here", "deleted", "merged", "not_visible", "held_delete", "never_seen"
    std::string detail; // plain text: where it is now, or what to check
    bool operator==(const MissingFinding &) const = default;
};

} // namespace topline::domain
