#include "tests/flow/prefixed_crm.h"

namespace topline::flow {

namespace {

void prefix(std::string &remoteId)
{
    if (!remoteId.empty())
        remoteId.insert(0, "hs:");
}

} // namespace

base::Result<crm::Page> PrefixedCrm::pull(const std::string &cursor, const crm::CancelToken &cancel)
{
    TRY_ASSIGN(crm::Page page, m_crm.pull(cursor, cancel));
    const auto each = [](auto &list, auto... members) {
        for (auto &one : list)
            (prefix(one.*members), ...);
    };
    each(page.owners, &domain::Owner::remoteId);
    each(page.stages, &domain::Stage::remoteId);
    each(page.accounts, &domain::Account::remoteId);
    each(page.contacts, &domain::Contact::remoteId);
    each(page.deals, &domain::Deal::remoteId);
    for (auto &one : page.accounts)
        prefix(one.owner.remoteId);
    for (auto &one : page.contacts)
        prefix(one.account.remoteId);
    for (auto &one : page.deals) {
        for (auto *id : {&one.account.remoteId, &one.contact.remoteId, &one.owner.remoteId,
                         &one.stage.remoteId})
            prefix(*id);
    }
    for (auto &one : page.stageChanges) {
        prefix(one.deal.remoteId);
        prefix(one.stage.remoteId);
    }
    for (auto &one : page.events) {
        for (auto *id : {&one.account.remoteId, &one.contact.remoteId, &one.deal.remoteId})
            prefix(*id);
    }
    return page;
}

} // namespace topline::flow
