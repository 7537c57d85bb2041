// A thread that does one thing after another: the courier and the reader. Posted to from any
// thread. stop() does what was posted before and joins; nothing runs afterwards.
#pragma once

#include "core/base/work_queue.h"

#include <cstddef>
#include <thread>

namespace topline::engine {

class Worker {
public:
    explicit Worker(std::size_t capacity)
        : m_queue(capacity)
        , m_thread([this] {
            while (auto task = m_queue.take())
                (*task)();
        })
    {
    }

    ~Worker() { stop(); }

    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    // False when there is too much waiting, or after stop().
    bool post(base::WorkQueue::Task task) { return m_queue.post(std::move(task)); }

    void stop()
    {
        m_queue.close();
        if (m_thread.joinable())
            m_thread.join();
    }

private:
    base::WorkQueue m_queue;
    std::thread m_thread;
};

} // namespace topline::engine
