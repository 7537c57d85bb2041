// The open deals of a forecast: keyed rows with category, chances, expected value and warnings in
// words; big ones first, with what the total would be without and with them. Sorting and filtering
// on top, and the delegate that draws them. GUI thread; new reports are applied as keyed changes.
#pragma once

#include "core/domain/forecast.h"
#include "ui/pages/keyed_model.h"
#include "ui/pages/row_list.h"
#include "ui/pages/table_columns.h"
#include "ui/text/forecast_text.h"

#include <QSortFilterProxyModel>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace topline::pages {

struct ForecastItem {
    std::int64_t id = 0;
    QString account; // empty: not known
    QString name;
    QString amount;
    QString category;
    bool called = false;
    QString win;
    QString soon;
    QString expected;
    QString close;
    QString notes;
    bool warns = false;
    QString rep;
    QString ifs; // of big deals: the total if lost and if won
    QString spoken;
    // What columns are sorted by.
    std::int64_t minor = 0, expectedMinor = 0;
    std::int64_t winPpm = -1, soonPpm = -1, closeMs = -1;
    int rank = 0; // of the category: commit, best case, pipeline, omitted
    int warnings = 0;

    std::int64_t key() const { return id; }

    const QString &text() const { return spoken; }

    bool big() const { return !ifs.isEmpty(); }

    bool operator==(const ForecastItem &) const = default;
};

class ForecastDeals final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum Column { Name, Amount, Category, Win, Soon, Expected, Close, Notes, Rep };

    explicit ForecastDeals(QObject *parent = nullptr);

    // Accounts by deal, as far as they are known: a forecast has only the names of its deals.
    using Accounts = std::map<domain::DealId, QString>;
    void setReport(const domain::ForecastReport &report, const ui::text::ForecastText &text,
                   const Accounts &accounts = {});
    // Only these, or all.
    void setDeals(std::optional<std::set<domain::DealId>> deals);
    void sortBy(int column, Qt::SortOrder order);
    // Whether every one of them is an open deal of the report.
    bool hasAll(const std::vector<domain::DealId> &deals) const;

    const ForecastItem &item(const QModelIndex &index) const;

    int total() const { return m_model.rowCount(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    KeyedModel<ForecastItem> m_model;
    std::optional<std::set<domain::DealId>> m_only;
    int m_column = Expected;
};

class ForecastDelegate final : public RowDelegate {
    Q_OBJECT

public:
    ForecastDelegate(const ForecastDeals &deals, const TableColumns &columns, QObject *parent);

    static QVector<Column> columns();

protected:
    void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                  const RowState &state) const override;
    int rowHeight(const QModelIndex &index) const override;

private:
    void paintName(QPainter &painter, const QRectF &cell, const ForecastItem &item) const;
    void paintCell(QPainter &painter, const QRectF &cell, int column,
                   const ForecastItem &item) const;

    const ForecastDeals &m_deals;
    const TableColumns &m_columns;
};

} // namespace topline::pages
