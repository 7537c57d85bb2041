// The list of cards with what belongs to it: the empty state, the line after the last card, a
// repaint each second of what counts down. Owned by the feed page, GUI thread.
#pragma once

#include "ui/look/paint.h"

#include <QListView>

class QTimer;

namespace topline::pages {

class FeedView final : public QListView {
    Q_OBJECT

public:
    explicit FeedView(QWidget *parent = nullptr);

    // One line after the last card, with a key cap; an empty text shows nothing.
    void setEnd(const QString &text, const QString &key);
    // Shown instead of cards when there are none: a title and one sentence.
    void setEmpty(const QString &title, const QString &sentence);

Q_SIGNALS:
    void secondPassed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void currentMoved();

private:
    void paintEmpty(QPainter &painter);
    void paintEnd(QPainter &painter);

    QTimer *m_second;
    QString m_endText;
    QString m_endKey;
    QString m_emptyTitle;
    QString m_emptySentence;
    look::TextPainter m_text{16};
};

} // namespace topline::pages
