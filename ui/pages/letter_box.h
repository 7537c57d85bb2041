// A mail that came in, to be read: its words first, and what it looked like in a view that loads
// nothing. Opened from a card's evidence and from an account's timeline, GUI thread; the window
// deletes itself when it closes. Reading marks nothing anywhere, and a link is asked about first.
#pragma once

#include "core/domain/event.h"
#include "core/domain/mail_letter.h"
#include "ui/bridge/bridge.h"
#include "ui/text/format.h"

#include <QDialog>

class QLabel;

namespace topline::look {
class SafeHtmlView;
class Segments;
} // namespace topline::look

namespace topline::pages {

// Whether an event of this kind is a mail of theirs.
bool isLetter(domain::EventKind kind);

class LetterBox final : public QDialog {
    Q_OBJECT

public:
    // Opens the window and asks for the mail at once.
    static LetterBox *open(bridge::Bridge &bridge, domain::EventId event,
                           const ui::text::Format &format, QWidget *parent);

private:
    LetterBox(const ui::text::Format &format, QWidget *parent);

    void take(const domain::MailLetter &letter);
    void showForm();

    ui::text::Format m_format;
    domain::MailLetter m_letter;
    QLabel *m_subject;
    QLabel *m_from;
    look::Segments *m_form;
    look::SafeHtmlView *m_text;
};

} // namespace topline::pages
