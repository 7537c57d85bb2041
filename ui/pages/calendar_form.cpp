#include "ui/pages/calendar_form.h"

#include "core/domain/mail_providers.h"
#include "ui/look/tokens.h"
#include "ui/pages/form_column.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace topline::pages {

using namespace look;

namespace {

constexpr int fieldWidth = 380;

} // namespace

CalendarForm::CalendarForm(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xl);
    layout->addWidget(makeAccess());
    layout->addWidget(makeInvitations());
    layout->addStretch(1);
    connect(m_user, &QLineEdit::textChanged, this, &CalendarForm::fillServer);
    fillServer();
}

void CalendarForm::watch(FormColumn *column)
{
    connect(column, &FormColumn::changed, this, &CalendarForm::changed);
    connect(column, &FormColumn::entered, this, [this] {
        if (isComplete())
            Q_EMIT submitted();
    });
}

FormColumn *CalendarForm::makeAccess()
{
    auto *column = new FormColumn(fieldWidth, fieldWidth);
    m_user = column->addField(tr("Mail address, or name to sign in with"),
                              QStringLiteral("you@example.com"));
    m_password = column->addSecret(tr("Password"));
    m_server = column->addField(tr("Calendar server (CalDAV)"),
                                QStringLiteral("https://calendar.example.com/"));
    m_provider = column->addWords({});
    column->addStretch();
    watch(column);
    return column;
}

FormColumn *CalendarForm::makeInvitations()
{
    auto *column = new FormColumn(fieldWidth, fieldWidth);
    m_name = column->addField(tr("Your name in invitations"));
    m_address = column->addField(tr("Your address in invitations, if it is another"));
    m_path = column->addField(tr("Path of the calendar, if not the first"),
                              QStringLiteral("/calendars/you/work/"));
    column->addWords(tr("The calendar that is found is shown before anything is kept. Times at "
                        "which you are busy are read; only meetings that you approve are written, "
                        "each once."));
    column->addStretch();
    watch(column);
    return column;
}

// Only what we filled in ourselves is replaced.
void CalendarForm::fillServer()
{
    const auto provider = domain::mailProviderOf(m_user->text().trimmed().toStdString());
    const QString title = provider
                              ? QString::fromUtf8(provider->title.data(),
                                                  static_cast<qsizetype>(provider->title.size()))
                              : QString();
    const QString url =
        provider ? QString::fromUtf8(provider->calendarUrl.data(),
                                     static_cast<qsizetype>(provider->calendarUrl.size()))
                 : QString();
    if (m_server->text() == m_filled)
        m_server->setText(m_filled = url);
    m_provider->setText(
        !provider       ? tr("The host alone is enough where the server tells the rest.")
        : url.isEmpty() ? tr("%1 does not let programs into its calendar by a password.").arg(title)
        : provider->needsAppPassword
            ? tr("%1 wants a password made for programs (app password), not your own.").arg(title)
            : tr("The server of %1 is filled in.").arg(title));
}

domain::CalendarAccount CalendarForm::account() const
{
    domain::CalendarAccount out;
    out.url = m_server->text().trimmed().toStdString();
    out.user = m_user->text().trimmed().toStdString();
    out.path = m_path->text().trimmed().toStdString();
    out.address = m_address->text().trimmed().toStdString();
    out.name = m_name->text().trimmed().toStdString();
    return out;
}

base::Secret CalendarForm::password() const
{
    return base::Secret(m_password->text().toStdString());
}

bool CalendarForm::isComplete() const
{
    for (const QLineEdit *field : {m_user, m_password, m_server}) {
        if (field->text().trimmed().isEmpty())
            return false;
    }
    return true;
}

void CalendarForm::clearSecrets()
{
    clearSecret(m_password);
}

void CalendarForm::focusFirst()
{
    m_user->setFocus();
}

void CalendarForm::focusField(const std::string &name)
{
    if (name == "url")
        m_server->setFocus();
    else if (name == "path")
        m_path->setFocus();
    else if (name == "token") {
        m_password->setFocus();
        m_password->selectAll(); // typing replaces the one that was refused
    } else
        focusFirst();
}

} // namespace topline::pages
