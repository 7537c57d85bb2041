// A submission server that can fail at every step and keeps the only true account of what it
// took. Used by the mail tests as server and as judge; thread-safe. It takes a message exactly when
// the final dot has come and no fault keeps it from that.
#pragma once

#include "tests/fakes/socket_server.h"
#include "tests/mail/tls_connection.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace topline::fakes {

enum class SmtpStep {
    Greeting,
    Hello,
    StartTls,
    Handshake,
    HelloInTls,
    Auth,
    From,
    To,
    Data,
    Text,
    Dot
};

enum class SmtpFaultKind {
    DropBefore,   // closes when the step begins, before it answers
    DropAfter,    // answers, then closes
    Answer,       // answers `reply` instead; at Dot: and does not take the message
    TakeAndDrop,  // Dot: takes the message, closes without a word
    LoseAndDrop,  // Dot: has read the dot, forgets the message, closes without a word
    Hang,         // says nothing more
    TakeAndHang,  // Dot: takes the message, then says nothing more
    Drip,         // answers byte by byte
    SlowDrip,     // so slowly that a whole answer never comes
    EndlessReply, // one of lines that all say that there is more
    Garbage,      // answers what is no answer
    EndlessLine,
    Inject, // StartTls: answers, and more in the clear behind it
    NoTls,  // Hello: does not offer STARTTLS
};

struct SmtpFault {
    SmtpStep step = SmtpStep::Greeting;
    SmtpFaultKind kind = SmtpFaultKind::DropBefore;
    std::string reply = {}; // "451 4.7.1 Greylisted"
};

// What the server took, in its order.
struct Delivery {
    std::string from;
    std::string to;
    std::string bytes; // without the stuffed dots
};

class SmtpFake {
public:
    struct Options {
        bool isImplicitTls = false;
        std::string mechanisms = "PLAIN LOGIN XOAUTH2";
        std::string user = "rep@example.com";
        std::string secret = "secret";
    };

    // `certificate` must outlive the server.
    SmtpFake(const platform::Certificate &certificate, Options options);

    explicit SmtpFake(const platform::Certificate &certificate)
        : SmtpFake(certificate, Options{})
    {
    }

    int port() const { return m_server->port(); }

    // For the connection of that number, counted from 0; others go well.
    void failAt(int connection, SmtpFault fault);
    // Every connection that has no fault of its own, until nothing is given.
    void failAll(std::optional<SmtpFault> fault);

    // Asked when a step begins, on the connection's thread: a fault of that step, or nothing. To be
    // set before the first connection.
    using Decide = std::function<std::optional<SmtpFault>(SmtpStep step)>;

    void decideBy(Decide decide) { m_decide = std::move(decide); }

    std::vector<Delivery> deliveries() const;
    // By the X-Effect-Id of the message.
    std::map<std::string, int> deliveriesByEffect() const;

    // Called for each message that is taken, as a server that files it would.
    void onDelivery(std::function<void(const Delivery &)> call) { m_onDelivery = std::move(call); }

    // Every command that came, "AUTH" without what follows; secrets in the clear are kept apart.
    std::vector<std::string> commands() const;

    bool heardSecretInTheClear() const { return m_heardSecret; }

    // Until so many bytes have come between DATA and the final dot of a message; false after ten
    // seconds.
    bool waitForText(std::size_t bytes);
    // Until a fault of a server that says nothing more has begun; false after ten seconds.
    bool waitForHang();

    int connectionCount() const { return m_server->connectionCount(); }

    bool waitUntilQuiet() { return m_server->waitUntilQuiet(); }

private:
    struct Talk;
    void serve(int descriptor, int index);
    void consult(Talk &talk, SmtpStep step) const;
    bool answer(Talk &talk, SmtpStep step, const std::string &reply);
    bool command(Talk &talk, const std::string &line);
    bool hello(Talk &talk);
    bool auth(Talk &talk, const std::string &line);
    bool takeText(Talk &talk);
    void noteText(std::size_t bytes);
    bool endText(Talk &talk);

    const platform::Certificate &m_certificate;
    Options m_options;
    Decide m_decide;
    mutable std::mutex m_mutex; // guards what follows
    std::map<int, SmtpFault> m_faults;
    std::optional<SmtpFault> m_faultOfAll;
    std::vector<Delivery> m_deliveries;
    std::vector<std::string> m_commands;
    std::function<void(const Delivery &)> m_onDelivery;
    std::atomic<bool> m_heardSecret{false};
    std::size_t m_textBytes = 0;
    int m_hanging = 0;
    std::condition_variable m_changed;
    std::unique_ptr<SocketServer> m_server; // ends first
};

std::string headerIn(const std::string &message, const std::string &name);

} // namespace topline::fakes
