// Lines that want an answer or a look, each with an icon, a sentence and up to two buttons: faults
// with their reference, held deletions, advice. Used by the Sync page and the connect wizard, GUI
// thread. Keyed: a line that stays keeps its widget, and so the focus. Sentences are plain text,
// whoever wrote them.
#pragma once

#include "ui/look/icons.h"
#include "ui/look/tokens.h"

#include <QHash>
#include <QString>
#include <QVector>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace topline::pages {

struct NoticeAction {
    QString text;
    std::function<void()> run;
    QString name = {}; // for screen readers, when the text alone does not say what it acts on
};

struct Notice {
    QString id;
    look::Icon icon = look::Icon::Info;
    look::Token colour = &look::Tokens::text3;
    QString text;
    QVector<NoticeAction> actions = {};
};

class NoticeLineWidget;

class NoticeList final : public QWidget {
    Q_OBJECT

public:
    // `side`: the padding left and right of the lines.
    explicit NoticeList(int side, QWidget *parent = nullptr);

    void setNotices(const QVector<Notice> &notices);

    bool isEmpty() const { return m_lines.isEmpty(); }

private:
    int m_side;
    QVBoxLayout *m_layout;
    QHash<QString, NoticeLineWidget *> m_lines;
};

} // namespace topline::pages
