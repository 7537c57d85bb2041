#include "ui/pages/forecast_table.h"

#include "ui/look/marks.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace topline::pages {

using namespace look;

namespace {

constexpr int nameLeast = 168;
constexpr int figureLeast = 64;

QVector<Column> columnsOf(const QStringList &titles)
{
    QVector<Column> out;
    for (int i = 0; i < titles.size(); ++i) {
        const bool name = i == 0;
        const int wide = static_cast<int>(std::ceil(textWidth(Type::Meta, titles[i]))) + 2;
        out.push_back({i, titles[i], name ? Qt::AlignLeft : Qt::AlignRight,
                       name ? nameLeast : std::max(figureLeast, wide), name ? 3 : 1, name ? 0 : i,
                       false});
    }
    return out;
}

class TableRowDelegate final : public RowDelegate {
public:
    TableRowDelegate(const KeyedModel<TableRow> &model, const TableColumns &columns,
                     QObject *parent)
        : RowDelegate(parent)
        , m_model(model)
        , m_columns(columns)
    {
    }

protected:
    int rowHeight(const QModelIndex &) const override { return height::timelineRow; }

    void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                  const RowState &) const override
    {
        const Tokens &t = tokens();
        const TableRow &item = m_model.row(index.row());
        for (const PlacedColumn &column : m_columns.placed()) {
            QRectF cell = column.box(row);
            if (column.id >= item.cells.size())
                continue;
            if (column.id > 0) {
                m_text.draw(painter, cell, item.cells[column.id],
                            {item.strong ? Type::DenseHead : Type::Dense, t.text, Qt::AlignRight});
                continue;
            }
            const Chip chip{item.mark, Tone::Neutral, Icon::None, true};
            const QSizeF size = item.mark.isEmpty() ? QSizeF() : chipSize(chip);
            const qreal taken = m_text.draw(
                painter, cell.adjusted(0, 0, size.isEmpty() ? 0 : -size.width() - space::s, 0),
                item.cells[0], {item.strong ? Type::DenseHead : Type::DenseValue, t.text});
            if (!size.isEmpty())
                drawChip(painter,
                         {cell.left() + taken + space::s, cell.center().y() - size.height() / 2},
                         chip, t);
        }
    }

private:
    const KeyedModel<TableRow> &m_model;
    const TableColumns &m_columns;
};

} // namespace

ForecastTable::ForecastTable(const QString &accessibleName, const QStringList &titles,
                             QWidget *parent)
    : QWidget(parent)
    , m_titles(titles)
    , m_columns(columnsOf(titles))
    , m_list(new RowList(accessibleName, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new TableHead(m_columns, accessibleName, this);
    head->setFocusPolicy(Qt::NoFocus); // nothing to sort by
    layout->addWidget(head);
    m_list->setGrowing(true);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new TableRowDelegate(m_model, m_columns, this));
    layout->addWidget(m_list);
    const auto open = [this](const QModelIndex &at) {
        const TableRow &row = m_model.row(at.row());
        if (!row.deals.empty())
            Q_EMIT rowOpened(row);
    };
    connect(m_list, &RowList::opened, this, open);
    connect(m_list, &QListView::clicked, this, open);
}

void ForecastTable::setRows(std::vector<TableRow> rows)
{
    for (TableRow &row : rows) {
        QStringList parts{row.cells.value(0)};
        if (!row.mark.isEmpty())
            parts << row.mark;
        for (int i = 1; i < std::min(row.cells.size(), m_titles.size()); ++i)
            parts << m_titles[i] + QLatin1Char(' ') + row.cells[i];
        row.spoken = parts.join(QStringLiteral(", "));
    }
    setVisible(!rows.empty());
    m_model.apply(std::move(rows));
    m_list->updateGeometry();
}

} // namespace topline::pages
