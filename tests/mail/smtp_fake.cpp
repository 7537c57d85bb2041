#include "tests/mail/smtp_fake.h"

#include "core/base/text.h"

#include <QByteArray>

#include <thread>

namespace topline::fakes {

namespace {

constexpr int dripEveryMs = 40;

std::string fromBase64(const std::string &text)
{
    return QByteArray::fromBase64(QByteArray::fromStdString(text)).toStdString();
}

bool startsWith(const std::string &line, const std::string &upper)
{
    return base::lowerAscii(line.substr(0, upper.size())) == base::lowerAscii(upper);
}

std::string addressOf(const std::string &line)
{
    const std::size_t open = line.find('<');
    return line.substr(open + 1, line.find('>') - open - 1);
}

} // namespace

struct SmtpFake::Talk {
    TlsConnection wire;
    std::optional<SmtpFault> fault;
    bool isTls = false;
    bool isSignedIn = false;
    Delivery mail;
};

std::string headerIn(const std::string &message, const std::string &name)
{
    const std::string head = "\r\n" + message.substr(0, message.find("\r\n\r\n") + 2);
    const std::size_t at = base::lowerAscii(head).find("\r\n" + base::lowerAscii(name) + ':');
    if (at == std::string::npos)
        return {};
    std::size_t end = head.find("\r\n", at + 2);
    while (end + 2 < head.size() && head[end + 2] == ' ')
        end = head.find("\r\n", end + 2);
    std::string value = head.substr(at + name.size() + 3, end - at - name.size() - 3);
    std::erase_if(value, [](char c) { return c == '\r' || c == '\n'; });
    return std::string(base::trimmed(value));
}

SmtpFake::SmtpFake(const platform::Certificate &certificate, Options options)
    : m_certificate(certificate)
    , m_options(std::move(options))
    , m_server(std::make_unique<SocketServer>(
          [this](Connection &connection, int index) { serve(connection.descriptor(), index); }))
{
}

void SmtpFake::failAt(int connection, SmtpFault fault)
{
    const std::lock_guard lock(m_mutex);
    m_faults[connection] = std::move(fault);
}

void SmtpFake::failAll(std::optional<SmtpFault> fault)
{
    const std::lock_guard lock(m_mutex);
    m_faultOfAll = std::move(fault);
}

std::vector<Delivery> SmtpFake::deliveries() const
{
    const std::lock_guard lock(m_mutex);
    return m_deliveries;
}

std::map<std::string, int> SmtpFake::deliveriesByEffect() const
{
    std::map<std::string, int> out;
    for (const Delivery &one : deliveries())
        ++out[headerIn(one.bytes, "X-Effect-Id")];
    return out;
}

std::vector<std::string> SmtpFake::commands() const
{
    const std::lock_guard lock(m_mutex);
    return m_commands;
}

void SmtpFake::consult(Talk &talk, SmtpStep step) const
{
    if (!m_decide)
        return;
    if (auto fault = m_decide(step))
        talk.fault = std::move(fault);
}

// False: the connection is over.
bool SmtpFake::answer(Talk &talk, SmtpStep step, const std::string &reply)
{
    if (step != SmtpStep::Dot) // asked before the message was taken
        consult(talk, step);
    if (!talk.fault || talk.fault->step != step)
        return talk.wire.write(reply + "\r\n");
    const SmtpFault fault = *talk.fault;
    switch (fault.kind) {
    case SmtpFaultKind::DropBefore:
        return false;
    case SmtpFaultKind::DropAfter:
        talk.wire.write(reply + "\r\n");
        return false;
    case SmtpFaultKind::Answer:
        return talk.wire.write(fault.reply + "\r\n");
    case SmtpFaultKind::Hang:
    case SmtpFaultKind::TakeAndHang: {
        {
            const std::lock_guard lock(m_mutex);
            ++m_hanging;
            m_changed.notify_all();
        }
        while (talk.wire.readLine()) {
        }
        return false;
    }
    case SmtpFaultKind::Drip:
        for (const char c : reply + "\r\n") {
            if (!talk.wire.write(std::string(1, c)))
                return false;
            std::this_thread::yield();
        }
        return true;
    case SmtpFaultKind::SlowDrip:
        while (talk.wire.write("2") && !talk.wire.hasMore(dripEveryMs)) {
        }
        return false;
    case SmtpFaultKind::EndlessReply:
        while (talk.wire.write("250-more\r\n")) {
        }
        return false;
    case SmtpFaultKind::Garbage:
        return talk.wire.write(std::string("\x01\xff what? \0 250\r\n", 16));
    case SmtpFaultKind::EndlessLine:
        for (int i = 0; i < 4'000; ++i) {
            if (!talk.wire.write(std::string(1'000, 'x')))
                return false;
        }
        return false;
    case SmtpFaultKind::Inject:
        return talk.wire.write(reply + "\r\n250 injected\r\n");
    case SmtpFaultKind::NoTls:
        return talk.wire.write(reply + "\r\n");
    case SmtpFaultKind::TakeAndDrop:
    case SmtpFaultKind::LoseAndDrop:
        return false;
    }
    return false;
}

void SmtpFake::serve(int descriptor, int index)
{
    std::optional<SmtpFault> fault;
    {
        const std::lock_guard lock(m_mutex);
        fault = m_faultOfAll;
        if (const auto found = m_faults.find(index); found != m_faults.end())
            fault = found->second;
    }
    Talk talk{TlsConnection(descriptor, m_certificate), fault, false, false, {}};
    if (m_options.isImplicitTls) {
        if (!talk.wire.startTls())
            return;
        talk.isTls = true;
    }
    if (!answer(talk, SmtpStep::Greeting, "220 fake ESMTP"))
        return;
    while (const auto line = talk.wire.readLine()) {
        {
            const std::lock_guard lock(m_mutex);
            m_commands.push_back(startsWith(*line, "AUTH") ? "AUTH" : *line);
        }
        if (!command(talk, *line))
            return;
    }
}

bool SmtpFake::hello(Talk &talk)
{
    const bool hidesTls = talk.fault && talk.fault->kind == SmtpFaultKind::NoTls;
    std::string reply = "250-fake\r\n250-8BITMIME\r\n";
    if (talk.isTls)
        reply += "250-AUTH " + m_options.mechanisms + "\r\n";
    else if (!hidesTls)
        reply += "250-STARTTLS\r\n";
    else
        reply += "250-AUTH " + m_options.mechanisms + "\r\n";
    return answer(talk, talk.isTls ? SmtpStep::HelloInTls : SmtpStep::Hello, reply + "250 HELP");
}

bool SmtpFake::auth(Talk &talk, const std::string &line)
{
    if (!talk.isTls)
        m_heardSecret = true;
    std::string given;
    if (const std::size_t at = line.find(' ', 5); at != std::string::npos) {
        given = fromBase64(line.substr(at + 1));
    } else {
        if (!talk.wire.write("334 \r\n"))
            return false;
        const auto next = talk.wire.readLine();
        if (!next)
            return false;
        given = fromBase64(*next);
    }
    const std::string plain = std::string(1, '\0') + m_options.user + '\0' + m_options.secret;
    const std::string bearer = "user=" + m_options.user +
                               "\x01"
                               "auth=Bearer " +
                               m_options.secret + "\x01\x01";
    talk.isSignedIn = given == plain || given == bearer;
    return answer(talk, SmtpStep::Auth,
                  talk.isSignedIn ? "235 2.7.0 in" : "535 5.7.8 Bad credentials");
}

bool SmtpFake::command(Talk &talk, const std::string &line)
{
    if (startsWith(line, "EHLO") || startsWith(line, "HELO"))
        return hello(talk);
    if (startsWith(line, "STARTTLS")) {
        if (!answer(talk, SmtpStep::StartTls, "220 go"))
            return false;
        if (talk.fault && talk.fault->step == SmtpStep::Handshake)
            return false;
        talk.wire.forgetUnread();
        talk.isTls = talk.wire.startTls();
        return talk.isTls;
    }
    if (startsWith(line, "AUTH"))
        return auth(talk, line);
    if (startsWith(line, "QUIT")) {
        talk.wire.write("221 bye\r\n");
        return false;
    }
    if (!talk.isSignedIn)
        return talk.wire.write("530 5.7.0 Authentication required\r\n");
    if (startsWith(line, "MAIL FROM:")) {
        talk.mail = {addressOf(line), {}, {}};
        return answer(talk, SmtpStep::From, "250 2.1.0 ok");
    }
    if (startsWith(line, "RCPT TO:")) {
        talk.mail.to = addressOf(line);
        return answer(talk, SmtpStep::To, "250 2.1.5 ok");
    }
    if (startsWith(line, "DATA"))
        return answer(talk, SmtpStep::Data, "354 go") && takeText(talk);
    return talk.wire.write("500 5.5.1 what?\r\n");
}

void SmtpFake::noteText(std::size_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_textBytes = bytes;
    m_changed.notify_all();
}

bool SmtpFake::waitForText(std::size_t bytes)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::seconds(10), [&] { return m_textBytes >= bytes; });
}

bool SmtpFake::waitForHang()
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::seconds(10), [&] { return m_hanging > 0; });
}

bool SmtpFake::takeText(Talk &talk)
{
    if (talk.fault && talk.fault->step == SmtpStep::Data &&
        talk.fault->kind == SmtpFaultKind::Answer)
        return true; // no text follows
    noteText(0);
    std::size_t bytes = 0;
    int lines = 0;
    while (const auto line = talk.wire.readLine()) {
        if (*line == ".")
            return endText(talk);
        noteText(bytes += line->size() + 2);
        talk.mail.bytes += line->substr(!line->empty() && line->front() == '.' ? 1 : 0) + "\r\n";
        if (++lines != 5)
            continue;
        consult(talk, SmtpStep::Text);
        if (talk.fault && talk.fault->step == SmtpStep::Text)
            return false;
    }
    return false;
}

bool SmtpFake::endText(Talk &talk)
{
    consult(talk, SmtpStep::Dot);
    const bool isFaulty = talk.fault && talk.fault->step == SmtpStep::Dot;
    const bool isTaken = !isFaulty || (talk.fault->kind != SmtpFaultKind::Answer &&
                                       talk.fault->kind != SmtpFaultKind::LoseAndDrop &&
                                       talk.fault->kind != SmtpFaultKind::DropBefore &&
                                       talk.fault->kind != SmtpFaultKind::Hang);
    std::size_t number = 0;
    if (isTaken) {
        const std::lock_guard lock(m_mutex);
        m_deliveries.push_back(talk.mail);
        number = m_deliveries.size();
        if (m_onDelivery)
            m_onDelivery(talk.mail);
    }
    return answer(talk, SmtpStep::Dot, "250 2.0.0 queued as Q" + std::to_string(number));
}

} // namespace topline::fakes
