// What a user enters to connect a calendar (CalDAV): who they are, the password, and the server,
// which is filled in for well-known providers and else found from its address. Part of the sign-in
// form, GUI thread. The password is typed into a password field, handed over once, and gone after
// clearSecrets(); the server is asked before anything is kept.
#pragma once

#include "core/domain/connect.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace topline::pages {

class FormColumn;

class CalendarForm final : public QWidget {
    Q_OBJECT

public:
    explicit CalendarForm(QWidget *parent = nullptr);

    domain::CalendarAccount account() const;
    base::Secret password() const;
    bool isComplete() const;
    void clearSecrets();
    void focusFirst();
    // "url", "user", "path", "token"; the first field for any other name.
    void focusField(const std::string &name);

Q_SIGNALS:
    void changed();
    void submitted();

private:
    FormColumn *makeAccess();
    FormColumn *makeInvitations();
    void watch(FormColumn *column);
    void fillServer();

    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_server = nullptr;
    QLineEdit *m_path = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_provider = nullptr;
    QString m_filled; // by us, which a further address may replace
};

} // namespace topline::pages
