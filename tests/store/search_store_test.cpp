#include "core/store/search_store.h"
#include "tests/store/test_workspace.h"

namespace topline::store {
namespace {

using domain::SearchKind;

class SearchStoreTest : public StoreTest {
protected:
    std::vector<std::string> titles(const std::string &query)
    {
        std::vector<std::string> out;
        for (const auto &hit : need(tables().search.find(query, 20)))
            out.push_back(hit.title);
        return out;
    }
};

TEST_F(SearchStoreTest, FindsEveryKindByTheBeginningOfItsWords)
{
    const auto home = addAccount("a1", "Northwind Traders");
    const auto person = addContact("c1", "a1");
    const auto renewal = addDeal("d1", "a1");
    auto note = event("1", domain::EventKind::NoteAdded, 5);
    note.account.id = home;
    note.title = "Call on Monday";
    note.body = "They compare us with another vendor and want references from the steel industry.";
    inTransaction([&] { need(tables().events.add(std::vector{note}, m_changes)); });

    auto hits = need(tables().search.find("north", 5));
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].kind, SearchKind::Account);
    EXPECT_EQ(hits[0].id, home.value);
    EXPECT_EQ(hits[0].account, home);
    EXPECT_EQ(hits[0].title, "Northwind Traders");
    hits = need(tables().search.find("rey dan", 5));
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].kind, SearchKind::Contact);
    EXPECT_EQ(hits[0].id, person.value);
    EXPECT_EQ(hits[0].account, home);
    hits = need(tables().search.find("renew", 5));
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].kind, SearchKind::Deal);
    EXPECT_EQ(hits[0].id, renewal.value);
    hits = need(tables().search.find("refer steel", 5));
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].kind, SearchKind::Note);
    EXPECT_EQ(hits[0].title, "Call on Monday");
    EXPECT_NE(hits[0].detail.find("steel"), std::string::npos);
    EXPECT_EQ(hits[0].account, home);
}

TEST_F(SearchStoreTest, CaseAndAccentsDoNotMatter)
{
    addAccount("a1", "Café Müller Ångström");
    for (const char *query : {"cafe", "CAFÉ", "muller", "Müll", "angstrom"})
        EXPECT_EQ(titles(query).size(), 1U) << query;
}

TEST_F(SearchStoreTest, NamesComeBeforeDetails)
{
    auto byDetail = account("a1", "Acme");
    byDetail.industry = "Steel";
    inTransaction([&] { need(tables().records.put(byDetail, m_changes)); });
    addAccount("a2", "Steel & Sons");
    EXPECT_EQ(titles("steel"), (std::vector<std::string>{"Steel & Sons", "Acme"}));
    EXPECT_EQ(need(tables().search.find("steel", 1)).size(), 1U);
}

TEST_F(SearchStoreTest, FollowsChangesAndDeletions)
{
    addAccount("a1", "Before");
    auto changed = account("a1", "After");
    changed.updatedMs += 1;
    inTransaction([&] { need(tables().records.put(changed, m_changes)); });
    EXPECT_TRUE(titles("before").empty());
    EXPECT_EQ(titles("after").size(), 1U);
    changed.deleted = true;
    changed.updatedMs += 1;
    inTransaction([&] { need(tables().records.put(changed, m_changes)); });
    EXPECT_TRUE(titles("after").empty());
}

TEST_F(SearchStoreTest, AnyTextIsAValidQuery)
{
    addAccount("a1", "Quote \" and star*");
    for (const char *query : {"", "   ", "\"", "\"\"", "*", "a*b", "name:x", "NEAR(", "AND", "OR x",
                              "-", "(((", "^", "{}", "\xFF\xFE", "a\"b\"c", "'; DROP TABLE x"})
        EXPECT_TRUE(tables().search.find(query, 5).ok()) << query;
    EXPECT_EQ(titles("quote").size(), 1U);
    EXPECT_EQ(titles("\"quote").size(), 1U);
    EXPECT_TRUE(titles("").empty());
}

} // namespace
} // namespace topline::store
