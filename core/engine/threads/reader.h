// The reader's thread: answers long questions over its own read-only connection, each from one
// consistent view, while the engine goes on writing. Asked from any thread; answers run on the
// reader's thread.
#pragma once

#include "core/engine/guards/play_set.h"
#include "core/engine/reads/reads.h"
#include "core/engine/threads/worker.h"
#include "core/store/workspace.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace topline::engine {

class Reader {
public:
    // The clock must outlive the reader.
    Reader(std::string file, base::Clock &clock)
        : m_file(std::move(file))
        , m_clock(clock)
        , m_worker(readerQueueMax)
    {
    }

    template <typename T>
    void ask(std::function<base::Result<T>(Reads &)> question, Answer<T> answer)
    {
        const bool isAsked = m_worker.post(
            [this, question = std::move(question), answer] { answer(withReads<T>(question)); });
        if (!isAsked)
            answer(base::Error{.code = base::ErrorCode::Busy,
                               .message = "Too much is being read at once.",
                               .todo = "Ask again in a moment."});
    }

    // A question that asks isStopping() now and then ends early.
    void stop()
    {
        m_isStopping = true;
        m_worker.stop();
    }

    bool isStopping() const { return m_isStopping; }

private:
    static constexpr std::size_t readerQueueMax = 256;

    template <typename T>
    base::Result<T> withReads(const std::function<base::Result<T>(Reads &)> &question)
    {
        if (!m_reader) {
            TRY_ASSIGN(m_reader, store::WorkspaceReader::open(m_file));
        }
        TRY_ASSIGN(const auto view, m_reader->begin());
        TRY_ASSIGN(const auto policy, m_reader->tables().settings.policy());
        // Of the same view as everything else.
        TRY(m_plays.refresh(m_reader->tables().plays, m_reader->tables().modes));
        Reads reads(m_reader->tables(), m_plays.inForce(), policy, m_clock.now());
        return question(reads);
    }

    const std::string m_file;
    base::Clock &m_clock;
    std::atomic<bool> m_isStopping{false};
    std::unique_ptr<store::WorkspaceReader> m_reader; // on the worker's thread only
    PlaySet m_plays;                                  // likewise
    Worker m_worker;                                  // last: ends before what it uses
};

} // namespace topline::engine
