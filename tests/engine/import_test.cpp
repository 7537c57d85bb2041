// Files in and out through the engine: dry run, import, again, cancelled half-way, bad rows kept
// aside, and the same bytes back.
#include "core/engine/engine.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace topline::engine {

using flow::need;

namespace {

class ImportTest : public testing::Test {
protected:
    Engine &engine() { return m_world.engine(); }

    std::string write(const std::string &name, const std::string &text)
    {
        const std::filesystem::path path = std::filesystem::path(m_world.folder()) / "in" / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return path.string();
    }

    static std::string read(const std::string &path)
    {
        std::ifstream file(path, std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }

    // A small company in our own layout; the last deal names a stage that nobody knows.
    void writeCompany()
    {
        write("owners.csv", "id,name,email\r\no1,Robin Vale,robin@seller.example\r\n");
        write("stages.csv", "id,name,pipeline,order,kind\r\n"
                            "s1,Proposal,sales,0,open\r\ns2,Won,sales,1,won\r\n");
        write("accounts.csv",
              "id,name,domain,owner\r\na1,\"Northwind, Inc.\",northwind.example,o1\r\n"
              "a2,Ærø ApS,aero.example,o1\r\n");
        write("contacts.csv", "id,account,first_name,last_name,email\r\n"
                              "c1,a1,Dana,Reyes,dana@northwind.example\r\n");
        write("deals.csv", "id,name,account,contact,owner,stage,amount,created\r\n"
                           "d1,Renewal,a1,c1,o1,s1,1200.50,2026-07-01\r\n"
                           "d2,Upgrade,a2,,o1,s2,300,2026-06-01\r\n"
                           "d3,Broken,a2,,o1,s1,twelve,2026-06-01\r\n");
    }

    domain::ImportReport importCrm(bool dryRun = false)
    {
        ImportRequest request;
        request.paths = {m_world.folder() + "/in"};
        request.mapping = "topline";
        request.dryRun = dryRun;
        return need(engine().import(request));
    }

    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_crm{flow::birthMs, 12};
    flow::World m_world{m_crm, m_clock};
};

} // namespace

TEST_F(ImportTest, ADryRunCountsLikeTheImportAndChangesNothing)
{
    writeCompany();
    const auto dry = importCrm(true);
    EXPECT_TRUE(dry.dryRun);
    EXPECT_TRUE(need(engine().tables().records.accounts()).empty());
    EXPECT_TRUE(need(engine().tables().imports.runs()).empty());
    EXPECT_EQ(need(engine().status()).rejectedRows, 0);

    const auto real = importCrm();
    EXPECT_EQ(real.byKind, dry.byKind);
    EXPECT_EQ(real.byKind.at("deals").added, 2);
    EXPECT_EQ(need(engine().tables().records.deals()).size(), 2u);
}

TEST_F(ImportTest, ABadRowIsKeptAsideWithItsPlaceWhileTheRestGoesIn)
{
    writeCompany();
    const auto report = importCrm();
    ASSERT_EQ(report.rejects.size(), 1u);
    const auto &reject = report.rejects.front();
    EXPECT_NE(reject.place.file.find("deals.csv"), std::string::npos);
    EXPECT_EQ(reject.place.line, 4);
    EXPECT_NE(reject.raw.find("twelve"), std::string::npos);
    EXPECT_EQ(need(engine().status()).rejectedRows, 1);
}

TEST_F(ImportTest, ImportingTwiceChangesNothing)
{
    writeCompany();
    importCrm();
    const auto digest = need(engine().tables().derived.digest());
    const auto again = importCrm();
    for (const auto &[kind, counts] : again.byKind) {
        EXPECT_EQ(counts.added, 0) << kind;
        EXPECT_EQ(counts.changed, 0) << kind;
    }
    EXPECT_EQ(need(engine().tables().derived.digest()), digest);
}

TEST_F(ImportTest, WhatCameInGoesOutAgainUnchanged)
{
    writeCompany();
    write("deals.csv", "id,name,account,contact,owner,stage,amount,created\r\n"
                       "d2,Upgrade,a2,,o1,s2,300,2026-06-01\r\n"
                       "d1,Renewal,a1,c1,o1,s1,1200.50,2026-07-01\r\n");
    importCrm();
    const std::string out = m_world.folder() + "/out";
    const auto report = need(engine().exportTo(out));
    EXPECT_EQ(report.layout, "topline");
    for (const char *name :
         {"owners.csv", "stages.csv", "accounts.csv", "contacts.csv", "deals.csv"})
        EXPECT_EQ(read(out + "/" + name), read(m_world.folder() + "/in/" + name)) << name;
    EXPECT_FALSE(engine().exportTo(out).ok()); // nothing that exists is overwritten
}

TEST_F(ImportTest, ACancelledImportKeepsWhatWasCommittedAndGoesOnWhenRunAgain)
{
    std::string text = "id,name\r\n";
    for (int n = 0; n < 1'800; ++n)
        text += "a" + std::to_string(n) + ",Company " + std::to_string(n) + "\r\n";
    write("accounts.csv", text);
    ImportRequest request;
    request.paths = {m_world.folder() + "/in/accounts.csv"};
    request.mapping = "topline";
    std::int64_t calls = 0;
    const auto stopped =
        need(engine().import(request, [&](const domain::ImportProgress &) { return ++calls < 2; }));
    EXPECT_TRUE(stopped.cancelled);
    const auto some = need(engine().tables().records.accounts()).size();
    EXPECT_GT(some, 0u);
    EXPECT_LT(some, 1'800u);
    const auto rest = need(engine().import(request));
    EXPECT_FALSE(rest.cancelled);
    EXPECT_EQ(rest.byKind.at("accounts").unchanged, static_cast<std::int64_t>(some));
    EXPECT_EQ(need(engine().tables().records.accounts()).size(), 1'800u);
}

TEST_F(ImportTest, EventsFindTheirPeopleAndMoveTheFeed)
{
    m_world.sync();
    const auto before = need(engine().feed()).size();
    const auto path =
        write("visits.csv", "email,kind,at,id\r\n"
                            "dana5@company5.example,pricing_view,2026-08-30T08:00:00Z,x1\r\n"
                            "dana5@company5.example,pricing_view,2026-09-01T09:00:00Z,x2\r\n"
                            "new@company5.example,page_view,2026-09-01T09:00:00Z,x3\r\n"
                            "nobody@nowhere.example,page_view,2026-09-01T09:00:00Z,x4\r\n");
    ImportRequest request;
    request.paths = {path};
    request.events = true;
    const auto report = need(engine().import(request));
    EXPECT_EQ(report.byKind.at("events").added, 3);
    ASSERT_EQ(report.rejects.size(), 1u);
    EXPECT_EQ(report.rejects.front().place.line, 5);
    EXPECT_NE(report.rejects.front().reason.find("nobody@nowhere.example"), std::string::npos);
    EXPECT_GE(need(engine().feed()).size(), before);
    bool isNoticed = false;
    for (const auto &account : need(engine().tables().records.accounts())) {
        if (account.name != "Company 5")
            continue;
        for (const auto &signal : need(engine().tables().derived.signals(account.id)))
            isNoticed = isNoticed || signal.type == domain::SignalType::PricingRevisit;
    }
    EXPECT_TRUE(isNoticed);
    EXPECT_EQ(need(engine().import(request)).byKind.at("events").added, 0);
}

TEST_F(ImportTest, AMissingFileOrMappingIsAClearMessage)
{
    ImportRequest request;
    request.paths = {m_world.folder() + "/nothing.csv"};
    EXPECT_FALSE(engine().import(request).ok());
    request.mapping = "no such mapping";
    const auto refused = engine().import(request);
    ASSERT_FALSE(refused.ok());
    EXPECT_NE(refused.error().todo.find("maven_crm"), std::string::npos);
    EXPECT_TRUE(need(engine().tables().imports.runs()).empty());
}

} // namespace topline::engine
