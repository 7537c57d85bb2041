// Other ids of a record: looked up everywhere, followed through merges.
#include "tests/store/test_workspace.h"

namespace topline::store {
namespace {

using domain::RecordKind;

class LinkStoreTest : public StoreTest {};

TEST_F(LinkStoreTest, ALinkComesBackAsItWasStored)
{
    const Link link{RecordKind::Contact, "hs:1", 7,
                    LinkReason::Shared,  5,      {{"phone", ""}, {"email", "a:b"}}};
    EXPECT_FALSE(need(tables().links.hasAny(RecordKind::Contact)));
    inTransaction([&] { need(tables().links.put(link)); });
    EXPECT_TRUE(need(tables().links.hasAny(RecordKind::Contact)));
    EXPECT_FALSE(need(tables().links.hasAny(RecordKind::Deal)));
    EXPECT_EQ(need(tables().links.link(RecordKind::Contact, "hs:1")), link);
    EXPECT_EQ(need(tables().links.linksOf(RecordKind::Contact, 7)), std::vector{link});
    inTransaction([&] { need(tables().links.remove(RecordKind::Contact, "hs:1")); });
    EXPECT_FALSE(need(tables().links.link(RecordKind::Contact, "hs:1")).has_value());
}

TEST_F(LinkStoreTest, EveryLookUpOfARemoteIdGoesThroughLinks)
{
    const auto home = addAccount("hs:1");
    inTransaction([&] {
        need(tables().links.put(
            {RecordKind::Account, "sf:9", home.value, LinkReason::Shared, 0, {}}));
        need(tables().records.put(contact("sf:c", "sf:9"), m_changes));
        auto call = event("call", domain::EventKind::CallAnswered, testNowMs);
        call.account.remoteId = "sf:9";
        need(tables().events.add(std::vector{call}, m_changes));
    });
    EXPECT_EQ(need(tables().records.accountByRemoteId("sf:9")), home);
    EXPECT_EQ(need(tables().links.rowOf(RecordKind::Account, "sf:9")), home.value);
    EXPECT_EQ(need(tables().links.rowOf(RecordKind::Account, "sf:none")), 0);
    EXPECT_EQ(need(tables().records.contactsOf(home)).size(), 1U);
    EXPECT_EQ(need(tables().events.timeline(home, testNowMs, 9)).size(), 1U);
}

TEST_F(LinkStoreTest, AnEffectIsToldTheIdOfTheSystemThatCarriesItOut)
{
    const auto id = addAccount("hs:1").value;
    inTransaction([&] {
        need(tables().links.put({RecordKind::Account, "sf:0", id, LinkReason::Merged, 0, {}}));
        need(tables().links.put({RecordKind::Account, "sf:9", id, LinkReason::Shared, 0, {}}));
    });
    EXPECT_EQ(need(tables().links.remoteIdIn(RecordKind::Account, id, "hubspot")), "hs:1");
    EXPECT_EQ(need(tables().links.remoteIdIn(RecordKind::Account, id, "salesforce")), "sf:9");
    EXPECT_EQ(need(tables().links.remoteIdIn(RecordKind::Account, id, "demo")), "");
    EXPECT_EQ(need(tables().links.remoteIdIn(RecordKind::Account, 0, "hubspot")), "");
    const auto plain = addAccount("a1").value;
    EXPECT_EQ(need(tables().links.remoteIdIn(RecordKind::Account, plain, "demo")), "a1");
    EXPECT_EQ(need(tables().links.remoteIdIn(RecordKind::Account, plain, "hubspot")), "");
}

TEST_F(LinkStoreTest, MergesAreFollowedToTheRowThatStands)
{
    inTransaction([&] {
        need(tables().links.putMerge(RecordKind::Contact, 1, 2, 5));
        need(tables().links.putMerge(RecordKind::Contact, 2, 4, 6));
        need(tables().links.putMerge(RecordKind::Contact, 3, 4, 6));
        need(tables().links.putMerge(RecordKind::Deal, 1, 9, 6));
    });
    EXPECT_EQ(need(tables().links.survivor(RecordKind::Contact, 1)), 4);
    EXPECT_EQ(need(tables().links.survivor(RecordKind::Contact, 4)), 4);
    EXPECT_EQ(need(tables().links.survivor(RecordKind::Deal, 1)), 9);
    EXPECT_EQ(need(tables().links.mergedInto(RecordKind::Contact, 4)),
              (std::vector<std::int64_t>{1, 2, 3}));
    inTransaction([&] { need(tables().links.removeMerge(RecordKind::Contact, 2)); });
    EXPECT_EQ(need(tables().links.survivor(RecordKind::Contact, 1)), 2);
}

} // namespace
} // namespace topline::store
