#include "ui/pages/signal_threshold.h"

#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/pages/wrap_label.h"
#include "ui/text/threshold_text.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace topline::pages {

using namespace look;

namespace {

constexpr int fieldWide = 72;
constexpr int unitWide = 60;

} // namespace

SignalThreshold::SignalThreshold(QWidget *parent)
    : QWidget(parent)
    , m_label(new WrapLabel(QString(), this))
    , m_note(new WrapLabel(QString(), this))
    , m_field(new QLineEdit(this))
    , m_unit(new QLabel(this))
    , m_reset(Button::iconOnly(Icon::Undo, tr("Back to the default"), this))
{
    m_label->setFont(look::font(Type::Dense));
    m_note->setFont(look::font(Type::Meta));
    m_unit->setFont(look::font(Type::Dense));
    m_unit->setTextFormat(Qt::PlainText);
    m_unit->setFixedWidth(unitWide);
    m_field->setFont(look::font(Type::DenseValue));
    m_field->setFixedSize(fieldWide, height::button);
    m_field->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_field->installEventFilter(this);
    m_reset->setSmall(true);
    QSizePolicy kept = m_reset->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(kept);
    m_label->setBuddy(m_field);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(isRightToLeft() ? space::s : space::l, 6,
                             isRightToLeft() ? space::l : space::s, 6);
    grid->setHorizontalSpacing(space::s);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_label, 0, 0);
    grid->addWidget(m_note, 1, 0);
    grid->addWidget(m_field, 0, 1, 2, 1, Qt::AlignVCenter);
    grid->addWidget(m_unit, 0, 2, 2, 1, Qt::AlignVCenter);
    grid->addWidget(m_reset, 0, 3, 2, 1, Qt::AlignVCenter);
    grid->setColumnStretch(0, 1);

    connect(m_field, &QLineEdit::textEdited, this,
            [this](const QString &text) { Q_EMIT typed(m_parameter.key, text); });
    connect(m_field, &QLineEdit::returnPressed, this, &SignalThreshold::tryWanted);
    connect(m_reset, &QAbstractButton::clicked, this, [this] {
        m_field->setFocus();
        Q_EMIT valueChosen(m_parameter.key, m_parameter.standard);
    });
}

void SignalThreshold::setParameter(const domain::DetectorParameter &parameter, int sharedBy,
                                   const SignalDraft &draft)
{
    m_parameter = parameter;
    m_value = draft.value(parameter);
    const QString *wanted = draft.typed(parameter.key);
    // The same value in another spelling is left to who types it.
    const bool saysIt = wanted != nullptr ? m_field->text() == *wanted
                                          : ui::text::parseThreshold(parameter, m_field->text(),
                                                                     locale()) == parameter.value;
    if (!saysIt)
        m_field->setText(wanted != nullptr
                             ? *wanted
                             : ui::text::thresholdInput(parameter, parameter.value, locale()));
    say(sharedBy, draft);
}

void SignalThreshold::say(int sharedBy, const SignalDraft &draft)
{
    const QString label = ui::text::thresholdLabel(m_parameter.key);
    const QString unit = ui::text::thresholdUnit(m_parameter);
    const QString limits = ui::text::thresholdLimits(m_parameter, locale());
    const QString standard = ui::text::thresholdValue(m_parameter, m_parameter.standard, locale());
    m_usable = m_value.has_value();
    //: %1 is "1 d to 30 d".
    QString note = m_usable ? tr("Default %1, from %2").arg(standard, limits)
                            : tr("Give a number from %1.").arg(limits);
    const bool isTyped = draft.typed(m_parameter.key) != nullptr;
    if (m_usable && isTyped && m_parameter.value != m_parameter.standard)
        //: %1 is "5 d", %2 the sentence about default and limits.
        note = tr("Saved %1 · %2")
                   .arg(ui::text::thresholdValue(m_parameter, m_parameter.value, locale()), note);
    if (sharedBy > 1)
        note += QStringLiteral(" · ") + tr("for %n detector(s)", nullptr, sharedBy);
    m_label->setText(label);
    m_unit->setText(unit);
    m_note->setText(note);
    m_field->setAccessibleName(unit.isEmpty() ? label : label + QStringLiteral(", ") + unit);
    m_field->setAccessibleDescription(note);
    m_reset->setVisible(m_value != m_parameter.standard);
    const QString back = tr("Back to %1: %2").arg(standard, label);
    m_reset->setAccessibleName(back);
    m_reset->setToolTip(back);
    refreshColours();
}

void SignalThreshold::refreshColours()
{
    const Tokens &t = tokensFor(palette());
    const auto ink = [](QWidget *widget, const QColor &colour) {
        QPalette changed = widget->palette();
        if (changed.color(QPalette::WindowText) == colour)
            return;
        changed.setColor(QPalette::WindowText, colour);
        widget->setPalette(changed);
    };
    ink(m_label, t.text);
    ink(m_unit, t.text2);
    ink(m_note, m_usable ? t.text3 : t.redText);
}

void SignalThreshold::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshColours();
}

bool SignalThreshold::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Space) {
            Q_EMIT switchWanted();
            return true;
        }
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            const std::int64_t from = m_value.value_or(m_parameter.value);
            Q_EMIT valueChosen(m_parameter.key, ui::text::steppedThreshold(
                                                    m_parameter, from, key == Qt::Key_Up ? 1 : -1));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace topline::pages
