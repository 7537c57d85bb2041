#include "tests/bench/synthetic_crm.h"

#include "core/base/hash.h"

#include <string>

namespace topline::bench {

using domain::EventKind;

namespace {

constexpr base::DurationMs historyMs = 180 * base::dayMs;

std::string numbered(const char *name, std::int64_t number)
{
    return name + std::to_string(number);
}

EventKind kindOf(std::int64_t number)
{
    switch (number % 29) {
    case 3:
        return EventKind::PricingView;
    case 11:
        return EventKind::EmailReplied;
    case 17:
        return EventKind::EmailClicked;
    case 23:
        return EventKind::MeetingHeld;
    default:
        return EventKind::PageView;
    }
}

domain::Event eventAt(std::int64_t account, EventKind kind, base::UtcMs atMs,
                      const std::string &key)
{
    domain::Event out;
    out.sourceKey = base::key63("bench\n" + key);
    out.account.remoteId = numbered("a", account);
    out.contact.remoteId = numbered("c", account);
    out.kind = kind;
    out.atMs = out.receivedMs = atMs;
    return out;
}

domain::Deal dealOf(std::int64_t number)
{
    domain::Deal out;
    out.remoteId = numbered("d", number);
    out.name = numbered("Deal ", number);
    out.account.remoteId = numbered("a", number);
    out.contact.remoteId = numbered("c", number);
    out.owner.remoteId = "o1";
    out.stage.remoteId = number % 3 == 0 ? "won" : "open";
    out.amount = base::Money{100'000 + number * 100, base::Currency::usd()};
    out.createdMs = out.updatedMs = birthMs - historyMs;
    return out;
}

} // namespace

crm::Page syntheticRecords(std::int64_t accounts)
{
    crm::Page out;
    domain::Owner owner;
    owner.remoteId = "o1";
    owner.name = "Robin Vale";
    out.owners.push_back(owner);
    for (const auto &[name, kind] :
         {std::pair{"open", domain::StageKind::Open}, std::pair{"won", domain::StageKind::Won}}) {
        domain::Stage stage;
        stage.remoteId = stage.name = name;
        stage.pipeline = "sales";
        stage.order = static_cast<int>(out.stages.size());
        stage.kind = kind;
        out.stages.push_back(stage);
    }
    for (std::int64_t number = 0; number < accounts; ++number) {
        domain::Account account;
        account.remoteId = numbered("a", number);
        account.name = numbered("Company ", number);
        account.domain = numbered("company", number) + ".example";
        account.owner.remoteId = "o1";
        out.accounts.push_back(account);
        domain::Contact contact;
        contact.remoteId = numbered("c", number);
        contact.account.remoteId = account.remoteId;
        contact.firstName = "Dana";
        contact.lastName = numbered("Reyes", number);
        contact.email = numbered("dana", number) + "@" + account.domain;
        out.contacts.push_back(contact);
        out.deals.push_back(dealOf(number));
    }
    return out;
}

crm::Page syntheticEvents(std::int64_t first, std::int64_t count, std::int64_t accounts)
{
    crm::Page out;
    out.events.reserve(static_cast<std::size_t>(count));
    for (std::int64_t number = first; number < first + count; ++number) {
        const std::int64_t round = number / accounts; // the account's own numbering
        const base::UtcMs at =
            birthMs - historyMs + round * (historyMs / eventsPerAccount) + number % 1'000;
        out.events.push_back(eventAt(number % accounts, kindOf(round + number % accounts), at,
                                     std::to_string(number)));
    }
    return out;
}

crm::Page oneEvent(std::int64_t account, base::UtcMs atMs, std::int64_t number)
{
    crm::Page out;
    out.events.push_back(
        eventAt(account, EventKind::PricingView, atMs, "late " + std::to_string(number)));
    return out;
}

} // namespace topline::bench
