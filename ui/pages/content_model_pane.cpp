#include "ui/pages/content_model_pane.h"

#include "ui/look/button.h"
#include "ui/look/paint.h"
#include "ui/pages/content_form.h"
#include "ui/text/format.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace topline::pages {

using look::Button;
using ui::text::fromUtf8;

ModelPane::ModelPane(const shell::PageContext &context)
    : m_context(context)
    , m_on(new QCheckBox(tr("Let a language model write drafts in this workspace")))
    , m_keyState(new QLabel)
    , m_form(new ContentForm)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_form->setMaximumWidth(look::width::textColumnMax);
    layout->addWidget(m_form, 1);
    layout->addStretch(0);
    m_form->addRow(m_on);
    m_form->addWords(
        tr("Off until you turn it on. A model writes the text of a draft and nothing else: no "
           "recipients, no links, no amounts. What is sent to it is shown before it goes, without "
           "names, addresses and numbers, and nothing that it wrote leaves without a person."));
    m_url = m_form->addLine(tr("Address"), QStringLiteral("http://127.0.0.1:11434/v1"));
    m_model = m_form->addLine(tr("Model"));
    m_language = m_form->addLine(tr("Language of drafts"), tr("as the draft is"));
    m_tone = m_form->addLine(tr("Tone"), tr("for instance: plain and short"));
    m_key = m_form->addLine(tr("Key"), tr("only where the address wants one"));
    m_key->setEchoMode(QLineEdit::Password);
    m_keyState->setTextFormat(Qt::PlainText);
    m_keyState->setWordWrap(true);
    m_keyState->setFont(look::font(look::Type::Dense));
    m_form->addRow(m_keyState);
    m_forget = m_form->addButton(tr("Forget the key"), false);
    m_forget->setEnabled(false);
    connect(m_forget, &QAbstractButton::clicked, this, [this] {
        m_key->clear();
        saveKey();
    });
    connect(m_form->addButton(tr("Save"), true), &QAbstractButton::clicked, this, &ModelPane::save);
}

void ModelPane::load()
{
    m_context.bridge.cockpit().drafts().loadAssist(m_context.bridge.answer<domain::AssistView>(
        this, [this](base::Result<domain::AssistView> view) {
            if (view.ok())
                show(*view);
            else
                m_form->say(fromUtf8(view.error().text()), true);
        }));
}

void ModelPane::takeFocus()
{
    m_on->setFocus();
}

void ModelPane::show(const domain::AssistView &view)
{
    m_view = view;
    m_on->setChecked(view.settings.isOn);
    m_url->setText(fromUtf8(view.settings.baseUrl));
    m_model->setText(fromUtf8(view.settings.model));
    m_language->setText(fromUtf8(view.settings.language));
    m_tone->setText(fromUtf8(view.settings.tone));
    QString key = view.hasKey ? tr("A key is in the keychain.") : tr("There is no key.");
    if (!view.isKeyLasting)
        key = view.hasKey ? tr("A key is kept until the program ends: there is no keychain here.")
                          : tr("There is no keychain here; a key is kept until the program ends.");
    m_keyState->setText(key);
    m_forget->setEnabled(view.hasKey);
    if (view.settings.isOn && !view.fault.empty())
        m_form->say(fromUtf8(view.fault), true);
}

void ModelPane::save()
{
    domain::AssistSettings settings = m_view.settings;
    settings.isOn = m_on->isChecked();
    settings.baseUrl = m_url->text().trimmed().toStdString();
    settings.model = m_model->text().trimmed().toStdString();
    settings.language = m_language->text().trimmed().toStdString();
    settings.tone = m_tone->text().trimmed().toStdString();
    if (!m_key->text().isEmpty())
        saveKey();
    m_context.bridge.cockpit().drafts().setAssist(
        settings, m_context.bridge.done(this, [this](const base::Status &status) {
            m_form->say(status.ok() ? tr("Saved. What is sent is shown before it goes.")
                                    : fromUtf8(status.error().text()),
                        !status.ok());
            if (status.ok())
                load();
        }));
}

void ModelPane::saveKey()
{
    base::Secret key(m_key->text().toStdString());
    m_key->clear();
    m_context.bridge.cockpit().drafts().setModelKey(
        std::move(key), m_context.bridge.done(this, [this](const base::Status &status) {
            if (status.ok())
                load();
            else
                m_form->say(fromUtf8(status.error().text()), true);
        }));
}

} // namespace topline::pages
