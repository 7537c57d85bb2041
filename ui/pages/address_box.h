// "Advanced: another address": where the API is, for a gateway or a test server. Closed by default;
// closing it clears the field, so that no address is used that cannot be seen. Part of the sign-in
// form, GUI thread. Whether the address may be used is decided where it is used.
#pragma once

#include <QString>
#include <QWidget>

class QLineEdit;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class AddressBox final : public QWidget {
    Q_OBJECT

public:
    explicit AddressBox(QWidget *parent = nullptr);

    // Empty: the CRM's own.
    QString address() const;

    // Opens it with the keys in its field.
    void takeFocus();

Q_SIGNALS:
    void changed();
    // Enter in the field.
    void submitted();

private:
    void setOpen(bool open);

    look::Button *m_toggle;
    QWidget *m_body;
    QLineEdit *m_field;
};

} // namespace topline::pages
