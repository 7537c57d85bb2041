// Where other threads leave word for the collector's poll loop, and wake it. Shared by the loop and
// by every answer that is still to come, so that an answer after the end finds nobody and harms
// nobody. Any thread; never fails once it is open.
#pragma once

#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

namespace topline::platform {

class CollectorMailbox {
public:
    struct Word {
        std::uint64_t connection = 0;
        bool isDurable = false;
    };

    CollectorMailbox();
    ~CollectorMailbox();
    CollectorMailbox(const CollectorMailbox &) = delete;
    CollectorMailbox &operator=(const CollectorMailbox &) = delete;

    int descriptor() const { return m_descriptor; } // readable when there is something

    void post(Word word);
    void stop();

    // What came since; the flag tells whether to stop.
    std::pair<std::vector<Word>, bool> take();

private:
    void wake() const;

    const int m_descriptor;
    std::mutex m_mutex;
    std::vector<Word> m_words;
    bool m_isStopped = false;
};

} // namespace topline::platform
