// The strip under the feed while cards are selected: how many, and, once opened, recipient,
// subject, first line and warnings of each before one approval sends the batch, with what the
// guards would say of each and the limits that it counts for. Owned by the feed page, GUI thread.
#pragma once

#include "core/domain/batch_review.h"
#include "core/domain/feed.h"
#include "ui/look/paint.h"
#include "ui/text/format.h"

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

    // What the guards say of these cards; what does not leave at once comes first.
    void setReview(const domain::BatchReview &review, const ui::text::Format &format);

    // Those that would wait or not leave.
    std::vector<base::Uuid> notAtOnce() const;

    // What the bar says, as it is read aloud.
    const QString &summary() const { return m_summary; }

    int warnings() const { return m_warnings; }

    bool isOpen() const { return m_open; }

    void open();

Q_SIGNALS:
    void approveWanted();
    void cancelWanted();
    void leaveOutWanted();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row {
        QString who;
        QString subject;
        QString firstLine;
        QString warning;
        base::Uuid action = {};
        QString fate = {}; // "waits until Mon 09:00"; empty: it leaves at once
        QString why = {};  // behind that, as tool tip
        bool isRefused = false;
    };

    void sortRows();
    void refreshSummary();
    int linesShown() const;

    void refreshHeight();

    std::vector<Row> m_rows;
    QString m_summary;
    QString m_count;  // "8 selected"
    QString m_room;   // of the day, before the guards have answered
    QString m_limits; // the fullest of them
    QString m_fates;  // "3 would wait until Mon 09:00 or later"
    int m_warnings = 0;
    bool m_overLimit = false;
    bool m_open = false;
    int m_wordsRight = 0;      // where the buttons begin
    bool m_hasOwnLine = false; // the summary, above the buttons
    look::Button *m_approve;
    look::Button *m_cancel;
    look::Button *m_leaveOut;
    look::TextPainter m_text{64};
};

} // namespace topline::pages
