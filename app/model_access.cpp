#include "app/model_access.h"

#include <utility>

namespace topline::app {

ModelConnection::ModelConnection(std::unique_ptr<crm::HttpClient> client,
                                 std::function<std::unique_ptr<crm::SecretVault>()> openVault)
    : m_client(std::move(client))
    , m_openVault(std::move(openVault))
{
}

crm::SecretVault &ModelConnection::vault() const
{
    std::call_once(m_once, [this] { m_vault = m_openVault(); });
    return *m_vault;
}

bool ModelConnection::isLasting() const
{
    return vault().isLasting();
}

base::Result<std::optional<base::Secret>> ModelConnection::read(const std::string &key)
{
    return vault().read(key);
}

base::Status ModelConnection::write(const std::string &key, const base::Secret &secret)
{
    return vault().write(key, secret);
}

base::Status ModelConnection::remove(const std::string &key)
{
    return vault().remove(key);
}

} // namespace topline::app
