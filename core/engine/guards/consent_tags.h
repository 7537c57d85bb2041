// How an address becomes what the do-not-contact list and consents are kept by: its spellings
// there, and keyed hashes of them. Used by the consent book, by dry runs and by the view of
// guardrails; pure but for the reading of TrialConsents, any thread.
#pragma once

#include "core/base/result.h"
#include "core/domain/account_history.h"
#include "core/domain/consent.h"
#include "core/store/tables.h"

#include <map>
#include <string>
#include <vector>

namespace topline::engine {

// An address as a person or a record gives it; a mail domain stands for everybody in it.
struct ReachAddress {
    domain::Reach reach = domain::Reach::Mail;
    std::string text;
    std::string country = {}; // of a telephone, as the record spells it
};

// What a contact is reached by.
ReachAddress mailOf(const domain::Contact &contact);
ReachAddress phoneOf(const domain::Contact &contact, const std::string &country);

// In the one spelling that is compared; empty: that is no address.
std::string normalAddress(const ReachAddress &address);
// As it may stand on the list: itself and, of a mailbox, the domains it is in.
std::vector<std::string> spellingsOf(const ReachAddress &address);
std::string tagUnder(const std::string &key, const std::string &normalAddress);

// All of both lists with their times, to ask what was known at a moment of the past.
class PastConsents {
public:
    static base::Result<PastConsents> of(const store::Tables &tables);

    // Of the account's people; those with neither are left out.
    std::vector<domain::ContactLimit> limits(const domain::AccountHistory &history,
                                             base::UtcMs at) const;

private:
    void addLimit(domain::ContactLimit &limit, const ReachAddress &address, base::UtcMs at) const;

    std::vector<std::string> m_keys;
    std::multimap<std::string, domain::DoNotContact> m_stops; // by tag
    std::multimap<std::string, domain::Consent> m_consents;   // by tag, oldest first
};

} // namespace topline::engine
