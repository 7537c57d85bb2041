// What stands in the window that proposes times to meet: the next slots for both sides, by both
// clocks; 1 to 5 choose, Enter writes them into the draft, Ctrl+Enter books the first of them. What
// is known of the rep's calendar is shown at once, with its age, while the calendar itself is
// asked. Opened by the feed with B, GUI thread; the window deletes itself when it closes. Nothing
// is sent or changed from here.
#pragma once

#include "core/domain/meeting_offer.h"
#include "ui/shell/page.h"
#include "ui/text/meeting_text.h"

#include <QWidget>

#include <array>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace topline::look {
class Button;
class Segments;
} // namespace topline::look

namespace topline::pages {

class MeetingBox final : public QWidget {
    Q_OBJECT

public:
    // Opens the window and asks the engine for slots at once.
    static MeetingBox *open(const shell::PageContext &context, const domain::FeedCard &card,
                            QWidget *parent);

Q_SIGNALS:
    // The paragraph for the draft of that action.
    void proposed(const topline::base::Uuid &action, const QString &words);
    // The first of the chosen ones, at once. `place`: or a link; may be empty.
    void bookWanted(const topline::domain::MeetingOffer &offer,
                    const topline::domain::ProposedTime &time, const QString &place);

private:
    struct Row {
        QCheckBox *box = nullptr;
        QLabel *there = nullptr;
    };

    MeetingBox(const shell::PageContext &context, const domain::FeedCard &card, look::Button *yes);

    void ask();
    void askCalendar();
    void take(const domain::MeetingOffer &offer);
    void showNote(const QString &text);
    void toggle(std::size_t row);
    void refreshAnswer();
    void answer();
    void book();
    std::vector<domain::ProposedTime> chosen() const;

    shell::PageContext m_context;
    domain::FeedCard m_card;
    domain::MeetingOffer m_offer;
    ui::text::MeetingText m_text;
    bool m_isCalendarAsked = false;
    bool m_isAskingCalendar = false;
    look::Segments *m_lengths;
    std::array<Row, 5> m_rows;
    QLabel *m_note;
    QLineEdit *m_place;
    look::Button *m_book;
    look::Button *m_yes;
};

} // namespace topline::pages
