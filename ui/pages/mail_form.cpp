#include "ui/pages/mail_form.h"

#include "core/domain/mail_providers.h"
#include "ui/look/fonts.h"
#include "ui/look/tokens.h"
#include "ui/pages/wrap_label.h"
#include "ui/text/format.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;

namespace {

constexpr int fieldWidth = 380;
constexpr int textTall = 72;

QLabel *words(const QString &text)
{
    auto *made = new WrapLabel(text);
    made->setFont(look::font(Type::Dense));
    made->setForegroundRole(QPalette::PlaceholderText);
    made->setMaximumWidth(fieldWidth);
    return made;
}

QVBoxLayout *columnOf(QWidget *page)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    return layout;
}

QString serverText(const domain::MailServer &server)
{
    return ui::text::fromUtf8(server.host) + QLatin1Char(':') + QString::number(server.port);
}

// "mail.example.com:587"; these ports speak STARTTLS, all others TLS from the beginning.
domain::MailServer serverOf(const QLineEdit *field, int usualPort)
{
    const QString text = field->text().trimmed();
    const auto colon = text.lastIndexOf(QLatin1Char(':'));
    domain::MailServer out;
    out.host = (colon < 0 ? text : text.left(colon)).toStdString();
    out.port = colon < 0 ? usualPort : text.mid(colon + 1).toLongLong(); // no number: 0, refused
    out.safety = out.port == 587 || out.port == 143 || out.port == 25
                     ? domain::WireSafety::StartTls
                     : domain::WireSafety::ImplicitTls;
    return out;
}

} // namespace

MailForm::MailForm(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xl);
    layout->addWidget(makeAccount());
    layout->addWidget(makeTexts());
    layout->addStretch(1);
}

QLineEdit *MailForm::addField(QVBoxLayout *layout, const QString &name, const QString &hint)
{
    auto *label = new QLabel(name);
    label->setTextFormat(Qt::PlainText);
    label->setFont(look::font(Type::DenseValue));
    auto *field = new QLineEdit;
    field->setAccessibleName(name);
    field->setPlaceholderText(hint);
    field->setMaximumWidth(fieldWidth);
    field->setMinimumWidth(fieldWidth / 2);
    layout->addWidget(label);
    layout->addWidget(field);
    layout->addSpacing(space::s);
    connect(field, &QLineEdit::textChanged, this, &MailForm::changed);
    connect(field, &QLineEdit::returnPressed, this, [this] {
        if (isComplete())
            Q_EMIT submitted();
    });
    return field;
}

QPlainTextEdit *MailForm::addText(QVBoxLayout *layout, const QString &name, const QString &hint)
{
    auto *label = new QLabel(name);
    label->setTextFormat(Qt::PlainText);
    label->setFont(look::font(Type::DenseValue));
    auto *field = new QPlainTextEdit;
    field->setAccessibleName(name);
    field->setPlaceholderText(hint);
    field->setMaximumWidth(fieldWidth);
    field->setFixedHeight(textTall);
    field->setTabChangesFocus(true);
    layout->addWidget(label);
    layout->addWidget(field);
    layout->addSpacing(space::s);
    connect(field, &QPlainTextEdit::textChanged, this, &MailForm::changed);
    return field;
}

QWidget *MailForm::makeAccount()
{
    auto *page = new QWidget;
    QVBoxLayout *layout = columnOf(page);
    m_address = addField(layout, tr("Mail address"), QStringLiteral("you@example.com"));
    m_password = addField(layout, tr("Password"), {});
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData |
                                    Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_provider = words({});
    layout->addWidget(m_provider);
    m_smtp =
        addField(layout, tr("Server for sending (SMTP)"), QStringLiteral("mail.example.com:465"));
    m_imap =
        addField(layout, tr("Server for reading (IMAP)"), QStringLiteral("mail.example.com:993"));
    m_user = addField(layout, tr("Sign-in name, if it is not the address"), {});
    layout->addStretch(1);
    connect(m_address, &QLineEdit::textChanged, this, &MailForm::fillServers);
    fillServers();
    return page;
}

QWidget *MailForm::makeTexts()
{
    auto *page = new QWidget;
    QVBoxLayout *layout = columnOf(page);
    m_name = addField(layout, tr("Your name"), {});
    m_signature = addText(layout, tr("Signature under every mail"), {});
    m_postal = addText(layout, tr("Postal address in the footer"), {});
    layout->addWidget(words(tr("The law asks for one under a commercial mail; no mail leaves "
                               "without it.")));
    layout->addSpacing(space::s);
    layout->addWidget(words(tr("Both servers are asked over a secure connection before anything "
                               "is kept. Reading never marks a mail as read.")));
    layout->addStretch(1);
    return page;
}

// Only what we filled in ourselves is replaced.
void MailForm::fillServers()
{
    const auto provider = domain::mailProviderOf(m_address->text().trimmed().toStdString());
    const QString smtp = provider ? serverText(provider->smtp) : QString();
    const QString imap = provider ? serverText(provider->imap) : QString();
    if (m_smtp && m_smtp->text() == m_filledSmtp)
        m_smtp->setText(m_filledSmtp = smtp);
    if (m_imap && m_imap->text() == m_filledImap)
        m_imap->setText(m_filledImap = imap);
    const QString title = provider
                              ? QString::fromUtf8(provider->title.data(),
                                                  static_cast<qsizetype>(provider->title.size()))
                              : QString();
    m_provider->setText(
        !provider ? tr("Port 587 and 143 begin with STARTTLS, all others with TLS at once.")
        : provider->needsAppPassword
            ? tr("%1 wants a password made for programs (app password), not your own.").arg(title)
            : tr("The servers of %1 are filled in.").arg(title));
}

domain::MailAccount MailForm::account() const
{
    domain::MailAccount out;
    out.address = m_address->text().trimmed().toStdString();
    out.name = m_name->text().trimmed().toStdString();
    out.user = m_user->text().trimmed().toStdString();
    out.smtp = serverOf(m_smtp, 465);
    out.imap = serverOf(m_imap, 993);
    out.signature = m_signature->toPlainText().trimmed().toStdString();
    out.postalAddress = m_postal->toPlainText().trimmed().toStdString();
    return out;
}

base::Secret MailForm::password() const
{
    return base::Secret(m_password->text().toStdString());
}

bool MailForm::isComplete() const
{
    for (const QLineEdit *field : {m_address, m_password, m_smtp, m_imap}) {
        if (field->text().trimmed().isEmpty())
            return false;
    }
    return true;
}

void MailForm::clearSecrets()
{
    m_password->clear();
    m_password->setModified(false);
}

void MailForm::focusFirst()
{
    m_address->setFocus();
}

void MailForm::focusField(const std::string &name)
{
    if (name == "smtpHost" || name == "smtpPort")
        m_smtp->setFocus();
    else if (name == "imapHost" || name == "imapPort")
        m_imap->setFocus();
    else if (name == "token")
        m_password->setFocus();
    else
        focusFirst();
}

} // namespace topline::pages
