#include "core/sync/merge_record.h"

namespace topline::sync {

namespace {

using domain::ConflictState;
using domain::FieldRule;
using Winner = FieldRule::Winner;

std::string textOf(const FieldTexts &fields, const std::string &name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

// Who wins between two systems that both changed a field.
FieldConflict decided(const MergeInput &input, const std::string &field, const FieldRule &rule)
{
    FieldConflict out;
    out.field = field;
    out.base = input.base ? textOf(*input.base, field) : std::string();
    out.ours = textOf(input.ours.fields, field);
    out.theirs = textOf(input.theirs.fields, field);
    out.state = rule.winner == Winner::Ask ? ConflictState::Open : ConflictState::ByRule;
    switch (rule.winner) {
    case Winner::Ask:
    case Winner::Local:
        out.oursStands = true;
        break;
    case Winner::System:
        // A third system's field: the mirror has it from there.
        out.oursStands = rule.system != input.theirs.system;
        break;
    case Winner::Newest:
        out.oursStands = input.ours.updatedMs > input.theirs.updatedMs;
        break;
    }
    return out;
}

} // namespace

MergedRecord mergeRecord(const MergeInput &input, const domain::FieldRules &rules)
{
    MergedRecord out;
    out.fields = input.ours.fields;
    out.base = input.base.value_or(FieldTexts{});
    const auto same = [&](const std::string &field, const std::string &a, const std::string &b) {
        return sameText(input.kind, field, a, b);
    };
    for (const auto &[field, theirs] : input.theirs.fields) {
        if (input.missing.contains(field))
            continue;
        out.base[field] = theirs;
        const std::string ours = textOf(input.ours.fields, field);
        const auto rule = rules.of(input.kind, field);
        if (same(field, ours, theirs))
            continue;
        if (!input.base) {
            // Nobody knows who changed it. What is empty is filled; what is not stands, unless a
            // rule names the winner.
            if (ours.empty())
                out.fields[field] = theirs;
            if (ours.empty() || theirs.empty() || !rule)
                continue;
        } else {
            const std::string base = textOf(*input.base, field);
            if (same(field, base, theirs))
                continue;
            if (same(field, base, ours)) {
                out.fields[field] = theirs;
                continue;
            }
        }
        const auto conflict = decided(input, field, rule.value_or(FieldRule{Winner::Newest}));
        if (!conflict.oursStands)
            out.fields[field] = theirs;
        out.conflicts.push_back(conflict);
    }
    return out;
}

EditVerdict judgeEdit(domain::RecordKind kind, const PendingEdit &edit, const Version &theirs,
                      const domain::FieldRules &rules)
{
    EditVerdict out{edit, EditFate::Pending, {}};
    const auto found = theirs.fields.find(edit.field);
    if (found == theirs.fields.end()) {
        out.theirs = edit.base.value_or("");
        return out;
    }
    out.theirs = found->second;
    if (sameText(kind, edit.field, out.theirs, edit.value)) {
        out.fate = EditFate::Satisfied;
        return out;
    }
    if (!edit.base || sameText(kind, edit.field, out.theirs, *edit.base))
        return out;
    const auto rule = rules.of(kind, edit.field).value_or(FieldRule{Winner::Ask});
    switch (rule.winner) {
    case Winner::Ask:
        out.fate = EditFate::Asks;
        break;
    case Winner::Local:
        out.fate = EditFate::OursStands;
        break;
    case Winner::System:
        // The other CRM's rule says nothing about an edit of ours against this one.
        out.fate = rule.system == theirs.system ? EditFate::TheirsStand : EditFate::Asks;
        break;
    case Winner::Newest:
        out.fate = edit.atMs > theirs.updatedMs ? EditFate::OursStands : EditFate::TheirsStand;
        break;
    }
    return out;
}

} // namespace topline::sync
