#include "ui/pages/mailbox_box.h"

#include "ui/look/button.h"
#include "ui/pages/form_column.h"
#include "ui/pages/question.h"
#include "ui/text/format.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>
#include <array>
#include <string_view>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;

namespace {

constexpr int fieldWidth = 432;

// As the choices stand in the box; the first is by the recipient.
constexpr std::array<std::string_view, 5> languages = {"", "en", "de", "fr", "es"};

} // namespace

void MailboxBox::open(bridge::Bridge &bridge, QWidget *parent)
{
    bridge.cockpit().channels().loadMailbox(bridge.answer<std::optional<domain::MailAccount>>(
        parent, [&bridge, parent](const auto &mailbox) {
            if (!mailbox.ok())
                Q_EMIT bridge.failed(mailbox.error());
            else if (*mailbox)
                new MailboxBox(bridge, **mailbox, parent);
        }));
}

MailboxBox::MailboxBox(bridge::Bridge &bridge, const domain::MailAccount &account, QWidget *parent)
    : m_bridge(bridge)
    , m_account(account)
{
    const Question question =
        makeQuestion(tr("Settings of %1").arg(fromUtf8(account.address)), tr("Save"), parent);
    setParent(question.dialog);
    m_dialog = question.dialog;
    m_save = question.yes;
    auto *column = new FormColumn(fieldWidth, fieldWidth);
    m_name = column->addField(tr("Your name"));
    m_signature = column->addText(tr("Signature under every mail"));
    m_postal = column->addText(tr("Postal address in the footer"));
    m_replyTo = column->addField(tr("Answers go to, if not to this mailbox"));
    m_language = column->addChoice(tr("Language of the footer"),
                                   {tr("By the recipient's country"), QStringLiteral("English"),
                                    QStringLiteral("Deutsch"), QStringLiteral("Français"),
                                    QStringLiteral("Español")});
    m_unsubscribe = column->addField(tr("Page for unsubscribing, if you have one"),
                                     QStringLiteral("https://example.com/unsubscribe?id={id}"));
    column->addWords(tr("What was approved before keeps its text. Answers that go to another "
                        "mailbox are not noticed here."));
    m_error = questionWords({}, Type::Body, QPalette::BrightText);
    m_error->hide();
    question.body->addWidget(column);
    question.body->addWidget(m_error);
    m_name->setText(fromUtf8(account.name));
    m_signature->setPlainText(fromUtf8(account.signature));
    m_postal->setPlainText(fromUtf8(account.postalAddress));
    m_replyTo->setText(fromUtf8(account.replyTo));
    const auto *language = std::find(languages.begin(), languages.end(), account.language);
    m_language->setCurrentIndex(
        language == languages.end() ? 0 : static_cast<int>(language - languages.begin()));
    m_unsubscribe->setText(fromUtf8(account.unsubscribeUrl));
    // It closes when it was saved, and not before.
    disconnect(m_save, nullptr, question.dialog, nullptr);
    connect(m_save, &Button::clicked, this, &MailboxBox::save);
    connect(column, &FormColumn::entered, this, &MailboxBox::save);
    question.dialog->open();
    m_name->setFocus();
}

domain::MailAccount MailboxBox::texts() const
{
    domain::MailAccount out = m_account;
    out.name = m_name->text().trimmed().toStdString();
    out.signature = m_signature->toPlainText().trimmed().toStdString();
    out.postalAddress = m_postal->toPlainText().trimmed().toStdString();
    out.replyTo = m_replyTo->text().trimmed().toStdString();
    out.language = languages[static_cast<std::size_t>(std::max(0, m_language->currentIndex()))];
    out.unsubscribeUrl = m_unsubscribe->text().trimmed().toStdString();
    return out;
}

void MailboxBox::save()
{
    m_error->hide();
    m_save->setEnabled(false);
    m_bridge.cockpit().channels().setMailTexts(
        texts(), m_bridge.done(this, [this](const base::Status &status) { take(status); }));
}

void MailboxBox::take(const base::Status &status)
{
    m_save->setEnabled(true);
    if (status.ok()) {
        m_dialog->close();
        return;
    }
    m_error->setText(fromUtf8(status.error().text()));
    m_error->show();
    const std::string field = status.error().place ? status.error().place->field : std::string();
    if (field == "replyTo")
        m_replyTo->setFocus();
    else if (field == "unsubscribeUrl")
        m_unsubscribe->setFocus();
    else
        m_name->setFocus();
}

} // namespace topline::pages
