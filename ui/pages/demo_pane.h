// What the demo company is, said in a few rows, and the button that opens it. The right side of the
// start window while that choice is taken; GUI thread. Main does the work behind opened().
#pragma once

#include "ui/look/button.h"
#include "ui/look/marks.h"

#include <QVector>
#include <QWidget>

class QLabel;

namespace topline::pages {

class DemoPane final : public QWidget {
    Q_OBJECT

public:
    explicit DemoPane(QWidget *parent = nullptr);

    void setBusy(const QString &sentence);
    void showError(const QString &text);

    look::Button *button() const { return m_open; }

Q_SIGNALS:
    void opened();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Fact {
        look::Icon icon;
        QString name;
        QString text;
    };

    QVector<Fact> m_facts;
    look::Button *m_open;
    QLabel *m_note;
    look::TextPainter m_text{20};
};

} // namespace topline::pages
