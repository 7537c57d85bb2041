// How the window reaches a language model: an HTTP client whose requests are noted like those to
// CRMs, and the keychain, opened at the first need, which may wait for a person to unlock it. Made
// by app's composition, used on the courier's thread for models; thread-safe.
#pragma once

#include "core/crm/http_client.h"
#include "core/crm/secret_vault.h"
#include "core/engine/threads/draft_desk_thread.h"

#include <functional>
#include <memory>
#include <mutex>

namespace topline::app {

class ModelConnection final : public crm::SecretVault {
public:
    ModelConnection(std::unique_ptr<crm::HttpClient> client,
                    std::function<std::unique_ptr<crm::SecretVault>()> openVault);

    engine::ModelAccess access() { return {m_client.get(), this}; }

    bool isLasting() const override;
    base::Result<std::optional<base::Secret>> read(const std::string &key) override;
    base::Status write(const std::string &key, const base::Secret &secret) override;
    base::Status remove(const std::string &key) override;

private:
    crm::SecretVault &vault() const;

    std::unique_ptr<crm::HttpClient> m_client;
    std::function<std::unique_ptr<crm::SecretVault>()> m_openVault;
    mutable std::once_flag m_once;
    mutable std::unique_ptr<crm::SecretVault> m_vault;
};

} // namespace topline::app
