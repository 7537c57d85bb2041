#include "ui/pages/feed_model.h"

#include "ui/text/names_text.h"

#include <algorithm>

namespace topline::pages {

namespace {

// Above this many moved rows one layout change is cheaper than single moves.
constexpr std::size_t singleMovesMax = 64;

} // namespace

FeedModel::FeedModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void FeedModel::apply(const engine::FeedUpdate &update)
{
    const bool firstFill = m_entries.empty();
    const bool wasEmpty = m_rows.empty(); // nothing can move under the hand
    const int before = arrivals();
    for (const base::Uuid &id : update.removed)
        forget(id);
    if (firstFill) {
        for (const domain::FeedCard &card : update.changed) {
            auto entry = std::make_unique<Entry>();
            entry->card = card;
            m_entries[card.action.id] = std::move(entry);
        }
        const domain::Lane lane = m_lane;
        setLane(lane);
    } else {
        for (const domain::FeedCard &card : update.changed)
            change(card, wasEmpty);
    }
    if (arrivals() != before)
        Q_EMIT arrivalsChanged(arrivals());
}

void FeedModel::change(const domain::FeedCard &card, bool wasEmpty)
{
    std::unique_ptr<Entry> &slot = m_entries[card.action.id];
    if (!slot)
        slot = std::make_unique<Entry>();
    Entry &entry = *slot;
    entry.card = card;
    const bool shown = !entry.placedKey.empty();
    const bool belongs = card.lane == m_lane;
    if (shown && belongs) {
        const QModelIndex at = index(static_cast<int>(lowerBound(entry.placedKey)));
        Q_EMIT dataChanged(at, at);
    } else if (shown) {
        takeOut(entry);
    } else if (belongs) {
        // A card that was here before comes back where it was (undo); a breached SLA cannot wait.
        const bool atOnce = wasEmpty || card.rank.band == 0 || entry.shownIn.count(m_lane) > 0;
        if (atOnce) {
            m_waiting.erase(card.action.id);
            place(entry);
        } else {
            m_waiting.insert(card.action.id);
        }
    } else {
        m_waiting.erase(card.action.id);
    }
}

void FeedModel::forget(const base::Uuid &id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    if (!found->second->placedKey.empty())
        takeOut(*found->second);
    m_waiting.erase(id);
    m_entries.erase(found);
}

void FeedModel::place(Entry &entry)
{
    const std::size_t at = lowerBound(entry.card.sortKey);
    beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
    entry.placedKey = entry.card.sortKey;
    entry.shownIn.insert(m_lane);
    m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at), &entry);
    endInsertRows();
}

void FeedModel::takeOut(Entry &entry)
{
    const std::size_t at = lowerBound(entry.placedKey);
    beginRemoveRows({}, static_cast<int>(at), static_cast<int>(at));
    m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(at));
    entry.placedKey.clear();
    endRemoveRows();
    if (m_marked.erase(entry.card.action.id) > 0)
        Q_EMIT marksChanged(static_cast<int>(m_marked.size()));
}

void FeedModel::setLane(domain::Lane lane)
{
    if (!m_rows.empty()) {
        beginRemoveRows({}, 0, static_cast<int>(m_rows.size()) - 1);
        for (Entry *entry : m_rows)
            entry->placedKey.clear();
        m_rows.clear();
        endRemoveRows();
    }
    m_lane = lane;
    m_waiting.clear();
    clearMarks();
    std::vector<Entry *> rows;
    for (const auto &[id, entry] : m_entries) {
        if (entry->card.lane == lane)
            rows.push_back(entry.get());
    }
    std::sort(rows.begin(), rows.end(),
              [](const Entry *a, const Entry *b) { return a->card.sortKey < b->card.sortKey; });
    if (!rows.empty()) {
        beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
        for (Entry *entry : rows) {
            entry->placedKey = entry->card.sortKey;
            entry->shownIn.insert(lane);
        }
        m_rows = std::move(rows);
        endInsertRows();
    }
    Q_EMIT arrivalsChanged(0);
}

void FeedModel::showArrivals()
{
    std::vector<Entry *> moved;
    for (Entry *entry : m_rows) {
        if (entry->placedKey != entry->card.sortKey)
            moved.push_back(entry);
    }
    if (moved.size() > singleMovesMax) {
        reorderAll();
    } else {
        for (Entry *entry : moved)
            moveToRank(*entry);
    }
    const std::set<base::Uuid> waiting = std::move(m_waiting);
    m_waiting.clear();
    for (const base::Uuid &id : waiting)
        place(*m_entries.at(id));
    Q_EMIT arrivalsChanged(0);
}

void FeedModel::moveToRank(Entry &entry)
{
    const int from = static_cast<int>(lowerBound(entry.placedKey));
    const auto fromRow = m_rows.begin() + from;
    // Where it belongs among the others, which keep their places.
    int to = static_cast<int>(lowerBound(entry.card.sortKey));
    if (to > from)
        --to;
    if (to != from) {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        m_rows.erase(fromRow);
        m_rows.insert(m_rows.begin() + to, &entry);
        entry.placedKey = entry.card.sortKey;
        endMoveRows();
    } else {
        entry.placedKey = entry.card.sortKey;
    }
}

void FeedModel::reorderAll()
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    std::vector<Entry *> kept;
    kept.reserve(static_cast<std::size_t>(old.size()));
    for (const QModelIndex &at : old)
        kept.push_back(m_rows[static_cast<std::size_t>(at.row())]);
    for (Entry *entry : m_rows)
        entry->placedKey = entry->card.sortKey;
    std::sort(m_rows.begin(), m_rows.end(),
              [](const Entry *a, const Entry *b) { return a->placedKey < b->placedKey; });
    QModelIndexList now;
    for (const Entry *entry : kept)
        now.append(index(static_cast<int>(lowerBound(entry->placedKey))));
    changePersistentIndexList(old, now);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

std::size_t FeedModel::lowerBound(const std::string &key) const
{
    const auto at = std::lower_bound(
        m_rows.begin(), m_rows.end(), key,
        [](const Entry *entry, const std::string &wanted) { return entry->placedKey < wanted; });
    return static_cast<std::size_t>(at - m_rows.begin());
}

const domain::FeedCard *FeedModel::card(int row) const
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_rows.size())
        return nullptr;
    return &m_rows[static_cast<std::size_t>(row)]->card;
}

const domain::FeedCard *FeedModel::card(const base::Uuid &id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second->card;
}

std::optional<int> FeedModel::rowOf(const base::Uuid &id) const
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end() || found->second->placedKey.empty())
        return std::nullopt;
    return static_cast<int>(lowerBound(found->second->placedKey));
}

void FeedModel::setMarked(int row, bool marked)
{
    const domain::FeedCard *shown = card(row);
    if (!shown || isMarked(row) == marked)
        return;
    if (marked)
        m_marked.insert(shown->action.id);
    else
        m_marked.erase(shown->action.id);
    Q_EMIT dataChanged(index(row), index(row), {MarkedRole});
    Q_EMIT marksChanged(static_cast<int>(m_marked.size()));
}

bool FeedModel::isMarked(int row) const
{
    const domain::FeedCard *shown = card(row);
    return shown && m_marked.count(shown->action.id) > 0;
}

std::vector<base::Uuid> FeedModel::marked() const
{
    std::vector<base::Uuid> out;
    if (m_marked.empty())
        return out;
    for (const Entry *entry : m_rows) {
        if (m_marked.count(entry->card.action.id) > 0)
            out.push_back(entry->card.action.id);
    }
    return out;
}

void FeedModel::clearMarks()
{
    if (m_marked.empty())
        return;
    const std::set<base::Uuid> old = std::move(m_marked);
    m_marked.clear();
    for (const base::Uuid &id : old) {
        if (const auto row = rowOf(id))
            Q_EMIT dataChanged(index(*row), index(*row), {MarkedRole});
    }
    Q_EMIT marksChanged(0);
}

int FeedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FeedModel::data(const QModelIndex &index, int role) const
{
    const domain::FeedCard *shown = index.isValid() ? card(index.row()) : nullptr;
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return ui::text::cardTitle(*shown);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return m_describe ? m_describe(*shown) : ui::text::cardTitle(*shown);
    case MarkedRole:
        return m_marked.count(shown->action.id) > 0;
    default:
        return {};
    }
}

} // namespace topline::pages
