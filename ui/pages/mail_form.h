// What a user enters to connect a mailbox: address, password, the two servers (filled in for
// well-known providers), signature and postal address. Part of the sign-in form, GUI thread. The
// password is typed into a password field, handed over once, and gone after clearSecrets(); the
// servers are asked before anything is kept.
#pragma once

#include "core/domain/connect.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace topline::pages {

class MailForm final : public QWidget {
    Q_OBJECT

public:
    explicit MailForm(QWidget *parent = nullptr);

    domain::MailAccount account() const;
    base::Secret password() const;
    bool isComplete() const;
    void clearSecrets();
    void focusFirst();
    // "address", "smtpHost", "imapPort", "token" …; the first field for any other name.
    void focusField(const std::string &name);

Q_SIGNALS:
    void changed();
    void submitted();

private:
    QLineEdit *addField(QVBoxLayout *layout, const QString &name, const QString &hint);
    QPlainTextEdit *addText(QVBoxLayout *layout, const QString &name, const QString &hint);
    QWidget *makeAccount();
    QWidget *makeTexts();
    void fillServers();

    QLineEdit *m_address = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_smtp = nullptr;
    QLineEdit *m_imap = nullptr;
    QLineEdit *m_user = nullptr;
    QPlainTextEdit *m_signature = nullptr;
    QPlainTextEdit *m_postal = nullptr;
    QLabel *m_provider = nullptr;
    QString m_filledSmtp; // by us, which a further address may replace
    QString m_filledImap;
};

} // namespace topline::pages
