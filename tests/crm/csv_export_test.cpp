#include "core/crm/csv_export.h"
#include "tests/crm/import_folder.h"
#include "tests/crm/shared_data.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::crm;
using namespace topline::domain;

namespace {

// Stands in for the store: everything that an import gave, by kind and id.
class Kept {
public:
    explicit Kept(Imported imported)
        : all(std::move(imported))
    {
        for (const SourceFields &fields : all.sources)
            m_sources[{fields.kind, fields.remoteId}] = &fields;
    }

    Kept(const Kept &) = delete;
    Kept &operator=(const Kept &) = delete;

    ExportLookUps lookUps() const
    {
        return {[this](RecordKind kind, const std::string &id) { return names(kind, id); },
                [this](const std::string &id) -> std::optional<Stage> {
                    for (const Stage &stage : all.page.stages) {
                        if (stage.remoteId == id)
                            return stage;
                    }
                    return std::nullopt;
                }};
    }

    // As the engine does it: those that came from a file first, in their order.
    base::Result<ExportSummary> exportTo(const Mapping &mapping, const std::string &folder,
                                         bool withOriginals = true) const
    {
        CsvExport out(mapping, folder, lookUps());
        const auto addAll = [&](const auto &records, RecordKind kind) -> base::Status {
            for (const bool original : {true, false}) {
                for (const auto &record : records) {
                    const SourceFields *fields =
                        withOriginals ? sourceOf(kind, idOf(record)) : nullptr;
                    if ((fields != nullptr) == original)
                        TRY(out.add(record, fields));
                }
            }
            return {};
        };
        TRY(addAll(all.page.owners, RecordKind::Owner));
        TRY(addAll(all.page.products, RecordKind::Product));
        TRY(addAll(all.page.stages, RecordKind::Stage));
        TRY(addAll(all.page.accounts, RecordKind::Account));
        TRY(addAll(all.page.contacts, RecordKind::Contact));
        TRY(addAll(all.page.deals, RecordKind::Deal));
        TRY(addAll(all.page.quotas, RecordKind::Quota));
        for (const StageChange &change : all.page.stageChanges)
            TRY(out.add(change));
        for (const AmountChange &change : all.page.amountChanges)
            TRY(out.add(change));
        for (const EventDraft &draft : all.activities)
            TRY(out.add(draft));
        return out.finish();
    }

    Imported all;

private:
    template <typename Record> static std::string idOf(const Record &record)
    {
        if constexpr (std::is_same_v<Record, Quota>)
            return record.owner.remoteId + " " + base::utcText(record.startMs);
        else
            return record.remoteId;
    }

    const SourceFields *sourceOf(RecordKind kind, const std::string &id) const
    {
        const auto found = m_sources.find({kind, id});
        return found != m_sources.end() ? found->second : nullptr;
    }

    RecordNames names(RecordKind kind, const std::string &id) const
    {
        RecordNames out;
        const auto look = [&](const auto &records) {
            for (const auto &record : records) {
                if (record.remoteId == id)
                    out.name = record.name;
            }
        };
        if (kind == RecordKind::Owner)
            look(all.page.owners);
        if (kind == RecordKind::Product)
            look(all.page.products);
        if (kind == RecordKind::Account)
            look(all.page.accounts);
        return out;
    }

    std::map<std::pair<RecordKind, std::string>, const SourceFields *> m_sources;
};

const std::string dealsText =
    "id,My column,Deal Name,stage,amount,currency,close,company,empty,\"odd, name\"\r\n"
    "1,x1,\"One, two\",Open,\"1,054.00\",usd,2017-3-1,acme  inc,,\"say \"\"hi\"\"\"\r\n"
    "2,=1+1,,Closed Won,,EUR,,,,\r\n"
    "3,'-5,-5,Open,7.1,EUR,2017-03-01T00:00:00Z,,,\r\n";

const std::string dealsMapping =
    "name: t\nfiles:\n"
    "  - kind: deals\n    match: deals.csv\n    fields:\n"
    "      id: id\n      name: deal_name\n      stage: stage\n"
    "      amount: amount\n      currency: currency\n"
    "      close: close\n"
    "      account: {column: company, lookUp: name, missing: create}\n";

} // namespace

TEST(CsvExport, GivesBackEveryCellThatStillSaysTheSame)
{
    const ImportFolder folder;
    folder.write("deals.csv", dealsText);
    const Mapping mapping = mappingOf(dealsMapping);
    Kept kept(importAll(mapping, {folder.path()}));
    ASSERT_EQ(kept.all.page.deals.size(), 3U);
    const auto out = kept.exportTo(mapping, folder.path() + "/out");
    ASSERT_TRUE(out.ok()) << out.error().text();
    ASSERT_EQ(out->files.size(), 1U);
    EXPECT_EQ(out->files[0].rows, 3);
    EXPECT_EQ(out->skipped.at("accounts"), 1);
    // Only what a spreadsheet would run is guarded; '-5 was the guarded form of a plain number.
    std::string want = dealsText;
    want.replace(want.find(",=1+1,"), 6, ",\"'=1+1\",");
    want.replace(want.find(",'-5,"), 5, ",-5,");
    EXPECT_EQ(ImportFolder::read(out->files[0].path), want);
    EXPECT_EQ(std::filesystem::status(out->files[0].path).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(CsvExport, WritesWhatHasChangedAndNothingElse)
{
    const ImportFolder folder;
    folder.write("deals.csv", dealsText);
    const Mapping mapping = mappingOf(dealsMapping);
    Kept kept(importAll(mapping, {folder.path()}));
    Deal &deal = kept.all.page.deals[0];
    deal.amount = base::Money{250'050, *base::Currency::parse("EUR")};
    deal.stage.remoteId = "Closed Won";
    deal.closeMs = base::parseTime("2018-02-03")->utcMs;
    const auto out = kept.exportTo(mapping, folder.path() + "/out");
    ASSERT_TRUE(out.ok());
    const std::string text = ImportFolder::read(out->files[0].path);
    EXPECT_NE(text.find("1,x1,\"One, two\",Closed Won,2500.50,EUR,2018-02-03,acme  inc,,"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("3,-5,-5,Open,7.1,EUR,2017-03-01T00:00:00Z"), std::string::npos) << text;
}

TEST(CsvExport, AddsNewRecordsToTheFileOfTheirKind)
{
    const ImportFolder folder;
    folder.write("deals.csv", dealsText);
    const Mapping mapping = mappingOf(dealsMapping);
    Kept kept(importAll(mapping, {folder.path()}));
    Deal added;
    added.remoteId = "9";
    added.name = "=new";
    added.stage.remoteId = "Open";
    added.account.remoteId = "acme  inc";
    kept.all.page.deals.insert(kept.all.page.deals.begin(), added);
    const auto out = kept.exportTo(mapping, folder.path() + "/out");
    ASSERT_TRUE(out.ok());
    const std::string text = ImportFolder::read(out->files[0].path);
    EXPECT_NE(text.find("\r\n9,,\"'=new\",Open,,,,acme  inc,,\r\n"), std::string::npos) << text;
}

TEST(CsvExport, ANameJoinedFromOtherFieldsIsNotWrittenIntoTheirColumns)
{
    const ImportFolder folder;
    const std::string text = "id,company,item,stage\r\n1,Acme,Box,Open\r\n";
    folder.write("deals.csv", text);
    const Mapping mapping =
        mappingOf("name: t\nfiles:\n  - kind: deals\n    match: deals.csv\n    fields:\n"
                  "      id: id\n      stage: stage\n"
                  "      name: {columns: [company, item], separator: \" - \"}\n"
                  "      account: {column: company, lookUp: name, missing: create}\n");
    Kept kept(importAll(mapping, {folder.path()}));
    ASSERT_EQ(kept.all.page.deals[0].name, "Acme - Box");
    kept.all.page.deals[0].name = "A better name";
    const auto out = kept.exportTo(mapping, folder.path() + "/out");
    ASSERT_TRUE(out.ok());
    EXPECT_EQ(ImportFolder::read(out->files[0].path), text);
}

TEST(CsvExport, ToplineGivesBackEveryValueWithoutOriginals)
{
    const ImportFolder folder;
    folder.write("owners.csv", "id,name,email,team,manager,active,updated\n"
                               "o1,Ada,a@x.org,East,Grace,false,2017-03-01T10:00:00.5Z\n");
    folder.write("quotas.csv", "owner,start,end,amount\no1,2017-01-01,2017-04-01,EUR 1000.50\n");
    folder.write("stages.csv",
                 "id,name,pipeline,order,kind\ns1,Talk,New,0,open\ns2,Done,New,1,won\n");
    folder.write("accounts.csv", "id,name,domain,employees,annual_revenue,owner,deleted\n"
                                 "a1,\"=Acme, \"\"Inc\"\"\",acme.com,12,JPY 1500,o1,true\n");
    folder.write("contacts.csv",
                 "id,account,first_name,email,opted_out\nc1,a1,Bob,b@acme.com,yes\n");
    folder.write("deals.csv", "id,name,account,contact,owner,stage,amount,close\n"
                              "d1,Deal,a1,c1,o1,s2,12.34,2017-03-01\n");
    folder.write("stage_history.csv",
                 "deal,stage,at\nd1,s1,2017-01-01\nd1,s2,2017-03-01T09:30:00Z\n");
    folder.write("amount_history.csv", "deal,amount,at\nd1,10,2017-01-01\n");
    folder.write("activities.csv",
                 "id,kind,at,account,contact_email,amount,title,body\n"
                 "77,pricing_view,2017-02-01T00:00:01Z,a1,b@acme.com,30,\"x\ny\",\n");
    const Mapping mapping = preset("topline");
    Kept first(importAll(mapping, {folder.path()}));
    ASSERT_TRUE(first.all.error.empty()) << first.all.error;
    ASSERT_TRUE(first.all.rejects.empty()) << first.all.rejects[0].reason;
    const std::string target = folder.path() + "/out";
    const auto out = first.exportTo(mapping, target, false);
    ASSERT_TRUE(out.ok()) << out.error().text();
    EXPECT_TRUE(out->skipped.empty());
    EXPECT_EQ(out->files.size(), 9U);
    const Imported second = importAll(mapping, {target});
    EXPECT_EQ(second.error, "");
    EXPECT_TRUE(second.rejects.empty());
    EXPECT_EQ(second.page.owners, first.all.page.owners);
    EXPECT_EQ(second.page.quotas, first.all.page.quotas);
    EXPECT_EQ(second.page.stages, first.all.page.stages);
    EXPECT_EQ(second.page.accounts, first.all.page.accounts);
    EXPECT_EQ(second.page.contacts, first.all.page.contacts);
    EXPECT_EQ(second.page.deals, first.all.page.deals);
    EXPECT_EQ(second.page.stageChanges, first.all.page.stageChanges);
    EXPECT_EQ(second.page.amountChanges, first.all.page.amountChanges);
    EXPECT_EQ(second.activities, first.all.activities);
}

TEST(CsvExport, LeavesWhatExistsAndCleansUpBehindItself)
{
    const ImportFolder folder;
    folder.write("deals.csv", dealsText);
    const Mapping mapping = mappingOf(dealsMapping);
    Kept kept(importAll(mapping, {folder.path()}));
    const auto out = kept.exportTo(mapping, folder.path());
    ASSERT_FALSE(out.ok());
    EXPECT_EQ(out.error().code, base::ErrorCode::Conflict);
    EXPECT_EQ(ImportFolder::read(folder.path() + "/deals.csv"), dealsText);
    {
        CsvExport unfinished(mapping, folder.path() + "/out", kept.lookUps());
        ASSERT_TRUE(unfinished.add(kept.all.page.deals[0]).ok());
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path() + "/out"));
}

TEST(CsvExport, StaysInsideItsFolder)
{
    const ImportFolder folder;
    const Mapping mapping = mappingOf(dealsMapping);
    SourceFields fields;
    fields.kind = RecordKind::Deal;
    fields.remoteId = "1";
    fields.file = "../../evil.csv";
    fields.cells = {{"id", "1"}};
    Deal deal;
    deal.remoteId = "1";
    const Kept nothing{Imported()};
    CsvExport out(mapping, folder.path() + "/out", nothing.lookUps());
    ASSERT_TRUE(out.add(deal, &fields).ok());
    const auto summary = out.finish();
    ASSERT_TRUE(summary.ok());
    EXPECT_EQ(summary->files[0].path, folder.path() + "/out/evil.csv");
}

TEST(ReferenceData, PracticeFilesComeOutByteForByte)
{
    const auto folder = sharedData("maven_crm");
    if (!folder)
        GTEST_SKIP() << "no reference data maven_crm; set TOPLINE_DATA";
    const Mapping mapping = preset("maven_crm");
    Kept kept(importAll(mapping, {*folder}));
    const ImportFolder target;
    const auto out = kept.exportTo(mapping, target.path());
    ASSERT_TRUE(out.ok()) << out.error().text();
    ASSERT_EQ(out->files.size(), 4U);
    for (const ExportedFile &file : out->files) {
        const std::string name = std::filesystem::path(file.path).filename().string();
        EXPECT_TRUE(ImportFolder::read(file.path) == ImportFolder::read(*folder + "/" + name))
            << name;
    }
}
