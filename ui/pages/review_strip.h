// The strip under the feed while cards are selected: how many, and, once opened, recipient,
// subject, first line and warnings of each before one approval sends the batch. Owned by the feed
// page, GUI thread.
#pragma once

#include "core/domain/feed.h"
#include "ui/look/paint.h"

#include <QWidget>

#include <vector>

namespace topline::look {
class Button;
}

namespace topline::pages {

class ReviewStrip final : public QWidget {
    Q_OBJECT

public:
    explicit ReviewStrip(QWidget *parent = nullptr);

    // How many mails have left today, and the workspace's limit; 0: none is known.
    struct DayRoom {
        std::int64_t mailsToday = 0;
        std::int64_t mailsPerDay = 0;
    };

    // Closes the review when the selection is empty.
    void setCards(const std::vector<domain::FeedCard> &cards, const DayRoom &room);

    // What the bar says, as it is read aloud.
    const QString &summary() const { return m_summary; }

    int warnings() const { return m_warnings; }

    bool isOpen() const { return m_open; }

    void open();

Q_SIGNALS:
    void approveWanted();
    void cancelWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row {
        QString who;
        QString subject;
        QString firstLine;
        QString warning;
    };

    void refreshHeight();

    std::vector<Row> m_rows;
    QString m_summary;
    int m_warnings = 0;
    bool m_overLimit = false;
    bool m_open = false;
    int m_wordsRight = 0; // where the buttons begin
    look::Button *m_approve;
    look::Button *m_cancel;
    look::TextPainter m_text{64};
};

} // namespace topline::pages
