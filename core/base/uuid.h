// 128-bit ids and where they come from. Signals and actions are named: the same cause gives the
// same id, so that a replay cannot make a second one. Random ids come from an IdSource given to the
// constructor. Thread-safe values; parsing reports nothing but absence.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace topline::base {

struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Uuid &) const = default; // NOLINT(modernize-use-nullptr)

    bool isNull() const { return *this == Uuid{}; }

    // Lower-case 8-4-4-4-12.
    std::string text() const;
    static std::optional<Uuid> parse(std::string_view text);

    // RFC 9562 version 8 from SHA-256 over "kind\n" + name: the same kind and name always give the
    // same id.
    static Uuid named(std::string_view kind, std::string_view name);
};

// Gives ids that nothing else has. Implementations are thread-safe.
class IdSource {
public:
    virtual ~IdSource() = default;
    virtual Uuid next() = 0;
};

// Ids in a row from a seed, for tests and for --as-of runs: the same seed gives the same row.
class SeededIdSource final : public IdSource {
public:
    explicit SeededIdSource(std::uint64_t seed)
        : m_seed(seed)
    {
    }

    Uuid next() override;

private:
    std::uint64_t m_seed;
    std::uint64_t m_count = 0;
};

} // namespace topline::base

template <> struct std::hash<topline::base::Uuid> {
    std::size_t operator()(const topline::base::Uuid &id) const noexcept
    {
        std::size_t out = 0;
        for (auto byte : id.bytes)
            out = out * 131 + byte;
        return out;
    }
};
