// Deletions: believed when few, held when many, undone when the record comes back.
#include "core/sync/apply_merged.h"
#include "tests/sync/sync_fixture.h"

namespace topline::sync {
namespace {

using domain::RecordKind;

crm::RecordGone gone(int number, bool isDeleted = true)
{
    return {RecordKind::Contact, "hs:" + std::to_string(number), isDeleted};
}

class ApplyGoneTest : public SyncTest {
protected:
    void fill(int count)
    {
        crm::Page page;
        for (int i = 0; i < count; ++i)
            page.contacts.push_back(
                person("hs:" + std::to_string(i), std::to_string(i) + "@a.example"));
        apply(page);
    }

    crm::Page goneFrom(int first, int count, bool more = false)
    {
        crm::Page page;
        for (int i = first; i < first + count; ++i)
            page.gone.push_back(gone(i));
        page.more = more;
        return page;
    }

    std::int64_t alive() { return need(tables().records.counts()).contacts; }
};

TEST_F(ApplyGoneTest, AFewDeletionsAreCarriedOutAndUndoneWhenTheRecordComesBack)
{
    fill(200);
    const auto applied = apply(goneFrom(0, 4));
    EXPECT_EQ(applied.deleted, 4);
    EXPECT_EQ(alive(), 196);
    EXPECT_EQ(apply(goneFrom(0, 4)).deleted, 0) << "known";
    EXPECT_EQ(apply(pageOf(person("hs:0", "0@a.example"))).byKind.at("contacts").changed, 1);
    EXPECT_EQ(alive(), 197);
}

TEST_F(ApplyGoneTest, AMassIsHeldAsAWholeUntilAPersonSaysYes)
{
    fill(2'000);
    const auto applied = apply(goneFrom(0, 21));
    EXPECT_EQ(applied.deleted, 0);
    EXPECT_EQ(applied.heldDeletes, 21);
    EXPECT_EQ(alive(), 2'000);
    EXPECT_EQ(apply(goneFrom(100, 1)).heldDeletes, 1) << "while it asks, nothing more goes";
    inTransaction(
        [&] { EXPECT_EQ(need(decideHeldDeletes(tables(), "hubspot", true, m_changes)), 22); });
    EXPECT_EQ(alive(), 1'978);
    EXPECT_EQ(need(tables().heldDeletes.count("hubspot")), 0);
}

TEST_F(ApplyGoneTest, ADribbleOverManyPagesIsAMassToo)
{
    fill(2'000);
    for (int page = 0; page < 4; ++page)
        apply(goneFrom(page * 6, 6, true));
    EXPECT_EQ(alive(), 2'000 - 18);
    EXPECT_EQ(need(tables().heldDeletes.count("hubspot")), 6);
}

TEST_F(ApplyGoneTest, TheNextPassCountsAnew)
{
    fill(2'000);
    apply(goneFrom(0, 15, true));
    apply({}); // the pass ends
    EXPECT_EQ(apply(goneFrom(15, 15)).deleted, 15);
}

TEST_F(ApplyGoneTest, ARefusedMassIsForgottenAndARecordThatIsThereIsNotHeld)
{
    fill(2'000);
    apply(goneFrom(0, 30));
    apply(pageOf(person("hs:3", "3@a.example")));
    EXPECT_EQ(need(tables().heldDeletes.count("hubspot")), 29);
    inTransaction(
        [&] { EXPECT_EQ(need(decideHeldDeletes(tables(), "hubspot", false, m_changes)), 0); });
    EXPECT_EQ(alive(), 2'000);
    EXPECT_FALSE(need(tables().heldDeletes.hasAny()));
}

TEST_F(ApplyGoneTest, WhatIsOnlyOutOfSightIsKept)
{
    fill(3);
    crm::Page page;
    page.gone = {gone(1, false)};
    EXPECT_EQ(apply(page).deleted, 0);
    EXPECT_EQ(alive(), 3);
    EXPECT_TRUE(need(tables().heldDeletes.isHidden(RecordKind::Contact, "hs:1")));
    apply(pageOf(person("hs:1", "1@a.example")));
    EXPECT_FALSE(need(tables().heldDeletes.isHidden(RecordKind::Contact, "hs:1")));
}

TEST_F(ApplyGoneTest, ARecordThatNeverCameIsNotCounted)
{
    fill(3);
    EXPECT_EQ(apply(goneFrom(100, 500)).heldDeletes, 0);
}

} // namespace
} // namespace topline::sync
