#include "core/domain/crm_system.h"
#include "core/engine/channels/effect_route.h"
#include "core/engine/intake/connection_book.h"

#include <utility>

namespace topline::engine {

namespace {

constexpr std::int64_t decidedShown = 200;
constexpr std::size_t pendingShown = 1'000;

std::string fieldsOf(const domain::Action &action)
{
    std::string out;
    for (const auto &change : action.fields)
        out += (out.empty() ? "" : ", ") + change.field + ": " + change.value;
    return out;
}

std::string whatOf(const domain::Action &action)
{
    if (action.kind == domain::ActionKind::StageChange)
        return "Stage: " + action.stageTarget;
    if (action.kind == domain::ActionKind::FieldEdit)
        return fieldsOf(action);
    return action.draft.subject;
}

base::Result<std::string> recordOf(store::Tables &tables, const domain::Action &action)
{
    TRY_ASSIGN(const auto deal, tables.records.deal(action.deal));
    if (deal)
        return deal->name;
    if (action.kind == domain::ActionKind::FieldEdit) {
        TRY_ASSIGN(const auto contact, tables.records.contact(action.contact));
        if (contact)
            return contact->fullName();
    }
    TRY_ASSIGN(const auto account, tables.records.account(action.account));
    return account ? account->name : std::string();
}

base::Result<std::vector<domain::PendingWrite>> pendingWrites(store::Tables &tables)
{
    TRY_ASSIGN(auto effects, tables.outbox.inState(domain::EffectState::Queued));
    TRY_ASSIGN(const auto unresolved, tables.outbox.unresolved());
    effects.insert(effects.end(), unresolved.begin(), unresolved.end());
    std::vector<domain::PendingWrite> out;
    for (const auto &effect : effects) {
        if (out.size() == pendingShown)
            break;
        TRY_ASSIGN(const auto action, tables.actions.action(effect.action));
        if (!action)
            continue;
        domain::PendingWrite row;
        row.action = effect.action;
        row.system = systemOfEffect(effect);
        row.what = whatOf(*action);
        TRY_ASSIGN(row.record, recordOf(tables, *action));
        row.state = domain::effectStateName(effect.state);
        row.attempts = effect.attempts;
        if (effect.state == domain::EffectState::Queued)
            row.nextTryMs = effect.notBeforeMs;
        row.detail = effect.detail;
        out.push_back(std::move(row));
    }
    return out;
}

base::Result<domain::ConnectionView> viewOf(store::Tables &tables, const store::ConnectionRow &row)
{
    const std::string &system = row.profile.system;
    domain::ConnectionView out;
    out.system = system;
    out.title = domain::systemTitle(system);
    out.state = row.state;
    out.orgId = row.profile.orgId;
    out.orgName = row.profile.orgName;
    out.userName = row.profile.userName;
    out.webUrl = row.profile.webUrl;
    out.isSandbox = row.profile.isSandbox;
    out.error = row.error;
    out.errorReference = row.errorReference;
    out.gate = row.gate;
    out.advice = row.profile.advice;
    TRY_ASSIGN(const auto state, tables.settings.syncState(system));
    out.lastOkMs = state.okMs;
    out.lastTriedMs = state.triedMs;
    TRY_ASSIGN(out.objects, tables.syncObjects.of(system));
    TRY_ASSIGN(out.heldDeletes, tables.heldDeletes.count(system));
    return out;
}

} // namespace

base::Result<domain::ConnectionView> fixedConnectionView(store::Tables &tables,
                                                         const crm::Connector &connector)
{
    domain::ConnectionView out;
    out.system = connector.system();
    out.title = connector.title();
    TRY_ASSIGN(const auto state, tables.settings.syncState(out.system));
    out.lastOkMs = state.okMs;
    out.lastTriedMs = state.triedMs;
    out.error = state.error;
    if (!state.error.empty())
        out.state = domain::ConnectionState::Failing;
    return out;
}

base::Result<domain::SyncView> storedSyncView(store::Tables &tables)
{
    domain::SyncView out;
    TRY_ASSIGN(const auto rows, tables.connections.connections());
    for (const auto &row : rows) {
        if (!row.isActive)
            continue;
        TRY_ASSIGN(auto view, viewOf(tables, row));
        out.connections.push_back(std::move(view));
    }
    TRY_ASSIGN(out.pending, pendingWrites(tables));
    TRY_ASSIGN(out.conflicts, tables.conflicts.list(decidedShown));
    return out;
}

} // namespace topline::engine
