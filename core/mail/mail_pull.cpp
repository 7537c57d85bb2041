#include "core/mail/mail_pull.h"

#include "core/actions/mail_text.h"
#include "core/base/hash.h"
#include "core/base/text.h"

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <algorithm>
#include <charconv>

namespace topline::mail {

namespace {

constexpr std::size_t pageMessages = 25;
constexpr std::size_t messageBytes = std::size_t{512} * 1024; // words and reports stand in front
constexpr base::DurationMs firstLookMs = 30 * base::dayMs;

std::optional<std::uint32_t> number(std::string_view text)
{
    std::uint32_t out = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (fault != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return out;
}

// The same for the same message, however the server numbers it.
std::string ownName(const std::string &bytes)
{
    return "sha256:" + base::hex(base::sha256(bytes)).substr(0, 32);
}

intake::MailboxSelf selfOf(const domain::MailAccount &account)
{
    const auto address = actions::mailAddress(account.address);
    const std::string own = base::lowerAscii(address.ok() ? *address : account.address);
    return {own, own.substr(own.rfind('@') + 1)};
}

domain::ObjectProgress progressOf(std::int64_t done, bool more, base::UtcMs now)
{
    domain::ObjectProgress out;
    out.object = "messages";
    out.state = more ? domain::ObjectState::Working : domain::ObjectState::Fresh;
    out.done = done;
    if (!more)
        out.throughMs = now;
    return out;
}

// Numbers of one mailbox say nothing of another.
std::string startOf(const domain::MailAccount &account)
{
    const std::string name = account.user + '\n' + account.imap.host;
    return "imap1:" + base::hex(base::sha256(name)).substr(0, 8) + ':';
}

base::Error noNumbering()
{
    return {.code = base::ErrorCode::Unavailable,
            .message =
                "The mail server does not number its messages, so that new ones cannot be told "
                "from old ones.",
            .kept = "Nothing was changed there."};
}

} // namespace

std::string MailCursor::text(const domain::MailAccount &account) const
{
    return startOf(account) + std::to_string(uidValidity) + ':' + std::to_string(uidNext);
}

std::optional<MailCursor> MailCursor::parse(const std::string &text,
                                            const domain::MailAccount &account)
{
    const std::string start = startOf(account);
    const std::size_t colon = text.find(':', start.size());
    if (text.rfind(start, 0) != 0 || colon == std::string::npos)
        return std::nullopt;
    const auto validity = number(std::string_view(text).substr(start.size(), colon - start.size()));
    const auto next = number(std::string_view(text).substr(colon + 1));
    if (!validity || !next)
        return std::nullopt;
    return MailCursor{*validity, *next};
}

std::string imapDay(base::UtcMs at)
{
    return QLocale::c()
        .toString(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC), QStringLiteral("d-MMM-yyyy"))
        .toStdString();
}

std::optional<base::UtcMs> imapTime(const std::string &text)
{
    const QString value = QString::fromStdString(text).trimmed();
    const QDateTime time = QLocale::c().toDateTime(value.left(value.lastIndexOf(QLatin1Char(' '))),
                                                   QStringLiteral("d-MMM-yyyy HH:mm:ss"));
    const QString zone = value.mid(value.lastIndexOf(QLatin1Char(' ')) + 1);
    bool isNumber = false;
    const int offset = zone.toInt(&isNumber);
    if (!time.isValid() || !isNumber || zone.size() != 5)
        return std::nullopt;
    const int minutes = offset / 100 * 60 + offset % 100;
    return QDateTime(time.date(), time.time(), Qt::UTC).toMSecsSinceEpoch() -
           minutes * base::minuteMs;
}

base::Result<crm::Page> pullMail(Mailbox &mailbox, ImapSession &session, const std::string &cursor,
                                 base::UtcMs now)
{
    TRY_ASSIGN(const ImapFolderState inbox, session.examine("INBOX"));
    if (inbox.uidValidity == 0)
        return noNumbering();
    const auto last = MailCursor::parse(cursor, mailbox.account());
    const bool goesOn = last && last->uidValidity == inbox.uidValidity;
    std::vector<std::uint32_t> uids;
    if (!goesOn) {
        TRY_ASSIGN(uids, session.search("SINCE " + imapDay(now - firstLookMs)));
    } else if (inbox.uidNext == 0 || inbox.uidNext > last->uidNext) {
        TRY_ASSIGN(uids, session.search("UID " + std::to_string(last->uidNext) + ":*"));
        // "57:*" also names the last message when it is before 57.
        std::erase_if(uids, [&last](std::uint32_t uid) { return uid < last->uidNext; });
    }
    crm::Page page;
    page.more = uids.size() > pageMessages;
    uids.resize(std::min(uids.size(), pageMessages));
    const intake::MailboxSelf self = selfOf(mailbox.account());
    TRY(session.fetch(uids, messageBytes, [&](const ImapMessage &message) {
        const intake::MailReceipt receipt{imapTime(message.internalDate).value_or(now),
                                          ownName(message.bytes)};
        if (auto arrival = intake::readMailSignal(message.bytes, self, receipt))
            page.arrivals.push_back(std::move(*arrival));
    }));
    const std::uint32_t before = goesOn ? last->uidNext : 1;
    const std::uint32_t behind = uids.empty() ? before : uids.back() + 1;
    // On the last page all that is there was read, and what is numbered less needs no look.
    const std::uint32_t next = page.more ? behind : std::max(behind, inbox.uidNext);
    page.nextCursor = MailCursor{inbox.uidValidity, next}.text(mailbox.account());
    page.progress = {progressOf(static_cast<std::int64_t>(uids.size()), page.more, now)};
    return page;
}

} // namespace topline::mail
