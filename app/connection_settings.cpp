#include "app/connection_settings.h"

#include "core/crm/url_text.h"

#include <optional>
#include <utility>

namespace topline::app {

VaultSettings::VaultSettings(crm::SecretVault &vault, std::string prefix)
    : m_vault(vault)
    , m_prefix(std::move(prefix))
{
}

std::string VaultSettings::key(const std::string &system) const
{
    return m_prefix + '/' + system + "/settings";
}

base::Result<SettingTexts> VaultSettings::read(const std::string &system)
{
    TRY_ASSIGN(const std::optional<base::Secret> stored, m_vault.read(key(system)));
    SettingTexts texts;
    const auto pairs = crm::decodedPairs(stored ? stored->reveal() : std::string());
    if (pairs) {
        for (const auto &[name, value] : *pairs)
            texts[name] = value;
    }
    return texts;
}

base::Status VaultSettings::write(const std::string &system, const SettingTexts &texts)
{
    if (texts.empty())
        return m_vault.remove(key(system));
    return m_vault.write(key(system),
                         base::Secret(crm::encodedPairs({texts.begin(), texts.end()})));
}

} // namespace topline::app
