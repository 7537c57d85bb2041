#include "core/engine/commands/edited_record.h"

#include "core/base/refusal.h"
#include "core/crm/edit_text.h"
#include "core/engine/commands/approvals.h"

#include <utility>

namespace topline::engine {

namespace {

constexpr std::int64_t editMinutes = 1;

template <typename Record> bool isHere(const std::optional<Record> &record)
{
    return record && !record->deleted;
}

std::string subjectOf(const domain::Action &action)
{
    std::string out = "Edit ";
    for (const auto &change : action.fields)
        out += (out.size() > 5 ? ", " : "") + change.field;
    return out;
}

} // namespace

base::Result<EditedRecord> EditedRecord::find(Step &step, const domain::FieldEditRequest &which)
{
    EditedRecord out;
    auto &records = step.tables().records;
    if (which.deal.isSet()) {
        TRY_ASSIGN(out.m_deal, records.deal(which.deal));
    } else if (which.contact.isSet()) {
        TRY_ASSIGN(out.m_contact, records.contact(which.contact));
    } else {
        TRY_ASSIGN(out.m_account, records.account(which.account));
    }
    if (!isHere(out.m_deal) && !isHere(out.m_contact) && !isHere(out.m_account))
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = "This record is no longer there.",
                           .kept = "Nothing was changed."};
    return out;
}

crm::FileKind EditedRecord::kind() const
{
    return m_deal      ? crm::FileKind::Deals
           : m_contact ? crm::FileKind::Contacts
                       : crm::FileKind::Accounts;
}

std::string EditedRecord::text(const std::string &field) const
{
    const auto out = m_deal      ? crm::fieldText(*m_deal, field)
                     : m_contact ? crm::fieldText(*m_contact, field)
                                 : crm::fieldText(*m_account, field);
    return out.value_or(std::string());
}

base::Result<std::string> EditedRecord::normal(const std::string &field,
                                               const std::string &text) const
{
    EditedRecord copy = *this;
    TRY(copy.m_deal      ? crm::setFieldText(*copy.m_deal, field, text)
        : copy.m_contact ? crm::setFieldText(*copy.m_contact, field, text)
                         : crm::setFieldText(*copy.m_account, field, text));
    return copy.text(field);
}

domain::Action EditedRecord::action(Step &step, domain::ActionKind kind) const
{
    domain::Action out;
    out.id = step.context().ids.next();
    out.kind = kind;
    out.effortMinutes = editMinutes;
    out.createdMs = out.signalMs = out.changedMs = step.now();
    if (m_deal) {
        out.deal = m_deal->id;
        out.account = m_deal->account.id;
        out.owner = m_deal->owner.id;
    } else if (m_contact) {
        out.contact = m_contact->id;
        out.account = m_contact->account.id;
    } else {
        out.account = m_account->id;
        out.owner = m_account->owner.id;
    }
    return out;
}

domain::FieldEditRequest recordOf(const domain::Action &action)
{
    return {
        .deal = action.deal, .contact = action.contact, .account = action.account, .values = {}};
}

base::Result<ActionChange> startEdit(Step &step, domain::Action action, const std::string &system)
{
    TRY(step.add(action));
    TRY_ASSIGN(domain::Action after, approveAction(step, action, actor::rep, system));
    action.state = domain::ActionState::Dismissed; // what undo leads to
    return ActionChange{std::move(action), std::move(after)};
}

base::Result<ActionChange> startFieldEdit(Step &step, domain::Action action,
                                          const std::string &system)
{
    action.draft.subject = subjectOf(action);
    return startEdit(step, std::move(action), system);
}

} // namespace topline::engine
