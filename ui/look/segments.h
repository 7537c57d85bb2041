// A segmented control ("Score | Rank | Rules"): one choice out of a few, always one chosen. Used in
// page and pane headers on the GUI thread. Keyboard: Tab to it, left and right to choose. To
// assistive technology it is a group of radio buttons.
#pragma once

#include <QButtonGroup>
#include <QStringList>
#include <QWidget>

namespace topline::look {

class Segments final : public QWidget {
    Q_OBJECT

public:
    Segments(const QString &accessibleName, const QStringList &labels, QWidget *parent = nullptr);

    int current() const;
    // Chooses without emitting chosen().
    void setCurrent(int index);
    // Changes a label in place, e.g. when a count in it moves.
    void setLabel(int index, const QString &label);
    // Takes a choice away for now; the one that is chosen must not be.
    void setShown(int index, bool shown);

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
};

} // namespace topline::look
