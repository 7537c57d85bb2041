#include "ui/pages/content_panes.h"

#include "ui/look/button.h"
#include "ui/look/paint.h"
#include "ui/look/table.h"
#include "ui/pages/content_form.h"
#include "ui/pages/content_table.h"
#include "ui/pages/hairline.h"
#include "ui/pages/note_line.h"
#include "ui/text/draft_text.h"
#include "ui/text/format.h"

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>

namespace topline::pages {

using look::Button;
using ui::text::fromUtf8;

namespace {

constexpr int formWidth = 360;
constexpr int columnLeast = 84;

QString cellText(const std::vector<std::string> &texts)
{
    return listText(texts);
}

} // namespace

ContentPane::ContentPane(const shell::PageContext &context, const QStringList &titles,
                         int figuresFrom, const QString &name)
    : m_context(context)
    , m_rows(new ContentTable(titles, figuresFrom, this))
    , m_table(new look::Table(name))
    , m_form(new ContentForm)
    , m_empty(new NoteLine(look::Icon::Info, &look::Tokens::text2))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_table->setModel(m_rows);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(columnLeast);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_form->setFixedWidth(formWidth);
    auto *list = new QVBoxLayout;
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    m_empty->setText(tr("Nothing here yet. Fill in the form to add the first one."));
    list->addWidget(m_empty);
    auto *inset = new QHBoxLayout; // cells have 8 of their own: texts stand at 16
    inset->setContentsMargins(look::space::s, 0, look::space::s, 0);
    inset->addWidget(m_table);
    list->addLayout(inset, 1);
    layout->addLayout(list, 1);
    layout->addWidget(new Hairline(Qt::Vertical, this));
    layout->addWidget(m_form);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid() && !m_isFilling)
                    showRow(current.row());
            });
}

void ContentPane::takeFocus()
{
    m_table->setFocus();
    if (!m_table->currentIndex().isValid() && m_rows->rowCount() > 0)
        m_table->setCurrentIndex(m_rows->index(0, 0));
}

void ContentPane::setLines(const QVector<ContentLine> &lines)
{
    const QString current = m_table->currentIndex().siblingAtColumn(0).data().toString();
    m_isFilling = true;
    m_rows->setLines(lines);
    m_empty->setVisible(lines.isEmpty());
    if (const int row = m_rows->rowOf(current); row >= 0 && !current.isEmpty())
        m_table->setCurrentIndex(m_rows->index(row, 0));
    m_isFilling = false;
}

engine::Done ContentPane::saved(const QString &said)
{
    return m_context.bridge.done(this, [this, said](const base::Status &status) {
        m_form->say(status.ok() ? said : fromUtf8(status.error().text()), !status.ok());
        if (status.ok())
            Q_EMIT changed();
    });
}

AssetPane::AssetPane(const shell::PageContext &context)
    : ContentPane(context, {tr("Content"), tr("Stages"), tr("Sent"), tr("Answered"), tr("Won")}, 2,
                  tr("Content"))
    , m_title(m_form->addLine(tr("Title")))
    , m_url(m_form->addLine(tr("Link"), QStringLiteral("https://")))
    , m_text(m_form->addText(tr("Or a text")))
    , m_retired(new QCheckBox(tr("No longer suggested")))
{
    const QString names[] = {tr("Stages"), tr("Industries"), tr("Words of a title"),
                             tr("Words of an objection"), tr("Employees")};
    for (std::size_t i = 0; i < std::size(names); ++i)
        m_tags[i] = m_form->addLine(names[i], i == 4 ? QStringLiteral("51-500; 501-") : QString());
    m_form->addRow(m_retired);
    connect(m_form->addButton(tr("New"), false), &QAbstractButton::clicked, this,
            &AssetPane::makeNew);
    connect(m_form->addButton(tr("Save"), true), &QAbstractButton::clicked, this, &AssetPane::save);
}

void AssetPane::setShelf(const domain::Shelf &shelf)
{
    m_content = shelf.content;
    QVector<ContentLine> lines;
    for (const auto &[asset, counts] : m_content)
        lines += ContentLine{{fromUtf8(asset.title), cellText(asset.tags.stages),
                              QString::number(counts.uses), QString::number(counts.replies),
                              QString::number(counts.won)},
                             asset.isRetired};
    setLines(lines);
}

void AssetPane::showRow(int row)
{
    m_shown = m_content[static_cast<std::size_t>(row)].asset;
    m_title->setText(fromUtf8(m_shown.title));
    m_url->setText(fromUtf8(m_shown.url));
    m_text->setPlainText(fromUtf8(m_shown.text));
    const auto &tags = m_shown.tags;
    const std::vector<std::string> *lists[] = {&tags.stages, &tags.industries, &tags.personas,
                                               &tags.objections, &tags.sizes};
    for (std::size_t i = 0; i < std::size(lists); ++i)
        m_tags[i]->setText(listText(*lists[i]));
    m_retired->setChecked(m_shown.isRetired);
    m_form->say({}, false);
}

void AssetPane::makeNew()
{
    m_table->setCurrentIndex({});
    m_shown = {};
    for (QLineEdit *field : {m_title, m_url, m_tags[0], m_tags[1], m_tags[2], m_tags[3], m_tags[4]})
        field->clear();
    m_text->clear();
    m_retired->setChecked(false);
    m_form->say({}, false);
    m_title->setFocus();
}

void AssetPane::save()
{
    domain::ContentAsset asset = m_shown;
    asset.title = m_title->text().toStdString();
    asset.url = m_url->text().trimmed().toStdString();
    asset.text = m_text->toPlainText().toStdString();
    asset.tags = {listOf(m_tags[0]->text()), listOf(m_tags[1]->text()), listOf(m_tags[2]->text()),
                  listOf(m_tags[3]->text()), listOf(m_tags[4]->text())};
    asset.isRetired = m_retired->isChecked();
    desk().saveContent(asset, saved(tr("Saved.")));
}

void AssetPane::importFile()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Take in content"), {}, tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return m_form->say(tr("The file cannot be read."), true);
    importText(file.readAll().toStdString());
}

void AssetPane::importText(const std::string &csv)
{
    desk().importContent(csv, false,
                         m_context.bridge.answer<domain::ContentImport>(
                             this, [this](base::Result<domain::ContentImport> report) {
                                 if (!report.ok())
                                     return m_form->say(fromUtf8(report.error().text()), true);
                                 QString said = tr("%1 added, %2 changed, %3 the same.")
                                                    .arg(report->added)
                                                    .arg(report->changed)
                                                    .arg(report->same);
                                 for (const auto &fault : report->faults)
                                     said += QLatin1Char('\n') + fromUtf8(fault.text());
                                 m_form->say(said, !report->faults.empty());
                                 Q_EMIT changed();
                             }));
}

void AssetPane::exportFile()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Write the content"), QStringLiteral("content.csv"), tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    desk().exportContent(
        m_context.bridge.answer<std::string>(this, [this, path](base::Result<std::string> csv) {
            if (!csv.ok())
                return m_form->say(fromUtf8(csv.error().text()), true);
            QFile file(path);
            const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
                                   file.write(csv->data(), static_cast<qint64>(csv->size())) ==
                                       static_cast<qint64>(csv->size());
            m_form->say(isWritten ? tr("Written to %1.").arg(path)
                                  : tr("The file cannot be written."),
                        !isWritten);
        }));
}

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
    connect(m_form->addButton(tr("Remove"), false), &QAbstractButton::clicked, this, [this] {
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
    QVector<ContentLine> lines;
    for (const auto &snippet : m_snippets)
        lines += ContentLine{{fromUtf8(snippet.name), fromUtf8(snippet.text).simplified()}, false};
    setLines(lines);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
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
    connect(m_form->addButton(tr("Take off"), false), &QAbstractButton::clicked, this, [this] {
        desk().allowHost(m_host->text().trimmed().toStdString(), false, saved(tr("Taken off.")));
    });
    connect(m_form->addButton(tr("Allow"), true), &QAbstractButton::clicked, this, [this] {
        desk().allowHost(m_host->text().trimmed().toStdString(), true, saved(tr("Allowed.")));
    });
}

void LinkPane::setShelf(const domain::Shelf &shelf)
{
    m_hosts = shelf.linkHosts;
    QVector<ContentLine> lines;
    for (const auto &host : m_hosts)
        lines += ContentLine{{fromUtf8(host)}, false};
    setLines(lines);
}

void LinkPane::showRow(int row)
{
    m_host->setText(fromUtf8(m_hosts[static_cast<std::size_t>(row)]));
}

} // namespace topline::pages
