// The 48-px head of an account's view: the way back to the list, the name, one meta line, tools at
// the right. Part of the account's view, GUI thread.
#pragma once

#include "ui/look/paint.h"

#include <QWidget>

class QHBoxLayout;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class AccountHead final : public QWidget {
    Q_OBJECT

public:
    explicit AccountHead(QWidget *parent = nullptr);

    void setNames(const QString &name, const QString &meta);
    void addTool(QWidget *tool);

Q_SIGNALS:
    void backWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    qreal left() const;
    qreal right() const;
    void refreshToolTip();

    QString m_name;
    QString m_meta;
    look::Button *m_back;
    QHBoxLayout *m_row;
    look::TextPainter m_text{8};
};

} // namespace topline::pages
