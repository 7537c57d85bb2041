#include "ui/pages/meeting_box.h"

#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/look/segments.h"
#include "ui/pages/question.h"

#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace topline::pages {

using namespace look;

namespace {

constexpr std::array<int, 4> lengths = {15, 30, 45, 60};
constexpr std::size_t chosenAtFirst = 3;
constexpr int thereIndent = 28; // under the words of the check box

} // namespace

MeetingBox *MeetingBox::open(const shell::PageContext &context, const domain::FeedCard &card,
                             QWidget *parent)
{
    const QString who =
        ui::text::fromUtf8(card.contactName.empty() ? card.accountName : card.contactName);
    const Question question =
        makeQuestion(tr("Propose times to %1").arg(who), tr("Put into the draft"), parent);
    auto *box = new MeetingBox(context, card, question.yes);
    question.body->addWidget(box);
    connect(question.dialog, &QDialog::accepted, box, &MeetingBox::answer);
    for (std::size_t row = 0; row < box->m_rows.size(); ++row) {
        const auto key = static_cast<int>(Qt::Key_1) + static_cast<int>(row);
        auto *digit = new QShortcut(QKeySequence(key), question.dialog);
        connect(digit, &QShortcut::activated, box, [box, row] { box->toggle(row); });
    }
    question.yes->setKeyHint(tr("Enter"));
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *enter = new QShortcut(QKeySequence(key), question.dialog);
        connect(enter, &QShortcut::activated, box, [dialog = question.dialog, yes = question.yes] {
            // A button that has the focus is what is meant.
            auto *focused = qobject_cast<Button *>(dialog->focusWidget());
            (focused ? focused : yes)->click();
        });
    }
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *enter = new QShortcut(QKeySequence(Qt::CTRL | key), question.dialog);
        connect(enter, &QShortcut::activated, box->m_book, &Button::click);
    }
    question.dialog->open();
    box->ask();
    return box;
}

MeetingBox::MeetingBox(const shell::PageContext &context, const domain::FeedCard &card, Button *yes)
    : m_context(context)
    , m_card(card)
    , m_text(QLocale())
    , m_yes(yes)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    QStringList labels;
    for (const int minutes : lengths)
        labels += tr("%1 min").arg(minutes);
    m_lengths = new Segments(tr("Length of the meeting"), labels);
    m_lengths->setCurrent(1);
    connect(m_lengths, &Segments::chosen, this, &MeetingBox::ask);
    layout->addWidget(m_lengths, 0, Qt::AlignLeading);
    for (Row &row : m_rows) {
        row.box = new QCheckBox;
        row.box->setFont(look::font(Type::Body));
        row.there = questionWords(QString(), Type::Meta, QPalette::PlaceholderText);
        row.there->setContentsMargins(thereIndent, 0, 0, 0);
        connect(row.box, &QCheckBox::toggled, this, &MeetingBox::refreshAnswer);
        layout->addWidget(row.box);
        layout->addWidget(row.there);
        row.box->hide();
        row.there->hide();
    }
    m_note = questionWords(tr("Looking for times…"), Type::Meta, QPalette::PlaceholderText);
    layout->addWidget(m_note);
    m_place = new QLineEdit;
    m_place->setPlaceholderText(tr("Place or link, for the invitation"));
    m_place->setAccessibleName(m_place->placeholderText());
    layout->addWidget(m_place);
    m_book = new Button(Button::Kind::Outlined, tr("Book a time"));
    m_book->setKeyHint(QStringLiteral("Ctrl Enter"));
    connect(m_book, &Button::clicked, this, &MeetingBox::book);
    layout->addWidget(m_book, 0, Qt::AlignLeading);
    refreshAnswer();
}

void MeetingBox::ask()
{
    const int minutes = lengths[static_cast<std::size_t>(m_lengths->current())];
    m_context.bridge.cockpit().loadMeetingTimes(
        m_card.action.id, minutes,
        m_context.bridge.answer<domain::MeetingOffer>(
            this, [this, minutes](const base::Result<domain::MeetingOffer> &offer) {
                if (minutes != lengths[static_cast<std::size_t>(m_lengths->current())])
                    return; // another length was chosen meanwhile
                if (offer.ok())
                    take(*offer);
                else
                    showNote(ui::text::fromUtf8(offer.error().text()));
            }));
}

// Once, and only where there is one: it may take as long as a server that does not answer.
void MeetingBox::askCalendar()
{
    if (m_isCalendarAsked || !(m_offer.canBook || m_offer.busyReadMs))
        return;
    m_isCalendarAsked = m_isAskingCalendar = true;
    m_context.bridge.cockpit().channels().refreshCalendar(
        m_context.bridge.done(this, [this](const base::Status &) {
            m_isAskingCalendar = false;
            ask();
        }));
}

void MeetingBox::take(const domain::MeetingOffer &offer)
{
    // What was chosen stays chosen while it is still free.
    const bool isAgain = m_offer.minutes == offer.minutes && !m_offer.times.empty();
    std::set<base::UtcMs> wanted;
    for (const domain::ProposedTime &time : chosen())
        wanted.insert(time.fromMs);
    m_offer = offer;
    askCalendar();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool isThere = i < offer.times.size();
        m_rows[i].box->setVisible(isThere);
        m_rows[i].there->setVisible(false);
        m_rows[i].box->setChecked(
            isThere && (isAgain ? wanted.contains(offer.times[i].fromMs) : i < chosenAtFirst));
        if (!isThere)
            continue;
        const QString there = m_text.thereOf(offer, offer.times[i]);
        m_rows[i].box->setText(
            QStringLiteral("%1   %2").arg(i + 1).arg(m_text.slot(offer.times[i])));
        m_rows[i].box->setAccessibleDescription(there);
        m_rows[i].there->setText(there);
        m_rows[i].there->setVisible(!there.isEmpty());
    }
    if (!offer.times.empty() && !isAncestorOf(window()->focusWidget()))
        m_rows.front().box->setFocus();
    showNote(offer.times.empty()  ? tr("No time in the next weeks suits both sides.")
             : m_isAskingCalendar ? tr("Asking your calendar…")
                                  : m_text.caveat(offer));
    refreshAnswer();
}

void MeetingBox::showNote(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void MeetingBox::toggle(std::size_t row)
{
    if (m_rows[row].box->isVisible())
        m_rows[row].box->toggle();
}

void MeetingBox::refreshAnswer()
{
    m_yes->setEnabled(!chosen().empty());
    m_book->setVisible(m_offer.canBook);
    m_place->setVisible(m_offer.canBook);
    const std::vector<domain::ProposedTime> times = chosen();
    m_book->setEnabled(!times.empty());
    m_book->setText(times.empty() ? tr("Book a time")
                                  : tr("Book %1").arg(m_text.slot(times.front())));
}

std::vector<domain::ProposedTime> MeetingBox::chosen() const
{
    std::vector<domain::ProposedTime> out;
    for (std::size_t i = 0; i < std::min(m_rows.size(), m_offer.times.size()); ++i) {
        if (m_rows[i].box->isChecked())
            out.push_back(m_offer.times[i]);
    }
    return out;
}

void MeetingBox::book()
{
    const std::vector<domain::ProposedTime> times = chosen();
    if (times.empty())
        return;
    Q_EMIT bookWanted(m_offer, times.front(), m_place->text());
    if (auto *dialog = qobject_cast<QDialog *>(window()))
        dialog->reject();
}

void MeetingBox::answer()
{
    Q_EMIT proposed(m_offer.action, m_text.proposal(m_offer, chosen()));
}

} // namespace topline::pages
