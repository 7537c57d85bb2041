// A plain table in the window's look: rows cut by hairlines, head aligned like its column, numbers
// right-aligned, elided cells with their text as tooltip. For short tables of any page; GUI thread.
// Models give Qt::DisplayRole, Qt::TextAlignmentRole and, where a cell is not dense ink, TypeRole
// and TokenRole. Rows are read by assistive technology cell by cell.
#pragma once

#include "ui/look/paint.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace topline::look {

inline constexpr int TypeRole = Qt::UserRole + 900;  // int(Type)
inline constexpr int TokenRole = Qt::UserRole + 901; // QVariant::fromValue(Ink)
inline constexpr int IconRole = Qt::UserRole + 902;  // int(Icon), before the text

// The inks a cell may have.
enum class Ink { Text, Text2, Text3, Accent, Red, Amber, Green };

class TableDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    mutable TextPainter m_text{600};
};

class Table final : public QTableView {
    Q_OBJECT

public:
    explicit Table(const QString &accessibleName, QWidget *parent = nullptr);

    // 32 unless said otherwise (24 for dense lists).
    void setRowHeight(int height);

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace topline::look
