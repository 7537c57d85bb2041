// Lists that are drawn row by row by a delegate: focus ring, current and hovered row, hairlines
// that vanish beside the ring. Base of the deal table, the segment table, the funnel and the bar
// lists. GUI thread. Keys: the arrows of any list, Enter emits opened().
#pragma once

#include "ui/look/paint.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace topline::pages {

class RowList : public QListView {
    Q_OBJECT

public:
    explicit RowList(const QString &accessibleName, QWidget *parent = nullptr);

    // As tall as its rows: no scrolling of its own.
    void setGrowing(bool growing);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    // Moves the current row by `step`, within the list.
    void step(int step);

Q_SIGNALS:
    void opened(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;

private:
    int contentHeight() const;

    bool m_growing = false;
};

// What a row is told about itself.
struct RowState {
    bool current = false;
    bool focused = false; // current, and the list has the focus
    bool hovered = false;
};

class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const final;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const final;

protected:
    virtual void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                          const RowState &state) const = 0;
    virtual int rowHeight(const QModelIndex &index) const = 0;

    // A hairline under the row, inset to the text.
    virtual bool hasLine(const QModelIndex &index) const;

    // The part of the row that the fill and the ring cover.
    virtual QRectF fillRect(const QRectF &row, const QModelIndex &index) const;

    const look::Tokens &tokens() const { return *m_tokens; }

    mutable look::TextPainter m_text{600};

private:
    mutable const look::Tokens *m_tokens = nullptr; // of the paint under way
};

} // namespace topline::pages
