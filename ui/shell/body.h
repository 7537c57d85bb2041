// The middle of the window: the page in front and, beside it, that page's inspector. Wide windows
// split them by a 1-px splitter whose place is remembered; below 1100 px the inspector slides over
// the page when it is opened. Owned by the main window, GUI thread.
#pragma once

#include "ui/shell/page.h"

#include <QHash>
#include <QSplitter>
#include <QStackedWidget>

namespace topline::shell {

class Body final : public QWidget {
    Q_OBJECT

public:
    explicit Body(QWidget *parent = nullptr);

    // Takes the page and its inspector in; shows neither yet.
    void addPage(Page *page);
    void showPage(Page *page);
    // Whether the window is too narrow for two panes.
    void setSliding(bool sliding);
    void setInspectorOpen(bool open);

    bool isInspectorOpen() const { return m_inspectors->isVisible(); }

    // The two panes, for moving the focus between them.
    QWidget *pages() const { return m_pages; }

    QWidget *inspectors() const { return m_inspectors; }

    int inspectorWidth() const { return m_inspectorWidth; }

    void setInspectorWidth(int width);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Pane {
        QWidget *inspector = nullptr;
        bool open = true;      // beside the page
        bool slidOpen = false; // over the page
    };

    void apply();
    void placeSliding();
    int footOfPage() const;

    QSplitter *m_splitter;
    QStackedWidget *m_pages;
    QStackedWidget *m_inspectors;
    QHash<QWidget *, Pane> m_panes;
    bool m_sliding = false;
    int m_inspectorWidth;
};

} // namespace topline::shell
