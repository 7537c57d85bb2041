#include "tests/ui/feed_window.h"
#include "ui/pages/feed_model.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>

#include <functional>
#include <map>
#include <random>
#include <set>

using namespace topline;
using domain::ActionState;
using domain::FeedCard;
using domain::Lane;

namespace {

using Random = std::mt19937;

// Enough of an engine: it does what the page asked for, tells it, and has ideas of its own.
class LivingFeed {
public:
    LivingFeed(test::FakeCockpit &cockpit, Random &random)
        : m_cockpit(cockpit)
        , m_random(random)
    {
        for (const FeedCard &card : cockpit.firstFeed.changed)
            m_cards[card.action.id] = card;
    }

    bool has(const base::Uuid &id) const { return m_cards.count(id) > 0; }

    // Answers the commands that came since the last call.
    void carryOut()
    {
        std::size_t commands = 0;
        for (const std::string &name : m_cockpit.called) {
            if (!isOnActions(name))
                continue;
            if (commands++ < m_done)
                continue;
            for (const base::Uuid &id : m_cockpit.ids[commands - 1])
                move(id, name);
        }
        m_done = commands;
        push({});
    }

    void surprise()
    {
        std::vector<base::Uuid> removed;
        for (unsigned i = 0; i < m_random() % 4; ++i)
            add();
        for (auto &[id, card] : m_cards) {
            if (m_random() % 16 == 0)
                card.sortKey = key(id);
            else if (m_random() % 24 == 0)
                card.lane = static_cast<Lane>(m_random() % 5);
            else if (m_random() % 24 == 0 && m_cards.size() > 12)
                removed.push_back(id);
            else
                continue;
            m_changed.insert(id);
        }
        for (const base::Uuid &id : removed) {
            m_cards.erase(id);
            m_changed.erase(id);
        }
        push(std::move(removed));
    }

private:
    // Commands whose ids the fake writes down; questions have none.
    static bool isOnActions(const std::string &name)
    {
        static const std::set<std::string> names{"approve", "snooze", "dismiss", "done",
                                                 "edit",    "retry",  "arrived", "not arrived",
                                                 "task",    "stop",   "resume",  "sync"};
        return names.count(name) > 0;
    }

    std::string key(const base::Uuid &id)
    {
        return std::to_string(1000 + m_random() % 9000) + "/" + id.text();
    }

    void add()
    {
        FeedCard card = tests::sampleCards()[m_random() % 8];
        card.action.id = base::Uuid::named("walk", std::to_string(m_number++));
        card.rank.band = m_random() % 6 == 0 ? 0 : 2;
        card.lane = static_cast<Lane>(m_random() % 4);
        card.sortKey = key(card.action.id);
        m_changed.insert(card.action.id);
        m_cards[card.action.id] = card;
    }

    void move(const base::Uuid &id, const std::string &name)
    {
        const auto found = m_cards.find(id);
        if (found == m_cards.end())
            return;
        FeedCard &card = found->second;
        if (name == "approve" || name == "retry") {
            card.action.state = ActionState::Approved;
            card.action.holdUntilMs = m_cockpit.clock + 10 * base::secondMs;
        } else if (name == "snooze") {
            card.action.state = ActionState::Snoozed;
            card.lane = Lane::Later;
        } else if (name != "edit") {
            card.action.state = ActionState::Done;
            card.lane = Lane::Done;
        }
        m_changed.insert(id);
    }

    void push(std::vector<base::Uuid> removed)
    {
        engine::FeedUpdate update;
        for (const base::Uuid &id : m_changed)
            update.changed.push_back(m_cards.at(id));
        m_changed.clear();
        update.removed = std::move(removed);
        for (const auto &[id, card] : m_cards)
            ++update.counts.lanes[static_cast<int>(card.lane)];
        m_cockpit.push(std::move(update));
        test::WindowFixture::settle();
    }

    test::FakeCockpit &m_cockpit;
    Random &m_random;
    std::map<base::Uuid, FeedCard> m_cards;
    std::set<base::Uuid> m_changed;
    std::size_t m_done = 0;
    int m_number = 0;
};

struct Key {
    int key;
    Qt::KeyboardModifiers with = Qt::NoModifier;
};

const Key keys[] = {{Qt::Key_J},
                    {Qt::Key_J},
                    {Qt::Key_J},
                    {Qt::Key_K},
                    {Qt::Key_K},
                    {Qt::Key_Down},
                    {Qt::Key_Up},
                    {Qt::Key_PageDown},
                    {Qt::Key_Home},
                    {Qt::Key_End},
                    {Qt::Key_X},
                    {Qt::Key_J, Qt::ShiftModifier},
                    {Qt::Key_K, Qt::ShiftModifier},
                    {Qt::Key_Tab},
                    {Qt::Key_Tab, Qt::ShiftModifier},
                    {Qt::Key_Period},
                    {Qt::Key_Period},
                    {Qt::Key_A},
                    {Qt::Key_A},
                    {Qt::Key_A, Qt::ShiftModifier},
                    {Qt::Key_H},
                    {Qt::Key_D},
                    {Qt::Key_E},
                    {Qt::Key_U},
                    {Qt::Key_M},
                    {Qt::Key_W},
                    {Qt::Key_L},
                    {Qt::Key_T},
                    {Qt::Key_1},
                    {Qt::Key_2},
                    {Qt::Key_5},
                    {Qt::Key_Return},
                    {Qt::Key_Space},
                    {Qt::Key_Escape},
                    {Qt::Key_Escape},
                    {Qt::Key_F6},
                    {Qt::Key_F6, Qt::ShiftModifier},
                    {Qt::Key_Z, Qt::ControlModifier},
                    {Qt::Key_K, Qt::ControlModifier},
                    {Qt::Key_G},
                    {Qt::Key_F}};

struct Walk : test::FeedWindow {
    explicit Walk(unsigned seed)
        : random(seed)
        , feed(cockpit, random)
        , tester(view->model(), QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        std::set<QAbstractItemModel *> models;
        for (QAbstractItemModel *model : window->findChildren<QAbstractItemModel *>())
            models.insert(model);
        for (const QAbstractItemView *each : window->findChildren<QAbstractItemView *>())
            models.insert(each->model());
        for (QAbstractItemModel *model : models) {
            if (model)
                resets.push_back(
                    std::make_unique<QSignalSpy>(model, &QAbstractItemModel::modelReset));
        }
    }

    const FeedCard *cardAt(int at) const
    {
        return static_cast<const pages::FeedModel *>(view->model())->card(at);
    }

    base::Uuid currentId() const
    {
        const FeedCard *card = cardAt(row());
        return card ? card->action.id : base::Uuid();
    }

    std::vector<base::Uuid> shown() const
    {
        std::vector<base::Uuid> out;
        for (int at = 0; at < view->model()->rowCount(); ++at)
            out.push_back(cardAt(at)->action.id);
        return out;
    }

    int approvals() const { return cockpit.count("approve") + cockpit.count("retry"); }

    void pressSome(const Key &key)
    {
        QWidget *popup = QApplication::activePopupWidget();
        QWidget *focus = QApplication::focusWidget();
        QWidget *target = popup && !popup->isAncestorOf(focus) ? popup : focus;
        QTest::keyClick(target ? target : window.get(), static_cast<Qt::Key>(key.key), key.with);
        settle();
    }

    // A key that may approve: the command's, or what presses the button that has the focus.
    static bool mayApprove(const Key &key)
    {
        const bool presses = key.key == Qt::Key_Return || key.key == Qt::Key_Space;
        QWidget *focus = QApplication::focusWidget();
        return key.key == Qt::Key_A || (presses && qobject_cast<QAbstractButton *>(focus)) ||
               (key.key == Qt::Key_Return && qobject_cast<QLineEdit *>(focus)); // the palette
    }

    void expectSound()
    {
        for (const auto &spy : resets)
            ASSERT_EQ(spy->count(), 0);
        const int rows = view->model()->rowCount();
        ASSERT_EQ(view->currentIndex().isValid(), rows > 0);
        for (int at = 0; at < rows; ++at) {
            ASSERT_EQ(cardAt(at)->lane, cardAt(0)->lane);
            ASSERT_TRUE(feed.has(cardAt(at)->action.id));
        }
        ASSERT_NE(QApplication::focusWidget(), nullptr);
    }

    void step()
    {
        const Key key = keys[random() % std::size(keys)];
        const int before = approvals();
        const base::Uuid current = currentId();
        const bool allowed = mayApprove(key);
        pressSome(key);
        if (!allowed) {
            ASSERT_EQ(approvals(), before) << "key " << key.key;
        } else if (approvals() > before && key.key == Qt::Key_A && !key.with) {
            ASSERT_EQ(cockpit.ids.back(), std::vector{current});
        }
        feed.carryOut();
        expectSound();
    }

    void changeFromOutside()
    {
        const int before = approvals();
        const base::Uuid current = currentId();
        const std::vector<base::Uuid> old = shown();
        feed.surprise();
        ASSERT_EQ(approvals(), before);
        std::vector<base::Uuid> now = shown();
        if (std::find(now.begin(), now.end(), current) != now.end()) {
            ASSERT_EQ(currentId(), current) << "the list moved under the hand";
        }
        // What stays keeps its order.
        std::vector<base::Uuid> stayed;
        for (const base::Uuid &id : old) {
            if (std::find(now.begin(), now.end(), id) != now.end())
                stayed.push_back(id);
        }
        std::erase_if(now, [&](const base::Uuid &id) {
            return std::find(old.begin(), old.end(), id) == old.end();
        });
        ASSERT_EQ(now, stayed);
        expectSound();
    }

    Random random;
    LivingFeed feed;
    QAbstractItemModelTester tester;
    std::vector<std::unique_ptr<QSignalSpy>> resets;
};

} // namespace

TEST(FeedWalk, AnyKeysWithAnyChangesKeepTheListSound)
{
    for (const unsigned seed : {11U, 2'025U, 70'418U}) {
        SCOPED_TRACE(seed);
        Walk walk(seed);
        for (int i = 0; i < 600 && !testing::Test::HasFatalFailure(); ++i) {
            SCOPED_TRACE(i);
            walk.step();
            if (walk.random() % 3 == 0 && !testing::Test::HasFatalFailure())
                walk.changeFromOutside();
        }
        EXPECT_GT(walk.approvals(), 3) << "the walk must get somewhere";
        EXPECT_GE(walk.cockpit.count("snooze") + walk.cockpit.count("dismiss"), 3);
        while (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
    }
}
