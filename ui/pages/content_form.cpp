#include "ui/pages/content_form.h"

#include "ui/look/button.h"
#include "ui/look/paint.h"
#include "ui/pages/wrap_label.h"
#include "ui/text/format.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace topline::pages {

using look::Button;

namespace {

// Nearer to its field than to the one above.
QLabel *nameOf(const QString &text)
{
    auto *out = new QLabel(text);
    out->setTextFormat(Qt::PlainText);
    out->setFont(look::font(look::Type::DenseValue));
    out->setContentsMargins(0, look::space::s, 0, 0);
    return out;
}

} // namespace

ContentForm::ContentForm(QWidget *parent)
    : QWidget(parent)
    , m_head(new QLabel)
    , m_fields(new QFormLayout)
    , m_said(new QLabel)
    , m_buttons(new QHBoxLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::space::l, look::space::m, look::space::l, look::space::m);
    layout->setSpacing(look::space::s);
    m_fields->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_fields->setVerticalSpacing(look::space::xs);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->setFont(look::font(look::Type::Dense));
    m_said->hide();
    m_buttons->setSpacing(look::space::s);
    m_buttons->addStretch(1);
    m_head->setTextFormat(Qt::PlainText);
    m_head->setFont(look::font(look::Type::DenseHead));
    m_head->hide();
    layout->addWidget(m_head);
    layout->addLayout(m_fields);
    layout->addWidget(m_said);
    layout->addLayout(m_buttons);
    layout->addStretch(1);
}

QLineEdit *ContentForm::addLine(const QString &label, const QString &hint)
{
    auto *field = new QLineEdit;
    field->setAccessibleName(label);
    field->setPlaceholderText(hint);
    m_fields->addRow(nameOf(label), field);
    return field;
}

QPlainTextEdit *ContentForm::addText(const QString &label)
{
    constexpr int textHeight = 96;
    auto *field = new QPlainTextEdit;
    field->setAccessibleName(label);
    field->setTabChangesFocus(true);
    field->setMinimumHeight(textHeight);
    m_fields->addRow(nameOf(label), field);
    return field;
}

void ContentForm::setHead(const QString &text)
{
    m_head->setText(text);
    m_head->show();
}

QLabel *ContentForm::addWords(const QString &text)
{
    auto *out = new WrapLabel(text);
    out->setFont(look::font(look::Type::Dense));
    out->setForegroundRole(QPalette::PlaceholderText);
    m_fields->addRow(out);
    return out;
}

void ContentForm::addRow(QWidget *row)
{
    m_fields->addRow(row);
}

Button *ContentForm::addButton(const QString &text, bool isPrimary)
{
    auto *button = new Button(isPrimary ? Button::Kind::Primary : Button::Kind::Secondary, text);
    m_buttons->addWidget(button);
    return button;
}

void ContentForm::say(const QString &text, bool isFault)
{
    const look::Tokens &t = look::tokensFor(palette());
    QPalette ink = m_said->palette();
    ink.setColor(QPalette::WindowText, isFault ? t.redText : t.text2);
    m_said->setPalette(ink);
    m_said->setText(text);
    m_said->setVisible(!text.isEmpty());
}

QString listText(const std::vector<std::string> &texts)
{
    QStringList out;
    for (const auto &text : texts)
        out += ui::text::fromUtf8(text);
    return out.join(QStringLiteral("; "));
}

std::vector<std::string> listOf(const QString &text)
{
    std::vector<std::string> out;
    for (const QString &part : text.split(QLatin1Char(';'))) {
        if (!part.trimmed().isEmpty())
            out.push_back(part.trimmed().toStdString());
    }
    return out;
}

} // namespace topline::pages
