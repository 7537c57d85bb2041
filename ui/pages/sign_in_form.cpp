#include "ui/pages/sign_in_form.h"

#include "core/base/sign_in_ports.h"
#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/look/segments.h"
#include "ui/pages/address_box.h"
#include "ui/pages/mail_form.h"
#include "ui/pages/wrap_label.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;

namespace {

constexpr int fieldWidth = 480;

enum Form { TokenForm, HubSpotAppForm, SalesforceForm, MailboxForm };

QLabel *words(const QString &text)
{
    auto *made = new WrapLabel(text);
    made->setFont(look::font(Type::Dense));
    made->setForegroundRole(QPalette::PlaceholderText);
    made->setMaximumWidth(look::width::textColumnMax);
    return made;
}

QVBoxLayout *columnOf(QWidget *page)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    return layout;
}

QString trimmed(const QLineEdit *field)
{
    return field->text().trimmed();
}

} // namespace

QString callbackAddresses()
{
    QStringList out;
    for (const std::uint16_t port : base::signInPorts)
        out << QStringLiteral("http://localhost:%1%2")
                   .arg(port)
                   .arg(QLatin1String(base::signInPath));
    return out.join(QLatin1Char('\n'));
}

SignInForm::SignInForm(QWidget *parent)
    : QWidget(parent)
    , m_way(new Segments(tr("How to sign in"), {tr("Key or token"), tr("Your own app")}, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::l);
    layout->addWidget(m_way, 0, Qt::AlignLeft);
    m_mail = new MailForm(this);
    m_pages = {makeToken(), makeHubSpotApp(), makeSalesforce(), m_mail};
    for (QWidget *page : m_pages)
        layout->addWidget(page);
    m_address = new AddressBox(this); // after the fields, as Tab goes
    layout->addWidget(m_address);
    layout->addStretch(1);
    connect(m_way, &Segments::chosen, this, &SignInForm::chooseWay);
    connect(m_mail, &MailForm::changed, this, &SignInForm::changed);
    connect(m_mail, &MailForm::submitted, this, &SignInForm::submitted);
    connect(m_address, &AddressBox::changed, this, &SignInForm::changed);
    connect(m_address, &AddressBox::submitted, this, &SignInForm::submitIfComplete);
    showForm(TokenForm);
}

QLineEdit *SignInForm::addField(QVBoxLayout *layout, const QString &name, const QString &hint,
                                bool secret)
{
    auto *label = new QLabel(name);
    label->setTextFormat(Qt::PlainText);
    label->setFont(look::font(Type::DenseValue));
    auto *field = new QLineEdit;
    field->setAccessibleName(name);
    field->setPlaceholderText(hint);
    field->setMaximumWidth(fieldWidth);
    if (secret) {
        field->setEchoMode(QLineEdit::Password);
        field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData |
                                   Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    }
    layout->addWidget(label);
    layout->addWidget(field);
    layout->addSpacing(space::s);
    connect(field, &QLineEdit::textChanged, this, &SignInForm::changed);
    connect(field, &QLineEdit::returnPressed, this, &SignInForm::submitIfComplete);
    return field;
}

void SignInForm::submitIfComplete()
{
    if (isComplete())
        Q_EMIT submitted();
}

void SignInForm::addAddresses(QVBoxLayout *layout)
{
    layout->addSpacing(space::m);
    auto *head = new QLabel(tr("Callback addresses to register with the app"));
    head->setTextFormat(Qt::PlainText);
    head->setFont(look::font(Type::DenseValue));
    layout->addWidget(head);
    layout->addWidget(words(callbackAddresses()));
    layout->addSpacing(space::xs);
    auto *copy = new Button(Button::Kind::Secondary, tr("Copy the addresses"));
    copy->setIconKind(Icon::Copy);
    copy->setSmall(true);
    connect(copy, &Button::clicked, this,
            [] { QApplication::clipboard()->setText(callbackAddresses()); });
    layout->addWidget(copy, 0, Qt::AlignLeft);
}

QWidget *SignInForm::makeToken()
{
    auto *page = new QWidget(this);
    QVBoxLayout *layout = columnOf(page);
    m_token = addField(layout, tr("Service key or private-app token"), tr("Paste it here"), true);
    layout->addWidget(
        words(tr("In HubSpot: Development, Keys, Service keys. A token of an existing "
                 "private app works as well.")));
    layout->addWidget(
        words(tr("It needs to read and write contacts, companies and deals, and to read owners "
                 "and schemas. Without sales-email-read the texts of mails stay hidden.")));
    return page;
}

QWidget *SignInForm::makeHubSpotApp()
{
    auto *page = new QWidget(this);
    QVBoxLayout *layout = columnOf(page);
    m_hubSpotId = addField(layout, tr("Client id of your app"), {}, false);
    m_hubSpotSecret = addField(layout, tr("Client secret"), {}, true);
    layout->addWidget(words(tr("For an app that your organisation made itself. The sign-in opens "
                               "in the browser; the secret goes to this computer's keychain.")));
    addAddresses(layout);
    return page;
}

QWidget *SignInForm::makeSalesforce()
{
    auto *page = new QWidget(this);
    QVBoxLayout *layout = columnOf(page);
    m_salesforceId = addField(layout, tr("Client id (consumer key)"), {}, false);
    m_myDomain = addField(layout, tr("My Domain, if you have one"),
                          QStringLiteral("acme.my.salesforce.com"), false);
    m_sandbox = new QCheckBox(tr("This is a sandbox"));
    layout->addWidget(m_sandbox);
    layout->addSpacing(space::s);
    layout->addWidget(
        words(tr("Of an external client app that your organisation made in Setup, with PKCE and "
                 "the scopes api and refresh_token. It needs no secret.")));
    addAddresses(layout);
    connect(m_sandbox, &QCheckBox::toggled, this, &SignInForm::changed);
    return page;
}

void SignInForm::setSystem(const std::string &system)
{
    m_system = system;
    const bool hubSpot = system == "hubspot";
    m_way->setVisible(hubSpot);
    m_address->setVisible(system != "mail");
    if (system == "mail")
        showForm(MailboxForm);
    else
        showForm(!hubSpot ? SalesforceForm : m_way->current() == 0 ? TokenForm : HubSpotAppForm);
    Q_EMIT changed();
}

void SignInForm::showForm(int form)
{
    m_form = form;
    for (int i = 0; i < m_pages.size(); ++i)
        m_pages[i]->setVisible(i == form);
}

void SignInForm::chooseWay(int way)
{
    showForm(way == 0 ? TokenForm : HubSpotAppForm);
    Q_EMIT changed();
}

bool SignInForm::usesBrowser() const
{
    return m_form != TokenForm && m_form != MailboxForm;
}

bool SignInForm::isComplete() const
{
    switch (m_form) {
    case TokenForm:
        return !trimmed(m_token).isEmpty();
    case HubSpotAppForm:
        return !trimmed(m_hubSpotId).isEmpty() && !trimmed(m_hubSpotSecret).isEmpty();
    case MailboxForm:
        return m_mail->isComplete();
    default:
        return !trimmed(m_salesforceId).isEmpty();
    }
}

domain::SignInRequest SignInForm::request() const
{
    domain::SignInRequest request;
    request.system = m_system;
    request.apiBase = m_address->address().toStdString();
    request.way = usesBrowser() ? domain::SignInWay::Browser : domain::SignInWay::Token;
    switch (m_form) {
    case TokenForm:
        request.token = base::Secret(trimmed(m_token).toStdString());
        break;
    case HubSpotAppForm:
        request.clientId = trimmed(m_hubSpotId).toStdString();
        request.clientSecret = base::Secret(trimmed(m_hubSpotSecret).toStdString());
        break;
    case MailboxForm:
        request.apiBase.clear();
        request.mail = m_mail->account();
        request.token = m_mail->password();
        break;
    default:
        request.clientId = trimmed(m_salesforceId).toStdString();
        request.loginHost = trimmed(m_myDomain).toStdString();
        request.isSandbox = m_sandbox->isChecked();
    }
    return request;
}

void SignInForm::clearSecrets()
{
    m_mail->clearSecrets();
    for (QLineEdit *field : {m_token, m_hubSpotSecret}) {
        // Deleting by selection would leave the text to undo.
        field->clear();
        field->setModified(false);
    }
}

void SignInForm::focusFirst()
{
    if (m_form == MailboxForm)
        return m_mail->focusFirst();
    QLineEdit *first[] = {m_token, m_hubSpotId, m_salesforceId};
    first[m_form]->setFocus();
}

void SignInForm::focusField(const std::string &name)
{
    if (m_form == MailboxForm)
        return m_mail->focusField(name);
    const bool isSalesforce = m_form == SalesforceForm;
    if (name == "apiBase")
        m_address->takeFocus();
    else if (name == "loginHost" && isSalesforce)
        m_myDomain->setFocus();
    else if (name == "clientSecret" && m_form == HubSpotAppForm)
        m_hubSpotSecret->setFocus();
    else
        focusFirst();
}

} // namespace topline::pages
