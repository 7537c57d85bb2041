#include "core/engine/reads/consent_names.h"

#include "core/base/keyed_hash.h"
#include "core/plays/suppression_address.h"
#include "core/plays/work_calendar_places.h"

namespace topline::engine {

namespace {

class Finder {
public:
    Finder(std::vector<std::string> keys, const std::set<std::string> &wanted)
        : m_keys(std::move(keys))
        , m_wanted(wanted)
    {
    }

    void look(const domain::Contact &contact, const std::string &country)
    {
        for (const std::string &text :
             {plays::normalMail(contact.email), plays::normalPhone(contact.phone, country)}) {
            for (const auto &tag : hits(text))
                m_out[tag].people.push_back(contact.fullName());
        }
        for (const std::string &domain : plays::domainsOf(contact.email)) {
            const auto [known, isNew] = m_domains.try_emplace(domain);
            if (isNew)
                known->second = hits(domain);
            for (const auto &tag : known->second) {
                m_out[tag].host = domain.substr(1);
                m_out[tag].people.push_back(contact.fullName());
            }
        }
    }

    std::map<std::string, TagOwner> take() { return std::move(m_out); }

private:
    std::vector<std::string> hits(const std::string &text) const
    {
        std::vector<std::string> out;
        for (const std::string &key : m_keys) {
            auto tag = text.empty() ? std::string() : base::hex(base::hmacSha256(key, text));
            if (m_wanted.contains(tag))
                out.push_back(std::move(tag));
        }
        return out;
    }

    std::vector<std::string> m_keys;
    const std::set<std::string> &m_wanted;
    std::map<std::string, std::vector<std::string>> m_domains;
    std::map<std::string, TagOwner> m_out;
};

} // namespace

base::Result<std::map<std::string, TagOwner>> ownersOfTags(const store::Tables &tables,
                                                           const std::set<std::string> &tags)
{
    if (tags.empty())
        return std::map<std::string, TagOwner>();
    TRY_ASSIGN(auto keys, tables.suppressed.keys());
    Finder finder(std::move(keys), tags);
    std::map<domain::AccountId, std::string> countries;
    TRY_ASSIGN(const auto accounts, tables.records.accounts());
    for (const auto &account : accounts)
        countries[account.id] = plays::countryCode(account.country);
    TRY_ASSIGN(const auto contacts, tables.records.contacts());
    for (const auto &contact : contacts)
        finder.look(contact, countries[contact.account.id]);
    return finder.take();
}

} // namespace topline::engine
