// A gate that a test opens and a fake waits at, in place of a sleep. Any thread. A fake's thread
// that waits must be let through before its server goes.
#pragma once

#include <condition_variable>
#include <mutex>

namespace topline::fakes {

class Gate {
public:
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
        m_opened.notify_all();
    }

    void wait()
    {
        std::unique_lock lock(m_mutex);
        m_opened.wait(lock, [this] { return m_isOpen; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_opened;
    bool m_isOpen = false;
};

} // namespace topline::fakes
