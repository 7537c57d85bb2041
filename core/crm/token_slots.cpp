#include "core/crm/token_slots.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace topline::crm {
namespace {

constexpr int slotCount = 2;

base::Secret packed(std::int64_t sequence, const base::Secret &token)
{
    return base::Secret(std::to_string(sequence) + ' ' + token.reveal());
}

// A slot with anything else in it is as good as empty: nobody but us writes there.
bool unpack(const base::Secret &text, std::int64_t &sequence, base::Secret &token)
{
    const std::string &bytes = text.reveal();
    const std::size_t space = bytes.find(' ');
    if (space == std::string::npos || space + 1 == bytes.size())
        return false;
    const char *end = bytes.data() + space;
    const auto [stop, failure] = std::from_chars(bytes.data(), end, sequence);
    token = base::Secret(bytes.substr(space + 1));
    return failure == std::errc() && stop == end && sequence > 0;
}

} // namespace

TokenSlots::TokenSlots(SecretVault &vault, std::string prefix)
    : m_vault(vault)
    , m_prefix(std::move(prefix))
{
}

std::string TokenSlots::key(int slot) const
{
    return m_prefix + (slot == 0 ? "/refresh-a" : "/refresh-b");
}

base::Result<std::vector<TokenSlots::Held>> TokenSlots::held() const
{
    std::vector<Held> found;
    for (int slot = 0; slot < slotCount; ++slot) {
        TRY_ASSIGN(const std::optional<base::Secret> text, m_vault.read(key(slot)));
        Held one{slot, 0, {}};
        if (text && unpack(*text, one.sequence, one.token))
            found.push_back(one);
    }
    std::sort(found.begin(), found.end(),
              [](const Held &a, const Held &b) { return a.sequence > b.sequence; });
    return found;
}

base::Result<std::vector<base::Secret>> TokenSlots::read() const
{
    TRY_ASSIGN(const std::vector<Held> found, held());
    std::vector<base::Secret> tokens;
    for (const Held &one : found)
        tokens.push_back(one.token);
    return tokens;
}

base::Status TokenSlots::replace(const base::Secret &token)
{
    TRY_ASSIGN(const std::vector<Held> before, held());
    const auto same = std::find_if(before.begin(), before.end(),
                                   [&token](const Held &one) { return one.token == token; });
    int kept = 0;
    if (same != before.end()) {
        kept = same->slot;
    } else {
        // With both in use (a crash earlier), the older one gives way: the newer may be the one
        // that works.
        kept = before.empty() ? 0 : 1 - before.front().slot;
        const std::int64_t sequence = before.empty() ? 1 : before.front().sequence + 1;
        const base::Secret text = packed(sequence, token);
        TRY(m_vault.write(key(kept), text));
        TRY_ASSIGN(const std::optional<base::Secret> stored, m_vault.read(key(kept)));
        if (!stored || !(*stored == text))
            return base::Error{base::ErrorCode::Io, "The keychain did not keep the new sign-in.",
                               "The one before is still there.", "Check the keychain."};
    }
    return m_vault.remove(key(1 - kept));
}

base::Status TokenSlots::clear()
{
    for (int slot = 0; slot < slotCount; ++slot)
        TRY(m_vault.remove(key(slot)));
    return {};
}

} // namespace topline::crm
