#include "core/platform/collector_mailbox.h"

#include <sys/eventfd.h>
#include <unistd.h>

namespace topline::platform {

CollectorMailbox::CollectorMailbox()
    : m_descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
}

CollectorMailbox::~CollectorMailbox()
{
    ::close(m_descriptor);
}

void CollectorMailbox::post(Word word)
{
    {
        const std::lock_guard lock(m_mutex);
        m_words.push_back(word);
    }
    wake();
}

void CollectorMailbox::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopped = true;
    }
    wake();
}

std::pair<std::vector<CollectorMailbox::Word>, bool> CollectorMailbox::take()
{
    std::uint64_t count = 0;
    // Emptied before looking, so that a word posted after the look wakes again.
    while (::read(m_descriptor, &count, sizeof count) > 0) {
    }
    const std::lock_guard lock(m_mutex);
    return {std::exchange(m_words, {}), m_isStopped};
}

void CollectorMailbox::wake() const
{
    const std::uint64_t one = 1;
    // A counter that is full is awake already.
    static_cast<void>(::write(m_descriptor, &one, sizeof one));
}

} // namespace topline::platform
