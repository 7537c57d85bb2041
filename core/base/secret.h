// A text that must never be shown, logged or stored outside the keychain: tokens, passwords, client
// secrets. It has no stream operator and no comparison but equality in constant time; reading it
// takes a word that is easy to search for. Any thread; the bytes are overwritten when it goes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace topline::base {

class Secret {
public:
    Secret() = default;

    explicit Secret(std::string text)
        : m_text(std::move(text))
    {
    }

    Secret(const Secret &) = default;

    // Copied and wiped: a short text would stay behind in a string that is moved from.
    Secret(Secret &&other) noexcept
    {
        m_text = other.m_text;
        other.wipe();
    }

    Secret &operator=(const Secret &other)
    {
        if (this != &other) {
            wipe();
            m_text = other.m_text;
        }
        return *this;
    }

    Secret &operator=(Secret &&other) noexcept
    {
        if (this != &other) {
            wipe();
            m_text = other.m_text;
            other.wipe();
        }
        return *this;
    }

    ~Secret() { wipe(); }

    bool empty() const { return m_text.empty(); }

    // Only where the outside party must be given it.
    const std::string &reveal() const { return m_text; }

    bool operator==(const Secret &other) const
    {
        unsigned char different = m_text.size() == other.m_text.size() ? 0 : 1;
        const std::size_t size = std::min(m_text.size(), other.m_text.size());
        for (std::size_t i = 0; i < size; ++i)
            different |= static_cast<unsigned char>(m_text[i] ^ other.m_text[i]);
        return different == 0;
    }

private:
    // Through volatile, so that the compiler keeps the writes.
    void wipe() noexcept
    {
        volatile char *bytes = m_text.data();
        for (std::size_t i = 0; i < m_text.size(); ++i)
            bytes[i] = '\0';
        m_text.clear();
    }

    std::string m_text;
};

} // namespace topline::base
