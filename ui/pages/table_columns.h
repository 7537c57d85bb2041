// Columns of a row-drawn table, their places at a given width, and the head that sorts by them.
// Shared by head and delegate so that numbers stand under their titles. GUI thread; cannot fail.
// Columns that do not fit are left out, the highest `dropAt` first.
#pragma once

#include "ui/look/paint.h"

#include <QVector>
#include <QWidget>

#include <optional>

namespace topline::pages {

struct Column {
    int id = 0;
    QString title;
    Qt::Alignment align = Qt::AlignLeft;
    int width = 0;   // least, without gaps
    int stretch = 0; // share of what is left over
    int dropAt = 0;  // 0: never left out
    bool sortable = true;
    bool descendingFirst = false;
};

struct PlacedColumn {
    int id = 0;
    qreal left = 0;
    qreal width = 0;

    QRectF box(const QRectF &row) const
    {
        return {row.left() + left, row.top(), width, row.height()};
    }
};

class TableColumns {
public:
    explicit TableColumns(QVector<Column> columns)
        : m_columns(std::move(columns))
    {
    }

    // Side padding 16, gaps 12.
    void place(int width);

    const QVector<PlacedColumn> &placed() const { return m_placed; }

    const QVector<Column> &columns() const { return m_columns; }

    const Column &column(int id) const;
    void setTitle(int id, const QString &title);
    bool isShown(int id) const;

private:
    QVector<Column> m_columns;
    QVector<PlacedColumn> m_placed;
    int m_width = -1;
};

// 28 high with its line. Keys: left and right choose a column, Space or Enter sorts by it.
class TableHead final : public QWidget {
    Q_OBJECT

public:
    TableHead(TableColumns &columns, const QString &accessibleName, QWidget *parent = nullptr);

    void setSorting(int column, Qt::SortOrder order);

    int sortColumn() const { return m_sortColumn; }

    Qt::SortOrder sortOrder() const { return m_order; }

Q_SIGNALS:
    void sortWanted(int column, Qt::SortOrder order);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void sortBy(int column);
    void describe();

    TableColumns &m_columns;
    QString m_name;
    int m_sortColumn = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    int m_focused = 0; // place in placed()
    look::TextPainter m_text{40};
};

} // namespace topline::pages
