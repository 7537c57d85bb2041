// The least that could show a list of 72-px rows: a bare model of numbers under a delegate that
// fills a rectangle, and a painter of rows by plain drawText. Used by feed_model_bench, GUI thread.
#pragma once

#include <QAbstractListModel>
#include <QImage>
#include <QStringList>
#include <QStyledItemDelegate>

#include <vector>

namespace topline::bench {

class BareModel final : public QAbstractListModel {
    Q_OBJECT

public:
    explicit BareModel(int rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void touch(int row);
    void insertAt(int row);
    void removeFirst(int rows);
    // All rows go and others come.
    void replaceAll(int rows);

private:
    std::vector<int> m_rows;
};

class BareDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// As many rows of the given texts as fit, each text by one drawText in the interface font.
void paintPlainRows(QImage &image, const std::vector<QStringList> &rows);

} // namespace topline::bench
