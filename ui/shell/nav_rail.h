// The rail at the left: product, pages with their badges, settings and the user at the bottom.
// Owned by the main window, GUI thread. Wide (168) it shows words; narrow (48) icons whose words
// are tooltip and accessible name. Tab reaches every item; the page in front is checked.
#pragma once

#include "ui/shell/page.h"

#include <QAbstractButton>
#include <QVector>

class QVBoxLayout;

namespace topline::shell {

// One item of the rail.
class NavItem final : public QAbstractButton {
    Q_OBJECT

public:
    NavItem(look::Icon icon, const QString &title, QWidget *parent = nullptr);

    void setBadge(std::int64_t badge);
    void setNarrow(bool narrow);
    // The key shown in the tooltip, e.g. "G F".
    void setKeyHint(const QString &key);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

    // Checked means "in front", which only the rail decides.
    void nextCheckState() override {}

private:
    void refreshNames();

    look::Icon m_icon;
    std::int64_t m_badge = 0;
    bool m_narrow = false;
    QString m_key;
};

class NavRail final : public QWidget {
    Q_OBJECT

public:
    NavRail(const std::vector<PageEntry> &pages, QWidget *parent = nullptr);

    void setNarrow(bool narrow);
    void setCurrent(const QString &pageId);
    void setStatus(const domain::WorkspaceStatus &status);
    void setSync(const domain::SyncView &sync);
    void setKeyHint(const QString &pageId, const QString &key);

    NavItem *settingsItem() const { return m_settings; }

Q_SIGNALS:
    void pageChosen(const QString &pageId);
    void settingsChosen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Item {
        QString pageId;
        NavItem *button;
        std::function<std::int64_t(const domain::WorkspaceStatus &)> badge;
        std::function<std::int64_t(const domain::SyncView &)> syncBadge;
    };

    // The name of a group of pages; a gap while the rail is narrow.
    struct Group {
        QString name;
        QWidget *place;
    };

    QVector<Item> m_items;
    QVector<Group> m_groups;
    NavItem *m_settings = nullptr;
    QString m_user;
    bool m_narrow = false;
};

} // namespace topline::shell
