#include "core/engine/threads/thread_gate.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

namespace topline::engine {

namespace {

// Both threads hold it, since either may be the last to look.
struct Asked {
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<base::Status> marked;
    bool isGivenUp = false;
};

base::Status ended()
{
    return base::Error{.code = base::ErrorCode::Cancelled,
                       .message = "The program ends.",
                       .kept = "It goes at the next start."};
}

// How often the wait looks whether the program ends: the engine's thread may be the one that waits
// for this thread then.
constexpr std::chrono::milliseconds lookEvery(20);

} // namespace

base::Status ThreadGate::pass(std::span<const domain::Effect> effects)
{
    const auto asked = std::make_shared<Asked>();
    const bool isTaken = m_engineQueue.postAnswer(
        [asked, mark = m_mark, all = std::vector<domain::Effect>(effects.begin(), effects.end())] {
            const std::lock_guard lock(asked->mutex);
            if (asked->isGivenUp)
                return;
            asked->marked = mark(all);
            asked->changed.notify_one();
        });
    if (!isTaken)
        return ended();
    std::unique_lock lock(asked->mutex);
    while (!asked->marked) {
        if (m_cancel.cancelled) {
            asked->isGivenUp = true;
            return ended();
        }
        asked->changed.wait_for(lock, lookEvery);
    }
    return *asked->marked;
}

} // namespace topline::engine
