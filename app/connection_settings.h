// What is known of a connection and no secret: the client id, the hosts, the organisation. Read and
// written by app/connection_source on couriers' threads, so an implementation is thread-safe. A
// write that fails leaves what was there.
#pragma once

#include "core/base/result.h"
#include "core/crm/secret_vault.h"

#include <map>
#include <string>

namespace topline::app {

using SettingTexts = std::map<std::string, std::string>;

class ConnectionSettings {
public:
    virtual ~ConnectionSettings() = default;

    // Empty when nothing was written.
    virtual base::Result<SettingTexts> read(const std::string &system) = 0;
    // All of them at once, in place of those before; an empty map forgets the system.
    virtual base::Status write(const std::string &system, const SettingTexts &texts) = 0;
};

// In the vault beside the secrets they belong to: gone when those are gone.
class VaultSettings final : public ConnectionSettings {
public:
    // Keys begin with `prefix` and a slash. The vault must outlive this.
    VaultSettings(crm::SecretVault &vault, std::string prefix);

    base::Result<SettingTexts> read(const std::string &system) override;
    base::Status write(const std::string &system, const SettingTexts &texts) override;

private:
    std::string key(const std::string &system) const;

    crm::SecretVault &m_vault;
    std::string m_prefix;
};

} // namespace topline::app
