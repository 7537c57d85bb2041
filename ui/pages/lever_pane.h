// The pane of the velocity page that tells the story of the weakest lever, with the buttons that
// open its deals or make a task of it. GUI thread.
#pragma once

#include "ui/look/paint.h"
#include "ui/pages/lever_story.h"

#include <QWidget>

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class LeverPane final : public QWidget {
    Q_OBJECT

public:
    explicit LeverPane(QWidget *parent = nullptr);

    void setStory(const LeverStory &story);

    const LeverStory &story() const { return m_story; }

    // The keys shown in the buttons.
    void setKeys(const QString &open, const QString &task);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void dealsWanted();
    void taskWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    qreal paintSentences(QPainter &painter, qreal top);
    qreal paintRows(QPainter &painter, qreal top);
    void paintHolds(QPainter &painter, qreal top);
    QStringList wrapped() const;

    LeverStory m_story;
    look::Button *m_open;
    look::Button *m_task;
    look::TextPainter m_text{60};
};

} // namespace topline::pages
