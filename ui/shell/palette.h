// The command palette (Ctrl+K, / and Ctrl+F): everything that can be done or found, by typing.
// Owned by the main window, GUI thread. Commands come from the registry; accounts, people and deals
// from the engine's search, whose late answers are dropped.
#pragma once

#include "ui/shell/choice_list.h"
#include "ui/shell/overlay.h"
#include "ui/shell/page.h"

#include <QLineEdit>
#include <QTimer>

namespace topline::shell {

class Palette final : public Overlay {
    Q_OBJECT

public:
    Palette(QWidget *window, PageContext context);

    // Empties the input and shows what can be done now.
    void start();

protected:
    QSize boxSize(const QSize &window) const override;

    QWidget *firstFocus() override { return m_input; }

    void layOut(const QRect &box) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void askEngine();
    void takeHits(const std::vector<domain::SearchHit> &hits);
    void narrow();
    void runCurrent();
    bool handleKey(int key);
    QVector<Choice> commandChoices(const QString &query) const;

    PageContext m_context;
    QLineEdit *m_input;
    ChoiceList *m_list;
    QTimer m_searchDelay;
    QVector<Choice> m_hits;
    QString m_group; // narrowed to this one; empty: all
    int m_asked = 0; // number of the last search, so that older answers are dropped
    int m_found = 0;
};

} // namespace topline::shell
