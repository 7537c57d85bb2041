#include "core/engine/channels/effect_target.h"

#include "core/base/refusal.h"
#include "core/domain/crm_system.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace topline::engine {

namespace {

struct StageMove {
    std::string from; // remote ids
    std::string to;
};

// To the stage of that name in the pipeline that the deal is in.
base::Result<StageMove> stageMove(Step &step, const domain::Deal &deal, const std::string &name)
{
    TRY_ASSIGN(const auto stages, step.tables().catalogue.stages());
    const auto present = std::find_if(stages.begin(), stages.end(),
                                      [&](const auto &stage) { return stage.id == deal.stage.id; });
    const bool isKnown = present != stages.end();
    const std::string pipeline = isKnown ? present->pipeline : std::string();
    const auto target = std::find_if(stages.begin(), stages.end(), [&](const auto &stage) {
        return stage.name == name && stage.pipeline == pipeline &&
               domain::remoteSystem(stage.remoteId) == domain::remoteSystem(deal.remoteId);
    });
    if (target == stages.end())
        return base::refusal("The pipeline of this deal has no stage \"" + name + "\".",
                             "Correct the play, or move the deal in the CRM.");
    return StageMove{isKnown ? present->remoteId : std::string(), target->remoteId};
}

// What the CRM that carries it out knows a record by; empty when it does not have it.
class Names {
public:
    Names(Step &step, std::string system)
        : m_step(step)
        , m_system(std::move(system))
    {
    }

    base::Result<std::string> of(domain::RecordKind kind, std::int64_t row,
                                 const std::string &remoteId) const
    {
        if (remoteId.empty() || domain::remoteSystem(remoteId) == m_system)
            return remoteId;
        if (m_system.empty())
            return std::string();
        return m_step.tables().links.remoteIdIn(kind, row, m_system);
    }

private:
    Step &m_step;
    std::string m_system;
};

struct Subject {
    std::optional<domain::Account> account;
    std::optional<domain::Contact> contact;
    std::optional<domain::Deal> deal;
    std::optional<domain::Owner> owner;
};

base::Result<Subject> subjectOf(Step &step, const domain::Action &action)
{
    auto &tables = step.tables();
    Subject out;
    TRY_ASSIGN(out.account, tables.records.account(action.account));
    TRY_ASSIGN(out.contact, tables.records.contact(action.contact));
    TRY_ASSIGN(out.deal, tables.records.deal(action.deal));
    TRY_ASSIGN(out.owner, tables.catalogue.owner(action.owner));
    return out;
}

std::string systemOf(const domain::Action &action, const Subject &subject)
{
    const bool isEdit = action.kind == domain::ActionKind::FieldEdit;
    const std::string *record = nullptr;
    if (subject.deal)
        record = &subject.deal->remoteId;
    else if (subject.contact && (isEdit || !subject.account))
        record = &subject.contact->remoteId;
    else if (subject.account)
        record = &subject.account->remoteId;
    return record ? std::string(domain::remoteSystem(*record)) : std::string();
}

// Where the record was deleted in the system that had it first, another one that has it.
base::Result<std::string> systemThatHas(Step &step, const domain::Action &action,
                                        const Subject &subject)
{
    const std::string own = systemOf(action, subject);
    if (own.empty())
        return own;
    using domain::RecordKind;
    const auto [kind, row] = action.deal.isSet() ? std::pair(RecordKind::Deal, action.deal.value)
                             : action.contact.isSet()
                                 ? std::pair(RecordKind::Contact, action.contact.value)
                                 : std::pair(RecordKind::Account, action.account.value);
    for (const std::string &system : {own, std::string("hubspot"), std::string("salesforce")}) {
        TRY_ASSIGN(const auto name, step.tables().links.remoteIdIn(kind, row, system));
        if (!name.empty())
            return system;
    }
    return own;
}

} // namespace

base::Result<actions::EffectTarget> targetOf(Step &step, const domain::Action &action,
                                             const std::string &wantedSystem)
{
    using domain::RecordKind;
    actions::EffectTarget out;
    TRY_ASSIGN(const Subject subject, subjectOf(step, action));
    const auto &[account, contact, deal, owner] = subject;
    std::string system = wantedSystem;
    if (system.empty() && action.kind == domain::ActionKind::FieldEdit) {
        TRY_ASSIGN(system, systemThatHas(step, action, subject));
    } else if (system.empty()) {
        system = systemOf(action, subject);
    }
    const Names names(step, system);
    if (deal) {
        TRY_ASSIGN(out.dealRemoteId, names.of(RecordKind::Deal, deal->id.value, deal->remoteId));
    }
    if (account) {
        TRY_ASSIGN(out.accountRemoteId,
                   names.of(RecordKind::Account, account->id.value, account->remoteId));
    }
    if (contact) {
        TRY_ASSIGN(out.contactRemoteId,
                   names.of(RecordKind::Contact, contact->id.value, contact->remoteId));
    }
    if (owner) {
        TRY_ASSIGN(out.ownerRemoteId,
                   names.of(RecordKind::Owner, owner->id.value, owner->remoteId));
    }
    const std::string &edited = action.deal.isSet()      ? out.dealRemoteId
                                : action.contact.isSet() ? out.contactRemoteId
                                                         : out.accountRemoteId;
    if (action.kind == domain::ActionKind::FieldEdit && edited.empty())
        return base::refusal("The CRM does not have this record.", "Edit it where it is kept.");
    if (action.kind == domain::ActionKind::StageChange) {
        if (!deal)
            return base::refusal("There is no deal whose stage could be changed.",
                                 "Dismiss this action.");
        TRY_ASSIGN(const StageMove move, stageMove(step, *deal, action.stageTarget));
        out.stageRemoteId = move.to;
        out.stageBaseRemoteId = move.from;
    }
    return out;
}

} // namespace topline::engine
