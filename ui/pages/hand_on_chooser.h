// The two menus by which actions are given to another rep: who, with room and absence behind each
// name, then why. Opened with R by the feed and by an account, GUI thread; deletes itself when it
// is done or left. What was given on is undone like any command.
#pragma once

#include "ui/shell/page.h"

#include <QObject>
#include <QPoint>
#include <QSize>

#include <functional>
#include <vector>

class QMenu;

namespace topline::pages {

class HandOnChooser final : public QObject {
    Q_OBJECT

public:
    // Where a menu of this size opens, in global coordinates.
    using Place = std::function<QPoint(const QSize &)>;

    HandOnChooser(const shell::PageContext &context, Place place, QWidget *parent);

    void open(std::vector<base::Uuid> ids);
    void openOf(domain::AccountId account); // everything of it that waits

Q_SIGNALS:
    void given(const std::vector<topline::base::Uuid> &ids);

private:
    void take(const base::Result<domain::HandOnOffer> &offer);
    void askWhy(domain::OwnerId owner, const QString &name);
    void give(domain::OwnerId owner, const QString &name, domain::HandOnWhy why);
    void popUp(QMenu *menu);

    shell::PageContext m_context;
    Place m_place;
    std::vector<base::Uuid> m_ids;
    const QMenu *m_menu = nullptr; // the open one
};

} // namespace topline::pages
