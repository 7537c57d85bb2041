#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "app/collector.h"
#include "core/platform/system_pace.h"

#include <chrono>
#include <cstdio>

namespace topline::app {

namespace {

constexpr auto lookEvery = std::chrono::milliseconds(100);
constexpr base::DurationMs deriveAtLeastEveryMs = base::secondMs;

QString addressOf(std::uint16_t port)
{
    return QStringLiteral("http://127.0.0.1:%1").arg(port);
}

std::optional<std::uint16_t> portOf(const Invocation &invocation, std::uint16_t otherwise)
{
    const std::int64_t port = invocation.number("port", otherwise);
    if (port < 0 || port > 65'535)
        return std::nullopt;
    return static_cast<std::uint16_t>(port);
}

Reply keyReply(Reply out, const std::string &key)
{
    out.document[QStringLiteral("write_key")] = toQt(key);
    out.text +=
        QStringLiteral("Write key: %1\nIt is shown this once and not stored.\n").arg(toQt(key));
    return out;
}

Reply statusReply(const CollectorSettings &settings)
{
    Reply out;
    out.document = {{QStringLiteral("on"), settings.isOn},
                    {QStringLiteral("port"), settings.port},
                    {QStringLiteral("has_write_key"), !settings.keyHash.empty()}};
    out.text = settings.isOn
                   ? QStringLiteral("The collector is on: it listens at %1 while the window is "
                                    "open.\n")
                         .arg(addressOf(settings.port))
                   : QStringLiteral("The collector is off.\n");
    if (settings.keyHash.empty())
        out.text += QStringLiteral("It has no write key yet.\n");
    return out;
}

// Takes batches until Ctrl+C, and derives in between.
base::Status collectUntilInterrupted(Session &session, engine::IncomingQueue &queue,
                                     std::int64_t forMs)
{
    const platform::SystemPace pace;
    const std::int64_t endMs = forMs > 0 ? pace.monotonicMs() + forMs : INT64_MAX;
    std::int64_t derivedMs = pace.monotonicMs();
    bool isMoreDue = true;
    while (!isInterrupted() && pace.monotonicMs() < endMs) {
        const auto patience = isMoreDue ? std::chrono::milliseconds(0) : lookEvery;
        const bool isWaiting = queue.waitUntil(std::chrono::steady_clock::now() + patience);
        if (isWaiting) {
            isMoreDue = true;
            if (const auto stored = queue.drain(session.engine()); !stored.ok())
                std::fprintf(stderr, "topline-cli: %s\n", stored.error().text().c_str());
        }
        if (!isWaiting || pace.monotonicMs() - derivedMs >= deriveAtLeastEveryMs) {
            TRY_ASSIGN(isMoreDue, session.engine().deriveSlice());
            derivedMs = pace.monotonicMs();
        }
    }
    return queue.drain(session.engine());
}

} // namespace

base::Result<Reply> runCollect(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(CollectorSettings settings, collectorSettings(session->engine().tables()));
    const auto port = portOf(invocation, settings.port);
    if (!port)
        return usageReply("A port is a number from 0 to 65535.");
    settings.port = *port;
    engine::IncomingQueue queue;
    const platform::SystemPace pace;
    TRY_ASSIGN(const auto socket,
               startCollector(settings, session->clock(), pace, [&queue](auto incoming, auto done) {
                   return queue.post(std::move(incoming), std::move(done));
               }));
    std::FILE *const place = invocation.json ? stderr : stdout;
    std::fprintf(place, "Listening at %s\n", qPrintable(addressOf(socket->port())));
    std::fflush(place);
    TRY(collectUntilInterrupted(*session, queue, invocation.number("seconds", 0) * base::secondMs));
    const auto &totals = socket->totals();
    Reply out;
    out.document = {{QStringLiteral("port"), socket->port()},
                    {QStringLiteral("requests"), jsonInteger(totals.requests)},
                    {QStringLiteral("events"), jsonInteger(totals.events)},
                    {QStringLiteral("rejected_events"), jsonInteger(totals.rejects)},
                    {QStringLiteral("refused_requests"), jsonInteger(totals.refusals)}};
    out.text = QStringLiteral("%1 events in %2 requests; %3 events were left out, %4 requests "
                              "refused.\n")
                   .arg(totals.events)
                   .arg(totals.requests)
                   .arg(totals.rejects)
                   .arg(totals.refusals);
    return out;
}

base::Result<Reply> runCollectorOn(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(CollectorSettings settings, collectorSettings(session->engine().tables()));
    const auto port = portOf(invocation, settings.port);
    if (!port || *port == 0)
        return usageReply("A port is a number from 1 to 65535.");
    TRY(setCollectorPort(session->engine(), *port));
    TRY(setCollectorOn(session->engine(), true));
    std::string key;
    if (settings.keyHash.empty()) {
        TRY_ASSIGN(key, makeWriteKey(session->engine()));
    }
    TRY_ASSIGN(settings, collectorSettings(session->engine().tables()));
    return key.empty() ? statusReply(settings) : keyReply(statusReply(settings), key);
}

base::Result<Reply> runCollectorOff(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY(setCollectorOn(session->engine(), false));
    TRY_ASSIGN(const auto settings, collectorSettings(session->engine().tables()));
    return statusReply(settings);
}

base::Result<Reply> runCollectorStatus(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto settings, collectorSettings(session->engine().tables()));
    return statusReply(settings);
}

base::Result<Reply> runCollectorNewKey(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const std::string key, makeWriteKey(session->engine()));
    TRY_ASSIGN(const auto settings, collectorSettings(session->engine().tables()));
    return keyReply(statusReply(settings), key);
}

} // namespace topline::app
