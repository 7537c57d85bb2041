#include "ui/pages/letter_box.h"

#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/look/safe_html_view.h"
#include "ui/look/segments.h"
#include "ui/look/tokens.h"
#include "ui/pages/footer_strip.h"
#include "ui/pages/link_question.h"
#include "ui/pages/question.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;

namespace {

constexpr QSize windowSize(680, 560);
constexpr int margin = 24;

enum Form { Words, AsSent };

} // namespace

bool isLetter(domain::EventKind kind)
{
    using enum domain::EventKind;
    return kind == EmailReplied || kind == OutOfOffice || kind == Unsubscribed;
}

LetterBox *LetterBox::open(bridge::Bridge &bridge, domain::EventId event,
                           const ui::text::Format &format, QWidget *parent)
{
    auto *box = new LetterBox(format, parent);
    box->QDialog::open();
    bridge.cockpit().channels().loadLetter(
        event, bridge.answer<domain::MailLetter>(box, [box](const auto &letter) {
            if (letter.ok())
                box->take(*letter);
            else
                box->m_from->setText(fromUtf8(letter.error().text()));
        }));
    return box;
}

LetterBox::LetterBox(const ui::text::Format &format, QWidget *parent)
    : QDialog(parent)
    , m_format(format)
    , m_subject(questionWords({}, Type::FigureTitle))
    , m_from(questionWords({}, Type::Dense, QPalette::PlaceholderText))
    , m_form(new Segments(tr("How the mail is shown"), {tr("Words"), tr("As it was sent")}))
    , m_text(new SafeHtmlView)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Mail"));
    resize(windowSize);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(margin, margin, margin, margin);
    body->setSpacing(space::s);
    body->addWidget(m_subject);
    body->addWidget(m_from);
    body->addWidget(m_form, 0, Qt::AlignLeading);
    m_text->setAccessibleName(tr("Text of the mail"));
    m_text->setTabChangesFocus(true);
    body->addWidget(m_text, 1);
    layout->addLayout(body, 1);
    auto *strip = new FooterStrip(this);
    auto *foot = new QHBoxLayout(strip);
    foot->setContentsMargins(margin, 0, margin, 0);
    foot->addWidget(questionWords(tr("Nothing in it is loaded from outside, and reading it here "
                                     "marks nothing in the mailbox."),
                                  Type::Dense, QPalette::PlaceholderText),
                    1);
    auto *close = new Button(Button::Kind::Primary, tr("Close"));
    foot->addWidget(close);
    layout->addWidget(strip);
    connect(close, &Button::clicked, this, &QDialog::accept);
    connect(m_form, &Segments::chosen, this, &LetterBox::showForm);
    connect(m_text, &SafeHtmlView::linkWanted, this,
            [this](const LinkTarget &target) { askToOpen(target, this); });
    m_form->hide();
    close->setFocus();
}

void LetterBox::take(const domain::MailLetter &letter)
{
    m_letter = letter;
    const QString subject = fromUtf8(letter.subject);
    m_subject->setText(subject.isEmpty() ? tr("Without a subject") : subject);
    const QString name = fromUtf8(letter.fromName);
    const QString address = fromUtf8(letter.from);
    const QString who = name.isEmpty()      ? address
                        : address.isEmpty() ? name
                                            : tr("%1 <%2>").arg(name, address);
    m_from->setText(who.isEmpty() ? m_format.dateTime(letter.atMs)
                                  : tr("%1, %2").arg(who, m_format.dateTime(letter.atMs)));
    m_form->setVisible(!letter.html.empty());
    showForm();
    m_text->setFocus();
}

void LetterBox::showForm()
{
    if (m_form->current() == AsSent && !m_letter.html.empty())
        m_text->showHtml(fromUtf8(m_letter.html));
    else
        m_text->showWords(m_letter.words.empty() ? tr("No text of this mail is kept here.")
                                                 : fromUtf8(m_letter.words));
}

} // namespace topline::pages
