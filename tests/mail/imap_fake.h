// An IMAP server with a few folders that can fail at every command and remembers every flag that a
// client set. Used by the mail tests; thread-safe. It keeps to RFC 3501 where it matters: looking
// by SELECT or without PEEK marks a message as read.
#pragma once

#include "core/base/time.h"
#include "tests/fakes/socket_server.h"
#include "tests/mail/tls_connection.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace topline::fakes {

enum class ImapFaultKind {
    DropBefore,
    DropAfter,
    Say, // `text` in place of the answer, as it stands
    No,  // "TAG NO text"
    Hang,
    Drip,
    SlowDrip, // a byte at a time, so slowly that a whole answer never comes
    EndlessLine,
    Nonsense, // answers forever
};

struct ImapFault {
    std::string command; // "EXAMINE", "UID FETCH", "CONNECT" …
    ImapFaultKind kind = ImapFaultKind::DropBefore;
    std::string text = {};
    int skip = 0; // so many of that command go well before
};

struct KeptMessage {
    std::uint32_t uid = 0;
    std::set<std::string> flags;
    base::UtcMs atMs = 0;
    std::string bytes;
};

class ImapFake {
public:
    struct Options {
        bool isImplicitTls = false;
        std::string capabilities = "IMAP4rev1 SASL-IR IDLE SPECIAL-USE LIST-EXTENDED UIDPLUS";
        std::string beforeTls = "IMAP4rev1 STARTTLS LOGINDISABLED";
        std::string mechanisms = "AUTH=PLAIN AUTH=XOAUTH2";
        std::string user = "rep@example.com";
        std::string secret = "secret";
        bool finds = true;            // false: a search finds nothing
        bool findsEverything = false; // a search finds all, whatever was asked
    };

    ImapFake(const platform::Certificate &certificate, Options options);

    explicit ImapFake(const platform::Certificate &certificate)
        : ImapFake(certificate, Options{})
    {
    }

    int port() const { return m_server->port(); }

    void addFolder(const std::string &name, const std::string &marks = {});
    void removeFolder(const std::string &name);
    std::uint32_t add(const std::string &folder, const std::string &bytes, base::UtcMs atMs);
    void renumber(const std::string &folder); // another UIDVALIDITY, from one again
    void failAt(int connection, ImapFault fault);
    // Every connection that has no fault of its own, until nothing is given.
    void failAll(std::optional<ImapFault> fault);

    std::vector<KeptMessage> messages(const std::string &folder) const;
    std::vector<std::string> commands() const; // without their tags; sign-ins without secrets

    bool waitForCommand(const std::string &text); // false after ten seconds

    bool heardSecretInTheClear() const { return m_heardSecret; }

    int connectionCount() const { return m_server->connectionCount(); }

    // Told of each command before it is carried out, on the connection's thread. To be set before
    // the first connection.
    void onCommand(std::function<void(const std::string &text)> call)
    {
        m_onCommand = std::move(call);
    }

    bool waitUntilQuiet() { return m_server->waitUntilQuiet(); }

private:
    struct Folder {
        std::string marks;
        std::uint32_t validity = 7;
        std::uint32_t next = 1;
        std::vector<KeptMessage> messages;
    };

    struct Talk;
    void serve(int descriptor, int index);
    bool command(Talk &talk, const std::string &tag, const std::string &text);
    bool act(Talk &talk, const std::string &tag, const std::string &text);
    bool authenticate(Talk &talk, const std::string &tag, const std::string &text);
    bool open(Talk &talk, const std::string &tag, const std::string &text);
    bool search(Talk &talk, const std::string &tag, const std::string &criteria);
    bool fetch(Talk &talk, const std::string &tag, const std::string &text);
    bool append(Talk &talk, const std::string &tag, const std::string &text);
    bool idle(Talk &talk, const std::string &tag);
    bool say(Talk &talk, const std::string &text);

    const platform::Certificate &m_certificate;
    Options m_options;
    std::function<void(const std::string &)> m_onCommand;
    mutable std::mutex m_mutex; // guards what follows
    std::map<std::string, Folder> m_folders;
    std::map<int, ImapFault> m_faults;
    std::optional<ImapFault> m_faultOfAll;
    std::vector<std::string> m_commands;
    std::condition_variable m_changed;
    std::atomic<bool> m_heardSecret{false};
    std::unique_ptr<SocketServer> m_server; // ends first
};

} // namespace topline::fakes
