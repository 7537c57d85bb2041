// Messages across the top of the page: what happened, what was kept, what to do, with one button.
// Owned by the main window, GUI thread. A banner of the same id replaces the older one; one
// that the user closed stays closed until its cause is gone (hide). Each is told to assistive
// technology when it appears.
#pragma once

#include "ui/shell/page.h"

#include <QHash>
#include <QSet>

class QVBoxLayout;

namespace topline::shell {

class Banners final : public QWidget {
    Q_OBJECT

public:
    explicit Banners(QWidget *parent = nullptr);

    void show(const Banner &banner);
    void hide(const QString &id);

    // Banners whose ids begin so stay out of sight for now, since the page in front says it all.
    void setUnseen(const QString &prefix);

    bool has(const QString &id) const { return m_rows.contains(id); }

Q_SIGNALS:
    void focusLost(); // with the banner that had it

private:
    QVBoxLayout *m_layout;
    void takeOut(const QString &id);
    bool isUnseen(const QString &id) const;

    QHash<QString, QWidget *> m_rows;
    QHash<QString, QString> m_texts;
    QSet<QString> m_closed;
    QString m_unseen;
};

} // namespace topline::shell
