// Mail: the mailbox that a rep sends from (its password is in the keychain), and the messages that
// we sent or that answered us, by their Message-ID. Written by the engine inside its transaction;
// read when an answer is matched to its action and when one of ours joins a thread.
#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/ids.h"
#include "core/domain/mail.h"
#include "core/domain/mail_letter.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

struct MailMessage {
    std::string messageId; // without angle brackets
    bool isOurs = false;
    std::optional<domain::MailKind> kind; // absent for ours
    base::Uuid action;                    // that sent it, or that it answers; may be null
    domain::AccountId account;
    domain::ContactId contact;
    base::UtcMs atMs = 0;
    std::string subject;
    std::vector<std::string> answers; // nearest first
    bool operator==(const MailMessage &) const = default;
};

class MailStore {
public:
    explicit MailStore(Database &database)
        : m_database(database)
    {
    }

    // Nothing when no mailbox is connected.
    base::Result<std::optional<domain::MailAccount>> account() const;
    base::Status setAccount(const domain::MailAccount &account);
    base::Status removeAccount();

    // False when the message is known already: it stays as it is.
    base::Result<bool> add(const MailMessage &message);
    // Of a message that is known: who wrote it and its harmless HTML. Known already: it stays.
    base::Status addLetter(const std::string &messageId, std::int64_t eventKey,
                           const domain::MailLetter &letter);
    // By its event; without the event's words. Nothing for an event that is no letter.
    base::Result<std::optional<domain::MailLetter>> letter(domain::EventId event) const;
    base::Result<std::optional<MailMessage>> message(const std::string &messageId) const;
    // Newest first, both directions.
    base::Result<std::vector<MailMessage>> withContact(domain::ContactId contact,
                                                       std::int64_t limit) const;
    // Whether a mail to this address came back for good, and nothing came from that person since.
    base::Result<bool> cameBack(domain::ContactId contact, const std::string &address) const;
    // Of the action, oldest first.
    base::Result<std::vector<MailMessage>> ofAction(const base::Uuid &action) const;

private:
    Database &m_database;
};

} // namespace topline::store
