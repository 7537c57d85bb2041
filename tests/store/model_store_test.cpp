#include "core/store/model_store.h"
#include "tests/store/test_workspace.h"

namespace topline::store {
namespace {

using ModelStoreTest = StoreTest;

domain::LearnedModel learned(const std::string &text)
{
    return {testNowMs, 12, *base::Currency::parse("EUR"), text};
}

TEST_F(ModelStoreTest, KeepsTheNewestModelAndItsOutlooksOnly)
{
    EXPECT_FALSE(need(tables().models.model()));
    const std::vector<domain::DealOutlook> first{{{1}, {2}, testNowMs, {}, 5},
                                                 {{3}, {}, {}, {}, 0}};
    const std::vector<domain::DealOutlook> second{
        {{1}, {2}, testNowMs, domain::CommitChance{250'000, 500'000}, -1'000'000}};
    inTransaction([&] { need(tables().models.replace(learned("one"), first)); });
    EXPECT_EQ(need(tables().models.outlooks()), first);
    inTransaction([&] { need(tables().models.replace(learned("two"), second)); });
    reopen();
    EXPECT_EQ(need(tables().models.model()), learned("two"));
    EXPECT_EQ(need(tables().models.stamp())->text, "");
    EXPECT_EQ(need(tables().models.stamp())->closedDeals, 12);
    EXPECT_EQ(need(tables().models.outlooks()), second);
    EXPECT_EQ(need(tables().models.outlook({1})), second[0]);
    EXPECT_FALSE(need(tables().models.outlook({3})));
}

TEST_F(ModelStoreTest, ClearForgetsAll)
{
    inTransaction([&] {
        need(tables().models.replace(learned("one"), {{{1}, {2}, {}, {}, 5}}));
        need(tables().models.clear());
    });
    EXPECT_FALSE(need(tables().models.stamp()));
    EXPECT_TRUE(need(tables().models.outlooks()).empty());
}

TEST_F(ModelStoreTest, AChanceWithoutADateIsRefused)
{
    refusedBy([&] {
        return tables().models.replace(learned("one"),
                                       {{{1}, {2}, {}, domain::CommitChance{1, 2}, 5}});
    });
}

} // namespace
} // namespace topline::store
