// Importing files in four steps: choose, mapping, dry run (counts and refused rows, nothing
// written), import (progress, rate, time left, cancel). Used by the start window and, in a dialog,
// by the main window; GUI thread. Errors are shown where they happen and the step can be tried
// again.
#pragma once

#include "ui/bridge/bridge.h"
#include "ui/look/button.h"
#include "ui/pages/import_report_view.h"
#include "ui/pages/import_run.h"
#include "ui/pages/step_bar.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QRadioButton;
class QStackedWidget;

namespace topline::pages {

// A mapping that the program knows: the name the engine wants, the title people read.
struct MappingPreset {
    QString name;
    QString title;
};

class ImportPanel final : public QWidget {
    Q_OBJECT

public:
    // `open` gives the engine to import into; asked once, when the dry run begins.
    using Open = std::function<base::Result<bridge::Bridge *>()>;

    ImportPanel(Open open, QVector<MappingPreset> presets, QWidget *parent = nullptr);

    // Takes files or one folder, as if they had been chosen or dropped.
    void setPaths(const QStringList &paths);

    bool isRunning() const;

Q_SIGNALS:
    // The import is done (or was cancelled with something taken in) and the user wants to go on.
    void finished();
    void backWanted();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum Step { Choose, Mapping, DryRun, Import };

    QWidget *makeChooseStep();
    QWidget *makeMappingStep();
    QWidget *makeReportStep();
    QWidget *makeFooter();
    void showStep(Step step);
    void next();
    void back();
    void chooseFiles();
    void chooseFolder();
    void chooseMappingFile();
    void begin(bool dryRun);
    bool ensureRun();
    void takeProgress(const domain::ImportProgress &progress);
    void takeReport(const domain::ImportReport &report);
    void takeFailure(const base::Error &error);
    void refreshFooter();

    Open m_open;
    QVector<MappingPreset> m_presets;
    QStringList m_paths;
    Step m_step = Choose;
    ImportRun *m_run = nullptr;
    bool m_reported = false; // the report of the current step is on the screen
    StepBar *m_steps = nullptr;
    QStackedWidget *m_pages = nullptr;
    QListWidget *m_files = nullptr;
    QRadioButton *m_records = nullptr;
    QRadioButton *m_events = nullptr;
    QComboBox *m_mapping = nullptr;
    QLabel *m_headline = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_progressLine = nullptr;
    QProgressBar *m_bar = nullptr;
    ImportReportView *m_report = nullptr;
    QLabel *m_footerNote = nullptr;
    look::Button *m_back = nullptr;
    look::Button *m_next = nullptr;
};

} // namespace topline::pages
