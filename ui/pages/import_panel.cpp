#include "ui/pages/import_panel.h"

#include "ui/text/format.h"
#include "ui/text/names_text.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPainter>
#include <QProgressBar>
#include <QRadioButton>
#include <QStackedWidget>
#include <QUrl>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;

namespace {

constexpr int barSteps = 1000;

} // namespace

bool ImportPanel::isRunning() const
{
    return m_run != nullptr && m_run->isRunning();
}

void ImportPanel::setPaths(const QStringList &paths)
{
    m_paths = paths;
    m_files->clear();
    for (const QString &path : paths) {
        const QFileInfo info(path);
        const QString size =
            info.isDir() ? tr("folder") : QLocale().formattedDataSize(info.size(), 1);
        m_files->addItem(QStringLiteral("%1    %2").arg(info.fileName(), size));
    }
    if (paths.isEmpty())
        m_files->addItem(tr("Nothing chosen yet. Files and folders can also be dropped here."));
    refreshFooter();
}

void ImportPanel::chooseFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Files to import"), QString(),
        tr("Tables and events (*.csv *.tsv *.txt *.jsonl *.ndjson);;All files (*)"));
    if (!files.isEmpty())
        setPaths(files);
}

void ImportPanel::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder to import"));
    if (!folder.isEmpty())
        setPaths({folder});
}

void ImportPanel::chooseMappingFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Mapping file"), QString(),
                                                      tr("Mappings (*.yaml *.yml)"));
    if (file.isEmpty())
        return;
    m_mapping->addItem(QFileInfo(file).fileName(), file);
    m_mapping->setCurrentIndex(m_mapping->count() - 1);
}

void ImportPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && !isRunning())
        event->acceptProposedAction();
}

void ImportPanel::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (paths.isEmpty())
        return;
    setPaths(paths);
    showStep(Choose);
}

void ImportPanel::next()
{
    switch (m_step) {
    case Choose:
        showStep(Mapping);
        break;
    case Mapping:
        showStep(DryRun);
        begin(true);
        break;
    case DryRun:
        if (isRunning())
            break;
        showStep(Import);
        begin(false);
        break;
    case Import:
        if (!isRunning())
            Q_EMIT finished();
        break;
    }
}

void ImportPanel::back()
{
    if (isRunning()) {
        m_run->cancel();
        return;
    }
    if (m_step == Choose)
        Q_EMIT backWanted();
    else if (m_step != Import)
        showStep(static_cast<Step>(m_step - 1));
}

bool ImportPanel::ensureRun()
{
    if (m_run != nullptr)
        return true;
    const base::Result<bridge::Bridge *> opened = m_open();
    if (!opened.ok()) {
        takeFailure(opened.error());
        return false;
    }
    m_run = new ImportRun(**opened, this);
    connect(m_run, &ImportRun::progressed, this, &ImportPanel::takeProgress);
    connect(m_run, &ImportRun::finished, this, &ImportPanel::takeReport);
    connect(m_run, &ImportRun::failed, this, &ImportPanel::takeFailure);
    return true;
}

void ImportPanel::begin(bool dryRun)
{
    m_reported = false;
    m_report->hide();
    m_bar->setRange(0, barSteps);
    m_bar->setValue(0);
    m_bar->show();
    m_progressLine->clear();
    m_headline->setText(dryRun ? tr("Reading, without writing anything") : tr("Importing"));
    m_sentence->setText(dryRun ? tr("You will see what would come in and which rows would not.")
                               : tr("What has come in stays, even if you stop here."));
    if (!ensureRun())
        return;
    engine::ImportRequest request;
    for (const QString &path : m_paths)
        request.paths.push_back(path.toStdString());
    request.mapping = m_mapping->currentData().toString().toStdString();
    request.dryRun = dryRun;
    request.events = m_events->isChecked();
    m_run->start(request);
    refreshFooter();
}

void ImportPanel::takeProgress(const domain::ImportProgress &progress)
{
    m_progressLine->setText(progressText(progress, locale()));
    if (const auto share = progressShare(progress))
        m_bar->setValue(static_cast<int>(*share * barSteps));
}

void ImportPanel::takeReport(const domain::ImportReport &report)
{
    m_reported = true;
    m_bar->setValue(m_bar->maximum());
    m_bar->setVisible(false);
    m_report->setReport(report);
    m_report->show();
    const QString brings = bringsText(report, locale());
    if (report.cancelled)
        m_headline->setText(report.dryRun ? tr("The dry run was stopped")
                                          : tr("The import was stopped"));
    else if (brings.isEmpty())
        m_headline->setText(report.dryRun ? tr("This would change nothing")
                                          : tr("Nothing had changed"));
    else
        m_headline->setText(report.dryRun ? tr("This would bring %1").arg(brings)
                                          : tr("%1 came in").arg(brings));
    const QString mapping = fromUtf8(report.mapping);
    m_sentence->setText(report.dryRun ? tr("Mapping: %1. Nothing has been written.").arg(mapping)
                                      : tr("Mapping: %1. Importing the same files again changes "
                                           "nothing.")
                                            .arg(mapping));
    m_progressLine->clear();
    refreshFooter();
    m_next->setFocus();
}

void ImportPanel::takeFailure(const base::Error &error)
{
    m_reported = false;
    m_bar->setVisible(false);
    m_report->hide();
    m_headline->setText(ui::text::errorHeading(error.code));
    m_sentence->setText(fromUtf8(error.text()));
    m_progressLine->clear();
    refreshFooter();
    m_back->setFocus();
}

void ImportPanel::showStep(Step step)
{
    m_step = step;
    m_reported = false;
    m_steps->setCurrent(step);
    m_pages->setCurrentIndex(step == Choose ? 0 : step == Mapping ? 1 : 2);
    refreshFooter();
    if (m_next->isEnabled())
        m_next->setFocus();
}

void ImportPanel::refreshFooter()
{
    const bool running = isRunning();
    m_back->setText(running ? tr("Cancel") : tr("Back"));
    m_back->setVisible(running || m_step != Import || !m_reported);
    bool canGoOn = true;
    QString text = tr("Next");
    QString note;
    switch (m_step) {
    case Choose:
        canGoOn = !m_paths.isEmpty();
        note = tr("Companies, contacts, deals, owners, products, activities and events.");
        break;
    case Mapping:
        text = tr("Dry run");
        note = tr("The dry run reads everything and writes nothing.");
        break;
    case DryRun:
        canGoOn = m_reported && !running;
        text = tr("Import");
        note = tr("Refused rows are kept aside with their reason; the rest goes in.");
        break;
    case Import:
        canGoOn = m_reported && !running;
        text = tr("Open the feed");
        note = running ? tr("The feed fills as soon as the rows are in.") : QString();
        break;
    }
    m_next->setText(text);
    m_next->setEnabled(canGoOn);
    m_next->updateGeometry();
    m_footerNote->setText(note);
}

void ImportPanel::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
}

} // namespace topline::pages
