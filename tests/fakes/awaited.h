// The answer of a call that answers by a callback on a thread of the program, awaited by a test on
// its own. Used once; an answer that does not come within two minutes, far more than a loaded
// machine needs, is Unavailable.
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <utility>

namespace topline::fakes {

template <typename T> class Awaited {
public:
    std::function<void(base::Result<T>)> answer()
    {
        return [promise = m_promise](base::Result<T> result) {
            promise->set_value(std::move(result));
        };
    }

    base::Result<T> get()
    {
        auto future = m_promise->get_future();
        if (future.wait_for(std::chrono::minutes(2)) != std::future_status::ready)
            return base::Error{.code = base::ErrorCode::Unavailable, .message = "no answer came"};
        return future.get();
    }

private:
    std::shared_ptr<std::promise<base::Result<T>>> m_promise =
        std::make_shared<std::promise<base::Result<T>>>();
};

} // namespace topline::fakes
