#include "core/crm/memory_vault.h"

namespace topline::crm {

base::Result<std::optional<base::Secret>> MemoryVault::read(const std::string &key)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_secrets.find(key);
    if (found == m_secrets.end())
        return std::optional<base::Secret>();
    return std::optional<base::Secret>(found->second);
}

base::Status MemoryVault::write(const std::string &key, const base::Secret &secret)
{
    const std::scoped_lock lock(m_mutex);
    m_secrets.insert_or_assign(key, secret);
    return {};
}

base::Status MemoryVault::remove(const std::string &key)
{
    const std::scoped_lock lock(m_mutex);
    m_secrets.erase(key);
    return {};
}

} // namespace topline::crm
