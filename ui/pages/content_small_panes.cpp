// The snippets and the hosts that links may lead to.
#include "ui/look/button.h"
#include "ui/look/table.h"
#include "ui/pages/content_form.h"
#include "ui/pages/content_panes.h"
#include "ui/pages/content_table.h"
#include "ui/text/draft_text.h"
#include "ui/text/format.h"

#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>

#include <algorithm>

namespace topline::pages {

using look::Button;
using ui::text::fromUtf8;

SnippetPane::SnippetPane(const shell::PageContext &context)
    : ContentPane(context, {tr("Snippet"), tr("Text")}, 2, tr("Snippets"))
    , m_name(m_form->addLine(tr("Name")))
    , m_text(m_form->addText(tr("Text")))
    , m_insert(m_form->addButton(tr("Field"), false))
{
    m_insert->setDropDown(true);
    connect(m_insert, &QAbstractButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const auto &field : m_fields) {
            const QString name = fromUtf8(std::string(field.name));
            connect(menu->addAction(ui::text::mergeFieldText(std::string(field.name))),
                    &QAction::triggered, m_text, [this, name] {
                        m_text->insertPlainText(QStringLiteral("{{") + name + QStringLiteral("}}"));
                        m_text->setFocus();
                    });
        }
        menu->popup(m_insert->mapToGlobal(QPoint(0, m_insert->height())));
    });
    m_remove = m_form->addButton(tr("Remove"), false);
    connect(m_name, &QLineEdit::textChanged, this, &SnippetPane::refreshButtons);
    connect(m_remove, &QAbstractButton::clicked, this, [this] {
        desk().removeSnippet(m_name->text().trimmed().toStdString(), saved(tr("Removed.")));
    });
    connect(m_form->addButton(tr("Save"), true), &QAbstractButton::clicked, this, [this] {
        desk().saveSnippet({m_name->text().toStdString(), m_text->toPlainText().toStdString(), 0},
                           saved(tr("Saved.")));
    });
}

void SnippetPane::setShelf(const domain::Shelf &shelf)
{
    m_snippets = shelf.snippets;
    m_fields = shelf.fields;
    std::vector<ContentLine> lines;
    for (const auto &snippet : m_snippets)
        lines.push_back({fromUtf8(snippet.name),
                         {fromUtf8(snippet.name), fromUtf8(snippet.text).simplified()}});
    setLines(std::move(lines));
    refreshButtons();
}

void SnippetPane::refreshButtons()
{
    const std::string name = m_name->text().trimmed().toStdString();
    m_remove->setEnabled(std::any_of(m_snippets.begin(), m_snippets.end(),
                                     [&](const auto &each) { return each.name == name; }));
}

void SnippetPane::showRow(int row)
{
    const auto &snippet = m_snippets[static_cast<std::size_t>(row)];
    m_name->setText(fromUtf8(snippet.name));
    m_text->setPlainText(fromUtf8(snippet.text));
    m_form->say({}, false);
}

LinkPane::LinkPane(const shell::PageContext &context)
    : ContentPane(context, {tr("Host that links of drafts may lead to")}, 1, tr("Links"))
    , m_host(m_form->addLine(tr("Host"), QStringLiteral("example.com")))
{
    m_form->say(tr("Links of plays, snippets and content, and to your own mail domain, are known "
                   "anyway. Any other link keeps a draft from leaving."),
                false);
    m_remove = m_form->addButton(tr("Take off"), false);
    connect(m_host, &QLineEdit::textChanged, this, &LinkPane::refreshButtons);
    connect(m_remove, &QAbstractButton::clicked, this, [this] {
        desk().allowHost(m_host->text().trimmed().toStdString(), false, saved(tr("Taken off.")));
    });
    connect(m_form->addButton(tr("Allow"), true), &QAbstractButton::clicked, this, [this] {
        desk().allowHost(m_host->text().trimmed().toStdString(), true, saved(tr("Allowed.")));
    });
}

void LinkPane::setShelf(const domain::Shelf &shelf)
{
    m_hosts = shelf.linkHosts;
    std::vector<ContentLine> lines;
    for (const auto &host : m_hosts)
        lines.push_back({fromUtf8(host), {fromUtf8(host)}});
    setLines(std::move(lines));
    refreshButtons();
}

void LinkPane::refreshButtons()
{
    const std::string host = m_host->text().trimmed().toStdString();
    m_remove->setEnabled(std::find(m_hosts.begin(), m_hosts.end(), host) != m_hosts.end());
}

void LinkPane::showRow(int row)
{
    m_host->setText(fromUtf8(m_hosts[static_cast<std::size_t>(row)]));
}

} // namespace topline::pages
