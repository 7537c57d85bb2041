// One source of records or events at the top of the Sync page: its name and state, whose or where
// it is, how fresh, and how much came or went. A button: choosing it shows it in full below. Owned
// by the page, GUI thread; it only shows.
#pragma once

#include "ui/look/marks.h"

#include <QAbstractButton>

#include <optional>

namespace topline::pages {

struct TileFace {
    QString title;
    look::Chip chip;
    QString who; // may be empty, as the next ones
    QString age;
    QString count;                    // left out when there is no room
    std::optional<double> share = {}; // of the count's limit, as a track before it
};

class SourceTile : public QAbstractButton {
    Q_OBJECT

public:
    explicit SourceTile(QWidget *parent = nullptr);

    void setFace(const TileFace &face);

    const TileFace &face() const { return m_face; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void drawLow(QPainter &painter, const QRectF &line, const look::Tokens &tokens);

    TileFace m_face;
    look::TextPainter m_text{8};
};

} // namespace topline::pages
