// Rows of words for the short tables of the Drafts page: titles, cells, right-aligned figures, and
// rows that are quiet because they are retired. GUI thread. New contents come as keyed changes, so
// that the current row and the scroll position stay.
#pragma once

#include "ui/pages/keyed_model.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <QVector>

namespace topline::pages {

struct ContentLine {
    QString id; // unique in the table
    QStringList cells;
    bool isQuiet = false;

    const QString &key() const { return id; }

    QString text() const { return cells.join(QStringLiteral(", ")); }

    bool operator==(const ContentLine &) const = default;
};

class ContentTable final : public KeyedModel<ContentLine, QAbstractTableModel> {
public:
    // Columns from `figuresFrom` on hold figures.
    ContentTable(QStringList titles, int figuresFrom, QObject *parent = nullptr);

    // Empty for no row.
    QString idOf(const QModelIndex &index) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_titles;
    int m_figuresFrom;
};

} // namespace topline::pages
