#include "core/plays/target.h"

#include "core/plays/decide.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace topline::plays {

namespace {

bool isReachable(const domain::Contact &contact)
{
    if (contact.deleted || contact.optedOut)
        return false;
    return (hasMailAddress(contact) && !contact.bounced) || !contact.phone.empty();
}

} // namespace

const domain::Contact *findContact(const domain::AccountHistory &history, domain::ContactId id)
{
    for (const auto &contact : history.contacts) {
        if (contact.id == id && id.isSet() && !contact.deleted)
            return &contact;
    }
    return nullptr;
}

domain::OwnerId ownerOf(const domain::AccountHistory &history, domain::DealId deal)
{
    for (const auto &each : history.deals) {
        if (each.id == deal && deal.isSet() && each.owner.id.isSet())
            return each.owner.id;
    }
    return history.account.owner.id;
}

bool hasMailAddress(const domain::Contact &contact)
{
    const auto at = contact.email.find('@');
    return at != std::string::npos && at > 0 && at + 1 < contact.email.size() &&
           contact.email.find('@', at + 1) == std::string::npos &&
           contact.email.find_first_of(" ,;<>\r\n") == std::string::npos;
}

bool isOpen(const domain::Deal &deal, const domain::AccountHistory &history)
{
    if (deal.deleted)
        return false;
    for (const auto &stage : history.stages) {
        if (stage.id == deal.stage.id)
            return stage.kind == domain::StageKind::Open;
    }
    return false;
}

const domain::Deal *chooseDeal(const domain::Signal &signal, domain::ContactId contact,
                               const domain::AccountHistory &history)
{
    const auto keyOf = [contact](const domain::Deal &deal) {
        const bool isTheirs = contact.isSet() && deal.contact.id == contact;
        const std::int64_t amount = deal.amount ? deal.amount->amountMinor : 0;
        return std::tuple(!isTheirs, -amount, deal.id);
    };
    const domain::Deal *best = nullptr;
    for (const auto &deal : history.deals) {
        if (signal.deal.isSet() && deal.id == signal.deal && !deal.deleted)
            return &deal;
        if (isOpen(deal, history) && (!best || keyOf(deal) < keyOf(*best)))
            best = &deal;
    }
    return best;
}

std::optional<base::Money> typicalAmount(const domain::AccountHistory &history)
{
    std::map<std::string, std::vector<base::Money>> byCurrency;
    for (const auto &deal : history.deals) {
        if (deal.amount && !deal.deleted)
            byCurrency[deal.amount->currency.text()].push_back(*deal.amount);
    }
    std::vector<base::Money> *most = nullptr;
    for (auto &[currency, amounts] : byCurrency) {
        if (!most || amounts.size() > most->size())
            most = &amounts;
    }
    if (!most)
        return std::nullopt;
    const auto middle = most->begin() + static_cast<std::ptrdiff_t>((most->size() - 1) / 2);
    std::nth_element(most->begin(), middle, most->end(),
                     [](base::Money a, base::Money b) { return a.amountMinor < b.amountMinor; });
    return *middle;
}

domain::ContactId chooseContact(const domain::Signal &signal, const domain::AccountHistory &history,
                                const std::vector<domain::ContactId> &except)
{
    const auto isExcepted = [&except](domain::ContactId id) {
        return std::binary_search(except.begin(), except.end(), id);
    };
    if (findContact(history, signal.contact) && !isExcepted(signal.contact))
        return signal.contact;
    std::map<domain::ContactId, base::UtcMs> activeMs;
    for (const auto &event : history.events) {
        if (event.suspectBot || !domain::isBuyerEvent(event.kind))
            continue;
        auto &latest = activeMs[event.contact.id];
        latest = std::max(latest, event.atMs);
    }
    domain::ContactId dealContact;
    for (const auto &deal : history.deals) {
        if (deal.id == signal.deal && signal.deal.isSet())
            dealContact = deal.contact.id;
    }
    const auto keyOf = [&](const domain::Contact &contact) {
        const auto found = activeMs.find(contact.id);
        const base::UtcMs latest = found == activeMs.end() ? 0 : found->second;
        return std::tuple(-latest, contact.id != dealContact, contact.id);
    };
    const domain::Contact *best = nullptr;
    for (const auto &contact : history.contacts) {
        if (isReachable(contact) && !isExcepted(contact.id) &&
            (!best || keyOf(contact) < keyOf(*best)))
            best = &contact;
    }
    return best ? best->id : domain::ContactId{};
}

} // namespace topline::plays
