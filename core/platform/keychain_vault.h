// The desktop's keychain (Secret Service, KWallet) as a crm::SecretVault. Chosen by openVault at
// the first need, by app's composition; blocking from any thread but the keychain's own, while a
// person may be typing the keychain's password (two minutes at most). Never falls back to a file,
// takes no secret from one, and reads back what it wrote. Needs a QCoreApplication.
#pragma once

#include "core/crm/secret_vault.h"

#include <memory>
#include <string>

namespace topline::platform {

class KeychainVault final : public crm::SecretVault {
public:
    // `service` names the program in the keychain: "topline".
    explicit KeychainVault(std::string service);

    bool isLasting() const override { return true; }

    base::Result<std::optional<base::Secret>> read(const std::string &key) override;
    base::Status write(const std::string &key, const base::Secret &secret) override;
    base::Status remove(const std::string &key) override;

    // Writes, reads and removes something that is no secret: whether a keychain answers.
    base::Status probe();

private:
    std::string m_service;
};

struct VaultChoice {
    std::unique_ptr<crm::SecretVault> vault; // never null
    base::Status keychain;                   // why it is not the keychain's
};

// The keychain when it answers, else this run's memory.
VaultChoice openVault();

} // namespace topline::platform
