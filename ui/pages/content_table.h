// Rows of words for the short tables of the Drafts page: titles, cells, right-aligned figures, and
// rows that are quiet because they are retired. GUI thread. Replaced whole; whoever shows it
// finds the current row again by its first cell.
#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <QVector>

namespace topline::pages {

struct ContentLine {
    QStringList cells;
    bool isQuiet = false;
};

class ContentTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    // Columns from `figuresFrom` on hold figures.
    ContentTable(QStringList titles, int figuresFrom, QObject *parent = nullptr);

    void setLines(const QVector<ContentLine> &lines);
    // -1 where no row begins with it.
    int rowOf(const QString &firstCell) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_titles;
    int m_figuresFrom;
    QVector<ContentLine> m_lines;
};

} // namespace topline::pages
