#include "core/engine/intake/known_records.h"

#include <utility>

namespace topline::engine {

namespace {

using crm::LookUp;
using domain::RecordKind;

template <typename T> T orNothing(base::Result<T> result)
{
    return result.ok() ? std::move(result).value() : T{};
}

std::optional<std::string> remoteIdOf(std::string remoteId)
{
    if (remoteId.empty())
        return std::nullopt;
    return remoteId;
}

template <typename Record>
std::optional<std::string> inCatalogue(const std::vector<Record> &records, LookUp lookUp,
                                       const std::string &text)
{
    for (const auto &record : records) {
        bool fits = lookUp == LookUp::Id && record.remoteId == text;
        fits = fits || (lookUp == LookUp::Name && crm::nameKey(record.name) == crm::nameKey(text));
        if constexpr (requires { record.email; })
            fits = fits || (lookUp == LookUp::Email && record.email == text);
        if (fits)
            return record.remoteId;
    }
    return std::nullopt;
}

domain::AccountId findAccount(store::Tables &tables, LookUp lookUp, const std::string &text)
{
    switch (lookUp) {
    case LookUp::Id:
        return orNothing(tables.records.accountByRemoteId(text));
    case LookUp::Name:
        return orNothing(tables.records.accountByName(text));
    case LookUp::Domain:
        return orNothing(tables.records.accountByDomain(text));
    case LookUp::Email:
        break;
    }
    return {};
}

} // namespace

std::optional<std::string> findKnownRecord(store::Tables &tables, RecordKind kind, LookUp lookUp,
                                           const std::string &text)
{
    switch (kind) {
    case RecordKind::Owner:
        return inCatalogue(orNothing(tables.catalogue.owners()), lookUp, text);
    case RecordKind::Product:
        return inCatalogue(orNothing(tables.catalogue.products()), lookUp, text);
    case RecordKind::Stage:
        return inCatalogue(orNothing(tables.catalogue.stages()), lookUp, text);
    case RecordKind::Account: {
        const auto id = findAccount(tables, lookUp, text);
        const auto account = orNothing(tables.records.account(id));
        return account ? remoteIdOf(account->remoteId) : std::nullopt;
    }
    case RecordKind::Contact: {
        const auto id = lookUp == LookUp::Email ? orNothing(tables.records.contactByEmail(text))
                                                : orNothing(tables.records.contactByRemoteId(text));
        const auto contact = orNothing(tables.records.contact(id));
        return contact ? remoteIdOf(contact->remoteId) : std::nullopt;
    }
    case RecordKind::Deal: {
        const auto deal =
            orNothing(tables.records.deal(orNothing(tables.records.dealByRemoteId(text))));
        return deal ? remoteIdOf(deal->remoteId) : std::nullopt;
    }
    case RecordKind::Quota:
    case RecordKind::Subscription:
        break;
    }
    return std::nullopt;
}

std::optional<std::string> findWho(store::Tables &tables, domain::EventDraft &draft)
{
    auto &records = tables.records;
    auto &event = draft.event;
    if (!event.contact.remoteId.empty())
        event.contact.id = orNothing(records.contactByRemoteId(event.contact.remoteId));
    if (!event.contact.id.isSet() && !draft.contactEmail.empty())
        event.contact.id = orNothing(records.contactByEmail(draft.contactEmail));
    if (!event.deal.remoteId.empty())
        event.deal.id = orNothing(records.dealByRemoteId(event.deal.remoteId));
    if (!event.account.remoteId.empty())
        event.account.id = orNothing(records.accountByRemoteId(event.account.remoteId));
    if (!event.account.id.isSet() && !draft.accountDomain.empty())
        event.account.id = orNothing(records.accountByDomain(draft.accountDomain));
    if (!event.account.id.isSet() && !draft.accountName.empty())
        event.account.id = orNothing(records.accountByName(draft.accountName));
    // Somebody new from a company that is known.
    const auto at = draft.contactEmail.find('@');
    const bool isAnybody =
        event.account.id.isSet() || event.contact.id.isSet() || event.deal.id.isSet();
    if (!isAnybody && at != std::string::npos)
        event.account.id = orNothing(records.accountByDomain(draft.contactEmail.substr(at + 1)));
    if (event.account.id.isSet() || event.contact.id.isSet() || event.deal.id.isSet())
        return std::nullopt;
    for (const auto *text :
         {&draft.contactEmail, &draft.accountDomain, &draft.accountName, &event.contact.remoteId,
          &event.account.remoteId, &event.deal.remoteId}) {
        if (!text->empty())
            return "No account, contact or deal is known as \"" + *text + "\".";
    }
    return "The row does not say whom it is about.";
}

} // namespace topline::engine
