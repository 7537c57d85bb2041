// That every request is what the vendor publishes: method, path, query, headers, body.
#include "core/crm/hubspot_json.h"
#include "tests/crm/hubspot_bench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <gtest/gtest.h>
#include <regex>

namespace topline::crm {

namespace {

// Keeps what the connector sent.
struct Recorder {
    explicit Recorder(HubSpotBench &bench)
        : http([this, &bench](const fakes::Request &request) {
            requests.push_back(request);
            return bench.fake.handle(request);
        })
        , connector({http, bench.access, bench.gate, bench.pace, bench.clock, bench.options})
    {
    }

    std::vector<fakes::Request> matching(const std::string &method, const std::string &path) const
    {
        std::vector<fakes::Request> out;
        for (const auto &request : requests) {
            if (request.method == method && request.path == path)
                out.push_back(request);
        }
        return out;
    }

    std::vector<fakes::Request> requests;
    fakes::DirectHttpClient http;
    HubSpotConnector connector;
};

QJsonObject bodyOf(const fakes::Request &request)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
}

std::set<std::string> keysOf(const QJsonObject &object)
{
    std::set<std::string> out;
    for (const QString &key : object.keys())
        out.insert(key.toStdString());
    return out;
}

// Everything that a connection does in its life, once.
void liveOnce(HubSpotBench &bench, Recorder &recorder)
{
    bench.defineKeys();
    const auto acme = bench.addCompany();
    ASSERT_TRUE(recorder.connector.inspect(bench.cancel).ok());
    ASSERT_TRUE(recorder.connector.count(bench.cancel).ok());
    std::string cursor;
    for (int round = 0; round < 2; ++round) {
        for (bool more = true; more;) {
            const auto page = recorder.connector.pull(cursor, bench.cancel);
            ASSERT_TRUE(page.ok()) << page.error().text();
            cursor = page->nextCursor;
            more = page->more;
        }
        bench.fake.archive("contacts", bench.fake.add("contacts", {{"firstname", "Gone"}}));
        bench.pace.advance(base::hourMs);
    }
    for (const auto kind :
         {domain::ActionKind::Task, domain::ActionKind::Call, domain::ActionKind::Email,
          domain::ActionKind::Meeting, domain::ActionKind::Note})
        ASSERT_EQ(recorder.connector
                      .push(bench.effect(static_cast<int>(kind),
                                         {.kind = kind, .contact = "hs:" + acme.contact}),
                            bench.cancel)
                      .state,
                  PushState::Applied);
    ASSERT_EQ(recorder.connector
                  .push(bench.effect(20, {.kind = domain::ActionKind::FieldEdit,
                                          .deal = "hs:" + acme.deal,
                                          .fields = {{"amount", "EUR 1500.50", "EUR 2"}}}),
                        bench.cancel)
                  .state,
              PushState::Applied);
}

} // namespace

TEST(HubSpotRequests, PathsMethodsAndParametersAreThePublishedOnes)
{
    HubSpotBench bench;
    Recorder recorder(bench);
    liveOnce(bench, recorder);
    const std::string object = "(contacts|companies|deals|tasks|calls|emails|meetings|notes)";
    const std::vector<std::pair<std::regex, std::set<std::string>>> published = {
        {std::regex("GET /account-info/2026-09/details"), {}},
        {std::regex("GET /crm/owners/2026-09"), {"limit", "after", "email", "archived"}},
        {std::regex("GET /crm/pipelines/2026-09/deals"), {}},
        {std::regex("GET /crm/properties/2026-09/" + object), {"archived"}},
        {std::regex("GET /crm/objects/2026-09/" + object),
         {"limit", "after", "archived", "properties"}},
        {std::regex("GET /crm/objects/2026-09/" + object + "/[0-9a-f-]+"),
         {"properties", "propertiesWithHistory", "idProperty"}},
        {std::regex("POST /crm/objects/2026-09/" + object + "(/search|/batch/read)?"), {}},
        {std::regex("PATCH /crm/objects/2026-09/" + object + "/[0-9]+"), {}},
        {std::regex("POST /crm/associations/2026-09/" + object + "/" + object + "/batch/read"), {}},
    };
    for (const auto &request : recorder.requests) {
        const std::string line = request.method + " " + request.path;
        const auto found = std::find_if(published.begin(), published.end(), [&](const auto &one) {
            return std::regex_match(line, one.first);
        });
        ASSERT_NE(found, published.end()) << line;
        const QStringList parameters =
            toQt(request.query).split(QLatin1Char('&'), Qt::SkipEmptyParts);
        for (const QString &parameter : parameters)
            EXPECT_EQ(found->second.count(parameter.section(QLatin1Char('='), 0, 0).toStdString()),
                      1U)
                << line << "?" << request.query;
    }
}

TEST(HubSpotRequests, HeadersAreAsPublishedAndBodiesOnlyWhereTheyBelong)
{
    HubSpotBench bench;
    Recorder recorder(bench);
    liveOnce(bench, recorder);
    for (const auto &request : recorder.requests) {
        EXPECT_EQ(request.header("Authorization"), "Bearer pat-good");
        EXPECT_EQ(request.header("Accept"), "application/json");
        const bool hasBody = request.method != "GET";
        EXPECT_EQ(request.header("Content-Type"), hasBody ? "application/json" : "");
        EXPECT_EQ(!request.body.empty(), hasBody);
        EXPECT_EQ(request.path.find("pat-good"), std::string::npos);
        EXPECT_EQ(request.query.find("pat-good"), std::string::npos);
    }
}

TEST(HubSpotRequests, ASearchGoesByWindowAndIdAndNeverByAfter)
{
    HubSpotBench bench;
    Recorder recorder(bench);
    liveOnce(bench, recorder);
    int windows = 0;
    for (const auto &request : recorder.requests) {
        if (request.path.find("/search") == std::string::npos)
            continue;
        const QJsonObject body = bodyOf(request);
        // The published schema requires all five; "0" is the beginning.
        EXPECT_EQ(keysOf(body),
                  (std::set<std::string>{"after", "filterGroups", "sorts", "properties", "limit"}));
        EXPECT_EQ(body.value(QLatin1String("after")), QJsonValue(QStringLiteral("0")));
        EXPECT_LE(jsonArray(body, "filterGroups").size(), 5);
        EXPECT_LE(body.value(QLatin1String("limit")).toInt(), 200);
        EXPECT_LE(request.body.size(), 3000U);
        const QJsonArray groups = jsonArray(body, "filterGroups");
        if (groups.isEmpty() || jsonArray(body, "sorts").isEmpty())
            continue; // a count
        ++windows;
        const QJsonArray filters = jsonArray(groups[0].toObject(), "filters");
        ASSERT_EQ(filters.size(), 2);
        const bool isContacts = request.path.find("/contacts/") != std::string::npos;
        EXPECT_EQ(jsonText(filters[0].toObject(), "propertyName"),
                  isContacts ? "lastmodifieddate" : "hs_lastmodifieddate");
        EXPECT_EQ(jsonText(filters[0].toObject(), "operator"), "BETWEEN");
        EXPECT_EQ(jsonText(filters[1].toObject(), "propertyName"), "hs_object_id");
        EXPECT_EQ(jsonText(filters[1].toObject(), "operator"), "GT");
        const QJsonObject sort = jsonArray(body, "sorts")[0].toObject();
        EXPECT_EQ(jsonText(sort, "propertyName"), "hs_object_id");
        EXPECT_EQ(jsonText(sort, "direction"), "ASCENDING");
        EXPECT_EQ(body.value(QLatin1String("limit")).toInt(), 200);
    }
    EXPECT_EQ(windows, 16);
}

// A search may have 3,000 characters. Where the names of the properties do not fit, it asks for ids
// only, and batch reads bring the values.
TEST(HubSpotRequests, PropertiesThatDoNotFitIntoASearchComeByBatchRead)
{
    const auto pullAll = [](int searchBody, std::vector<fakes::Request> *requests) {
        HubSpotBench bench;
        bench.options.searchBody = searchBody;
        Recorder recorder(bench);
        for (int i = 0; i < 130; ++i)
            bench.fake.add("contacts",
                           {{"firstname", "Kim"}, {"email", std::to_string(i) + "@acme.example"}},
                           hubspotNow - base::dayMs);
        std::vector<domain::Contact> out;
        std::string cursor;
        for (bool more = true; more;) {
            const auto page = recorder.connector.pull(cursor, bench.cancel);
            EXPECT_TRUE(page.ok()) << page.error().text();
            if (!page.ok())
                break;
            out.insert(out.end(), page->contacts.begin(), page->contacts.end());
            cursor = page->nextCursor;
            more = page->more;
        }
        *requests = recorder.requests;
        return out;
    };
    const auto sizes = [](const std::vector<fakes::Request> &requests, const char *what) {
        std::vector<std::size_t> out;
        for (const auto &request : requests) {
            if (request.path == "/crm/objects/2026-09/contacts" + std::string(what))
                out.push_back(request.body.size());
        }
        return out;
    };
    std::vector<fakes::Request> wide;
    const auto bySearch = pullAll(3'000, &wide);
    const auto searches = sizes(wide, "/search");
    ASSERT_FALSE(searches.empty());
    EXPECT_TRUE(sizes(wide, "/batch/read").empty());
    const std::size_t limit = searches.front() - 1; // one character less than they need

    std::vector<fakes::Request> narrow;
    const auto byBatch = pullAll(static_cast<int>(limit), &narrow);
    ASSERT_EQ(byBatch.size(), 130U);
    EXPECT_EQ(byBatch, bySearch);
    for (const std::size_t size : sizes(narrow, "/search"))
        EXPECT_LE(size, limit);
    EXPECT_EQ(sizes(narrow, "/search").size(), searches.size());
    EXPECT_EQ(sizes(narrow, "/batch/read").size(), 2U) << "100 at a time";
}

TEST(HubSpotRequests, ACreateCarriesTheKeyAndTheTypeOfEachLink)
{
    HubSpotBench bench;
    Recorder recorder(bench);
    liveOnce(bench, recorder);
    const std::pair<const char *, int> toContact[] = {
        {"tasks", 204}, {"calls", 194}, {"emails", 198}, {"meetings", 200}, {"notes", 202}};
    for (const auto &[object, type] : toContact) {
        const auto creates =
            recorder.matching("POST", std::string("/crm/objects/2026-09/") + object);
        ASSERT_EQ(creates.size(), 1U) << object;
        const QJsonObject body = bodyOf(creates[0]);
        EXPECT_EQ(keysOf(body), (std::set<std::string>{"associations", "properties"}));
        const QJsonArray links = jsonArray(body, "associations");
        ASSERT_EQ(links.size(), 1);
        EXPECT_EQ(compactJson(jsonArray(links[0].toObject(), "types")[0].toObject()),
                  R"({"associationCategory":"HUBSPOT_DEFINED","associationTypeId":)" +
                      std::to_string(type) + "}");
        EXPECT_FALSE(jsonText(jsonObject(body, "properties"), "topline_id").empty());
        for (const auto &value : jsonObject(body, "properties"))
            EXPECT_TRUE(value.isString());
    }
}

TEST(HubSpotRequests, APatchCarriesOnlyWhatChanged)
{
    HubSpotBench bench;
    Recorder recorder(bench);
    liveOnce(bench, recorder);
    const auto found = std::find_if(recorder.requests.begin(), recorder.requests.end(),
                                    [](const auto &request) { return request.method == "PATCH"; });
    ASSERT_NE(found, recorder.requests.end());
    EXPECT_EQ(found->body, R"({"properties":{"amount":"2"}})");
}

TEST(HubSpotRequests, BatchReadsCarryAllThreeListsAndNoMoreRowsThanAllowed)
{
    HubSpotBench bench;
    for (int i = 0; i < 120; ++i)
        bench.fake.add("deals", {{"dealname", "D"}, {"dealstage", "closedwon"}},
                       hubspotNow - base::dayMs);
    Recorder recorder(bench);
    liveOnce(bench, recorder);
    const auto reads = recorder.matching("POST", "/crm/objects/2026-09/deals/batch/read");
    ASSERT_EQ(reads.size(), 3U);
    for (const auto &request : reads) {
        const QJsonObject body = bodyOf(request);
        EXPECT_EQ(keysOf(body),
                  (std::set<std::string>{"inputs", "properties", "propertiesWithHistory"}));
        EXPECT_LE(jsonArray(body, "inputs").size(), 50);
    }
}

// The names of the vendor's own properties; what an administrator adds has other names.
TEST(HubSpotRequests, OnlyPublishedPropertiesAreAskedForOrWritten)
{
    const std::map<std::string, std::set<std::string>> published = {
        {"companies",
         {"name", "domain", "industry", "country", "numberofemployees", "annualrevenue",
          "hubspot_owner_id", "createdate", "hs_lastmodifieddate", "hs_merged_object_ids"}},
        {"contacts",
         {"firstname", "lastname", "email", "phone", "jobtitle", "hs_timezone", "hs_email_optout",
          "hs_email_hard_bounce_reason_enum", "createdate", "lastmodifieddate",
          "hs_merged_object_ids"}},
        {"deals",
         {"dealname", "dealstage", "pipeline", "amount", "deal_currency_code", "closedate",
          "createdate", "hubspot_owner_id", "hs_next_step", "hs_analytics_source",
          "hs_lastmodifieddate", "hs_merged_object_ids"}},
        {"tasks",
         {"hs_timestamp", "hs_task_subject", "hs_task_body", "hs_task_status", "hs_task_type",
          "hs_task_completion_date", "hs_createdate", "hs_lastmodifieddate"}},
        {"calls",
         {"hs_timestamp", "hs_call_title", "hs_call_body", "hs_call_direction", "hs_call_status",
          "hs_call_disposition", "hs_call_duration", "hs_createdate", "hs_lastmodifieddate"}},
        {"emails",
         {"hs_timestamp", "hs_email_subject", "hs_email_text", "hs_email_direction",
          "hs_email_status", "hs_email_headers", "hs_createdate", "hs_lastmodifieddate"}},
        {"meetings",
         {"hs_timestamp", "hs_meeting_title", "hs_meeting_body", "hs_meeting_outcome",
          "hs_meeting_start_time", "hs_meeting_end_time", "hs_createdate", "hs_lastmodifieddate"}},
        {"notes", {"hs_timestamp", "hs_note_body", "hs_createdate", "hs_lastmodifieddate"}}};
    HubSpotBench bench;
    Recorder recorder(bench);
    liveOnce(bench, recorder);
    std::set<std::string> seen;
    for (const auto &request : recorder.requests) {
        const std::string prefix = "/crm/objects/2026-09/";
        if (request.path.rfind(prefix, 0) != 0)
            continue;
        const std::string rest = request.path.substr(prefix.size());
        const std::string object = rest.substr(0, rest.find('/'));
        std::vector<std::string> names;
        for (const char *parameter : {"properties", "propertiesWithHistory"}) {
            const QString listed = toQt(request.queryValue(parameter));
            for (const QString &name : listed.split(QLatin1Char(','), Qt::SkipEmptyParts))
                names.push_back(name.toStdString());
            for (const auto &name : jsonArray(bodyOf(request), parameter))
                names.push_back(name.toString().toStdString());
        }
        for (const std::string &name : keysOf(jsonObject(bodyOf(request), "properties")))
            names.push_back(name);
        for (const auto &group : jsonArray(bodyOf(request), "filterGroups")) {
            for (const auto &filter : jsonArray(group.toObject(), "filters"))
                names.push_back(jsonText(filter.toObject(), "propertyName"));
        }
        for (const std::string &name : names) {
            if (name == "hs_object_id" || name == "topline_id" || name == "hubspot_owner_id")
                continue;
            seen.insert(object);
            EXPECT_EQ(published.at(object).count(name), 1U) << request.path << " " << name;
        }
    }
    EXPECT_EQ(seen.size(), published.size());
}

// The options that the vendor lists for each, and a time in one of its two forms.
TEST(HubSpotRequests, AnActivityHasItsRequiredTimeAndPublishedOptions)
{
    struct Row {
        const char *object;
        std::map<std::string, std::set<std::string>> options;
    };

    const Row rows[] = {
        {"tasks",
         {{"hs_task_status", {"NOT_STARTED", "COMPLETED"}},
          {"hs_task_type", {"EMAIL", "CALL", "TODO"}}}},
        {"calls",
         {{"hs_call_direction", {"INBOUND", "OUTBOUND"}},
          {"hs_call_status",
           {"BUSY", "CALLING_CRM_USER", "CANCELED", "COMPLETED", "CONNECTING", "FAILED",
            "IN_PROGRESS", "NO_ANSWER", "QUEUED", "RINGING"}}}},
        {"emails",
         {{"hs_email_direction", {"EMAIL", "INCOMING_EMAIL", "FORWARDED_EMAIL"}},
          {"hs_email_status", {"BOUNCED", "FAILED", "SCHEDULED", "SENDING", "SENT"}}}},
        {"meetings",
         {{"hs_meeting_outcome",
           {"SCHEDULED", "COMPLETED", "RESCHEDULED", "NO_SHOW", "CANCELED"}}}},
        {"notes", {}}};
    HubSpotBench bench;
    Recorder recorder(bench);
    liveOnce(bench, recorder);
    const std::regex time("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    for (const Row &row : rows) {
        const auto creates =
            recorder.matching("POST", std::string("/crm/objects/2026-09/") + row.object);
        ASSERT_EQ(creates.size(), 1U) << row.object;
        const QJsonObject properties = jsonObject(bodyOf(creates[0]), "properties");
        EXPECT_TRUE(std::regex_match(jsonText(properties, "hs_timestamp"), time)) << row.object;
        for (const auto &[name, options] : row.options)
            EXPECT_EQ(options.count(jsonText(properties, name.c_str())), 1U) << name;
    }
    const auto meeting = recorder.matching("POST", "/crm/objects/2026-09/meetings");
    for (const char *name : {"hs_meeting_start_time", "hs_meeting_end_time"})
        EXPECT_TRUE(std::regex_match(
            jsonText(jsonObject(bodyOf(meeting.at(0)), "properties"), name), time));
    const auto mail = recorder.matching("POST", "/crm/objects/2026-09/emails");
    EXPECT_EQ(jsonText(jsonObject(bodyOf(mail.at(0)), "properties"), "hs_email_headers"),
              R"({"bcc":[],"cc":[],"to":[{"email":"someone@firm.example"}]})");
}

TEST(HubSpotRequests, IdsGoAsTextAndAThousandRecordsLinksAtATime)
{
    HubSpotBench bench;
    Recorder recorder(bench);
    liveOnce(bench, recorder);
    int links = 0;
    for (const auto &request : recorder.requests) {
        const QJsonArray inputs = jsonArray(bodyOf(request), "inputs");
        if (inputs.isEmpty())
            continue;
        const bool isLinks = request.path.rfind("/crm/associations/", 0) == 0;
        links += isLinks ? 1 : 0;
        EXPECT_LE(inputs.size(), isLinks ? 1000 : 100);
        for (const auto &input : inputs) {
            EXPECT_TRUE(input.toObject().value(QLatin1String("id")).isString()) << request.path;
            for (const std::string &key : keysOf(input.toObject()))
                EXPECT_TRUE(key == "id" || (isLinks && key == "after")) << request.path << key;
        }
    }
    EXPECT_GT(links, 0);
}

TEST(HubSpotRequests, AContactsZoneIsReadAndWrittenAsTheOptionOfItsProperty)
{
    HubSpotBench bench;
    Recorder recorder(bench);
    const auto acme = bench.addCompany();
    const auto zoneOf = [&](const std::string &value) {
        bench.fake.edit("contacts", acme.contact, {{"hs_timezone", value}});
        bench.pace.advance(10 * base::minuteMs);
        const auto pulled = bench.pull();
        std::string out = "none";
        for (const auto &contact : pulled.all(&Page::contacts)) {
            if (contact.remoteId == "hs:" + acme.contact)
                out = contact.timeZone;
        }
        return out;
    };
    EXPECT_EQ(zoneOf("america_slash_new_york"), "America/New_York");
    EXPECT_EQ(zoneOf("america_slash_port_hyphen_au_hyphen_prince"), "America/Port-au-Prince");
    EXPECT_EQ(zoneOf("us_slash_pacific"), "America/Los_Angeles");
    EXPECT_EQ(zoneOf("moon_slash_tranquility"), "");
    EXPECT_EQ(zoneOf(""), "");
    const auto answer = recorder.connector.push(
        bench.effect(1, {.kind = domain::ActionKind::FieldEdit,
                         .contact = "hs:" + acme.contact,
                         .fields = {{"timeZone", "", "America/Port-au-Prince"}}}),
        bench.cancel);
    EXPECT_EQ(answer.state, PushState::Applied) << answer.detail;
    EXPECT_EQ(bench.fake.value("contacts", acme.contact, "hs_timezone"),
              "america_slash_port_hyphen_au_hyphen_prince");
    const auto wrong = recorder.connector.push(
        bench.effect(2, {.kind = domain::ActionKind::FieldEdit,
                         .contact = "hs:" + acme.contact,
                         .fields = {{"timeZone", "America/Port-au-Prince", "Nowhere/Town"}}}),
        bench.cancel);
    EXPECT_EQ(wrong.state, PushState::Refused);
}

} // namespace topline::crm
