// What stands in and around every mail of the mailbox, changed later: name, signature, postal
// address, where answers go, the language of the footer, the page for unsubscribing. Opened from
// the Sync page, GUI thread; stays open with the reason at its field when it cannot be saved.
#pragma once

#include "core/domain/mail.h"
#include "ui/bridge/bridge.h"

#include <QObject>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class MailboxBox final : public QObject {
    Q_OBJECT

public:
    // Asks for the mailbox and opens the window; nothing happens without one.
    static void open(bridge::Bridge &bridge, QWidget *parent);

private:
    MailboxBox(bridge::Bridge &bridge, const domain::MailAccount &account, QWidget *parent);

    domain::MailAccount texts() const;
    void save();
    void take(const base::Status &status);

    bridge::Bridge &m_bridge;
    domain::MailAccount m_account;
    QWidget *m_dialog;
    QLineEdit *m_name;
    QPlainTextEdit *m_signature;
    QPlainTextEdit *m_postal;
    QLineEdit *m_replyTo;
    QComboBox *m_language;
    QLineEdit *m_unsubscribe;
    QLabel *m_error;
    look::Button *m_save;
};

} // namespace topline::pages
