#include "core/ledger/chain.h"

#include <functional>
#include <gtest/gtest.h>
#include <utility>
#include <vector>

using namespace topline;
using domain::LedgerEntry;
using domain::LedgerKind;

namespace {

LedgerEntry entryAt(std::int64_t seq)
{
    LedgerEntry out;
    out.seq = seq;
    out.atMs = 1'700'000'000'000 + seq;
    out.actor = "engine";
    out.kind = seq == 1 ? LedgerKind::Genesis : LedgerKind::Approved;
    out.subject = base::Uuid::named("action", std::to_string(seq));
    out.signal = base::Uuid::named("signal", std::to_string(seq));
    out.account = domain::AccountId{seq * 10};
    out.payload = R"({"play":"reply"})";
    return out;
}

std::vector<LedgerEntry> chainOf(std::int64_t count)
{
    std::vector<LedgerEntry> out;
    std::string head = ledger::genesisHash();
    for (std::int64_t seq = 1; seq <= count; ++seq) {
        out.push_back(ledger::chained(entryAt(seq), head));
        head = out.back().hash;
    }
    return out;
}

// The seq of the first entry that does not fit; 0 when all fit.
std::int64_t firstBad(const std::vector<LedgerEntry> &entries)
{
    ledger::ChainVerifier verifier;
    for (const auto &entry : entries) {
        const auto status = verifier.add(entry);
        if (!status.ok())
            return status.error().place->line;
    }
    return 0;
}

} // namespace

TEST(Chain, AnUntouchedChainVerifiesAndKnowsItsHead)
{
    const auto entries = chainOf(5);
    ledger::ChainVerifier verifier;
    for (const auto &entry : entries)
        ASSERT_TRUE(verifier.add(entry).ok());
    EXPECT_EQ(verifier.count(), 5);
    EXPECT_EQ(verifier.head(), entries.back().hash);
}

TEST(Chain, TheHashIsWhatTheReadmeSays)
{
    LedgerEntry entry;
    entry.seq = 1;
    entry.atMs = 5;
    entry.actor = "engine";
    entry.payload = "{}";
    // python3: sha256 over the nine fields as "<length>:<text>,".
    EXPECT_EQ(ledger::chained(entry, ledger::genesisHash()).hash,
              "acb48e7b4c35d32765c3249a3e5a0020173bef37afa52ed9abf09eedabe6b862");
}

TEST(Chain, AChangeOfAnyFieldIsFoundAtItsEntry)
{
    const std::vector<std::pair<const char *, std::function<void(LedgerEntry &)>>> changes = {
        {"seq", [](LedgerEntry &e) { ++e.seq; }},
        {"atMs", [](LedgerEntry &e) { ++e.atMs; }},
        {"actor", [](LedgerEntry &e) { e.actor = "rep"; }},
        {"kind", [](LedgerEntry &e) { e.kind = LedgerKind::Dismissed; }},
        {"subject", [](LedgerEntry &e) { e.subject.bytes[15] ^= 1; }},
        {"signal", [](LedgerEntry &e) { e.signal.bytes[0] ^= 1; }},
        {"account", [](LedgerEntry &e) { ++e.account.value; }},
        {"payload", [](LedgerEntry &e) { e.payload += ' '; }},
        {"prevHash", [](LedgerEntry &e) { e.prevHash[0] = e.prevHash[0] == 'a' ? 'b' : 'a'; }},
        {"hash", [](LedgerEntry &e) { e.hash[63] = e.hash[63] == 'a' ? 'b' : 'a'; }},
    };
    for (const auto &[name, change] : changes) {
        for (std::size_t at = 0; at < 4; ++at) {
            auto entries = chainOf(4);
            change(entries[at]);
            EXPECT_EQ(firstBad(entries), static_cast<std::int64_t>(at) + 1) << name;
        }
    }
}

TEST(Chain, CharactersCannotMoveBetweenNeighbouringFields)
{
    LedgerEntry a = entryAt(1);
    LedgerEntry b = a;
    a.actor = "rep1";
    a.kind = LedgerKind::Genesis; // "1"
    b.actor = "rep";
    b.kind = LedgerKind::Done; // "11"
    EXPECT_NE(ledger::chained(a, ledger::genesisHash()).hash,
              ledger::chained(b, ledger::genesisHash()).hash);
}

TEST(Chain, ARemovedEntryIsFound)
{
    auto entries = chainOf(4);
    entries.erase(entries.begin() + 1);
    EXPECT_EQ(firstBad(entries), 2);
}

TEST(Chain, ARewrittenEntryWithAFreshHashIsFoundAtTheNextOne)
{
    auto entries = chainOf(4);
    entries[1].payload = "{}";
    entries[1] = ledger::chained(entries[1], entries[0].hash);
    EXPECT_EQ(firstBad(entries), 3);
}

TEST(Chain, SwappedEntriesAreFound)
{
    auto entries = chainOf(4);
    std::swap(entries[1], entries[2]);
    EXPECT_EQ(firstBad(entries), 2);
}
