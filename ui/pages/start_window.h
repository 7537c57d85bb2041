// What a user without a workspace sees: three choices at the left (the demo company, a CRM, an
// import), what the choice means at the right, and where the workspace file will lie. Made by main
// on the GUI thread; main does the work behind the signals.
#pragma once

#include "ui/look/button.h"
#include "ui/pages/connect_panel.h"
#include "ui/pages/demo_pane.h"
#include "ui/pages/import_panel.h"

#include <QWidget>

class QStackedWidget;

namespace topline::pages {

// A choice as a box with icon, title, two lines and its key.
class ChoiceCard final : public QAbstractButton {
    Q_OBJECT

public:
    struct Words {
        look::Icon icon;
        QString title;
        QString text;
        QString key;
    };

    ChoiceCard(Words words, QWidget *parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Words m_words;
};

class StartWindow final : public QWidget {
    Q_OBJECT

public:
    // `file` is where a new workspace would be kept. `open` makes it (empty) for an import or a
    // CRM; `openUrl` shows the sign-in in the browser.
    StartWindow(const QString &file, const ImportPanel::Open &open, ConnectPanel::OpenUrl openUrl,
                QVector<MappingPreset> presets);

    // While the demo is being made: nothing can be pressed, and the sentence says what happens.
    void setBusy(const QString &sentence);
    // What kept the demo or the workspace from being made.
    void showError(const base::Error &error);

    void chooseImport();
    void chooseConnect();

    ConnectPanel *connectPanel() const { return m_connectPanel; }

Q_SIGNALS:
    void demoWanted();
    void imported();
    void connected();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Choice { Demo, Connect, Import };

    void choose(Choice choice);

    QString m_file;
    ChoiceCard *m_demo = nullptr;
    ChoiceCard *m_connect = nullptr;
    ChoiceCard *m_import = nullptr;
    QStackedWidget *m_panes;
    DemoPane *m_demoPane;
    ConnectPanel *m_connectPanel;
    ImportPanel *m_importPanel;
};

} // namespace topline::pages
