// Secrets for this run only: what is used when no keychain answers, and in tests. Made by
// core/platform's choice of a vault or by tests; any thread, never fails. Nothing reaches a disk;
// the bytes are overwritten when they go.
#pragma once

#include "core/crm/secret_vault.h"

#include <map>
#include <mutex>

namespace topline::crm {

class MemoryVault final : public SecretVault {
public:
    bool isLasting() const override { return false; }

    base::Result<std::optional<base::Secret>> read(const std::string &key) override;
    base::Status write(const std::string &key, const base::Secret &secret) override;
    base::Status remove(const std::string &key) override;

private:
    std::mutex m_mutex;
    std::map<std::string, base::Secret> m_secrets;
};

} // namespace topline::crm
