// The 64-px strip at the foot of a flow: on panel, a line above, buttons in it. Used by the start
// window and the import panel, GUI thread. It is only a background for its layout.
#pragma once

#include <QWidget>

namespace topline::pages {

class FooterStrip final : public QWidget {
    Q_OBJECT

public:
    explicit FooterStrip(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace topline::pages
