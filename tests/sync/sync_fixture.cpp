#include "tests/sync/sync_fixture.h"

#include "core/actions/outbox.h"

namespace topline::sync {

Applied SyncTest::apply(const crm::Page &page, const std::string &system)
{
    m_changes = {};
    return inTransaction([&] {
        const PageSource source{system, m_nowMs, m_rules};
        return need(applyPage(tables(), page, source, m_changes));
    });
}

domain::Action SyncTest::addEdit(const std::string &name, const std::string &contactRemoteId,
                                 const domain::FieldChange &field)
{
    auto out = store::action(name);
    out.kind = domain::ActionKind::FieldEdit;
    out.contact.value = need(tables().links.rowOf(domain::RecordKind::Contact, contactRemoteId));
    out.fields = {field};
    out.state = domain::ActionState::Approved;
    actions::EffectTarget target;
    target.contactRemoteId = contactRemoteId;
    const auto effect = actions::buildEffect(out, target, testNowMs, 1);
    inTransaction([&] {
        need(tables().actions.add(out));
        need(tables().outbox.addApproval({out.id, "rep", effect.wireSha256, testNowMs}));
        need(tables().outbox.add(effect));
    });
    return out;
}

domain::Contact SyncTest::contactNow(const std::string &remoteId)
{
    const auto row = need(tables().links.rowOf(domain::RecordKind::Contact, remoteId));
    const auto found = need(tables().records.contact({row}));
    EXPECT_TRUE(found.has_value()) << remoteId;
    return found.value_or(domain::Contact{});
}

domain::Account SyncTest::accountNow(const std::string &remoteId)
{
    const auto row = need(tables().links.rowOf(domain::RecordKind::Account, remoteId));
    const auto found = need(tables().records.account({row}));
    EXPECT_TRUE(found.has_value()) << remoteId;
    return found.value_or(domain::Account{});
}

domain::Contact person(const std::string &remoteId, const std::string &email, base::UtcMs updatedMs)
{
    auto out = store::contact(remoteId, "");
    out.email = email;
    out.updatedMs = updatedMs;
    return out;
}

domain::Account company(const std::string &remoteId, const std::string &domain,
                        base::UtcMs updatedMs)
{
    auto out = store::account(remoteId);
    out.domain = domain;
    out.updatedMs = updatedMs;
    return out;
}

} // namespace topline::sync
