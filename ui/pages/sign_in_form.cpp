#include "ui/pages/sign_in_form.h"

#include "core/base/sign_in_ports.h"
#include "ui/look/button.h"
#include "ui/look/segments.h"
#include "ui/pages/address_box.h"
#include "ui/pages/calendar_form.h"
#include "ui/pages/form_column.h"
#include "ui/pages/mail_form.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;

namespace {

constexpr int fieldWidth = 480;

enum Form { TokenForm, HubSpotAppForm, SalesforceForm, MailboxForm, CalendarAccessForm };

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

void addCallbackAddresses(FormColumn *column)
{
    column->addHead(SignInForm::tr("Callback addresses to register with the app"));
    column->addWords(callbackAddresses());
    column->addGap(space::xs);
    auto *copy = new Button(Button::Kind::Secondary, SignInForm::tr("Copy the addresses"));
    copy->setIconKind(Icon::Copy);
    copy->setSmall(true);
    QObject::connect(copy, &Button::clicked, column,
                     [] { QApplication::clipboard()->setText(callbackAddresses()); });
    column->addWidget(copy);
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
    m_calendar = new CalendarForm(this);
    m_pages = {makeToken(), makeHubSpotApp(), makeSalesforce(), m_mail, m_calendar};
    for (QWidget *page : m_pages)
        layout->addWidget(page);
    m_address = new AddressBox(this); // after the fields, as Tab goes
    layout->addWidget(m_address);
    layout->addStretch(1);
    connect(m_way, &Segments::chosen, this, &SignInForm::chooseWay);
    connect(m_mail, &MailForm::changed, this, &SignInForm::changed);
    connect(m_mail, &MailForm::submitted, this, &SignInForm::submitted);
    connect(m_calendar, &CalendarForm::changed, this, &SignInForm::changed);
    connect(m_calendar, &CalendarForm::submitted, this, &SignInForm::submitted);
    connect(m_address, &AddressBox::changed, this, &SignInForm::changed);
    connect(m_address, &AddressBox::submitted, this, &SignInForm::submitIfComplete);
    showForm(TokenForm);
}

FormColumn *SignInForm::makeColumn()
{
    auto *column = new FormColumn(fieldWidth, look::width::textColumnMax, this);
    connect(column, &FormColumn::changed, this, &SignInForm::changed);
    connect(column, &FormColumn::entered, this, &SignInForm::submitIfComplete);
    return column;
}

void SignInForm::submitIfComplete()
{
    if (isComplete())
        Q_EMIT submitted();
}

QWidget *SignInForm::makeToken()
{
    FormColumn *column = makeColumn();
    m_token = column->addSecret(tr("Service key or private-app token"), tr("Paste it here"));
    column->addWords(tr("In HubSpot: Development, Keys, Service keys. A token of an existing "
                        "private app works as well."));
    column->addWords(tr("It needs to read and write contacts, companies and deals, and to read "
                        "owners and schemas. Without sales-email-read the texts of mails stay "
                        "hidden."));
    return column;
}

QWidget *SignInForm::makeHubSpotApp()
{
    FormColumn *column = makeColumn();
    m_hubSpotId = column->addField(tr("Client id of your app"));
    m_hubSpotSecret = column->addSecret(tr("Client secret"));
    column->addWords(tr("For an app that your organisation made itself. The sign-in opens "
                        "in the browser; the secret goes to this computer's keychain."));
    column->addGap(space::m);
    addCallbackAddresses(column);
    return column;
}

QWidget *SignInForm::makeSalesforce()
{
    FormColumn *column = makeColumn();
    m_salesforceId = column->addField(tr("Client id (consumer key)"));
    m_myDomain = column->addField(tr("My Domain, if you have one"),
                                  QStringLiteral("acme.my.salesforce.com"));
    m_sandbox = new QCheckBox(tr("This is a sandbox"));
    column->addWidget(m_sandbox);
    column->addGap(space::s);
    column->addWords(tr("Of an external client app that your organisation made in Setup, with PKCE "
                        "and the scopes api and refresh_token. It needs no secret."));
    column->addGap(space::m);
    addCallbackAddresses(column);
    connect(m_sandbox, &QCheckBox::toggled, this, &SignInForm::changed);
    return column;
}

void SignInForm::setSystem(const std::string &system)
{
    m_system = system;
    const bool hubSpot = system == "hubspot";
    m_way->setVisible(hubSpot);
    m_address->setVisible(system != "mail" && system != "calendar");
    if (system == "mail")
        showForm(MailboxForm);
    else if (system == "calendar")
        showForm(CalendarAccessForm);
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
    if (m_form == MailboxForm)
        return m_mail->usesBrowser();
    return m_form == HubSpotAppForm || m_form == SalesforceForm;
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
    case CalendarAccessForm:
        return m_calendar->isComplete();
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
        m_mail->fill(request);
        break;
    case CalendarAccessForm:
        request.apiBase.clear();
        request.calendar = m_calendar->account();
        request.token = m_calendar->password();
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
    m_calendar->clearSecrets();
    for (QLineEdit *field : {m_token, m_hubSpotSecret})
        clearSecret(field);
}

void SignInForm::focusFirst()
{
    if (m_form == MailboxForm)
        return m_mail->focusFirst();
    if (m_form == CalendarAccessForm)
        return m_calendar->focusFirst();
    QLineEdit *first[] = {m_token, m_hubSpotId, m_salesforceId};
    first[m_form]->setFocus();
}

void SignInForm::focusField(const std::string &name)
{
    if (m_form == MailboxForm)
        return m_mail->focusField(name);
    if (m_form == CalendarAccessForm)
        return m_calendar->focusField(name);
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
