#include "core/engine/threads/observer_list.h"

#include <utility>

namespace topline::engine {

void ObserverList::Slot::with(const std::function<void(const Observer &)> &tell)
{
    const std::lock_guard lock(m_mutex);
    if (m_isHere)
        tell(m_observer);
}

void ObserverList::Slot::leave()
{
    const std::lock_guard lock(m_mutex);
    m_isHere = false;
}

std::shared_ptr<ObserverList::Slot> ObserverList::add(Observer observer)
{
    auto slot = std::make_shared<Slot>(std::move(observer));
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_slots, [](const auto &known) { return known.expired(); });
    m_slots.push_back(slot);
    return slot;
}

void ObserverList::tellAll(const std::function<void(const Observer &)> &tell)
{
    std::vector<std::weak_ptr<Slot>> slots;
    {
        const std::lock_guard lock(m_mutex);
        slots = m_slots;
    }
    for (const auto &weak : slots) {
        if (const auto slot = weak.lock())
            slot->with(tell);
    }
}

void ObserverList::clear()
{
    std::vector<std::weak_ptr<Slot>> slots;
    {
        const std::lock_guard lock(m_mutex);
        slots.swap(m_slots);
    }
    for (const auto &weak : slots) {
        if (const auto slot = weak.lock())
            slot->leave();
    }
}

} // namespace topline::engine
