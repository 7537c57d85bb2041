#include "core/engine/step/undo_log.h"

#include "core/engine/step/action_image.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace topline::engine {

namespace {

constexpr std::pair<CommandKind, std::string_view> names[] = {
    {CommandKind::Approve, "approve"},
    {CommandKind::Snooze, "snooze"},
    {CommandKind::Dismiss, "dismiss"},
    {CommandKind::MarkDone, "done"},
    {CommandKind::Edit, "edit"},
    {CommandKind::Task, "task"},
    {CommandKind::FieldEdit, "field_edit"},
    {CommandKind::Reassign, "reassign"},
    {CommandKind::Call, "call"},
};

std::vector<store::CommandChange> encoded(const std::vector<ActionChange> &changes)
{
    std::vector<store::CommandChange> out;
    for (const auto &change : changes)
        out.push_back({change.after.id, encodeImage(change.before), encodeImage(change.after)});
    return out;
}

base::Result<std::optional<UndoEntry>>
decoded(base::Result<std::optional<store::CommandRow>> stored)
{
    if (!stored.ok())
        return stored.error();
    if (!*stored)
        return std::optional<UndoEntry>();
    const store::CommandRow &row = **stored;
    const auto kind = parseCommandKind(row.what);
    UndoEntry out;
    out.id = row.id;
    bool isReadable = kind.has_value();
    out.kind = kind.value_or(CommandKind::Approve);
    for (const auto &change : row.changes) {
        auto before = decodeImage(change.action, change.before);
        auto after = decodeImage(change.action, change.after);
        isReadable = isReadable && before && after;
        if (isReadable)
            out.changes.push_back({std::move(*before), std::move(*after)});
    }
    if (!isReadable)
        return base::Error{.code = base::ErrorCode::Corrupt,
                           .message = "The undo log has an entry that cannot be read.",
                           .kept = "Nothing was changed."};
    return std::optional(std::move(out));
}

} // namespace

std::string_view commandName(CommandKind kind)
{
    const auto found = std::find_if(std::begin(names), std::end(names),
                                    [kind](const auto &row) { return row.first == kind; });
    return found == std::end(names) ? std::string_view("unknown") : found->second;
}

std::optional<CommandKind> parseCommandKind(std::string_view name)
{
    const auto found = std::find_if(std::begin(names), std::end(names),
                                    [name](const auto &row) { return row.second == name; });
    if (found == std::end(names))
        return std::nullopt;
    return found->first;
}

base::Status UndoLog::remember(CommandKind kind, const std::vector<ActionChange> &changes)
{
    return m_step.tables().commands.push(std::string(commandName(kind)), m_step.now(),
                                         encoded(changes));
}

base::Result<std::optional<UndoEntry>> UndoLog::newest() const
{
    return decoded(m_step.tables().commands.newestDone());
}

base::Result<std::optional<UndoEntry>> UndoLog::oldestUndone() const
{
    return decoded(m_step.tables().commands.oldestUndone());
}

base::Status UndoLog::mark(const UndoEntry &entry, store::CommandState state)
{
    return m_step.tables().commands.setState(entry.id, state);
}

base::Status UndoLog::replace(const UndoEntry &entry, const std::vector<ActionChange> &changes)
{
    TRY(m_step.tables().commands.setChanges(entry.id, encoded(changes)));
    return mark(entry, changes.empty() ? store::CommandState::Dropped : store::CommandState::Done);
}

} // namespace topline::engine
