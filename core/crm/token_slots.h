// One refresh token in a vault, kept in two slots so that it can be replaced without a moment in
// which neither the old nor the new one is stored: the new one is written beside the old and read
// back before the old is dropped. Used by the token keeper on courier threads, by one writer at a
// time. After a crash between any two steps both are found again, the newer first.
#pragma once

#include "core/crm/secret_vault.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::crm {

class TokenSlots {
public:
    // Keys are `prefix` + "/refresh-a" and "/refresh-b". The vault must outlive this.
    TokenSlots(SecretVault &vault, std::string prefix);

    // Newest first; at most two. The vault's error when it does not answer.
    base::Result<std::vector<base::Secret>> read() const;

    // Ends with `token` in one slot and nothing in the other. When it fails, what was stored
    // before is stored still.
    base::Status replace(const base::Secret &token);

    base::Status clear();

private:
    struct Held {
        int slot = 0;
        std::int64_t sequence = 0; // higher is newer
        base::Secret token;
    };

    std::string key(int slot) const;
    base::Result<std::vector<Held>> held() const;

    SecretVault &m_vault;
    std::string m_prefix;
};

} // namespace topline::crm
