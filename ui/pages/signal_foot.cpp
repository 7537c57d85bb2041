#include "ui/pages/signal_foot.h"

#include "ui/look/button.h"
#include "ui/look/paint.h"
#include "ui/pages/wrap_label.h"
#include "ui/text/detector_text.h"
#include "ui/text/names_text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using namespace look;
using Trial = SignalDraft::Trial;

namespace {

QString sentenceOf(const domain::DryRun &run, domain::SignalType front,
                   const ui::text::Format &format)
{
    if (run.rows.empty())
        return SignalFoot::tr("Nothing would have been different in the last 90 days.");
    const auto found = std::find_if(run.rows.begin(), run.rows.end(),
                                    [front](const auto &row) { return row.type == front; });
    const domain::DryRunRow &row = found != run.rows.end() ? *found : run.rows.front();
    QString out = ui::text::dryRunSentence(row, format);
    if (row.type != front)
        //: The name of a detector, and what it would have found.
        out = SignalFoot::tr("%1: %2").arg(ui::text::signalTypeText(row.type), out);
    const auto others = static_cast<int>(run.rows.size()) - 1;
    if (others > 0)
        out +=
            QLatin1Char(' ') + SignalFoot::tr("It touches %n other detector(s).", nullptr, others);
    return out;
}

QString wordsFor(const SignalDraft &draft, domain::SignalType front, const ui::text::Format &format)
{
    if (!draft.isValid())
        return SignalFoot::tr("A value lies outside its limits; its field says which they are.");
    switch (draft.trial()) {
    case Trial::Running:
        return SignalFoot::tr("Looking through the last 90 days of every account …");
    case Trial::Failed:
        return SignalFoot::tr("The dry run failed; nothing was changed. Try it again.");
    case Trial::Done:
        return sentenceOf(draft.result(), front, format);
    case Trial::None:
        break;
    }
    return SignalFoot::tr("See what it would have found before you save it.");
}

} // namespace

SignalFoot::SignalFoot(QWidget *parent)
    : QWidget(parent)
    , m_state(new QLabel(this))
    , m_what(new WrapLabel(QString(), this))
    , m_try(new Button(Button::Kind::Outlined, tr("Try on the last 90 days"), this))
    , m_save(new Button(Button::Kind::Primary, tr("Save"), this))
    , m_cancel(new Button(Button::Kind::Plain, tr("Cancel"), this))
{
    m_state->setFont(look::font(Type::DenseHead));
    m_state->setTextFormat(Qt::PlainText);
    m_what->setFont(look::font(Type::Dense));
    m_cancel->setSmall(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(m_state, 1);
    head->addWidget(m_cancel);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_try);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(isRightToLeft() ? space::s : space::l, space::s,
                               isRightToLeft() ? space::l : space::s, space::m);
    layout->setSpacing(space::xs);
    layout->addLayout(head);
    layout->addWidget(m_what);
    layout->addSpacing(space::xs);
    layout->addLayout(buttons);
    hide();
}

void SignalFoot::setDraft(const SignalDraft &draft, bool isSaving, domain::SignalType front,
                          const ui::text::Format &format)
{
    m_state->setText(tr("%n change(s), not saved", nullptr, draft.changes()));
    m_what->setText(isSaving ? tr("Saving …") : wordsFor(draft, front, format));
    // The next button first: the focus falls on it when the one before goes out.
    m_save->setEnabled(!isSaving && draft.canSave());
    m_try->setEnabled(!isSaving && draft.canTry());
    m_cancel->setEnabled(!isSaving);
    setAccessibleName(m_state->text());
    setAccessibleDescription(m_what->text());
    setVisible(draft.isChanged());
}

void SignalFoot::setKeys(const QString &tries, const QString &saves, const QString &cancels)
{
    m_try->setKeyHint(tries);
    m_save->setKeyHint(saves);
    m_cancel->setKeyHint(cancels);
}

void SignalFoot::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    hLine(painter, 0, width(), 0, t.line);
}

} // namespace topline::pages
