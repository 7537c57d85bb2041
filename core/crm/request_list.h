// The requests made since someone last looked, for the Sync page's log. Filled by the logging
// client on courier threads, drained by the engine; thread-safe, bounded: when nobody looks, the
// oldest go. Never fails.
#pragma once

#include "core/domain/sync_view.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <vector>

namespace topline::crm {

class RequestList {
public:
    explicit RequestList(std::size_t sizeMax = 10'000)
        : m_sizeMax(sizeMax)
    {
    }

    void add(domain::RequestRow row)
    {
        const std::lock_guard lock(m_mutex);
        m_rows.push_back(std::move(row));
        if (m_rows.size() > m_sizeMax) {
            m_rows.pop_front();
            ++m_droppedCount;
        }
    }

    // Oldest first; the list is empty afterwards.
    std::vector<domain::RequestRow> take()
    {
        const std::lock_guard lock(m_mutex);
        std::vector<domain::RequestRow> rows(std::make_move_iterator(m_rows.begin()),
                                             std::make_move_iterator(m_rows.end()));
        m_rows.clear();
        return rows;
    }

    // How many went before anyone saw them.
    std::int64_t droppedCount() const
    {
        const std::lock_guard lock(m_mutex);
        return m_droppedCount;
    }

private:
    mutable std::mutex m_mutex;
    std::size_t m_sizeMax;
    std::deque<domain::RequestRow> m_rows;
    std::int64_t m_droppedCount = 0;
};

} // namespace topline::crm
