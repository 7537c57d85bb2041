#include "core/sync/pending_edits.h"

#include "core/crm/effect_wire.h"
#include "core/domain/remote_id.h"

namespace topline::sync {

namespace {

using domain::EffectState;
using domain::RecordKind;

// What the frozen bytes change: the first record that they name.
std::pair<RecordKind, std::string> subjectOf(const crm::EffectWire &wire)
{
    if (!wire.deal.empty())
        return {RecordKind::Deal, wire.deal};
    if (!wire.contact.empty())
        return {RecordKind::Contact, wire.contact};
    return {RecordKind::Account, wire.account};
}

std::vector<PendingEdit> editsOf(const domain::Effect &effect, const crm::EffectWire &wire)
{
    std::vector<PendingEdit> out;
    if (wire.kind == domain::ActionKind::StageChange) {
        PendingEdit edit{effect.action, "stage", {}, wire.stage, wire.atMs};
        if (!wire.stageBase.empty())
            edit.base = wire.stageBase;
        out.push_back(std::move(edit));
        return out;
    }
    for (const auto &field : wire.fields)
        out.push_back({effect.action, field.field, field.base, field.value, wire.atMs});
    return out;
}

} // namespace

base::Result<PendingEdits> pendingEdits(store::Tables &tables, const std::string &system)
{
    PendingEdits out;
    for (const auto state :
         {EffectState::Queued, EffectState::Intent, EffectState::OnWire, EffectState::Unknown}) {
        TRY_ASSIGN(const auto effects, tables.outbox.inState(state));
        for (const auto &effect : effects) {
            if (effect.kind != domain::ActionKind::StageChange &&
                effect.kind != domain::ActionKind::FieldEdit)
                continue;
            // Bytes that cannot be read are never carried out either.
            const auto wire = crm::readEffectWire(effect);
            if (!wire.ok())
                continue;
            const auto [kind, remoteId] = subjectOf(*wire);
            if (!domain::isOfSystem(remoteId, system))
                continue;
            TRY_ASSIGN(const auto row, tables.links.rowOf(kind, remoteId));
            if (row == 0)
                continue;
            auto &edits = out[{kind, row}];
            const auto found = editsOf(effect, *wire);
            edits.insert(edits.end(), found.begin(), found.end());
        }
    }
    return out;
}

} // namespace topline::sync
