#include "core/ledger/chain.h"

#include "core/base/hash.h"

#include <utility>

namespace topline::ledger {

namespace {

// "5:hello," — the length in front keeps two neighbouring fields from trading characters unseen.
void appendField(std::string &out, const std::string &field)
{
    out += std::to_string(field.size());
    out += ':';
    out += field;
    out += ',';
}

std::string hashOf(const domain::LedgerEntry &entry)
{
    std::string text;
    appendField(text, entry.prevHash);
    appendField(text, std::to_string(entry.seq));
    appendField(text, std::to_string(entry.atMs));
    appendField(text, entry.actor);
    appendField(text, std::to_string(static_cast<std::int32_t>(entry.kind)));
    appendField(text, entry.subject.text());
    appendField(text, entry.signal.text());
    appendField(text, std::to_string(entry.account.value));
    appendField(text, entry.payload);
    return base::hex(base::sha256(text));
}

base::Error broken(std::int64_t seq, std::string message)
{
    return {.code = base::ErrorCode::Corrupt,
            .message = std::move(message),
            .kept = "Every entry before it is intact.",
            .todo = "Restore the workspace from a backup made before this entry.",
            .place = base::Place{.file = {}, .line = seq, .column = 0, .field = "ledger"}};
}

} // namespace

std::string genesisHash()
{
    return std::string(hashLength, '0');
}

domain::LedgerEntry chained(domain::LedgerEntry entry, const std::string &prevHash)
{
    entry.prevHash = prevHash;
    entry.hash = hashOf(entry);
    return entry;
}

base::Status ChainVerifier::add(const domain::LedgerEntry &entry)
{
    const std::int64_t expected = m_count + 1;
    if (entry.seq != expected) {
        return broken(expected, "Ledger entry " + std::to_string(expected) +
                                    " is missing; the next one found is " +
                                    std::to_string(entry.seq) + ".");
    }
    if (entry.prevHash != m_head) {
        return broken(expected, "Ledger entry " + std::to_string(expected) +
                                    " does not continue the entry before it.");
    }
    if (entry.hash != hashOf(entry)) {
        return broken(expected, "Ledger entry " + std::to_string(expected) +
                                    " was changed after it was written.");
    }
    m_count = expected;
    m_head = entry.hash;
    return {};
}

} // namespace topline::ledger
