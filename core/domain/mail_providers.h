// The servers of well-known mail providers, by the address. Used by the window and the terminal to
// fill in what a person would have to look up. Pure, any thread, cannot fail; an address of another
// host gives nothing, since a guess would send a password to a stranger.
#pragma once

#include "core/domain/mail.h"

#include <optional>
#include <string_view>

namespace topline::domain {

struct MailProvider {
    std::string_view title; // "Gmail"
    MailServer smtp;
    MailServer imap;
    // The ordinary password does not do: one made for programs, or OAuth.
    bool needsAppPassword = false;
    std::string_view calendarUrl = {}; // CalDAV with that password; empty: none is known
    std::string_view oauth = {};       // MailOAuth::provider; empty: none is known by name
};

std::optional<MailProvider> mailProviderOf(std::string_view address);

} // namespace topline::domain
