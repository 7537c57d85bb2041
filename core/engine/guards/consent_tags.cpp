#include "core/engine/guards/consent_tags.h"

#include "core/base/keyed_hash.h"
#include "core/plays/suppression_address.h"
#include "core/plays/work_calendar_places.h"

#include <limits>

namespace topline::engine {

using domain::Reach;

ReachAddress mailOf(const domain::Contact &contact)
{
    return {Reach::Mail, contact.email};
}

ReachAddress phoneOf(const domain::Contact &contact, const std::string &country)
{
    return {Reach::Call, contact.phone, country};
}

std::string normalAddress(const ReachAddress &address)
{
    if (address.reach == Reach::Call)
        return plays::normalPhone(address.text, plays::countryCode(address.country));
    std::string mail = plays::normalMail(address.text);
    return mail.empty() ? plays::normalDomain(address.text) : mail;
}

std::vector<std::string> spellingsOf(const ReachAddress &address)
{
    std::vector<std::string> out;
    if (std::string text = normalAddress(address); !text.empty())
        out.push_back(std::move(text));
    if (address.reach == Reach::Mail) {
        const auto domains = plays::domainsOf(address.text);
        out.insert(out.end(), domains.begin(), domains.end());
    }
    return out;
}

std::string tagUnder(const std::string &key, const std::string &normalAddress)
{
    return base::hex(base::hmacSha256(key, normalAddress));
}

base::Result<PastConsents> PastConsents::of(const store::Tables &tables)
{
    constexpr auto everything = std::numeric_limits<std::int64_t>::max();
    PastConsents out;
    TRY_ASSIGN(out.m_keys, tables.suppressed.keys());
    if (out.m_keys.empty())
        return out;
    TRY_ASSIGN(const auto stops, tables.suppressed.all(everything));
    for (const auto &stop : stops)
        out.m_stops.emplace(stop.tag, stop);
    TRY_ASSIGN(const auto consents, tables.consents.everything());
    for (const auto &consent : consents)
        out.m_consents.emplace(consent.tag, consent);
    return out;
}

std::vector<domain::ContactLimit> PastConsents::limits(const domain::AccountHistory &history,
                                                       base::UtcMs at) const
{
    std::vector<domain::ContactLimit> out;
    if (m_keys.empty())
        return out;
    for (const auto &contact : history.contacts) {
        domain::ContactLimit limit;
        limit.contact = contact.id;
        addLimit(limit, mailOf(contact), at);
        addLimit(limit, phoneOf(contact, history.account.country), at);
        if (limit.noMail || limit.noCall || limit.mailConsent)
            out.push_back(limit);
    }
    return out;
}

void PastConsents::addLimit(domain::ContactLimit &limit, const ReachAddress &address,
                            base::UtcMs at) const
{
    for (const std::string &spelling : spellingsOf(address)) {
        for (const std::string &key : m_keys) {
            const std::string tag = tagUnder(key, spelling);
            const auto [first, last] = m_stops.equal_range(tag);
            for (auto stop = first; stop != last; ++stop) {
                const auto &row = stop->second;
                const bool stands = row.atMs <= at && (!row.releasedMs || *row.releasedMs > at);
                auto &way = address.reach == Reach::Mail ? limit.noMail : limit.noCall;
                if (stands && row.reach == address.reach && !way)
                    way = row.why;
            }
            const auto [begin, end] = m_consents.equal_range(tag);
            std::optional<domain::ConsentState> said;
            for (auto each = begin; each != end; ++each) {
                if (each->second.reach == address.reach && each->second.atMs <= at)
                    said = each->second.state; // the newest by then
            }
            // Of two lists that were united the refusal counts.
            if (said && address.reach == Reach::Mail &&
                (!limit.mailConsent || *said == domain::ConsentState::Withdrawn))
                limit.mailConsent = said;
        }
    }
}

} // namespace topline::engine
