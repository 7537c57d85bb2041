// Prove: the hash chain of the ledger. Each hash covers the previous one and every field,
// length-prefixed. Called by the engine when it appends and by `ledger verify`. Pure, any thread.
#pragma once

#include "core/base/result.h"
#include "core/domain/ledger_entry.h"

#include <string>

namespace topline::ledger {

inline constexpr std::size_t hashLength = 64;
std::string genesisHash(); // 64 zeros

// The entry with prevHash and hash filled in.
domain::LedgerEntry chained(domain::LedgerEntry entry, const std::string &prevHash);

// Feed entries in order; the first that does not fit is the error (place.line = its seq).
class ChainVerifier {
public:
    base::Status add(const domain::LedgerEntry &entry);

    std::int64_t count() const { return m_count; }

    const std::string &head() const { return m_head; }

private:
    std::int64_t m_count = 0;
    std::string m_head = genesisHash();
};

} // namespace topline::ledger
