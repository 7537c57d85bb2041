// The timeline of an account as rows: a head per day, then what happened on it, newest first. Made
// from the engine's stream for the groups that are asked for. GUI thread; pure but for the model.
#pragma once

#include "core/domain/account_view.h"
#include "ui/look/icons.h"
#include "ui/pages/keyed_model.h"
#include "ui/text/format.h"

#include <optional>
#include <set>
#include <vector>

namespace topline::pages {

struct MomentRow {
    QString id;
    bool isDay = false;
    QString title;  // of a day: its name
    QString detail; // at the right
    QString time;
    QString actorName;
    QString body; // shown under the current row
    look::Icon icon = look::Icon::None;
    domain::TimelineActor actor = domain::TimelineActor::Buyer;
    domain::EventId event;
    bool isMachine = false;    // struck through: taken for a machine's, weight nothing
    bool isTrusted = false;    // a person said that it was none
    bool canBeMachine = false; // done by the buyer
    bool isLetter = false;     // a mail of theirs, which can be read
    QString spoken;

    const QString &key() const { return id; }

    const QString &text() const { return spoken; }

    bool operator==(const MomentRow &) const = default;
};

// `trusted`: events that a person took for a person's while the window is open.
std::vector<MomentRow> momentRows(const domain::AccountView &view,
                                  std::optional<domain::TimelineGroup> group,
                                  const std::set<domain::EventId> &trusted,
                                  const ui::text::Format &format);

// Heads of days cannot be the current row.
class MomentModel final : public KeyedModel<MomentRow> {
    Q_OBJECT

public:
    using KeyedModel<MomentRow>::KeyedModel;

    Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        const bool isDay = index.isValid() && row(index.row()).isDay;
        return isDay ? Qt::NoItemFlags : KeyedModel<MomentRow>::flags(index);
    }
};

} // namespace topline::pages
