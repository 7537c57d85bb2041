#include "ui/pages/form_column.h"

#include "ui/look/fonts.h"
#include "ui/look/tokens.h"
#include "ui/pages/wrap_label.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;

namespace {

constexpr int textTall = 72;

QLabel *headOf(const QString &name)
{
    auto *made = new QLabel(name);
    made->setTextFormat(Qt::PlainText);
    made->setFont(look::font(Type::DenseValue));
    return made;
}

} // namespace

FormColumn::FormColumn(int fieldWidth, int wordsWidth, QWidget *parent)
    : QWidget(parent)
    , m_fieldWidth(fieldWidth)
    , m_wordsWidth(wordsWidth)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::xs);
}

void FormColumn::addUnder(const QString &name, QWidget *field)
{
    // One box, so that both are hidden together and no gap stays.
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, space::s);
    layout->setSpacing(space::xs);
    layout->addWidget(headOf(name));
    layout->addWidget(field);
    field->setAccessibleName(name);
    field->setMaximumWidth(m_fieldWidth);
    field->setMinimumWidth(m_fieldWidth / 2);
    m_layout->addWidget(box);
}

QLineEdit *FormColumn::addField(const QString &name, const QString &hint)
{
    auto *field = new QLineEdit;
    field->setPlaceholderText(hint);
    addUnder(name, field);
    connect(field, &QLineEdit::textChanged, this, &FormColumn::changed);
    connect(field, &QLineEdit::returnPressed, this, &FormColumn::entered);
    return field;
}

QLineEdit *FormColumn::addSecret(const QString &name, const QString &hint)
{
    QLineEdit *field = addField(name, hint);
    field->setEchoMode(QLineEdit::Password);
    field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                               Qt::ImhNoAutoUppercase);
    return field;
}

QPlainTextEdit *FormColumn::addText(const QString &name)
{
    auto *field = new QPlainTextEdit;
    field->setFixedHeight(textTall);
    field->setTabChangesFocus(true);
    addUnder(name, field);
    connect(field, &QPlainTextEdit::textChanged, this, &FormColumn::changed);
    return field;
}

QComboBox *FormColumn::addChoice(const QString &name, const QStringList &choices)
{
    auto *field = new QComboBox;
    field->addItems(choices);
    addUnder(name, field);
    connect(field, &QComboBox::currentIndexChanged, this, &FormColumn::changed);
    return field;
}

void FormColumn::addHead(const QString &name)
{
    m_layout->addWidget(headOf(name));
}

QLabel *FormColumn::addWords(const QString &text)
{
    auto *made = new WrapLabel(text);
    made->setFont(look::font(Type::Dense));
    made->setForegroundRole(QPalette::PlaceholderText);
    made->setMaximumWidth(m_wordsWidth);
    m_layout->addWidget(made);
    return made;
}

void FormColumn::addWidget(QWidget *widget)
{
    m_layout->addWidget(widget, 0, Qt::AlignLeading);
}

void FormColumn::addGap(int height)
{
    m_layout->addSpacing(height);
}

void FormColumn::addStretch()
{
    m_layout->addStretch(1);
}

void FormColumn::setFieldVisible(QWidget *field, bool isVisible)
{
    field->parentWidget()->setVisible(isVisible);
}

void clearSecret(QLineEdit *field)
{
    // Deleting by selection would leave the text to undo.
    field->clear();
    field->setModified(false);
}

} // namespace topline::pages
