// One connection at the top of the Sync page: its name and state, whose account it is, how fresh it
// is and how many calls it has made. Choosing it shows its kinds of record below. Owned by the
// page, GUI thread; it only shows.
#pragma once

#include "core/domain/sync_view.h"
#include "ui/pages/source_tile.h"
#include "ui/text/format.h"

namespace topline::pages {

// The chip that says how a connection is.
look::Chip stateChip(const domain::ConnectionView &connection);

class ConnectionTile final : public SourceTile {
    Q_OBJECT

public:
    explicit ConnectionTile(QWidget *parent = nullptr)
        : SourceTile(parent)
    {
    }

    void setConnection(const domain::ConnectionView &connection, const ui::text::Format &format);

    const std::string &system() const { return m_system; }

private:
    std::string m_system;
};

} // namespace topline::pages
