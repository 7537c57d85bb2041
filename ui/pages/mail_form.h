// What a user enters to connect a mailbox: address, password or a client for the sign-in in the
// browser, the two servers (filled in for well-known providers), signature and postal address. Part
// of the sign-in form, GUI thread. Secrets are typed into password fields, handed over once, and
// gone after clearSecrets(); the servers are asked before anything is kept.
#pragma once

#include "core/domain/connect.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace topline::look {
class Segments;
} // namespace topline::look

namespace topline::pages {

class FormColumn;

class MailForm final : public QWidget {
    Q_OBJECT

public:
    explicit MailForm(QWidget *parent = nullptr);

    // Everything of it, the secrets as well.
    void fill(domain::SignInRequest &request) const;
    bool usesBrowser() const;
    bool isComplete() const;
    void clearSecrets();
    void focusFirst();
    // "address", "smtpHost", "imapPort", "token", "clientId" …; the first field for any other name.
    void focusField(const std::string &name);

Q_SIGNALS:
    void changed();
    void submitted();

private:
    FormColumn *makeAccount();
    FormColumn *makeTexts();
    void watch(FormColumn *column);
    void fillServers();
    void showWay();
    domain::MailOAuth oauth() const;

    QLineEdit *m_address = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_smtp = nullptr;
    QLineEdit *m_imap = nullptr;
    QLineEdit *m_user = nullptr;
    look::Segments *m_way = nullptr;
    QComboBox *m_chosenProvider = nullptr;
    QLineEdit *m_clientId = nullptr;
    QLineEdit *m_clientSecret = nullptr;
    QLineEdit *m_authorise = nullptr;
    QLineEdit *m_tokenUrl = nullptr;
    QLineEdit *m_scope = nullptr;
    QWidget *m_callbacks = nullptr;
    QPlainTextEdit *m_signature = nullptr;
    QPlainTextEdit *m_postal = nullptr;
    QLabel *m_provider = nullptr;
    QString m_filledSmtp; // by us, which a further address may replace
    QString m_filledImap;
};

} // namespace topline::pages
