// One client of the collector: reads requests one after the other, and writes the answer to each
// before it reads on. Driven by the collector's poll loop, on its thread; closes its descriptor
// when it goes. Every state has a deadline, so that no client holds a place for nothing.
#pragma once

#include "core/intake/collector_rules.h"
#include "core/platform/collector_limits.h"

#include <cstdint>
#include <functional>
#include <string>

namespace topline::platform {

class CollectorConnection {
public:
    // What becomes of a complete request: a status to be answered, or 0 while it is being made
    // durable.
    using Serve = std::function<int(std::uint64_t connection, const intake::HttpRequest &request,
                                    intake::SegmentCall call)>;

    CollectorConnection(int descriptor, std::uint64_t number, const CollectorLimits &limits,
                        std::int64_t nowMs);
    ~CollectorConnection();
    CollectorConnection(const CollectorConnection &) = delete;
    CollectorConnection &operator=(const CollectorConnection &) = delete;

    int descriptor() const { return m_descriptor; }

    std::uint64_t number() const { return m_number; }

    short wantedEvents() const; // of poll()

    bool isOver() const { return m_state == State::Over; }

    // It has its answer and asked for nothing since.
    bool givesWay() const { return isIdle() || m_state == State::Draining; }

    std::int64_t since() const { return m_sinceMs; }

    void onReady(short events, const intake::CollectorRules &rules, const Serve &serve,
                 std::int64_t nowMs);
    // The answer to the request that was being made durable; then on to what was sent meanwhile.
    void onServed(int status, const intake::CollectorRules &rules, const Serve &serve,
                  std::int64_t nowMs);
    void checkDeadline(std::int64_t nowMs);
    // Best effort, for a client for whom there is no place.
    void turnAway(std::int64_t nowMs);

private:
    enum class State { Reading, Serving, Writing, Draining, Over };

    // Nothing of a request has come since the last answer.
    bool isIdle() const { return m_state == State::Reading && m_isReused && !m_parser.hasBegun(); }

    void read(const intake::CollectorRules &rules, const Serve &serve, std::int64_t nowMs);
    void parse(const intake::CollectorRules &rules, const Serve &serve, std::int64_t nowMs);
    void answer(int status, std::int64_t nowMs);
    void write(std::int64_t nowMs);
    void drain();
    void enter(State state, std::int64_t nowMs);
    std::int64_t deadline() const;

    int m_descriptor;
    std::uint64_t m_number;
    const CollectorLimits &m_limits;
    State m_state = State::Reading;
    std::int64_t m_sinceMs;
    std::int64_t m_begunMs; // first byte of the request
    intake::HttpRequestParser m_parser;
    std::string m_unread; // taken from the socket, not yet by the parser
    std::string m_toWrite;
    std::size_t m_drained = 0;
    intake::SegmentCall m_call = intake::SegmentCall::Batch;
    bool m_isJudged = false; // the head of the request under way
    bool m_closesAfter = false;
    bool m_isReused = false; // has been answered before
};

} // namespace topline::platform
