// One connection at the top of the Sync page: its name and state, whose account it is, how fresh it
// is and how many calls it has made. A button: choosing it shows its kinds of record below. Owned
// by the page, GUI thread; it only shows.
#pragma once

#include "core/domain/sync_view.h"
#include "ui/look/marks.h"
#include "ui/text/format.h"

#include <QAbstractButton>

namespace topline::pages {

// The chip that says how a connection is.
look::Chip stateChip(const domain::ConnectionView &connection);

class ConnectionTile final : public QAbstractButton {
    Q_OBJECT

public:
    explicit ConnectionTile(QWidget *parent = nullptr);

    void setConnection(const domain::ConnectionView &connection, const ui::text::Format &format);

    // The only one: there is nothing to choose, so it is not marked as chosen.
    void setSole(bool sole);

    const std::string &system() const { return m_connection.system; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    domain::ConnectionView m_connection;
    bool m_sole = false;
    QString m_who;
    QString m_age;
    QString m_calls;
    look::TextPainter m_text{8};
};

} // namespace topline::pages
