#include "core/base/calendar.h"
#include "core/base/file_source.h"
#include "core/intake/event_import.h"

#include <gtest/gtest.h>
#include <random>

using namespace topline;
using namespace topline::domain;
using namespace topline::intake;

namespace {

struct Read {
    std::vector<EventDraft> events;
    std::vector<std::string> rejects; // "line:column field: reason"
    std::vector<std::string> raws;
    std::int64_t rows = 0;
    std::string error;
};

Read readAll(std::string text, const std::string &name, EventImportOptions options = {})
{
    Read out;
    auto import = EventImport::open(base::memorySource(std::move(text), name), options);
    if (!import.ok()) {
        out.error = import.error().text();
        return out;
    }
    EventBatch batch;
    while (true) {
        const auto more = (*import)->next(batch);
        if (!more.ok()) {
            out.error = more.error().text();
            return out;
        }
        if (!*more)
            return out;
        out.rows += batch.rows;
        out.events.insert(out.events.end(), batch.events.begin(), batch.events.end());
        for (const RejectedRow &row : batch.rejects) {
            EXPECT_EQ(row.place.file, name);
            out.rejects.push_back(std::to_string(row.place.line) + ":" +
                                  std::to_string(row.place.column) + " " + row.place.field + ": " +
                                  row.reason);
            out.raws.push_back(row.raw);
        }
    }
}

Read readCsv(std::string text, EventImportOptions options = {})
{
    return readAll(std::move(text), "events.csv", options);
}

Read readJson(std::string text, EventImportOptions options = {})
{
    return readAll(std::move(text), "events.jsonl", options);
}

} // namespace

TEST(EventImport, ReadsCsvUnderTheNamesThatPeopleUse)
{
    const Read out = readCsv("Timestamp;Event Type;E-Mail;Company Domain;Seconds;Subject\n"
                             "2017-03-01T10:00:00+01:00;Pricing View;Bob@Acme.com;;30;Plans\n"
                             "1488377109;proposalViewed;;https://www.Acme.com/x;;\n"
                             "1488377109007;CALL_MADE;b@acme.com;;;\n",
                             {.format = {.nowMs = 42}});
    EXPECT_EQ(out.error, "");
    EXPECT_TRUE(out.rejects.empty());
    ASSERT_EQ(out.events.size(), 3U);
    const EventDraft &first = out.events[0];
    EXPECT_EQ(first.event.kind, EventKind::PricingView);
    EXPECT_EQ(base::utcText(first.event.atMs), "2017-03-01T09:00:00Z");
    EXPECT_EQ(first.event.receivedMs, 42);
    EXPECT_EQ(first.contactEmail, "bob@acme.com");
    EXPECT_EQ(first.event.amount, 30);
    EXPECT_EQ(first.event.title, "Plans");
    EXPECT_EQ(out.events[1].event.kind, EventKind::ProposalViewed);
    EXPECT_EQ(out.events[1].accountDomain, "acme.com");
    EXPECT_EQ(base::utcText(out.events[1].event.atMs), "2017-03-01T14:05:09Z");
    EXPECT_EQ(base::utcText(out.events[2].event.atMs), "2017-03-01T14:05:09.007Z");
}

TEST(EventImport, ReadsJsonLinesWithNestedObjects)
{
    const Read out = readJson(
        "{\"id\": 12345678901234, \"kind\": \"email_replied\", \"at\": \"2017-03-01\", "
        "\"contact\": {\"email\": \"b@acme.com\"}, \"body\": \"hi\\nthere \\ud83d\\ude00\"}\r\n"
        "\n"
        "{\"type\":\"page_view\",\"time\":1488377109007,\"account_id\":7,\"count\":3,"
        "\"email\":null,\"bot\":true}\n");
    EXPECT_EQ(out.error, "");
    EXPECT_TRUE(out.rejects.empty());
    EXPECT_EQ(out.rows, 2);
    ASSERT_EQ(out.events.size(), 2U);
    EXPECT_EQ(out.events[0].contactEmail, "b@acme.com");
    EXPECT_EQ(out.events[0].event.body, "hi\nthere 😀");
    EXPECT_EQ(out.events[0].event.sourceKey, eventKey("events", "12345678901234"));
    EXPECT_EQ(out.events[1].event.account.remoteId, "7");
    EXPECT_EQ(out.events[1].event.amount, 3);
    EXPECT_TRUE(out.events[1].event.suspectBot);
}

TEST(EventImport, TheSameRowIsTheSameEventWhereverItStands)
{
    const std::string head = "kind,at,email\n";
    const std::string a = "page_view,2017-03-01,b@acme.com\n";
    const std::string b = "page_view,2017-03-02,b@acme.com\n";
    const Read one = readCsv(head + a + b);
    const Read two = readCsv(head + b + a + a, {.batchRows = 1});
    ASSERT_EQ(two.events.size(), 3U);
    EXPECT_EQ(one.events[0], two.events[1]);
    EXPECT_EQ(one.events[1], two.events[0]);
    EXPECT_EQ(two.events[1].event.sourceKey, two.events[2].event.sourceKey);
    EXPECT_NE(one.events[0].event.sourceKey, one.events[1].event.sourceKey);
    // Ids are of their source.
    const Read ids =
        readCsv("id,source,kind,at,email\n1,web,page_view,2017-03-01,b@x.org\n"
                "1,mail,page_view,2017-03-01,b@x.org\nkey:77,,page_view,2017-03-01,b@x.org\n");
    EXPECT_EQ(ids.events[0].event.sourceKey, eventKey("web", "1"));
    EXPECT_EQ(ids.events[1].event.sourceKey, eventKey("mail", "1"));
    EXPECT_EQ(ids.events[2].event.sourceKey, 77);
    EXPECT_EQ(eventKey("other", eventKeyText(ids.events[0].event.sourceKey)),
              ids.events[0].event.sourceKey);
}

TEST(EventImport, RejectsBadRowsWithTheirPlaceAndKeepsTheRest)
{
    const Read csv = readCsv("id,kind,at,email,amount\n"
                             "1,dance,2017-03-01,b@x.org,\n"
                             "2,page_view,soon,b@x.org,\n"
                             "3,page_view,2017-03-01,nobody,\n"
                             "4,page_view,2017-03-01,,\n"
                             "5,page_view,2017-03-01,b@x.org,1.5\n"
                             "6,page_view,2017-03-01,b@x.org\n"
                             ",,,,\n"
                             "7,page_view,2017-03-01,b@x.org,1\n");
    EXPECT_EQ(csv.rejects, (std::vector<std::string>{
                               "2:3 kind: \"dance\" is not a kind of event",
                               "3:13 at: \"soon\" is not a date such as 2017-03-31",
                               "4:24 contact_email: \"nobody\" is not a mail address",
                               "5:24 contact_email: the event names no contact, account or deal",
                               "6:32 amount: \"1.5\" is not a whole number that fits",
                               "7:31 : the header has 5 columns, this row has 4"}));
    EXPECT_EQ(csv.events.size(), 1U);
    EXPECT_EQ(csv.rows, 7);

    const std::string good = "{\"kind\":\"page_view\",\"at\":\"2017-03-01\",\"email\":\"b@x.org\"}";
    const Read json = readJson("{\"kind\": \"page_view\",\n[1,2]\n" + std::string(40, '[') + "\n" +
                               "{\"kind\":\"page_view\",\"at\":\"2017-03-01\"}\n\xFF\n" + good);
    ASSERT_EQ(json.rejects.size(), 5U);
    EXPECT_EQ(json.rejects[0].substr(0, 24), "1:22 : this is not JSON:");
    EXPECT_EQ(json.rejects[1], "2:1 : a line must be one JSON object");
    EXPECT_EQ(json.rejects[2], "3:17 : the object is nested too deeply");
    EXPECT_EQ(json.rejects[3], "4:1 contact_email: the event names no contact, account or deal");
    EXPECT_EQ(json.rejects[4], "5:1 : these bytes are not valid text");
    EXPECT_EQ(json.raws[0], "{\"kind\": \"page_view\",");
    EXPECT_EQ(json.raws[4], "\xEF\xBF\xBD");
    EXPECT_EQ(json.events.size(), 1U);
}

TEST(EventImport, RowsOfARejectsFileThatNobodyRepairedAreRejectedAgain)
{
    const Read out = readCsv("kind,at,email,_line,_column,_reason,_raw\n"
                             "page_view,2017-03-01,b@x.org,2,1,fixed,\n"
                             ",,,3,1,bad,\"page_view,oops\"\n");
    EXPECT_EQ(out.rejects, (std::vector<std::string>{"3:1 : this row is still to be repaired"}));
    ASSERT_EQ(out.events.size(), 1U);
    const Read before = readCsv("kind,at,email\npage_view,2017-03-01,b@x.org\n");
    EXPECT_EQ(out.events[0].event.sourceKey, before.events[0].event.sourceKey);
}

TEST(EventImport, WrongEmptyAndBinaryFilesAreToldApart)
{
    EXPECT_NE(readCsv("case,activity,timestamp\na,b,2017-03-01\n")
                  .error.find("no column for the kind of event"),
              std::string::npos);
    EXPECT_NE(readCsv("kind,email\n").error.find("no column for the time"), std::string::npos);
    EXPECT_NE(readCsv("kind,at\n").error.find("no column for who"), std::string::npos);
    EXPECT_NE(readCsv("").error.find("is empty"), std::string::npos);
    EXPECT_NE(readCsv("kind,\"at,email\nx\n").error.find("never closed"), std::string::npos);
    EXPECT_EQ(readJson("").error, "");
    EXPECT_NE(readJson(std::string("{}\n\0\0\0\0\0", 8)).error.find("binary"), std::string::npos);
    const auto none = EventImport::open("/nonexistent/events.csv");
    ASSERT_FALSE(none.ok());
    EXPECT_EQ(none.error().code, base::ErrorCode::NotFound);
}

TEST(EventImport, StopsWhenCancelled)
{
    std::atomic<bool> cancelled{false};
    auto import = EventImport::open(
        base::memorySource("kind,at,email\npage_view,2017-03-01,b@x.org\n", "e.csv"),
        {.cancelled = &cancelled});
    ASSERT_TRUE(import.ok());
    cancelled = true;
    EventBatch batch;
    const auto stopped = (*import)->next(batch);
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.error().code, base::ErrorCode::Cancelled);
}

TEST(EventImport, OwnNamesOfKindsAreTranslated)
{
    EventImportOptions options;
    options.format.kinds = {{"Besuch", "page_view"}};
    const Read out = readCsv("kind,at,email\nBesuch,2017-03-01,b@x.org\n", options);
    ASSERT_EQ(out.events.size(), 1U);
    EXPECT_EQ(out.events[0].event.kind, EventKind::PageView);
}

TEST(EventImport, NeitherFormIsHurtByNoise)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const std::string good = "{\"kind\":\"page_view\",\"at\":\"2017-03-01\",\"email\":\"b@x.org\","
                             "\"a\":{\"b\":[1,\"\\u00e4\"]}}";
    for (int round = 0; round < 3000; ++round) {
        std::string line = good;
        for (std::size_t n = random() % 6; n > 0; --n)
            line[random() % line.size()] = static_cast<char>(1 + random() % 255);
        if (line.find_first_of("\r\n") != std::string::npos)
            continue;
        const Read out = readJson(line + "\n" + good + "\n");
        ASSERT_EQ(out.error, "") << line;
        ASSERT_EQ(out.events.size() + out.rejects.size(), 2U) << line;
        ASSERT_EQ(out.events.back().contactEmail, "b@x.org") << line;
    }
}
