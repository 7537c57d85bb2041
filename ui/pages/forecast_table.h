// A short table of words and figures under a head, row by row: back-tests, bias of reps, checks.
// The first column is a name, all others are right-aligned. Enter or a click opens the deals of a
// row that has any. GUI thread; rows are keyed.
#pragma once

#include "core/domain/ids.h"
#include "ui/pages/keyed_model.h"
#include "ui/pages/row_list.h"
#include "ui/pages/table_columns.h"

#include <vector>

namespace topline::pages {

struct TableRow {
    QString id;
    QStringList cells; // by column
    QString mark = {}; // a chip after the name
    bool strong = false;
    std::vector<domain::DealId> deals = {};
    QString spoken = {}; // made of the heads and cells

    const QString &key() const { return id; }

    const QString &text() const { return spoken; }

    bool operator==(const TableRow &) const = default;
};

class ForecastTable final : public QWidget {
    Q_OBJECT

public:
    // The first title is that of the name; a column with a higher place is dropped first when there
    // is no room.
    ForecastTable(const QString &accessibleName, const QStringList &titles,
                  QWidget *parent = nullptr);

    void setRows(std::vector<TableRow> rows);

    const std::vector<TableRow> &rows() const { return m_model.rows(); }

    RowList *list() const { return m_list; }

Q_SIGNALS:
    void rowOpened(const topline::pages::TableRow &row);

private:
    QStringList m_titles;
    TableColumns m_columns;
    KeyedModel<TableRow> m_model;
    RowList *m_list;
};

} // namespace topline::pages
