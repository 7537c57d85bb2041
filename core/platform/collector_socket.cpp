#include "core/platform/collector_socket.h"

#include "core/platform/collector_connection.h"
#include "core/platform/collector_mailbox.h"
#include "core/platform/loopback_listener.h"

#include <algorithm>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace topline::platform {

namespace {

constexpr int lookMs = 100; // how late a deadline may be seen
constexpr int badRequest = 400;
constexpr int unauthorized = 401;
constexpr int tooLarge = 413;
constexpr int tooMany = 429;
constexpr int busy = 503;
constexpr int ok = 200;

} // namespace

class CollectorSocket::Loop {
public:
    Loop(CollectorSetup setup, LoopbackListeners listeners, const base::Clock &clock,
         const crm::Pace &pace, CollectorTake take)
        : m_limits(setup.limits)
        , m_rules{listeners.port, std::move(setup.keyHash)}
        , m_listeners(std::move(listeners.descriptors))
        , m_clock(clock)
        , m_pace(pace)
        , m_take(std::move(take))
        , m_events(m_limits.eventsPerSecond, pace.monotonicMs())
        , m_requests(m_limits.requestsPerSecond, pace.monotonicMs())
        , m_mailbox(std::make_shared<CollectorMailbox>())
        , m_serve([this](std::uint64_t connection, const intake::HttpRequest &request,
                         intake::SegmentCall call) { return serve(connection, request, call); })
        , m_thread([this] { run(); })
    {
    }

    ~Loop()
    {
        m_mailbox->stop();
        m_thread.join();
        for (const int listener : m_listeners)
            ::close(listener);
    }

    std::uint16_t port() const { return m_rules.port; }

    const CollectorTotals &totals() const { return m_totals; }

private:
    void run()
    {
        std::vector<pollfd> watched;
        for (;;) {
            watched.clear();
            watched.push_back({m_mailbox->descriptor(), POLLIN, 0});
            for (const int listener : m_listeners)
                watched.push_back({listener, POLLIN, 0});
            const std::size_t first = watched.size();
            for (const auto &connection : m_connections)
                watched.push_back({connection->descriptor(), connection->wantedEvents(), 0});
            ::poll(watched.data(), watched.size(), m_connections.empty() ? -1 : lookMs);
            const std::int64_t nowMs = m_pace.monotonicMs();
            if (!hearWords(nowMs))
                return;
            for (std::size_t i = first; i < watched.size(); ++i) {
                if (watched[i].revents != 0)
                    m_connections[i - first]->onReady(watched[i].revents, m_rules, m_serve, nowMs);
            }
            for (const auto &connection : m_connections)
                connection->checkDeadline(nowMs);
            std::erase_if(m_connections, [](const auto &each) { return each->isOver(); });
            for (std::size_t i = 1; i < first; ++i) {
                if (watched[i].revents != 0)
                    accept(watched[i].fd, nowMs);
            }
        }
    }

    bool hearWords(std::int64_t nowMs)
    {
        const auto [words, isStopped] = m_mailbox->take();
        for (const auto &word : words) {
            const auto found =
                std::find_if(m_connections.begin(), m_connections.end(),
                             [&](const auto &each) { return each->number() == word.connection; });
            if (found != m_connections.end())
                (*found)->onServed(counted(word.isDurable ? ok : busy), m_rules, m_serve, nowMs);
        }
        return !isStopped;
    }

    void accept(int listener, std::int64_t nowMs)
    {
        for (;;) {
            const int descriptor =
                ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
            if (descriptor < 0)
                return;
            const int on = 1;
            ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            auto newcomer =
                std::make_unique<CollectorConnection>(descriptor, ++m_lastNumber, m_limits, nowMs);
            if (hasRoom())
                m_connections.push_back(std::move(newcomer));
            else
                newcomer->turnAway(nowMs); // and closed: places are for those who hold them
        }
    }

    // A client that has its answer gives its place up first: the one that had it the longest ago.
    bool hasRoom()
    {
        if (m_connections.size() < m_limits.connections)
            return true;
        auto oldest = m_connections.end();
        for (auto each = m_connections.begin(); each != m_connections.end(); ++each) {
            if ((*each)->givesWay() &&
                (oldest == m_connections.end() || (*each)->since() < (*oldest)->since()))
                oldest = each;
        }
        if (oldest == m_connections.end())
            return false;
        m_connections.erase(oldest);
        return true;
    }

    int counted(int status)
    {
        if (status != ok && status != 0)
            ++m_totals.refusals;
        return status;
    }

    int serve(std::uint64_t connection, const intake::HttpRequest &request,
              intake::SegmentCall call)
    {
        ++m_totals.requests;
        return counted(handOn(connection, request, call));
    }

    int handOn(std::uint64_t connection, const intake::HttpRequest &request,
               intake::SegmentCall call)
    {
        const std::int64_t nowMs = m_pace.monotonicMs();
        if (!m_requests.take(1, nowMs))
            return tooMany;
        auto message = intake::readSegment(request.body, call, m_clock.now());
        const bool hasHeadKey = request.count("authorization") > 0; // judged with the head
        if (!hasHeadKey && !(message.ok() && intake::isRightKey(message->writeKey, m_rules)))
            return unauthorized;
        if (!message.ok())
            return message.error().code == base::ErrorCode::LimitReached ? tooLarge : badRequest;
        const auto events = static_cast<std::int64_t>(message->read);
        if (!m_events.take(events, nowMs))
            return tooMany;
        const auto rejects = static_cast<std::int64_t>(message->rejects.size());
        m_totals.rejects += rejects;
        if (message->drafts.empty() && message->links.empty())
            return ok; // nothing in it could ever be stored
        CollectorDone done = [mailbox = m_mailbox, connection](bool isDurable) {
            mailbox->post({connection, isDurable});
        };
        if (!m_take(std::move(message).value(), std::move(done)))
            return busy;
        m_totals.events += events - rejects;
        return 0;
    }

    const CollectorLimits m_limits;
    const intake::CollectorRules m_rules;
    const std::vector<int> m_listeners;
    const base::Clock &m_clock;
    const crm::Pace &m_pace;
    const CollectorTake m_take;
    RateBucket m_events;
    RateBucket m_requests;
    const std::shared_ptr<CollectorMailbox> m_mailbox;
    const CollectorConnection::Serve m_serve;
    std::vector<std::unique_ptr<CollectorConnection>> m_connections;
    std::uint64_t m_lastNumber = 0;
    CollectorTotals m_totals;
    std::thread m_thread; // last: it uses all of the above
};

base::Result<std::unique_ptr<CollectorSocket>> CollectorSocket::start(CollectorSetup setup,
                                                                      const base::Clock &clock,
                                                                      const crm::Pace &pace,
                                                                      CollectorTake take)
{
    auto listeners = listenOnLoopback(setup.port);
    if (!listeners)
        return base::Error{.code = base::ErrorCode::Busy,
                           .message = "Port " + std::to_string(setup.port) +
                                      " of this computer is in use.",
                           .todo = "Choose another port for the collector, or close the program "
                                   "that uses this one."};
    return std::unique_ptr<CollectorSocket>(new CollectorSocket(std::make_unique<Loop>(
        std::move(setup), std::move(*listeners), clock, pace, std::move(take))));
}

CollectorSocket::CollectorSocket(std::unique_ptr<Loop> loop)
    : m_loop(std::move(loop))
{
}

CollectorSocket::~CollectorSocket() = default;

std::uint16_t CollectorSocket::port() const
{
    return m_loop->port();
}

const CollectorTotals &CollectorSocket::totals() const
{
    return m_loop->totals();
}

} // namespace topline::platform
