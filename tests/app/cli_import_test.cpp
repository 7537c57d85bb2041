// CRM files through the terminal: known answers for the practice data, a lossless way back, bad
// rows kept aside, and a second import that changes nothing.
#include "tests/app/cli_process.h"
#include "tests/crm/shared_data.h"

#include <cmath>
#include <gtest/gtest.h>

namespace topline::app {

namespace {

std::int64_t countOf(const Ran &ran, const char *kind, const char *what)
{
    return ran.document()
        .value(QLatin1String("byKind"))
        .toObject()
        .value(QLatin1String(kind))
        .toObject()
        .value(QLatin1String(what))
        .toInteger();
}

const char *const accounts = "id,name,domain,industry\n"
                             "a1,Halvern Works,halvern.example,Manufacturing\n"
                             "a2,Corvane Foods,corvane.example,Retail\n";
const char *const dealsWithFaults = "id,name,account,stage,amount,created,close\n"
                                    "d1,First,a1,Won,1200.00,2025-01-10,2025-02-20\n"
                                    "d2,Second,a1,Won,twelve,2025-01-10,2025-02-20\n"
                                    "d3,Third,a2,Lost,500.00,2025-01-12,2025-02-30\n"
                                    "d4,Fourth,a2,Lost,800.00,2025-01-12,2025-03-01\n";
const char *const stages = "id,name,pipeline,order,kind\n"
                           "Won,Won,Sales,1,won\nLost,Lost,Sales,2,lost\n";

} // namespace

TEST(CliImport, PracticeDataGivesTheKnownFigures)
{
    const auto data = sharedData("maven_crm");
    if (!data)
        GTEST_SKIP() << "no reference data maven_crm; set TOPLINE_DATA";
    const Terminal terminal;
    ASSERT_EQ(terminal.run({"new"}).status, 0);
    const Ran dry = terminal.json({"import", "crm", *data, "--dry-run"});
    EXPECT_EQ(dry.status, 0) << dry.err;
    EXPECT_EQ(countOf(dry, "deals", "added"), 8'800);
    EXPECT_EQ(terminal.json({"deals", "--limit", "1"}).items().size(), 0);

    const Ran first = terminal.json({"import", "crm", *data});
    ASSERT_EQ(first.status, 0) << first.err;
    EXPECT_EQ(countOf(first, "deals", "added"), 8'800);
    const Ran again = terminal.json({"import", "crm", *data});
    EXPECT_EQ(countOf(again, "deals", "unchanged"), 8'800);
    for (const char *kind : {"accounts", "deals", "owners", "products", "stages"}) {
        EXPECT_EQ(countOf(again, kind, "added"), 0) << kind;
        EXPECT_EQ(countOf(again, kind, "changed"), 0) << kind;
    }

    const std::string text = terminal.run({"metrics"}).out;
    for (const char *figure : {"63.15", "$10,005,534", "$2,360.91", "$1,117", "51.78", "57",
                               "41.48", "14", "$193,224 a day"})
        EXPECT_NE(text.find(figure), std::string::npos) << figure << " is not in\n" << text;
    const QJsonObject all =
        terminal.json({"metrics"}).document().value(QLatin1String("all")).toObject();
    EXPECT_EQ(all.value(QLatin1String("wonMinorSum")).toInteger(), 1'000'553'400);
    EXPECT_EQ(all.value(QLatin1String("closed")).toInteger(), 6'711);
    EXPECT_EQ(all.value(QLatin1String("wonCycleDaysMedian")).toDouble(), 57);

    ASSERT_EQ(terminal.run({"export", terminal.path("out"), "--preset", "maven_crm"}).status, 0);
    for (const char *name :
         {"accounts.csv", "products.csv", "sales_pipeline.csv", "sales_teams.csv"})
        EXPECT_TRUE(Terminal::read(terminal.path("out/" + std::string(name))) ==
                    Terminal::read(*data + "/" + name))
            << name << " came out different";
}

TEST(CliImport, BadRowsAreKeptAsideAndCanBeRepaired)
{
    const Terminal terminal;
    ASSERT_EQ(terminal.run({"new"}).status, 0);
    terminal.write("accounts.csv", accounts);
    terminal.write("stages.csv", stages);
    const std::string deals = terminal.write("deals.csv", dealsWithFaults);
    const Ran ran =
        terminal.json({"import", "crm", terminal.path("accounts.csv"), terminal.path("stages.csv"),
                       deals, "--preset", "topline", "--rejects", terminal.path("aside")});
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(countOf(ran, "deals", "added"), 2);
    EXPECT_EQ(countOf(ran, "deals", "rejected"), 2);
    const QJsonArray rejects = ran.items();
    ASSERT_EQ(rejects.size(), 2);
    const QJsonObject first = rejects.first().toObject();
    EXPECT_EQ(first.value(QLatin1String("line")).toInteger(), 3);
    EXPECT_EQ(first.value(QLatin1String("field")).toString().toStdString(), "amount");
    EXPECT_FALSE(first.value(QLatin1String("reason")).toString().isEmpty());

    const std::string aside = terminal.path("aside/deals.csv.rejects.csv");
    std::string repaired = Terminal::read(aside);
    ASSERT_NE(repaired.find("twelve"), std::string::npos);
    repaired.replace(repaired.find("twelve"), 6, "12.00");
    repaired.replace(repaired.find("2025-02-30"), 10, "2025-02-28");
    terminal.write("deals.csv.rejects.csv", repaired);
    const Ran second = terminal.json(
        {"import", "crm", terminal.path("deals.csv.rejects.csv"), "--preset", "topline"});
    EXPECT_EQ(second.status, 0) << second.err;
    EXPECT_EQ(countOf(second, "deals", "added"), 2);
    EXPECT_EQ(terminal.json({"deals"}).items().size(), 4);
}

TEST(CliImport, EventsComeInOnce)
{
    const Terminal terminal;
    ASSERT_EQ(terminal.run({"new"}).status, 0);
    terminal.write("accounts.csv", accounts);
    ASSERT_EQ(terminal.run({"import", "crm", terminal.path("accounts.csv"), "--preset", "topline"})
                  .status,
              0);
    const std::string events =
        terminal.write("visits.jsonl", "{\"id\":\"1\",\"kind\":\"pricing_view\",\"at\":\"2025-11-"
                                       "18T09:00:00Z\",\"account_domain\":"
                                       "\"halvern.example\"}\n"
                                       "{\"id\":\"2\",\"kind\":\"pricing_view\",\"at\":\"2025-11-"
                                       "18T10:30:00Z\",\"account_domain\":"
                                       "\"halvern.example\"}\n"
                                       "not json\n");
    const Ran first = terminal.json({"import", "events", events});
    ASSERT_EQ(first.status, 0) << first.err << first.out;
    EXPECT_EQ(countOf(first, "events", "added"), 2);
    EXPECT_EQ(countOf(first, "events", "rejected"), 1);
    const Ran again = terminal.json({"import", "events", events});
    EXPECT_EQ(countOf(again, "events", "added"), 0);
    EXPECT_EQ(countOf(again, "events", "unchanged"), 2);
}

} // namespace topline::app
