// Mail as the product knows it: the mailbox that a rep sends from, and what arrives in it that
// matters. Arrivals are made by core/mail from messages of the mailbox, matched to actions and
// people by the engine. Plain values, any thread. Numbers of enums are stored.
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

enum class MailKind : std::int32_t {
    Reply = 1,        // a person answered one of our messages
    Bounce = 2,       // a mail server says that one did not arrive
    OutOfOffice = 3,  // an automatic answer with an absence
    Unsubscribe = 4,  // the person wants no more mail
    Complaint = 5,    // a provider's report that it was taken for spam (ARF)
    OtherMail = 6,    // from a person, to us, and no answer to anything of ours
    CalendarWord = 7, // a program's, and all that it may say is in its calendar part; never stored
};

// One message of the mailbox, as far as it matters; texts are hostile and plain.
struct MailArrival {
    MailKind kind = MailKind::OtherMail;
    std::string messageId; // without angle brackets; the folder's own name when it has none
    std::vector<std::string> answers; // ids of messages it answers or speaks of, nearest first
    std::string from;                 // address in lower case
    std::string fromName;
    std::string about;        // of a bounce or complaint: the recipient in lower case; else empty
    bool isPermanent = false; // of a bounce: 5.x.x, the address does not work
    std::string status;       // of a bounce: the enhanced status code, "5.1.1"; else empty
    std::string subject;
    std::string text; // what was written anew, without what it quotes; at most 4,000 characters
    base::UtcMs atMs = 0;
    std::optional<base::UtcMs> backMs; // of an absence: when the person is back, if it says so
    std::string html = {};             // of a letter, as it came, with what it quotes; may be empty
    // An answer to an invitation (iCalendar, REPLY or COUNTER), hostile, as it came; else empty.
    std::string calendar = {};
    bool operator==(const MailArrival &) const = default;
};

enum class WireSafety : std::int32_t { StartTls = 1, ImplicitTls = 2 }; // there is no other

struct MailServer {
    std::string host;
    std::int64_t port = 0;
    WireSafety safety = WireSafety::ImplicitTls;
    bool operator==(const MailServer &) const = default;
};

enum class MailSignInWay : std::int32_t { Password = 1, OAuthToken = 2 }; // XOAUTH2

// What is stored of a mailbox; the password or token is in the keychain.
struct MailAccount {
    std::string address; // that mail is from
    std::string name;    // shown beside it
    std::string user;    // to sign in with; mostly the address
    MailSignInWay way = MailSignInWay::Password;
    MailServer smtp;
    MailServer imap;
    std::string signature;      // plain text under every mail; may be empty
    std::string postalAddress;  // in the footer; nothing commercial leaves without it
    std::string unsubscribeUrl; // https with one click (RFC 8058), where the sender has one
    std::string caFile = {};    // of a private authority; empty: the system's
    std::string replyTo = {};   // where answers go; empty: to the address
    // Of the footer: "en", "de", "fr", "es"; empty: by the recipient's country.
    std::string language = {};
    bool operator==(const MailAccount &) const = default;
};

// Who signs a mailbox in by the browser (OAuth 2): the provider's addresses and what is asked for.
struct MailOAuth {
    std::string provider; // "google", "microsoft"; empty: the addresses below
    std::string authoriseUrl;
    std::string tokenUrl;
    std::string scope; // parted by blanks
    bool operator==(const MailOAuth &) const = default;
};

} // namespace topline::domain
