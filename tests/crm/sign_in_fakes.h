// A vault in a test's hands: it counts its steps, and can fail from one on or end the program at
// one, which an exception stands for. Used by tests of sign-in code, one thread at a time.
#pragma once

#include "core/crm/http_client.h"
#include "core/crm/memory_vault.h"

#include <string>
#include <utility>

namespace topline::crm {

// The program ended here.
struct Crash {};

class StepVault final : public SecretVault {
public:
    bool isLasting() const override { return true; }

    base::Result<std::optional<base::Secret>> read(const std::string &key) override
    {
        return step<std::optional<base::Secret>>([&] { return m_inner.read(key); });
    }

    base::Status write(const std::string &key, const base::Secret &secret) override
    {
        return step<void>([&] { return m_inner.write(key, secret); });
    }

    base::Status remove(const std::string &key) override
    {
        return step<void>([&] { return m_inner.remove(key); });
    }

    // Before or after its effect; steps count from 0 over the vault's life. Negative: never.
    void crashAt(int step, bool afterwards)
    {
        m_crashAt = step;
        m_afterwards = afterwards;
    }

    void failFrom(int step) { m_failFrom = step; }

    int steps() const { return m_steps; }

    MemoryVault &inner() { return m_inner; }

private:
    template <typename T, typename Work> base::Result<T> step(Work work)
    {
        const int now = m_steps++;
        if (m_failFrom >= 0 && now >= m_failFrom)
            return base::Error{base::ErrorCode::Unavailable, "The keychain is locked."};
        if (now == m_crashAt && !m_afterwards)
            throw Crash{};
        base::Result<T> result = work();
        if (now == m_crashAt)
            throw Crash{};
        return result;
    }

    MemoryVault m_inner;
    int m_steps = 0;
    int m_crashAt = -1;
    int m_failFrom = -1;
    bool m_afterwards = false;
};

inline HttpResponse jsonAnswer(int status, std::string body)
{
    HttpResponse response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json"}};
    response.body = std::move(body);
    return response;
}

} // namespace topline::crm
