// Who is told about changes, and the promise that nobody is told after having left. Observers come
// and go on any thread; telling happens on the engine's thread. Leaving waits for a callback under
// way, except from inside that callback.
#pragma once

#include "core/engine/cockpit.h"

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace topline::engine {

class ObserverList {
public:
    class Slot {
    public:
        explicit Slot(Observer observer)
            : m_observer(std::move(observer))
        {
        }

        // Runs `tell` with the observer unless it has left.
        void with(const std::function<void(const Observer &)> &tell);
        void leave();

    private:
        std::recursive_mutex m_mutex; // an observer may leave from inside its callback
        Observer m_observer;
        bool m_isHere = true;
    };

    std::shared_ptr<Slot> add(Observer observer);
    void tellAll(const std::function<void(const Observer &)> &tell);
    // Nobody is told anything any more.
    void clear();

private:
    std::mutex m_mutex;
    std::vector<std::weak_ptr<Slot>> m_slots;
};

} // namespace topline::engine
