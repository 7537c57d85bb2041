// A bounded queue of things to do on one thread: the mailbox of the engine, courier and reader
// threads. Posted to from any thread, taken from by its one owner. post() never blocks: a full or
// closed queue refuses, and the caller tells its own caller. std::mutex only, so that
// ThreadSanitizer sees everything.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>

namespace topline::base {

class WorkQueue {
public:
    using Task = std::function<void()>;

    explicit WorkQueue(std::size_t capacity)
        : m_capacity(capacity)
    {
    }

    // False when the queue is full or closed; the task was then not taken.
    bool post(Task task)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed || m_tasks.size() >= m_capacity)
                return false;
            m_tasks.push_back(std::move(task));
        }
        m_changed.notify_one();
        return true;
    }

    // For an answer to a question that this owner asked: taken even when the queue is full, since
    // there are never more answers than questions. False when it is closed.
    bool postAnswer(Task task)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed)
                return false;
            m_tasks.push_back(std::move(task));
        }
        m_changed.notify_one();
        return true;
    }

    // Waits for the next task until `deadline`; nullopt when the time is over, or when the queue is
    // closed and empty.
    std::optional<Task> take(std::chrono::steady_clock::time_point deadline)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_until(lock, deadline, [this] { return m_closed || !m_tasks.empty(); });
        return popLocked();
    }

    // Waits without a limit; nullopt when the queue is closed and empty.
    std::optional<Task> take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closed || !m_tasks.empty(); });
        return popLocked();
    }

    // Refuses further tasks; those already posted can still be taken.
    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_changed.notify_all();
    }

    bool isClosed() const
    {
        const std::lock_guard lock(m_mutex);
        return m_closed;
    }

private:
    std::optional<Task> popLocked()
    {
        if (m_tasks.empty())
            return std::nullopt;
        Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        return task;
    }

    const std::size_t m_capacity;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Task> m_tasks;
    bool m_closed = false;
};

} // namespace topline::base
