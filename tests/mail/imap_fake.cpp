#include "tests/mail/imap_fake.h"

#include "core/base/text.h"
#include "tests/mail/imap_search.h"
#include "tests/mail/smtp_fake.h"

#include <QByteArray>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <thread>

namespace topline::fakes {

namespace {

constexpr int dripEveryMs = 40;

bool startsWith(const std::string &text, const std::string &start)
{
    return text.compare(0, start.size(), start) == 0;
}

std::string unquoted(std::string text)
{
    if (text.size() > 1 && text.front() == '"')
        text = text.substr(1, text.size() - 2);
    std::erase(text, '\\');
    return text;
}

std::string internalDate(base::UtcMs at)
{
    return QLocale::c()
        .toString(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC),
                  QStringLiteral("dd-MMM-yyyy HH:mm:ss '+0000'"))
        .toStdString();
}

} // namespace

struct ImapFake::Talk {
    TlsConnection wire;
    std::optional<ImapFault> fault;
    bool isTls = false;
    bool isSignedIn = false;
    std::string folder;
    bool mayMark = false; // SELECT instead of EXAMINE
    bool drips = false;
    std::size_t known = 0; // messages in the folder as the client was told
};

ImapFake::ImapFake(const platform::Certificate &certificate, Options options)
    : m_certificate(certificate)
    , m_options(std::move(options))
    , m_server(std::make_unique<SocketServer>(
          [this](Connection &connection, int index) { serve(connection.descriptor(), index); }))
{
    addFolder("INBOX");
    addFolder("Sent", "\\Sent");
}

void ImapFake::addFolder(const std::string &name, const std::string &marks)
{
    const std::lock_guard lock(m_mutex);
    m_folders[name].marks = marks;
}

void ImapFake::removeFolder(const std::string &name)
{
    const std::lock_guard lock(m_mutex);
    m_folders.erase(name);
}

std::uint32_t ImapFake::add(const std::string &folder, const std::string &bytes, base::UtcMs atMs)
{
    const std::lock_guard lock(m_mutex);
    Folder &one = m_folders[folder];
    one.messages.push_back({one.next++, {}, atMs, bytes});
    return one.messages.back().uid;
}

void ImapFake::renumber(const std::string &folder)
{
    const std::lock_guard lock(m_mutex);
    Folder &one = m_folders[folder];
    ++one.validity;
    one.next = 1;
    for (KeptMessage &message : one.messages)
        message.uid = one.next++;
}

void ImapFake::failAt(int connection, ImapFault fault)
{
    const std::lock_guard lock(m_mutex);
    m_faults[connection] = std::move(fault);
}

void ImapFake::failAll(std::optional<ImapFault> fault)
{
    const std::lock_guard lock(m_mutex);
    m_faultOfAll = std::move(fault);
}

std::vector<KeptMessage> ImapFake::messages(const std::string &folder) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_folders.find(folder);
    return found == m_folders.end() ? std::vector<KeptMessage>() : found->second.messages;
}

std::vector<std::string> ImapFake::commands() const
{
    const std::lock_guard lock(m_mutex);
    return m_commands;
}

bool ImapFake::waitForCommand(const std::string &text)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::seconds(10), [&] {
        return std::find(m_commands.begin(), m_commands.end(), text) != m_commands.end();
    });
}

bool ImapFake::say(Talk &talk, const std::string &text)
{
    if (!talk.drips)
        return talk.wire.write(text);
    for (const char c : text) {
        if (!talk.wire.write(std::string(1, c)))
            return false;
    }
    return true;
}

void ImapFake::serve(int descriptor, int index)
{
    std::optional<ImapFault> fault;
    {
        const std::lock_guard lock(m_mutex);
        fault = m_faultOfAll;
        if (const auto found = m_faults.find(index); found != m_faults.end())
            fault = found->second;
    }
    Talk talk{TlsConnection(descriptor, m_certificate),
              fault,
              m_options.isImplicitTls,
              false,
              {},
              false,
              false};
    if (talk.isTls && !talk.wire.startTls())
        return;
    if (fault && fault->command == "CONNECT") {
        if (fault->kind == ImapFaultKind::Hang)
            (void)talk.wire.readLine();
        else if (fault->kind == ImapFaultKind::Say)
            talk.wire.write(fault->text);
        return;
    }
    talk.wire.write("* OK fake ready\r\n");
    while (const auto line = talk.wire.readLine()) {
        const std::size_t space = line->find(' ');
        if (space == std::string::npos ||
            !command(talk, line->substr(0, space), line->substr(space + 1)))
            return;
    }
}

bool ImapFake::command(Talk &talk, const std::string &tag, const std::string &text)
{
    {
        const std::lock_guard lock(m_mutex);
        const bool isSecret = startsWith(text, "AUTHENTICATE") || startsWith(text, "LOGIN");
        m_commands.push_back(isSecret ? text.substr(0, 5) : text);
        m_changed.notify_all();
    }
    if (m_onCommand)
        m_onCommand(text);
    if (!talk.fault || !startsWith(text, talk.fault->command) || talk.fault->skip-- > 0)
        return act(talk, tag, text);
    switch (talk.fault->kind) {
    case ImapFaultKind::DropBefore:
        return false;
    case ImapFaultKind::DropAfter:
        act(talk, tag, text);
        return false;
    case ImapFaultKind::Say:
        return talk.wire.write(talk.fault->text);
    case ImapFaultKind::No:
        return talk.wire.write(tag + " NO " + talk.fault->text + "\r\n");
    case ImapFaultKind::Hang:
        while (talk.wire.readLine()) {
        }
        return false;
    case ImapFaultKind::Drip:
        talk.drips = true;
        return act(talk, tag, text);
    case ImapFaultKind::SlowDrip:
        while (talk.wire.write("*") && !talk.wire.hasMore(dripEveryMs)) {
        }
        return false;
    case ImapFaultKind::EndlessLine:
        while (talk.wire.write(std::string(10'000, 'x'))) {
        }
        return false;
    case ImapFaultKind::Nonsense:
        while (talk.wire.write("* 1 EXISTS\r\n")) {
        }
        return false;
    }
    return false;
}

bool ImapFake::act(Talk &talk, const std::string &tag, const std::string &text)
{
    const std::string ok = tag + " OK done\r\n";
    if (startsWith(text, "CAPABILITY")) {
        const std::string list = !talk.isTls       ? m_options.beforeTls
                                 : talk.isSignedIn ? m_options.capabilities
                                                   : "IMAP4rev1 SASL-IR " + m_options.mechanisms;
        return say(talk, "* CAPABILITY " + list + "\r\n" + ok);
    }
    if (startsWith(text, "STARTTLS")) {
        if (!talk.wire.write(ok))
            return false;
        talk.wire.forgetUnread();
        talk.isTls = talk.wire.startTls();
        return talk.isTls;
    }
    if (startsWith(text, "AUTHENTICATE") || startsWith(text, "LOGIN "))
        return authenticate(talk, tag, text);
    if (startsWith(text, "LOGOUT")) {
        say(talk, "* BYE\r\n" + ok);
        return false;
    }
    if (!talk.isSignedIn)
        return say(talk, tag + " BAD sign in first\r\n");
    if (startsWith(text, "LIST")) {
        const std::lock_guard lock(m_mutex);
        std::string out;
        for (const auto &[name, folder] : m_folders)
            out += "* LIST (" + folder.marks + ") \"/\" \"" + name + "\"\r\n";
        return say(talk, out + ok);
    }
    if (startsWith(text, "EXAMINE ") || startsWith(text, "SELECT "))
        return open(talk, tag, text);
    if (startsWith(text, "UID SEARCH "))
        return search(talk, tag, text.substr(11));
    if (startsWith(text, "UID FETCH "))
        return fetch(talk, tag, text.substr(10));
    if (startsWith(text, "APPEND "))
        return append(talk, tag, text);
    if (startsWith(text, "IDLE"))
        return idle(talk, tag);
    return say(talk, tag + " BAD what?\r\n");
}

bool ImapFake::authenticate(Talk &talk, const std::string &tag, const std::string &text)
{
    if (!talk.isTls)
        m_heardSecret = true;
    const std::string given =
        QByteArray::fromBase64(QByteArray::fromStdString(text.substr(text.rfind(' ') + 1)))
            .toStdString();
    const std::string plain = std::string(1, '\0') + m_options.user + '\0' + m_options.secret;
    const std::string bearer = "user=" + m_options.user +
                               "\x01"
                               "auth=Bearer " +
                               m_options.secret + "\x01\x01";
    talk.isSignedIn = given == plain || given == bearer;
    return say(talk,
               talk.isSignedIn ? tag + " OK in\r\n" : tag + " NO [AUTHENTICATIONFAILED] wrong\r\n");
}

bool ImapFake::open(Talk &talk, const std::string &tag, const std::string &text)
{
    const std::string name = unquoted(text.substr(text.find(' ') + 1));
    const std::lock_guard lock(m_mutex);
    const auto found = m_folders.find(name);
    if (found == m_folders.end())
        return say(talk, tag + " NO [NONEXISTENT] no such folder\r\n");
    talk.folder = name;
    talk.mayMark = startsWith(text, "SELECT");
    talk.known = found->second.messages.size();
    return say(talk, "* " + std::to_string(found->second.messages.size()) +
                         " EXISTS\r\n* OK [UIDVALIDITY " + std::to_string(found->second.validity) +
                         "] ok\r\n* OK [UIDNEXT " + std::to_string(found->second.next) +
                         "] ok\r\n" + tag + " OK [READ-ONLY] open\r\n");
}

bool ImapFake::search(Talk &talk, const std::string &tag, const std::string &criteria)
{
    const std::lock_guard lock(m_mutex);
    std::string out = "* SEARCH";
    const auto &messages = m_folders[talk.folder].messages;
    for (const KeptMessage &one : messages) {
        const bool isLast = &one == &messages.back();
        // Numbers are found whatever else the server cannot search.
        const bool isByNumber = startsWith(criteria, "UID ") || startsWith(criteria, "SINCE ");
        const bool fits = (m_options.findsEverything && !isByNumber) ||
                          ((m_options.finds || isByNumber) &&
                           matchesSearch(criteria, {one.uid, one.atMs, one.bytes, isLast}));
        if (fits)
            out += ' ' + std::to_string(one.uid);
    }
    return say(talk, out + "\r\n" + tag + " OK found\r\n");
}

bool ImapFake::fetch(Talk &talk, const std::string &tag, const std::string &text)
{
    const std::lock_guard lock(m_mutex);
    const auto uid = static_cast<std::uint32_t>(std::stoul(text));
    std::string out;
    std::size_t number = 0;
    for (KeptMessage &one : m_folders[talk.folder].messages) {
        ++number;
        if (one.uid != uid)
            continue;
        if (talk.mayMark && text.find("PEEK") == std::string::npos)
            one.flags.insert("\\Seen");
        std::string bytes = one.bytes;
        if (const std::size_t part = text.find("<0."); part != std::string::npos)
            bytes = bytes.substr(0, std::stoul(text.substr(part + 3)));
        out += "* " + std::to_string(number) + " FETCH (UID " + std::to_string(uid) +
               " INTERNALDATE \"" + internalDate(one.atMs) + "\" BODY[]<0> {" +
               std::to_string(bytes.size()) + "}\r\n" + bytes + ")\r\n";
    }
    return say(talk, out + tag + " OK fetched\r\n");
}

bool ImapFake::append(Talk &talk, const std::string &tag, const std::string &text)
{
    const std::size_t open = text.rfind('{');
    const std::size_t size = std::stoul(text.substr(open + 1));
    if (!talk.wire.write("+ go\r\n"))
        return false;
    const auto bytes = talk.wire.readBytes(size);
    if (!bytes || !talk.wire.readLine())
        return false;
    const std::size_t begin = text.find('"');
    const std::string name = unquoted(text.substr(begin, text.find('"', begin + 1) - begin + 1));
    const std::uint32_t uid = add(name, *bytes, 0);
    const std::lock_guard lock(m_mutex);
    if (text.find("\\Seen") != std::string::npos)
        m_folders[name].messages.back().flags.insert("\\Seen");
    return say(talk, tag + " OK [APPENDUID 7 " + std::to_string(uid) + "] kept\r\n");
}

bool ImapFake::idle(Talk &talk, const std::string &tag)
{
    if (!say(talk, "+ idling\r\n"))
        return false;
    for (;;) {
        if (talk.wire.hasMore(10)) {
            const auto line = talk.wire.readLine();
            return line && *line == "DONE" && say(talk, tag + " OK waited\r\n");
        }
        const std::size_t now = messages(talk.folder).size();
        if (now != talk.known && !say(talk, "* " + std::to_string(now) + " EXISTS\r\n"))
            return false;
        talk.known = now;
    }
}

} // namespace topline::fakes
