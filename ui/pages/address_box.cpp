#include "ui/pages/address_box.h"

#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/pages/wrap_label.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;

namespace {

constexpr int fieldWidth = 480;

} // namespace

AddressBox::AddressBox(QWidget *parent)
    : QWidget(parent)
    , m_toggle(new Button(Button::Kind::Outlined, tr("Advanced: another address"), this))
    , m_body(new QWidget(this))
    , m_field(new QLineEdit(m_body))
{
    m_toggle->setIconKind(Icon::ChevronRight);
    m_toggle->setSmall(true);
    m_field->setAccessibleName(tr("Address of the API"));
    m_field->setPlaceholderText(QStringLiteral("https://gateway.example"));
    m_field->setMaximumWidth(fieldWidth);
    auto *head = new QLabel(tr("Address of the API"), m_body);
    head->setTextFormat(Qt::PlainText);
    head->setFont(look::font(Type::DenseValue));
    auto *words = new WrapLabel(tr("For a gateway or a test server: everything is sent there, the "
                                   "key or sign-in as well. It needs https, or plain http on this "
                                   "computer, such as http://127.0.0.1:8080."),
                                m_body);
    words->setFont(look::font(Type::Dense));
    words->setForegroundRole(QPalette::PlaceholderText);
    words->setMaximumWidth(look::width::textColumnMax);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(space::xs);
    body->addWidget(head);
    body->addWidget(m_field);
    body->addWidget(words);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(m_toggle, 0, Qt::AlignLeft);
    layout->addWidget(m_body);
    connect(m_toggle, &Button::clicked, this, [this] { setOpen(m_body->isHidden()); });
    connect(m_field, &QLineEdit::textChanged, this, &AddressBox::changed);
    connect(m_field, &QLineEdit::returnPressed, this, &AddressBox::submitted);
    m_body->hide();
}

QString AddressBox::address() const
{
    return m_field->text().trimmed();
}

void AddressBox::takeFocus()
{
    setOpen(true);
}

void AddressBox::setOpen(bool open)
{
    m_toggle->setIconKind(open ? Icon::ChevronDown : Icon::ChevronRight);
    m_body->setVisible(open);
    if (open)
        m_field->setFocus();
    else
        m_field->clear();
}

} // namespace topline::pages
