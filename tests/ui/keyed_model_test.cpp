#include "ui/pages/keyed_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>
#include <random>

using namespace topline::pages;

namespace {

struct Row {
    int id = 0;
    int value = 0;
    QString spoken;

    int key() const { return id; }

    const QString &text() const { return spoken; }

    bool operator==(const Row &) const = default;
};

std::vector<Row> rowsOf(std::initializer_list<int> ids)
{
    std::vector<Row> out;
    for (const int id : ids)
        out.push_back({id, 0, {}});
    return out;
}

class Table final : public KeyedModel<Row, QAbstractTableModel> {
public:
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 4;
    }
};

} // namespace

TEST(KeyedModel, AnySequenceOfContentsIsAppliedWithoutAReset)
{
    constexpr unsigned seed = 46;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    KeyedModel<Row> model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int round = 0; round < 300; ++round) {
        std::vector<Row> next;
        for (int id = 0; id < 20; ++id) {
            if (random() % 3 != 0)
                next.push_back({id, static_cast<int>(random() % 3), {}});
        }
        if (round % 3 == 0)
            std::shuffle(next.begin(), next.end(), random);
        model.apply(next);
        ASSERT_EQ(model.rows(), next);
    }
    EXPECT_EQ(resets.count(), 0);
}

TEST(KeyedModel, WhatStaysKeepsItsPersistentIndex)
{
    KeyedModel<Row> model;
    model.apply(rowsOf({1, 2, 3, 4}));
    const QPersistentModelIndex three = model.index(2);
    model.apply(rowsOf({9, 3, 1, 8}));
    EXPECT_EQ(three.row(), 1);
    model.apply(rowsOf({9, 1}));
    EXPECT_FALSE(three.isValid());
}

TEST(KeyedModel, TellsOnlyOfRowsThatChanged)
{
    KeyedModel<Row> model;
    model.apply(rowsOf({1, 2, 3}));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    auto next = rowsOf({1, 2, 3});
    next[1].value = 5;
    model.apply(next);
    ASSERT_EQ(changes.count(), 1);
    EXPECT_EQ(changes.first().first().toModelIndex().row(), 1);
}

TEST(KeyedModel, ARowOfATableChangesInAllItsColumns)
{
    Table model;
    model.apply(rowsOf({1, 2, 3}));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    auto next = rowsOf({1, 2, 3});
    next[2].value = 5;
    model.apply(next);
    ASSERT_EQ(changes.count(), 1);
    EXPECT_EQ(changes.first().at(0).toModelIndex(), model.index(2, 0));
    EXPECT_EQ(changes.first().at(1).toModelIndex(), model.index(2, 3));
}
