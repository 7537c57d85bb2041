// All keys (?): every command with its key, by page, searchable; Enter takes a new key, Delete the
// default back. Owned by the main window, GUI thread. A key that another command of the same page
// has is refused with that command's name.
#pragma once

#include "ui/shell/choice_list.h"
#include "ui/shell/commands.h"
#include "ui/shell/overlay.h"
#include "ui/shell/page.h"

#include <QLineEdit>

namespace topline::shell {

class KeyList final : public Overlay {
    Q_OBJECT

public:
    KeyList(QWidget *window, Commands &commands, const std::vector<PageEntry> &pages);

    void start();

protected:
    QSize boxSize(const QSize &window) const override;

    QWidget *firstFocus() override { return m_input; }

    void layOut(const QRect &box) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    bool handleKey(const QKeyEvent &event);
    void beginCapture();
    void capture(const QKeyEvent &event);
    void endCapture(const QString &note);
    QString groupOf(const Command &command) const;

    Commands &m_commands;
    QHash<QString, QString> m_pageTitles;
    QLineEdit *m_input;
    ChoiceList *m_list;
    QString m_capturing; // id of the command that waits for its key
    QString m_note;
};

} // namespace topline::shell
