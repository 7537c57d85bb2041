// The rows of one lane of the feed. Takes keyed changes from the bridge and never resets; the list
// never moves under the hand: new cards wait as arrivals until showArrivals(), only a breached
// inbound SLA (band 0) comes in above, and a changed rank moves a row only when arrivals are shown.
// GUI thread; one change costs O(log n) and one row's signals.
#pragma once

#include "core/engine/cockpit.h"

#include <QAbstractListModel>

#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace topline::pages {

class FeedModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        MarkedRole = Qt::UserRole + 1, // part of the batch
    };

    explicit FeedModel(QObject *parent = nullptr);

    void apply(const engine::FeedUpdate &update);

    domain::Lane lane() const { return m_lane; }

    void setLane(domain::Lane lane);

    // Cards of this lane that wait to be shown.
    int arrivals() const { return static_cast<int>(m_waiting.size()); }

    // Lets them in, and puts every row where its rank now belongs.
    void showArrivals();

    const domain::FeedCard *card(int row) const;
    const domain::FeedCard *card(const base::Uuid &id) const;
    std::optional<int> rowOf(const base::Uuid &id) const;

    // The batch: cards of this lane in row order. Changing the lane ends it.
    void setMarked(int row, bool marked);
    bool isMarked(int row) const;
    std::vector<base::Uuid> marked() const;
    void clearMarks();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    // What a screen reader says for a row; also the tooltip. Set by the page, which knows zone and
    // time.
    using Describe = std::function<QString(const domain::FeedCard &)>;

    void setDescribe(Describe describe) { m_describe = std::move(describe); }

Q_SIGNALS:
    void arrivalsChanged(int count);
    void marksChanged(int count);

private:
    struct Entry {
        domain::FeedCard card;
        std::string placedKey; // where its row stands; empty while it has no row
        std::set<domain::Lane> shownIn;
    };

    void change(const domain::FeedCard &card, bool wasEmpty);
    void forget(const base::Uuid &id);
    void place(Entry &entry);
    void takeOut(Entry &entry);
    void moveToRank(Entry &entry);
    void reorderAll();
    std::size_t lowerBound(const std::string &key) const;

    std::unordered_map<base::Uuid, std::unique_ptr<Entry>> m_entries;
    std::vector<Entry *> m_rows; // by placedKey
    std::set<base::Uuid> m_waiting;
    std::set<base::Uuid> m_marked;
    domain::Lane m_lane = domain::Lane::Now;
    Describe m_describe;
};

} // namespace topline::pages
