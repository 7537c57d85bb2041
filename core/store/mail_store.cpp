#include "core/store/mail_store.h"

#include "core/domain/event.h"
#include "core/store/query.h"
#include "core/store/text_list.h"

#include <charconv>
#include <utility>

namespace topline::store {

using base::Result;
using domain::MailAccount;

namespace {

constexpr const char *accountKey = "mail.account";

base::Error unreadable()
{
    return {base::ErrorCode::Corrupt, "The settings of the mailbox cannot be read.",
            "Nothing was changed.", "Connect the mailbox again."};
}

std::vector<std::string> textsOf(const MailAccount &account)
{
    const auto number = [](auto value) { return std::to_string(static_cast<std::int64_t>(value)); };
    return {account.address,
            account.name,
            account.user,
            number(account.way),
            account.smtp.host,
            number(account.smtp.port),
            number(account.smtp.safety),
            account.imap.host,
            number(account.imap.port),
            number(account.imap.safety),
            account.signature,
            account.postalAddress,
            account.unsubscribeUrl,
            account.caFile,
            account.replyTo,
            account.language};
}

// What was stored before a mailbox had a language and an address for answers.
constexpr std::size_t oldTexts = 14;

bool readNumber(const std::string &text, std::int64_t low, std::int64_t high, std::int64_t &out)
{
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
    return fault == std::errc{} && end == text.data() + text.size() && out >= low && out <= high;
}

Result<MailAccount> accountOf(std::vector<std::string> texts)
{
    if (texts.size() == oldTexts)
        texts.resize(textsOf({}).size());
    if (texts.size() != textsOf({}).size())
        return unreadable();
    MailAccount out;
    std::int64_t way = 0;
    std::int64_t smtpSafety = 0;
    std::int64_t imapSafety = 0;
    const bool isRead =
        readNumber(texts[3], 1, 2, way) && readNumber(texts[5], 1, 65'535, out.smtp.port) &&
        readNumber(texts[6], 1, 2, smtpSafety) && readNumber(texts[8], 1, 65'535, out.imap.port) &&
        readNumber(texts[9], 1, 2, imapSafety);
    if (!isRead)
        return unreadable();
    out.address = texts[0];
    out.name = texts[1];
    out.user = texts[2];
    out.way = static_cast<domain::MailSignInWay>(way);
    out.smtp.host = texts[4];
    out.smtp.safety = static_cast<domain::WireSafety>(smtpSafety);
    out.imap.host = texts[7];
    out.imap.safety = static_cast<domain::WireSafety>(imapSafety);
    out.signature = texts[10];
    out.postalAddress = texts[11];
    out.unsubscribeUrl = texts[12];
    out.caFile = texts[13];
    out.replyTo = texts[14];
    out.language = texts[15];
    return out;
}

#define TOPLINE_MAIL_SELECT                                                                        \
    "SELECT message_id, direction, kind, action, account_id, contact_id, at_ms, subject, refs "    \
    "FROM mail_message "

template <typename... Values>
Result<std::vector<MailMessage>> readMessages(Database &database, Sql sql, const Values &...values)
{
    std::vector<MailMessage> out;
    Statement statement(database, sql, values...);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        auto &each = out.emplace_back();
        std::int64_t direction = 0;
        std::int64_t kind = 0;
        std::string answers;
        statement.read(each.messageId, direction, kind, each.action, each.account, each.contact,
                       each.atMs, each.subject, answers);
        each.isOurs = direction == 0;
        if (kind != 0)
            each.kind = static_cast<domain::MailKind>(kind);
        auto list = decodeTexts(answers);
        if (!list)
            return base::Error{base::ErrorCode::Corrupt, "A stored message cannot be read.",
                               "Nothing was changed.", "Restore the newest sound backup."};
        each.answers = std::move(*list);
    }
}

} // namespace

Result<std::optional<MailAccount>> MailStore::account() const
{
    TRY_ASSIGN(const auto stored, readOne(m_database, "SELECT value FROM setting WHERE key = ?",
                                          std::optional<std::string>(), accountKey));
    if (!stored)
        return std::optional<MailAccount>();
    const auto texts = decodeTexts(*stored);
    if (!texts)
        return unreadable();
    TRY_ASSIGN(auto out, accountOf(*texts));
    return std::optional<MailAccount>(std::move(out));
}

base::Status MailStore::setAccount(const MailAccount &account)
{
    return write(m_database,
                 "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE "
                 "SET value = ?2 WHERE value <> ?2",
                 accountKey, encodeTexts(textsOf(account)));
}

base::Status MailStore::removeAccount()
{
    return write(m_database, "DELETE FROM setting WHERE key = ?", accountKey);
}

Result<bool> MailStore::add(const MailMessage &message)
{
    TRY(write(m_database,
              "INSERT INTO mail_message (message_id, direction, kind, action, account_id, "
              "contact_id, at_ms, subject, refs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
              "ON CONFLICT DO NOTHING",
              message.messageId, message.isOurs ? std::int64_t{0} : std::int64_t{1},
              message.kind ? static_cast<std::int64_t>(*message.kind) : std::int64_t{0},
              message.action, message.account, message.contact, message.atMs, message.subject,
              encodeTexts(message.answers)));
    return m_database.changes() > 0;
}

base::Status MailStore::addLetter(const std::string &messageId, std::int64_t eventKey,
                                  const domain::MailLetter &letter)
{
    return write(m_database,
                 "INSERT INTO mail_letter (source_key, message_id, sender, name, html) "
                 "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                 eventKey, messageId, letter.from, letter.fromName, letter.html);
}

Result<std::optional<domain::MailLetter>> MailStore::letter(domain::EventId event) const
{
    Statement statement(m_database,
                        "SELECT m.kind, l.sender, l.name, m.subject, l.html, m.at_ms FROM event e "
                        "JOIN mail_letter l ON l.source_key = e.source_key "
                        "JOIN mail_message m ON m.message_id = l.message_id WHERE e.id = ?",
                        event);
    TRY_ASSIGN(const bool row, statement.step());
    if (!row)
        return std::optional<domain::MailLetter>();
    domain::MailLetter out;
    out.event = event;
    statement.read(out.kind, out.from, out.fromName, out.subject, out.html, out.atMs);
    return std::optional(std::move(out));
}

Result<std::optional<MailMessage>> MailStore::message(const std::string &messageId) const
{
    TRY_ASSIGN(auto found,
               readMessages(m_database, TOPLINE_MAIL_SELECT "WHERE message_id = ?", messageId));
    if (found.empty())
        return std::optional<MailMessage>();
    return std::optional<MailMessage>(std::move(found.front()));
}

Result<std::vector<MailMessage>> MailStore::withContact(domain::ContactId contact,
                                                        std::int64_t limit) const
{
    return readMessages(
        m_database, TOPLINE_MAIL_SELECT "WHERE contact_id = ? ORDER BY at_ms DESC, id DESC LIMIT ?",
        contact, limit);
}

Result<std::vector<MailMessage>> MailStore::ofAction(const base::Uuid &action) const
{
    return readMessages(m_database, TOPLINE_MAIL_SELECT "WHERE action = ? ORDER BY at_ms, id",
                        action);
}

// A return that may pass has no event of its own.
Result<bool> MailStore::cameBack(domain::ContactId contact, const std::string &address) const
{
    return readOne(m_database,
                   "SELECT EXISTS (SELECT 1 FROM mail_message m JOIN action a ON a.uuid = m.action "
                   "WHERE m.contact_id = ?1 AND m.kind = ?3 AND lower(a.draft_to) = lower(?2) "
                   "AND EXISTS (SELECT 1 FROM event e WHERE e.account_id = m.account_id "
                   "AND e.at_ms = m.at_ms AND e.kind = ?4 AND e.contact_id = ?1) "
                   "AND NOT EXISTS (SELECT 1 FROM mail_message n WHERE n.contact_id = ?1 "
                   "AND n.direction = 1 AND n.kind NOT IN (?3, ?5) AND n.at_ms > m.at_ms))",
                   false, contact, address, domain::MailKind::Bounce,
                   domain::EventKind::EmailBounced, domain::MailKind::Complaint);
}

} // namespace topline::store
