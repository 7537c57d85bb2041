// Typed row ids of one workspace, and references to records that a source knows by its own id.
// Connectors and imports fill Ref::remoteId; the store resolves it and fills Ref::id. Plain values,
// any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace topline::domain {

template <typename Tag> struct LocalId {
    std::int64_t value = 0; // 0 means "none"

    auto operator<=>(const LocalId &) const = default; // NOLINT(modernize-use-nullptr)

    bool isSet() const { return value != 0; }
};

using OwnerId = LocalId<struct OwnerTag>;
using AccountId = LocalId<struct AccountTag>;
using ContactId = LocalId<struct ContactTag>;
using ProductId = LocalId<struct ProductTag>;
using StageId = LocalId<struct StageTag>;
using DealId = LocalId<struct DealTag>;
using EventId = LocalId<struct EventTag>;

template <typename Id> struct Ref {
    Id id{};
    std::string remoteId{};

    bool operator==(const Ref &) const = default;

    bool isSet() const { return id.isSet() || !remoteId.empty(); }
};

} // namespace topline::domain
