#include "core/base/hash.h"
#include "tests/crm/import_folder.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::crm;
using namespace topline::domain;

namespace {

// The layout of the practice data, with rows of our own.
class PracticeImport : public testing::Test {
protected:
    PracticeImport()
    {
        m_folder.write("accounts.csv",
                       "account,sector,year_established,revenue,employees,office_location,"
                       "subsidiary_of\r\nNorthwind,retail,1996,1100.04,\"2,822\",Norway,\r\n"
                       "Blue Yonder,finance,2001,0.5,12,Kenya,Northwind\r\n");
        m_folder.write("products.csv",
                       "product,series,sales_price\nZX Pro,ZX,4821\nZX Basic,ZX,550\n");
        m_folder.write("sales_teams.csv",
                       "sales_agent,manager,regional_office\nAda Byron,Grace Hill,East\n");
        m_folder.write("sales_pipeline.csv",
                       "opportunity_id,sales_agent,product,account,deal_stage,engage_date,"
                       "close_date,close_value\n"
                       "A1,Ada Byron,ZXPro,Northwind,Won,2016-10-20,2017-03-01,1054\n"
                       "A2,Ada Byron,ZX Basic,Blue Yonder,Lost,2016-10-25,2017-03-11,0\n"
                       "A3,Ada Byron,ZX Basic,,Engaging,2016-11-03,,\n"
                       "A4,Ada Byron,ZX Basic,Northwind,Prospecting,,,\n");
        m_folder.write("notes.txt", "free text\nof no use\n");
    }

    ImportFolder m_folder;
    Mapping m_mapping = preset("maven_crm");
};

base::UtcMs day(int year, int month, int date)
{
    return base::dayNumber({year, month, date}) * base::dayMs;
}

} // namespace

TEST_F(PracticeImport, GivesEveryRecordWithItsReferences)
{
    const Imported out = importAll(m_mapping, {m_folder.path()});
    EXPECT_EQ(out.error, "");
    EXPECT_TRUE(out.rejects.empty());
    ASSERT_EQ(out.page.deals.size(), 4U);
    const Deal &won = out.page.deals[0];
    EXPECT_EQ(won.remoteId, "A1");
    EXPECT_EQ(won.name, "Northwind · ZXPro");
    EXPECT_EQ(won.product.remoteId, "ZX Pro");
    EXPECT_EQ(won.account.remoteId, "Northwind");
    EXPECT_EQ(won.owner.remoteId, "Ada Byron");
    EXPECT_EQ(won.stage.remoteId, "Won");
    EXPECT_EQ(won.amount, (base::Money{105'400, base::Currency::usd()}));
    EXPECT_EQ(won.createdMs, day(2016, 10, 20));
    EXPECT_EQ(won.closeMs, day(2017, 3, 1));
    const Deal &open = out.page.deals[3];
    EXPECT_FALSE(open.amount || open.createdMs || open.closeMs);
    EXPECT_FALSE(out.page.deals[2].account.isSet());
    EXPECT_EQ(out.page.accounts[0].annualRevenue->amountMinor, 110'004'000'000);
    EXPECT_EQ(out.page.accounts[0].employees, 2822);
    EXPECT_EQ(out.page.accounts[1].parent, "Northwind");
    EXPECT_EQ(out.page.owners[0].manager, "Grace Hill");
    EXPECT_EQ(out.page.owners[0].team, "East");
}

TEST_F(PracticeImport, PutsStagesInTheOrderOfTheMappingAndDatesTheirChanges)
{
    const Imported out = importAll(m_mapping, {m_folder.path()});
    std::map<std::string, std::pair<int, StageKind>> stages;
    for (const Stage &stage : out.page.stages)
        stages[stage.remoteId] = {stage.order, stage.kind};
    EXPECT_EQ(stages, (std::map<std::string, std::pair<int, StageKind>>{
                          {"Prospecting", {0, StageKind::Open}},
                          {"Engaging", {1, StageKind::Open}},
                          {"Won", {2, StageKind::Won}},
                          {"Lost", {3, StageKind::Lost}}}));
    std::vector<std::string> changes;
    for (const StageChange &change : out.page.stageChanges)
        changes.push_back(change.deal.remoteId + " " + change.stage.remoteId + " " +
                          base::utcText(change.atMs).substr(0, 10));
    EXPECT_EQ(changes, (std::vector<std::string>{"A1 Engaging 2016-10-20", "A1 Won 2017-03-01",
                                                 "A2 Engaging 2016-10-25", "A2 Lost 2017-03-11",
                                                 "A3 Engaging 2016-11-03"}));
}

TEST_F(PracticeImport, KeepsEveryCellOfEveryRow)
{
    const Imported out = importAll(m_mapping, {m_folder.path()});
    const auto found =
        std::find_if(out.sources.begin(), out.sources.end(), [](const SourceFields &fields) {
            return fields.kind == RecordKind::Account && fields.remoteId == "Northwind";
        });
    ASSERT_NE(found, out.sources.end());
    EXPECT_EQ(found->file, "accounts.csv");
    EXPECT_EQ(found->layout, "maven_crm");
    ASSERT_EQ(found->cells.size(), 7U);
    EXPECT_EQ(found->cells[2], std::pair(std::string("year_established"), std::string("1996")));
    EXPECT_EQ(found->cells[4], std::pair(std::string("employees"), std::string("2,822")));
    EXPECT_EQ(out.sources.size(), 1U + 2U + 2U + 4U);
}

TEST_F(PracticeImport, TheSameFilesGiveTheSameRecords)
{
    const Imported first = importAll(m_mapping, {m_folder.path()});
    const Imported second = importAll(m_mapping, {m_folder.path()}, {.batchRows = 1});
    EXPECT_GT(second.batches, first.batches);
    EXPECT_EQ(first.page.deals, second.page.deals);
    EXPECT_EQ(first.page.accounts, second.page.accounts);
    EXPECT_EQ(first.page.stages, second.page.stages);
    EXPECT_EQ(first.page.stageChanges, second.page.stageChanges);
    EXPECT_EQ(first.sources, second.sources);
}

TEST_F(PracticeImport, FindsThePresetByTheColumns)
{
    const auto presets = presetMappings();
    ASSERT_TRUE(presets.ok());
    const auto found = detectMapping(*presets, {m_folder.path()});
    ASSERT_TRUE(found.ok());
    EXPECT_EQ((*presets)[*found].name, "maven_crm");
    const auto one = detectMapping(*presets, {m_folder.path() + "/sales_pipeline.csv"});
    ASSERT_TRUE(one.ok());
    EXPECT_EQ((*presets)[*one].name, "maven_crm");
    EXPECT_FALSE(detectMapping(*presets, {m_folder.path() + "/notes.txt"}).ok());
}

TEST_F(PracticeImport, RejectsBadRowsWithTheirPlaceAndKeepsTheRest)
{
    const std::string path = m_folder.write(
        "sales_pipeline.csv", "opportunity_id,sales_agent,product,account,deal_stage,engage_date,"
                              "close_date,close_value\n"
                              "A1,Ada Byron,ZXPro,Northwind,Won,2016-10-20,2017-03-01,1054\n"
                              "A2,Ada Byron,ZXPro,Northwind,Won,2016-10-20,yesterday,1054\n"
                              "A3,Nobody,ZXPro,Northwind,Won,2016-10-20,2017-03-01,1054\n"
                              "A4,Ada Byron,ZXPro,Northwind,Won,2016-10-20,2017-03-01\n"
                              "A5,Ada Byron,ZXPro,\"Northwind,Won,2016-10-20,2017-03-01,1\n"
                              ",Ada Byron,ZXPro,Northwind,Won,2016-10-20,2017-03-01,1054\n"
                              "A1,Ada Byron,ZXPro,Northwind,Won,2016-10-20,2017-03-01,1054\n"
                              ",,,,,,,\n"
                              "A6,Ada Byron,ZXPro,Northwind,Won,2016-10-20,2017-03-01,1.234\n"
                              "A7,Ada Byron,ZXPro,Northwind,Won,2016-10-20,2017-03-01,7\n");
    const Imported out = importAll(m_mapping, {m_folder.path()});
    EXPECT_EQ(out.error, "");
    std::vector<std::string> texts;
    for (const RejectedRow &row : out.rejects) {
        EXPECT_EQ(row.place.file, path);
        texts.push_back(std::to_string(row.place.line) + ":" + std::to_string(row.place.column) +
                        " " + row.place.field + ": " + row.reason);
    }
    EXPECT_EQ(texts,
              (std::vector<std::string>{
                  "3:45 close: \"yesterday\" is not a date such as 2017-03-31",
                  "4:4 owner: there is no owner called \"Nobody\"",
                  "5:55 : the header has 8 columns, this row has 7",
                  "6:20 : the quote opened here is never closed", "7:1 id: id is empty",
                  "8:1 id: the id \"A1\" stands already in line 2",
                  "10:56 amount: The number has more digits behind its decimal sign than fit"}));
    ASSERT_EQ(out.page.deals.size(), 2U);
    EXPECT_EQ(out.page.deals[1].remoteId, "A7");
    EXPECT_EQ(out.rows.at("deals"), 9);
}

TEST_F(PracticeImport, RejectedRowsCanBeRepairedAndImportedAgain)
{
    m_folder.write("sales_pipeline.csv",
                   "opportunity_id,sales_agent,product,account,deal_stage,engage_date,"
                   "close_date,close_value\n"
                   "A1,Ada Byron,ZXPro,Northwind,Won,2016-10-20,oops,\"1,054\"\n"
                   "A2,Ada Byron,ZXPro,\"Northwind,Won,2016-10-20,2017-03-01,1\n");
    const Imported first = importAll(m_mapping, {m_folder.path()});
    ASSERT_EQ(first.rejects.size(), 2U);
    std::string text = first.rejectsCsv;
    EXPECT_NE(text.find("_line,_column,_reason"), std::string::npos);
    EXPECT_NE(text.find("\"A2,Ada Byron,ZXPro,\"\"Northwind"), std::string::npos) << text;
    text.replace(text.find("oops"), 4, "2017-03-01");
    const std::string repaired = m_folder.write("sales_pipeline.csv.rejects.csv", text);
    // What was accepted before is known to the workspace.
    ImportOptions options;
    options.known = [](RecordKind, LookUp, const std::string &name) {
        return std::optional(name == "ZXPro" ? "ZX Pro" : name);
    };
    const Imported second = importAll(m_mapping, {repaired}, options);
    EXPECT_EQ(second.error, "");
    ASSERT_EQ(second.page.deals.size(), 1U);
    EXPECT_EQ(second.page.deals[0].product.remoteId, "ZX Pro");
    EXPECT_EQ(second.page.deals[0].amount->amountMinor, 105'400);
    ASSERT_EQ(second.sources.size(), 1U);
    EXPECT_EQ(second.sources[0].file, "sales_pipeline.csv");
    EXPECT_EQ(second.sources[0].cells.size(), 8U);
    ASSERT_EQ(second.rejects.size(), 1U);
    EXPECT_EQ(second.rejects[0].reason, "this row is still to be repaired");
    EXPECT_NE(second.rejectsCsv.find("\"A2,Ada Byron,ZXPro,\"\"Northwind"), std::string::npos);
    EXPECT_EQ(second.rejectsCsv.find("_line"), second.rejectsCsv.rfind("_line"));
}

TEST_F(PracticeImport, WrongMissingEmptyAndBinaryFilesAreToldApart)
{
    const std::string other = m_folder.write("accounts.csv", "a,b\n1,2\n");
    EXPECT_NE(importAll(m_mapping, {other}).error.find("wanted \"account\", the file has \"a\""),
              std::string::npos)
        << importAll(m_mapping, {other}).error;
    EXPECT_NE(importAll(m_mapping, {m_folder.path() + "/no.csv"}).error.find("There is no file"),
              std::string::npos);
    const std::string empty = m_folder.write("empty.csv", "");
    EXPECT_NE(importAll(m_mapping, {empty}).error.find("is empty"), std::string::npos);
    const std::string binary = m_folder.write("products.csv", std::string("\x7F"
                                                                          "ELF\1\1\0\0\0\0\0\0",
                                                                          12));
    EXPECT_NE(importAll(m_mapping, {binary}).error.find("binary"), std::string::npos);
    const auto presets = presetMappings();
    EXPECT_NE(detectMapping(*presets, {binary}).error().text().find("binary"), std::string::npos);
    const std::string half = m_folder.write("half.csv", std::string("a\0b", 3));
    EXPECT_NE(detectMapping(*presets, {half}).error().text().find("cannot be read"),
              std::string::npos);
    const ImportFolder none;
    EXPECT_NE(importAll(m_mapping, {none.path()}).error.find("holds no CSV"), std::string::npos);
}

TEST_F(PracticeImport, AHeaderAloneIsAnImportOfNothing)
{
    const std::string path = m_folder.write("products.csv", "product,series,sales_price\n");
    const Imported out = importAll(m_mapping, {path});
    EXPECT_EQ(out.error, "");
    EXPECT_EQ(out.rows, (std::map<std::string, std::int64_t>{{"products", 0}}));
}

TEST_F(PracticeImport, StopsWhenCancelled)
{
    CancelToken cancel;
    auto plan = planImport(m_mapping, {m_folder.path()});
    ASSERT_TRUE(plan.ok());
    CsvImport import(m_mapping, *plan, {.cancel = &cancel});
    ImportBatch batch;
    ASSERT_TRUE(*import.next(batch));
    EXPECT_GT(import.progress().bytesRead, 0);
    EXPECT_GT(import.progress().bytesTotal, import.progress().bytesRead);
    cancel.cancelled = true;
    const auto stopped = import.next(batch);
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.error().code, base::ErrorCode::Cancelled);
}

TEST(CsvImport, ReadsSemicolonsDecimalCommasAndEuropeanDates)
{
    const ImportFolder folder;
    const std::string path =
        folder.write("firmen.csv", "\xEF\xBB\xBF"
                                   "Firma;Umsatz;Seit;Betreuer\r\n"
                                   "Müller & Söhne;\"1.234,50 €\";31.12.2016;Ada\r\n");
    const Mapping mapping =
        mappingOf("name: de\n"
                  "currency: EUR\n"
                  "decimal: comma\n"
                  "dates: day-month-year\n"
                  "timeZone: Europe/Berlin\n"
                  "files:\n"
                  "  - kind: accounts\n"
                  "    match: firmen.csv\n"
                  "    fields:\n"
                  "      name: Firma\n"
                  "      annualRevenue: Umsatz\n"
                  "      created: Seit\n"
                  "      owner: {column: Betreuer, lookUp: name, missing: create}\n");
    const Imported out = importAll(mapping, {path});
    EXPECT_EQ(out.error, "");
    ASSERT_EQ(out.page.accounts.size(), 1U) << out.rejects.size();
    EXPECT_EQ(out.page.accounts[0].annualRevenue->amountMinor, 123'450);
    EXPECT_EQ(base::utcText(*out.page.accounts[0].createdMs), "2016-12-30T23:00:00Z");
    ASSERT_EQ(out.page.owners.size(), 1U);
    EXPECT_EQ(out.page.owners[0].remoteId, "Ada");
}

TEST(CsvImport, NamesThatSeveralRecordsHaveAreNotGuessed)
{
    const ImportFolder folder;
    folder.write("a.csv", "id,name\n1,Acme Inc\n2,ACME-INC\n3,Solo\n");
    folder.write("d.csv",
                 "id,account,stage\nx,acme inc,Open\ny,Acme Inc,Open\nz,solo,Closed Won\n");
    const Mapping mapping =
        mappingOf("name: t\nfiles:\n"
                  "  - {kind: accounts, match: a.csv, fields: {id: id, name: name}}\n"
                  "  - kind: deals\n    match: d.csv\n    fields:\n"
                  "      id: id\n"
                  "      account: {column: account, lookUp: name}\n"
                  "      stage: stage\n");
    const Imported out = importAll(mapping, {folder.path()});
    ASSERT_EQ(out.page.deals.size(), 2U);
    EXPECT_EQ(out.page.deals[0].account.remoteId, "1"); // letter by letter
    EXPECT_EQ(out.page.deals[1].account.remoteId, "3");
    ASSERT_EQ(out.rejects.size(), 1U);
    EXPECT_EQ(out.rejects[0].reason, "there are several accounts called \"acme inc\"");
    ASSERT_EQ(out.page.stages.size(), 2U);
    EXPECT_EQ(out.page.stages[1].kind, StageKind::Won);
}

TEST(CsvImport, ReadsHubSpotExportsWithLabels)
{
    const ImportFolder folder;
    folder.write("all-companies.csv",
                 "Record ID,Company name,Company Domain Name,Company owner,Annual Revenue\n"
                 "11,Acme,https://www.Acme.com/x,Ada Byron,1000000\n");
    folder.write("all-deals.csv",
                 "Record ID,Deal Name,Pipeline,Deal Stage,Close Date,Deal owner,Amount,"
                 "Associated Company,My own field\n"
                 "77,Big one,Sales,Closed Won,2024-05-01 13:30,Ada Byron,99.999,Acme,kept\n"
                 "78,New,Sales,Strange stage,,Bob Ross,,Unknown Ltd,\n");
    const auto presets = presetMappings();
    const auto found = detectMapping(*presets, {folder.path()});
    ASSERT_TRUE(found.ok()) << found.error().text();
    ASSERT_EQ((*presets)[*found].name, "hubspot");
    const Imported out = importAll((*presets)[*found], {folder.path()});
    EXPECT_EQ(out.error, "");
    EXPECT_TRUE(out.rejects.empty());
    ASSERT_EQ(out.page.deals.size(), 2U);
    EXPECT_EQ(out.page.deals[0].amount->amountMinor, 10'000);
    EXPECT_EQ(out.page.deals[0].account.remoteId, "11");
    EXPECT_EQ(out.page.deals[1].account.remoteId, "Unknown Ltd");
    EXPECT_EQ(out.page.accounts[0].domain, "acme.com");
    ASSERT_EQ(out.page.stages.size(), 2U);
    EXPECT_EQ(out.page.stages[0].remoteId, "Sales/Closed Won");
    EXPECT_EQ(out.page.stages[0].kind, StageKind::Won);
    EXPECT_EQ(out.page.stages[1].name, "Strange stage");
    ASSERT_EQ(out.page.owners.size(), 2U);
}

TEST(CsvImport, ReadsSalesforceNamesAndFlags)
{
    const ImportFolder folder;
    folder.write(
        "Opportunity.csv",
        "Id,AccountId,OwnerId,Name,StageName,IsClosed,IsWon,Amount,CloseDate,CreatedDate\n"
        "006A,001A,005A,One,Signed,TRUE,TRUE,1.0E7,2024-05-01,2024-01-01T10:00:00.000+0000\n"
        "006B,001A,005A,Two,Dropped,TRUE,FALSE,,2024-05-01,2024-01-01T10:00:00.000+0000\n"
        "006C,001A,005A,Three,Talking,FALSE,FALSE,5,2024-05-01,2024-01-01T10:00:00Z\n");
    const Imported out = importAll(preset("salesforce"), {folder.path()});
    EXPECT_EQ(out.error, "");
    ASSERT_EQ(out.page.deals.size(), 3U);
    EXPECT_EQ(out.page.deals[0].amount->amountMinor, 1'000'000'000);
    EXPECT_EQ(out.page.deals[0].account.remoteId, "001A");
    ASSERT_EQ(out.page.stages.size(), 3U);
    EXPECT_EQ(out.page.stages[0].kind, StageKind::Won);
    EXPECT_EQ(out.page.stages[1].kind, StageKind::Lost);
    EXPECT_EQ(out.page.stages[2].kind, StageKind::Open);
}

TEST(CsvImport, LinksDealsAndActivitiesByLinkFiles)
{
    const ImportFolder folder;
    folder.write("deal_company_data.csv", "company_id,deal_id\n11,77\n12,77\n");
    folder.write("deal_data.csv", "deal_id,property_dealname,deal_pipeline_stage_id\n77,Big,s1\n");
    folder.write("deal_pipeline_stage_data.csv",
                 "stage_id,label,pipeline_id,display_order,is_closed,closed_won\n"
                 "s1,Signed,p,4,TRUE,TRUE\n");
    folder.write("engagement_contact_data.csv", "contact_id,engagement_id\n5,900\n");
    folder.write("engagement_call_data.csv",
                 "engagement_id,property_hs_timestamp,type\n900,2023-06-08 23:22:38.270,CALL\n");
    const Imported out = importAll(preset("hubspot"), {folder.path()}, {.nowMs = 42});
    EXPECT_EQ(out.error, "");
    ASSERT_EQ(out.page.deals.size(), 1U);
    EXPECT_EQ(out.page.deals[0].account.remoteId, "11");
    EXPECT_EQ(out.page.deals[0].stage.remoteId, "s1");
    ASSERT_EQ(out.page.stages.size(), 1U);
    EXPECT_EQ(out.page.stages[0].kind, StageKind::Won);
    ASSERT_EQ(out.activities.size(), 1U);
    EXPECT_EQ(out.activities[0].event.kind, EventKind::CallMade);
    EXPECT_EQ(out.activities[0].event.contact.remoteId, "5");
    EXPECT_EQ(out.activities[0].event.receivedMs, 42);
    EXPECT_EQ(out.activities[0].event.sourceKey, base::key63("hubspot\n900"));
}

TEST(CsvImport, PassesOverRowsThatAreNotMeant)
{
    const ImportFolder folder;
    folder.write("Task.csv", "Id,TaskSubtype,IsClosed,CompletedDateTime,WhoId\n"
                             "1,Call,TRUE,2024-05-01,5\n2,Call,FALSE,,5\n");
    const Imported out = importAll(preset("salesforce"), {folder.path()});
    EXPECT_EQ(out.error, "");
    EXPECT_TRUE(out.rejects.empty());
    EXPECT_EQ(out.rows.at("activities"), 1);
    ASSERT_EQ(out.activities.size(), 1U);
    EXPECT_EQ(out.activities[0].event.kind, EventKind::CallMade);
}

TEST(CsvImport, AStageOfTheWorkspaceIsNotMadeAgain)
{
    const ImportFolder folder;
    folder.write("deals.csv", "id,name,stage\n1,A,s9\n2,B,new\n");
    ImportOptions options;
    options.known = [](RecordKind, LookUp, const std::string &text) {
        return text == "s9" ? std::optional(text) : std::nullopt;
    };
    const Imported out = importAll(preset("topline"), {folder.path()}, options);
    ASSERT_EQ(out.page.stages.size(), 1U);
    EXPECT_EQ(out.page.stages[0].remoteId, "new");
    ASSERT_EQ(out.page.deals.size(), 2U);
    EXPECT_EQ(out.page.deals[0].stage.remoteId, "s9");
}

TEST(CsvImport, CellsGuardedAgainstFormulasComeBackPlain)
{
    const ImportFolder folder;
    folder.write("a.csv", "id,name\n1,\"'=1+1\"\n2,'quoted\n");
    const Mapping mapping = mappingOf(
        "name: t\nfiles:\n  - {kind: accounts, match: a.csv, fields: {id: id, name: name}}\n");
    const Imported out = importAll(mapping, {folder.path()});
    ASSERT_EQ(out.page.accounts.size(), 2U);
    EXPECT_EQ(out.page.accounts[0].name, "=1+1");
    EXPECT_EQ(out.page.accounts[1].name, "'quoted");
}
