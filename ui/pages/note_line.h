// One quiet line with an icon: what a section owes its reader. Hidden while it has nothing to say.
// Used by the manager pages, GUI thread.
#pragma once

#include "ui/look/icons.h"
#include "ui/look/paint.h"

#include <QWidget>

namespace topline::pages {

class NoteLine final : public QWidget {
    Q_OBJECT

public:
    explicit NoteLine(look::Icon icon, look::Token colour, QWidget *parent = nullptr);

    void setText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    look::Icon m_icon;
    look::Token m_colour;
    QString m_words;
    look::TextPainter m_text{4};
};

} // namespace topline::pages
