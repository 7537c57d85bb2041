#include "ui/pages/content_panes.h"

#include "ui/look/button.h"
#include "ui/look/paint.h"
#include "ui/look/table.h"
#include "ui/pages/content_form.h"
#include "ui/pages/content_table.h"
#include "ui/pages/hairline.h"
#include "ui/pages/note_line.h"
#include "ui/text/format.h"

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>

#include <algorithm>
#include <utility>

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
    fitColumns();
    m_table->horizontalHeader()->setMinimumSectionSize(columnLeast);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto *beside = new QScrollArea; // the form is taller than a low window
    beside->setFrameShape(QFrame::NoFrame);
    beside->setWidgetResizable(true);
    beside->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    beside->setFixedWidth(formWidth);
    beside->setFocusPolicy(Qt::NoFocus);
    beside->viewport()->setAutoFillBackground(false);
    beside->setWidget(m_form);
    m_form->setAutoFillBackground(false);
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
    layout->addWidget(beside);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid() && !m_isFilling)
                    showRow(current.row());
            });
}

// A header measures its texts when its modes are set, and not when rows change.
void ContentPane::fitColumns()
{
    const int wide = widestColumn();
    for (int column = 0; column < m_rows->columnCount(); ++column)
        m_table->horizontalHeader()->setSectionResizeMode(
            column, column == wide ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
}

void ContentPane::takeFocus()
{
    m_table->setFocus();
    if (!m_table->currentIndex().isValid() && m_rows->rowCount() > 0)
        m_table->setCurrentIndex(m_rows->index(0, 0));
}

void ContentPane::setLines(std::vector<ContentLine> lines)
{
    const QString current = m_rows->idOf(m_table->currentIndex());
    m_isFilling = true;
    m_rows->apply(std::move(lines));
    fitColumns();
    m_empty->setVisible(m_rows->rowCount() == 0);
    // The neighbour of a row that is gone is not what the form shows.
    if (m_rows->idOf(m_table->currentIndex()) != current)
        m_table->setCurrentIndex({});
    m_isFilling = false;
    if (m_table->hasFocus() && !std::exchange(m_wasFilled, true))
        takeFocus();
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
    const QString names[] = {tr("Stages"), tr("Industries"), tr("Words in the person’s title"),
                             tr("Words that a buyer uses"), tr("Employees")};
    for (std::size_t i = 0; i < std::size(names); ++i)
        m_tags[i] = m_form->addLine(names[i], i == 4 ? QStringLiteral("51-500; 501-")
                                                     : tr("any; several with a semicolon"));
    m_form->addRow(m_retired);
    m_form->setHead(tr("New content"));
    connect(m_form->addButton(tr("New"), false), &QAbstractButton::clicked, this,
            &AssetPane::makeNew);
    connect(m_form->addButton(tr("Save"), true), &QAbstractButton::clicked, this, &AssetPane::save);
}

void AssetPane::setShelf(const domain::Shelf &shelf)
{
    m_content = shelf.content;
    std::vector<ContentLine> lines;
    for (const auto &[asset, counts] : m_content)
        lines.push_back(
            {fromUtf8(asset.id.text()),
             {fromUtf8(asset.title), cellText(asset.tags.stages), QString::number(counts.uses),
              QString::number(counts.replies), QString::number(counts.won)},
             asset.isRetired});
    setLines(std::move(lines));
}

void AssetPane::showRow(int row)
{
    m_shown = m_content[static_cast<std::size_t>(row)].asset;
    m_form->setHead(tr("Change this content"));
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
    m_form->setHead(tr("New content"));
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
        QFileDialog::getOpenFileName(this, tr("Import content"), {}, tr("Tables (*.csv)"));
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
        this, tr("Export the content"), QStringLiteral("content.csv"), tr("Tables (*.csv)"));
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

} // namespace topline::pages
