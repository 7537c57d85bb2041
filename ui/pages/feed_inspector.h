// The pane beside the feed: who, why now, the Why tabs, evidence or timeline, the draft, the deal,
// and the buttons. Made by the feed page, GUI thread. Shows the card at once and asks the engine
// for the rest; late answers for another card are dropped.
#pragma once

#include "ui/pages/card_face.h"
#include "ui/shell/page.h"
#include "ui/text/format.h"

#include <QWidget>

class QLabel;
class QScrollArea;

namespace topline::look {
class Button;
}

namespace topline::pages {

class CallPane;
class DealStripView;
class DraftPane;
class EvidenceView;
class WhyView;

class FeedInspector final : public QWidget {
    Q_OBJECT

public:
    explicit FeedInspector(const shell::PageContext &context);

    void showCard(const domain::FeedCard &card);
    void setSurroundings(const Surroundings &around);
    void clear();
    void editDraft();
    void nextWhy();
    void toggleTimeline();
    // Content of that number into the draft, as far as it may be changed.
    void insertContent(int number);

    CallPane *call() const { return m_call; }

    // The newest mail of theirs that the card stands on; else of its account.
    void readLetter();

Q_SIGNALS:
    void closeWanted();
    void draftLeft(); // the text is no longer edited

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeHead();
    QWidget *makeBody();
    QWidget *makeButtons();
    QWidget *makeDoubt();
    void wire(look::Button *button, const char *command);
    void takeDetail(const domain::CardDetail &detail);
    void refreshHead();
    void fitNames();
    void fitHeight();
    void refreshEvents();
    ui::text::Format format() const;

    shell::PageContext m_context;
    domain::FeedCard m_card;
    domain::CardDetail m_detail;
    Surroundings m_around;
    bool m_hasCard = false;
    bool m_showTimeline = false;
    QWidget *m_head;
    QLabel *m_name;
    QLabel *m_who;
    QLabel *m_sentence;
    QLabel *m_times;
    CallPane *m_call;
    QScrollArea *m_scroll;
    WhyView *m_why;
    EvidenceView *m_evidence;
    DraftPane *m_draft;
    DealStripView *m_deal;
    QWidget *m_buttons;
    look::Button *m_approve;
    look::Button *m_callButton; // in its place, on the card of a call
    QWidget *m_doubt;           // in place of all: it arrived, it did not
    look::Button *m_timelineButton;
    look::Button *m_accountButton;
    QWidget *m_content;
};

} // namespace topline::pages
