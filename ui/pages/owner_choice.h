// The "All reps" button of the manager pages: a menu of active reps, one of which (or all) the page
// is about. The list is asked from the engine whenever the menu opens. GUI thread.
#pragma once

#include "core/domain/records.h"
#include "ui/bridge/bridge.h"
#include "ui/look/button.h"
#include "ui/look/tokens.h"

#include <optional>
#include <vector>

namespace topline::pages {

class OwnerChoice final : public look::Button {
    Q_OBJECT

public:
    explicit OwnerChoice(bridge::Bridge &bridge, QWidget *parent = nullptr);

    std::optional<domain::OwnerId> owner() const { return m_owner; }

Q_SIGNALS:
    void chosen();

private:
    void openMenu(const std::vector<domain::Owner> &owners);

    bridge::Bridge &m_bridge;
    std::optional<domain::OwnerId> m_owner;
};

} // namespace topline::pages
