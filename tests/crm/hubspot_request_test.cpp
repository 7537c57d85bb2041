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
        EXPECT_EQ(keysOf(body),
                  (std::set<std::string>{"filterGroups", "sorts", "properties", "limit"}));
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

} // namespace topline::crm
