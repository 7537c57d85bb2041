// A small box under a card in which a moment is typed in words ("fri 9"), with what was understood
// written below. Opened by pages, GUI thread; Enter takes it, Esc or a click beside it leaves. What
// is not understood or past stays in the box with a sentence.
#pragma once

#include "ui/look/paint.h"
#include "ui/text/moment_entry.h"

#include <QWidget>

#include <functional>

class QLineEdit;

namespace topline::pages {

class MomentBox final : public QWidget {
    Q_OBJECT

public:
    using FormatNow = std::function<ui::text::Format()>;

    // `formatNow` gives the moment at which the words are read, again and again.
    MomentBox(const QString &title, FormatNow formatNow, QWidget *parent);

    // Near this global point, inside the screen, with the focus.
    void popup(const QPoint &at);

Q_SIGNALS:
    void picked(base::UtcMs atMs);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void take();

    QString m_title;
    FormatNow m_formatNow;
    QLineEdit *m_input;
    QString m_echo;
    bool m_isProblem = false;
    look::TextPainter m_text{8};
};

} // namespace topline::pages
