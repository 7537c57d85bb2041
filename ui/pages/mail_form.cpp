#include "ui/pages/mail_form.h"

#include "core/domain/mail_providers.h"
#include "ui/look/segments.h"
#include "ui/look/tokens.h"
#include "ui/pages/form_column.h"
#include "ui/pages/sign_in_form.h"
#include "ui/text/format.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace topline::pages {

using namespace look;

namespace {

constexpr int fieldWidth = 380;

enum Way { PasswordWay, BrowserWay };

enum Provider { Google, Microsoft, Other };

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
    , m_way(new Segments(tr("How to sign in"), {tr("Password"), tr("In the browser")}, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xl);
    layout->addWidget(makeAccount());
    layout->addWidget(makeTexts());
    layout->addStretch(1);
    connect(m_address, &QLineEdit::textChanged, this, &MailForm::fillServers);
    connect(m_chosenProvider, &QComboBox::currentIndexChanged, this, &MailForm::showWay);
    connect(m_way, &Segments::chosen, this, &MailForm::showWay);
    fillServers();
    showWay();
}

void MailForm::watch(FormColumn *column)
{
    connect(column, &FormColumn::changed, this, &MailForm::changed);
    connect(column, &FormColumn::entered, this, [this] {
        if (isComplete())
            Q_EMIT submitted();
    });
}

FormColumn *MailForm::makeAccount()
{
    auto *column = new FormColumn(fieldWidth, fieldWidth);
    m_address = column->addField(tr("Mail address"), QStringLiteral("you@example.com"));
    column->addWidget(m_way);
    column->addGap(space::s);
    m_password = column->addSecret(tr("Password"));
    m_chosenProvider = column->addChoice(
        tr("Provider"), {QStringLiteral("Google"), QStringLiteral("Microsoft"), tr("Another one")});
    m_clientId = column->addField(tr("Client id of your organisation's app"));
    m_clientSecret = column->addSecret(tr("Client secret, if there is one"));
    m_provider = column->addWords({});
    m_smtp =
        column->addField(tr("Server for sending (SMTP)"), QStringLiteral("mail.example.com:465"));
    m_imap =
        column->addField(tr("Server for reading (IMAP)"), QStringLiteral("mail.example.com:993"));
    m_user = column->addField(tr("Sign-in name, if it is not the address"));
    column->addStretch();
    watch(column);
    return column;
}

FormColumn *MailForm::makeTexts()
{
    auto *column = new FormColumn(fieldWidth, fieldWidth);
    m_authorise = column->addField(tr("Address of the sign-in page"),
                                   QStringLiteral("https://login.example.com/authorize"));
    m_tokenUrl = column->addField(tr("Address for tokens"),
                                  QStringLiteral("https://login.example.com/token"));
    m_scope = column->addField(tr("Scope"), QStringLiteral("mail offline_access"));
    m_name = column->addField(tr("Your name"));
    m_signature = column->addText(tr("Signature under every mail"));
    m_postal = column->addText(tr("Postal address in the footer"));
    column->addWords(
        tr("The law asks for one under a commercial mail; no mail leaves without it."));
    column->addGap(space::s);
    column->addWords(tr("Both servers are asked over a secure connection before anything is kept. "
                        "Reading never marks a mail as read."));
    auto *callbacks = new FormColumn(fieldWidth, fieldWidth);
    addCallbackAddresses(callbacks);
    m_callbacks = callbacks;
    column->addWidget(callbacks);
    column->addStretch();
    watch(column);
    return column;
}

bool MailForm::usesBrowser() const
{
    return m_way->current() == BrowserWay;
}

// Only the fields of the chosen way are seen, and only they count.
void MailForm::showWay()
{
    const bool isOther = m_chosenProvider->currentIndex() == Other;
    FormColumn::setFieldVisible(m_password, !usesBrowser());
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_chosenProvider, m_clientId, m_clientSecret})
        FormColumn::setFieldVisible(field, usesBrowser());
    for (QWidget *field : {m_authorise, m_tokenUrl, m_scope})
        FormColumn::setFieldVisible(field, usesBrowser() && isOther);
    for (QWidget *field : std::initializer_list<QWidget *>{m_signature, m_postal})
        FormColumn::setFieldVisible(field, !usesBrowser() || !isOther);
    m_callbacks->setVisible(usesBrowser());
    fillServers();
    Q_EMIT changed();
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
    if (provider && !provider->oauth.empty() && m_clientId->text().isEmpty())
        m_chosenProvider->setCurrentIndex(provider->oauth == "google" ? Google : Microsoft);
    m_provider->setText(
        usesBrowser() ? tr("The sign-in opens in the browser; only its tokens are kept, in this "
                           "computer's keychain.")
        : !provider   ? tr("Port 587 and 143 begin with STARTTLS, all others with TLS at once.")
        : provider->needsAppPassword
            ? tr("%1 wants a password made for programs (app password), not your own.").arg(title)
            : tr("The servers of %1 are filled in.").arg(title));
}

void MailForm::fill(domain::SignInRequest &request) const
{
    domain::MailAccount &out = request.mail;
    out.address = m_address->text().trimmed().toStdString();
    out.name = m_name->text().trimmed().toStdString();
    out.user = m_user->text().trimmed().toStdString();
    out.smtp = serverOf(m_smtp, 465);
    out.imap = serverOf(m_imap, 993);
    out.signature = m_signature->toPlainText().trimmed().toStdString();
    out.postalAddress = m_postal->toPlainText().trimmed().toStdString();
    if (!usesBrowser()) {
        request.token = base::Secret(m_password->text().toStdString());
        return;
    }
    out.way = domain::MailSignInWay::OAuthToken;
    request.mailOAuth = oauth();
    request.clientId = m_clientId->text().trimmed().toStdString();
    request.clientSecret = base::Secret(m_clientSecret->text().trimmed().toStdString());
}

domain::MailOAuth MailForm::oauth() const
{
    domain::MailOAuth out;
    switch (m_chosenProvider->currentIndex()) {
    case Google:
        out.provider = "google";
        break;
    case Microsoft:
        out.provider = "microsoft";
        break;
    default:
        out.authoriseUrl = m_authorise->text().trimmed().toStdString();
        out.tokenUrl = m_tokenUrl->text().trimmed().toStdString();
        out.scope = m_scope->text().trimmed().toStdString();
    }
    return out;
}

bool MailForm::isComplete() const
{
    std::vector<const QLineEdit *> needed = {m_address, m_smtp, m_imap,
                                             usesBrowser() ? m_clientId : m_password};
    if (usesBrowser() && m_chosenProvider->currentIndex() == Other)
        needed.insert(needed.end(), {m_authorise, m_tokenUrl});
    return std::none_of(needed.begin(), needed.end(),
                        [](const QLineEdit *field) { return field->text().trimmed().isEmpty(); });
}

void MailForm::clearSecrets()
{
    clearSecret(m_password);
    clearSecret(m_clientSecret);
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
    else if (name == "token" && !usesBrowser()) {
        m_password->setFocus();
        m_password->selectAll(); // typing replaces the one that was refused
    } else if (name == "clientId")
        m_clientId->setFocus();
    else if (name == "clientSecret")
        m_clientSecret->setFocus();
    else if (name == "authoriseUrl")
        m_authorise->setFocus();
    else if (name == "tokenUrl")
        m_tokenUrl->setFocus();
    else
        focusFirst();
}

} // namespace topline::pages
