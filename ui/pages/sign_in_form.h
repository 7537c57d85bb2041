// What a user enters to connect: HubSpot by a pasted key or the organisation's own app, Salesforce
// by the organisation's own app in the browser, a mailbox by its password or in the browser, a
// calendar by its password. Owned by the connect panel, GUI thread. Secrets are typed into password
// fields, handed over once by request(), and gone after clearSecrets(); nothing of them is stored
// here.
#pragma once

#include "core/domain/connect.h"
#include "ui/look/tokens.h"

#include <QVector>
#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace topline::look {
class Segments;
} // namespace topline::look

namespace topline::pages {

class AddressBox;
class CalendarForm;
class FormColumn;
class MailForm;

class SignInForm final : public QWidget {
    Q_OBJECT

public:
    explicit SignInForm(QWidget *parent = nullptr);

    // "hubspot", "salesforce", "mail" or "calendar".
    void setSystem(const std::string &system);

    domain::SignInRequest request() const;
    bool isComplete() const;
    bool usesBrowser() const;
    void clearSecrets();
    void focusFirst();
    // To the field that an error names; to the first where it names none of this form.
    void focusField(const std::string &name);

Q_SIGNALS:
    void changed();
    // Enter in a field of a form that is complete.
    void submitted();

private:
    QWidget *makeToken();
    QWidget *makeHubSpotApp();
    QWidget *makeSalesforce();
    FormColumn *makeColumn();
    void chooseWay(int way);
    void showForm(int form);
    void submitIfComplete();

    std::string m_system = "hubspot";
    look::Segments *m_way;
    QVector<QWidget *> m_pages; // one of them is seen
    int m_form = 0;
    QLineEdit *m_token = nullptr;
    QLineEdit *m_hubSpotId = nullptr;
    QLineEdit *m_hubSpotSecret = nullptr;
    QLineEdit *m_salesforceId = nullptr;
    QLineEdit *m_myDomain = nullptr;
    QCheckBox *m_sandbox = nullptr;
    MailForm *m_mail = nullptr;
    CalendarForm *m_calendar = nullptr;
    AddressBox *m_address = nullptr;
};

// The addresses to register with the organisation's app, one a line.
QString callbackAddresses();
// A head, these addresses and a button that copies them.
void addCallbackAddresses(FormColumn *column);

} // namespace topline::pages
