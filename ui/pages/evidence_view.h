// The events behind a card, or the whole timeline of its account: icon, what, how long ago, when.
// Suspected bot clicks are kept and struck through. Part of the inspector, GUI thread; grows with
// its rows.
#pragma once

#include "core/domain/event.h"
#include "ui/look/paint.h"
#include "ui/text/format.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace topline::pages {

class EvidenceView final : public QWidget {
    Q_OBJECT

public:
    explicit EvidenceView(QWidget *parent = nullptr);

    // `events` newest first; at most `rowsMax` are shown, the head says "5 of 14".
    void setEvents(const QString &title, const std::vector<domain::Event> &events,
                   std::int64_t total, int rowsMax);

    // The newest mail of theirs among the rows.
    std::optional<domain::EventId> letter() const;

    void setFormat(const ui::text::Format &format) { m_format = format; }

Q_SIGNALS:
    // A row that is a mail was clicked.
    void letterWanted(topline::domain::EventId event);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Row {
        int icon = 0;
        QString text;
        QString body;
        base::UtcMs atMs = 0;
        bool struck = false;
        domain::EventId event;
        bool isLetter = false;
    };

    const Row *rowAt(int y) const;

    void paintBot(QPainter &painter, const QRectF &box, const QString &text);

    QString m_title;
    QString m_count;
    std::vector<Row> m_rows;
    ui::text::Format m_format;
    look::TextPainter m_text{256};
};

} // namespace topline::pages
