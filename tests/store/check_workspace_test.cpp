#include "core/store/check_workspace.h"
#include "tests/store/direct_sql.h"
#include "tests/store/scenario.h"
#include "tests/store/test_workspace.h"

#include <algorithm>

namespace topline::store {
namespace {

class CheckWorkspaceTest : public StoreTest {
protected:
    CheckWorkspaceTest()
    {
        inTransaction([&] {
            need(writeEverywhere(tables(), 0));
            need(writeEverywhere(tables(), 1));
        });
    }

    CheckReport check(Depth depth = Depth::Quick)
    {
        return need(checkWorkspace(database(), depth));
    }
};

TEST_F(CheckWorkspaceTest, ASoundWorkspaceHasNoFindings)
{
    for (const auto depth : {Depth::Quick, Depth::Full}) {
        const auto report = check(depth);
        EXPECT_TRUE(report.sound()) << (report.sound() ? "" : report.findings.front());
        EXPECT_GE(report.asked.size(), 15U);
    }
}

TEST_F(CheckWorkspaceTest, EveryPlantedFaultIsFound)
{
    const std::pair<const char *, const char *> faults[] = {
        {"DELETE FROM decision WHERE id = 1", "every first step of a play was made by exactly one"},
        {"UPDATE action SET step_no = 2 WHERE id = 1",
         "every later step of a play belongs to its run"},
        {"UPDATE decision SET action = zeroblob(16) WHERE id = 1",
         "every decision that made an action has it"},
        {"UPDATE action SET state = 7 WHERE id = 1", "nothing was done about a held-out action"},
        {"DELETE FROM approval WHERE id = 1", "what left was approved, byte for byte"},
        {"UPDATE effect SET state = 3 WHERE id = 1", "a sent effect's action has ended"},
        {"UPDATE action SET state = 0 WHERE id = 2",
         "an effect under way belongs to an action under way"},
        {"UPDATE effect SET wire = wire || ' ' WHERE id = 1",
         "the bytes of every effect are those that were hashed"},
        {"UPDATE effect SET route = 'sf:' WHERE id = 1", "every effect waits for the connection"},
        {"UPDATE effect SET route = iif(route IS NULL, '', NULL) WHERE id = 2",
         "every effect waits for the connection"},
        {"UPDATE score_row SET milli_points = 1 WHERE account_id = 1", "score rows add up"},
        {"UPDATE stage_count SET closed = closed + 1 WHERE stage_id = 0",
         "stage counts are the sums"},
        {"DELETE FROM stage_count WHERE stage_id = 1", "every deal fact is in the stage counts"},
        {"DELETE FROM ledger WHERE seq = 1", "ledger rows follow each other"},
        {"UPDATE ledger SET prev_hash = printf('%064d', 3) WHERE seq = 2",
         "ledger rows follow each other"},
        {"INSERT INTO pending_reference VALUES (4, 'a0', 2, 1)", "no reference waits"},
        {"INSERT INTO record_link VALUES (4, 'hs:1', 999, 1, 0, '')", "every other id of a record"},
        {"DELETE FROM search WHERE rowid = 4", "the search index holds"},
        {"UPDATE contact SET account_id = 999 WHERE id = 1", "every reference leads somewhere"},
    };
    m_workspace.reset();
    const auto path = m_folder / "test.topline";
    const std::string sound = readBytes(path);
    for (const auto &[fault, law] : faults) {
        writeBytes(path, sound);
        m_workspace = need(Workspace::open(path, testNowMs));
        plant(database(), fault);
        const auto report = check();
        const bool found =
            std::any_of(report.findings.begin(), report.findings.end(),
                        [&](const auto &each) { return each.find(law) != std::string::npos; });
        EXPECT_TRUE(found) << fault;
        m_workspace.reset();
    }
}

TEST_F(CheckWorkspaceTest, AForeignSchemaIsFound)
{
    ASSERT_EQ(breach(database(), "CREATE TABLE evil (a)"), "");
    const auto report = check();
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_NE(report.findings[0].find("the schema is this program's own"), std::string::npos);
}

TEST_F(CheckWorkspaceTest, ManyFaultsOfOneKindAreSummedUp)
{
    inTransaction([&] {
        for (int round = 2; round < 12; ++round)
            need(writeEverywhere(tables(), round));
    });
    plant(database(), "UPDATE score_row SET milli_points = 1");
    const auto report = check();
    ASSERT_EQ(report.findings.size(), 6U);
    EXPECT_NE(report.findings.back().find("7 more"), std::string::npos);
}

} // namespace
} // namespace topline::store
