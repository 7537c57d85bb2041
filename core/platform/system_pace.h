// Waiting for real: the machine's steady clock, and a wait that looks at the cancel token every
// 50 ms. Made by app's composition, shared by couriers; thread-safe, never fails.
#pragma once

#include "core/crm/pace.h"

namespace topline::platform {

class SystemPace final : public crm::Pace {
public:
    std::int64_t monotonicMs() const override;
    bool waitUntil(std::int64_t untilMonotonicMs, const crm::CancelToken &cancel) override;
};

} // namespace topline::platform
