// A list model whose rows are told apart by a key: new contents are applied as removals, moves,
// insertions and changes, never as a reset, so that the current row and the scroll position stay.
// Used by the tables and lists of the pages on the GUI thread; cannot fail. Keys must be unique.
#pragma once

#include "ui/look/tool_tip.h"

#include <QAbstractListModel>
#include <QString>

#include <algorithm>
#include <set>
#include <vector>

namespace topline::pages {

// Row: key() with a strict order, text() as a screen reader says it, operator==. Base: a list, or
// QAbstractTableModel, whose heir says how many columns there are.
template <typename Row, typename Base = QAbstractListModel> class KeyedModel : public Base {
public:
    using Key = std::decay_t<decltype(std::declval<const Row &>().key())>;
    using Base::Base;

    // O(n log n) while the order of what stays is kept; one search more per row that moved.
    void apply(std::vector<Row> next)
    {
        removeGone(next);
        std::set<Key> present;
        for (const Row &row : m_rows)
            present.insert(row.key());
        for (std::size_t i = 0; i < next.size();) {
            if (!present.contains(next[i].key())) {
                i = insertRun(next, i, present);
                continue;
            }
            bringTo(i, next[i].key());
            if (!(m_rows[i] == next[i])) {
                m_rows[i] = std::move(next[i]);
                const int at = static_cast<int>(i);
                Q_EMIT this->dataChanged(this->index(at, 0), this->index(at, lastColumn()));
            }
            ++i;
        }
    }

    const Row &row(int at) const { return m_rows[static_cast<std::size_t>(at)]; }

    const std::vector<Row> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid() || index.row() >= rowCount())
            return {};
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return row(index.row()).text();
        if (role == Qt::ToolTipRole)
            return look::plainToolTip(row(index.row()).text());
        return {};
    }

private:
    // By the interface of all models, which has it in public; a list has one.
    int lastColumn() const
    {
        return static_cast<const QAbstractItemModel *>(this)->columnCount({}) - 1;
    }

    void removeGone(const std::vector<Row> &next)
    {
        std::set<Key> wanted;
        for (const Row &row : next)
            wanted.insert(row.key());
        for (int last = rowCount() - 1; last >= 0; --last) {
            if (wanted.contains(row(last).key()))
                continue;
            int first = last;
            while (first > 0 && !wanted.contains(row(first - 1).key()))
                --first;
            this->beginRemoveRows({}, first, last);
            m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
            this->endRemoveRows();
            last = first;
        }
    }

    // Inserts the run of unknown rows that begins at `from`; returns its end.
    std::size_t insertRun(std::vector<Row> &next, std::size_t from, const std::set<Key> &present)
    {
        std::size_t end = from + 1;
        while (end < next.size() && !present.contains(next[end].key()))
            ++end;
        this->beginInsertRows({}, static_cast<int>(from), static_cast<int>(end) - 1);
        const auto begin = next.begin() + static_cast<std::ptrdiff_t>(from);
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(from),
                      std::make_move_iterator(begin),
                      std::make_move_iterator(next.begin() + static_cast<std::ptrdiff_t>(end)));
        this->endInsertRows();
        return end;
    }

    void bringTo(std::size_t to, const Key &key)
    {
        if (m_rows[to].key() == key)
            return;
        const auto found = std::find_if(m_rows.begin() + static_cast<std::ptrdiff_t>(to),
                                        m_rows.end(), [&](const Row &r) { return r.key() == key; });
        const auto from = static_cast<int>(found - m_rows.begin());
        this->beginMoveRows({}, from, from, {}, static_cast<int>(to));
        std::rotate(m_rows.begin() + static_cast<std::ptrdiff_t>(to), found, found + 1);
        this->endMoveRows();
    }

    std::vector<Row> m_rows;
};

} // namespace topline::pages
