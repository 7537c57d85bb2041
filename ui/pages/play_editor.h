// The text of a play while it is written: line numbers, the fault underlined at its place, and what
// is wrong in words. It judges nothing itself: `changed` asks for a check a moment after the last
// key, and the answer is told by setFault(). Owned by the play pane, GUI thread.
#pragma once

#include "core/base/error.h"

#include <QPlainTextEdit>

#include <optional>

class QTimer;

namespace topline::pages {

class PlayEditor final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit PlayEditor(QWidget *parent = nullptr);

    // Without asking for a check.
    void setDocumentText(const QString &text);
    // Nothing: the text is sound.
    void setFault(const std::optional<base::Error> &fault);
    void goToFault();

    int numbersWidth() const;
    void paintNumbers(QPaintEvent *event);

Q_SIGNALS:
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refreshMarks();
    void placeNumbers();

    QWidget *m_numbers;
    QTimer *m_delay;
    std::optional<base::Error> m_fault;
    bool m_isSetting = false;
};

} // namespace topline::pages
