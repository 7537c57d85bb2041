// The steps of a flow, side by side: done ones ticked, the current one filled, later ones numbered.
// Used by the import panel, GUI thread. It only shows; its accessible name says the current step.
#pragma once

#include "ui/look/marks.h"

#include <QWidget>

namespace topline::pages {

class StepBar final : public QWidget {
    Q_OBJECT

public:
    StepBar(const QStringList &titles, QWidget *parent = nullptr);

    void setCurrent(int step);
    // The meta line under a step's title, e.g. "nothing is written".
    void setNote(int step, const QString &note);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Step {
        QString title;
        QString note;
    };

    QVector<Step> m_steps;
    int m_current = 0;
    look::TextPainter m_text{30};
};

} // namespace topline::pages
