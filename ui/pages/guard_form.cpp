#include "ui/pages/guard_form.h"

#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/look/tokens.h"
#include "ui/pages/wrap_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace topline::pages {

using namespace look;

namespace {

constexpr int labelWide = 300;
constexpr int faultWide = 200;

QLabel *words(const QString &text, Type type)
{
    auto *out = new WrapLabel(text);
    out->setTextFormat(Qt::PlainText);
    out->setFont(look::font(type));
    return out;
}

} // namespace

GuardForm::GuardForm(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(space::l, space::xs, space::l, space::m);
    m_grid->setHorizontalSpacing(space::s);
    m_grid->setVerticalSpacing(space::xs);
    m_grid->setColumnStretch(2, 1);
}

void GuardForm::addHead(const QString &text)
{
    auto *head = words(text, Type::DenseValue);
    const int row = m_grid->rowCount();
    m_grid->setRowMinimumHeight(row, space::xl + space::xs);
    m_grid->addWidget(head, row, 0, 1, 3, Qt::AlignBottom);
}

void GuardForm::addField(const QString &key, const QString &label, QWidget *input,
                         const QString &unit)
{
    const int row = m_grid->rowCount();
    auto *name = words(label, Type::Dense);
    name->setMaximumWidth(labelWide);
    name->setMinimumWidth(labelWide);
    input->setAccessibleName(label);
    auto *fault = words({}, Type::Dense);
    fault->setMinimumWidth(faultWide);
    auto *measure = words(unit, Type::Dense);
    measure->setForegroundRole(QPalette::PlaceholderText);
    m_grid->addWidget(name, row, 0);
    auto *cell = new QHBoxLayout;
    cell->setSpacing(space::s);
    cell->addWidget(input);
    cell->addWidget(measure, 1);
    m_grid->addLayout(cell, row, 1);
    m_grid->addWidget(fault, row, 2);
    m_fields.insert(key, {input, fault});
    m_order.append(key);
    inkFaults();
}

void GuardForm::addLine(const QString &key, const QString &label, const QString &unit, int width)
{
    auto *line = new QLineEdit;
    line->setFixedWidth(width);
    addField(key, label, line, unit);
    connect(line, &QLineEdit::textEdited, this, &GuardForm::edited);
}

void GuardForm::addSwitch(const QString &key, const QString &label)
{
    auto *box = new QCheckBox;
    addField(key, label, box, {});
    connect(box, &QCheckBox::toggled, this, &GuardForm::edited);
}

void GuardForm::addChoice(const QString &key, const QString &label,
                          const QVector<std::pair<QString, QString>> &options)
{
    auto *choice = new QComboBox;
    for (const auto &[value, text] : options)
        choice->addItem(text, value);
    addField(key, label, choice, {});
    connect(choice, &QComboBox::currentIndexChanged, this, &GuardForm::edited);
}

void GuardForm::addButtons(const QString &save)
{
    m_said = words({}, Type::Dense);
    m_said->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    m_save = new Button(Button::Kind::Primary, save);
    auto *cancel = new Button(Button::Kind::Secondary, tr("Cancel"));
    row->addWidget(m_save);
    row->addWidget(cancel);
    row->addStretch(1);
    const int at = m_grid->rowCount();
    m_grid->addWidget(m_said, at, 0, 1, 3);
    m_grid->setRowMinimumHeight(at + 1, space::xl + space::l);
    m_grid->addLayout(row, at + 1, 0, 1, 4, Qt::AlignBottom);
    connect(m_save, &QAbstractButton::clicked, this, &GuardForm::trySave);
    connect(cancel, &QAbstractButton::clicked, this, &GuardForm::left);
    inkFaults();
}

QString GuardForm::value(const QString &key) const
{
    QWidget *input = m_fields.value(key).input;
    if (const auto *line = qobject_cast<QLineEdit *>(input))
        return line->text();
    if (const auto *box = qobject_cast<QCheckBox *>(input))
        return box->isChecked() ? QStringLiteral("1") : QStringLiteral("0");
    if (const auto *choice = qobject_cast<QComboBox *>(input))
        return choice->currentData().toString();
    return {};
}

void GuardForm::setValue(const QString &key, const QString &value)
{
    QWidget *input = m_fields.value(key).input;
    const QSignalBlocker quiet(input);
    if (auto *line = qobject_cast<QLineEdit *>(input)) {
        line->setText(value);
        line->setCursorPosition(0);
    } else if (auto *box = qobject_cast<QCheckBox *>(input)) {
        box->setChecked(value == QLatin1String("1"));
    } else if (auto *choice = qobject_cast<QComboBox *>(input)) {
        choice->setCurrentIndex(std::max(0, choice->findData(value)));
    }
}

void GuardForm::setEnabled(const QString &key, bool enabled)
{
    m_fields.value(key).input->setEnabled(enabled);
}

void GuardForm::setFault(const QString &key, const QString &text)
{
    const Field field = m_fields.value(key);
    if (!field.input)
        return say(text);
    field.fault->setText(text);
    field.input->setAccessibleDescription(text);
    if (m_save)
        m_save->setEnabled(isSound());
}

void GuardForm::clearFaults()
{
    for (const QString &key : m_order)
        setFault(key, {});
    say({});
}

bool GuardForm::isSound() const
{
    return std::all_of(m_fields.begin(), m_fields.end(),
                       [](const Field &field) { return field.fault->text().isEmpty(); });
}

QString GuardForm::fault(const QString &key) const
{
    const QLabel *label = m_fields.value(key).fault;
    return label ? label->text() : QString();
}

void GuardForm::say(const QString &text)
{
    if (!m_said)
        return;
    m_said->setText(text);
    m_said->setVisible(!text.isEmpty());
}

void GuardForm::focusFirst()
{
    for (const QString &key : m_order) {
        QWidget *input = m_fields.value(key).input;
        if (!input->isEnabled())
            continue;
        input->setFocus(Qt::TabFocusReason);
        return;
    }
}

void GuardForm::focusFault()
{
    for (const QString &key : m_order) {
        if (!m_fields.value(key).fault->text().isEmpty())
            return m_fields.value(key).input->setFocus(Qt::OtherFocusReason);
    }
}

void GuardForm::trySave()
{
    if (isSound())
        Q_EMIT saved();
    else
        focusFault();
}

void GuardForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return trySave();
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT left();
    QWidget::keyPressEvent(event);
}

void GuardForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        inkFaults();
    QWidget::changeEvent(event);
}

void GuardForm::inkFaults()
{
    const Tokens &tokens = tokensFor(palette());
    const auto ink = [&](QLabel *label) {
        QPalette colours = label->palette();
        if (colours.color(QPalette::WindowText) == tokens.redText)
            return;
        colours.setColor(QPalette::WindowText, tokens.redText);
        label->setPalette(colours);
    };
    for (const Field &field : m_fields)
        ink(field.fault);
    if (m_said)
        ink(m_said);
}

} // namespace topline::pages
