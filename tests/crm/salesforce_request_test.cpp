// That every request is what the vendor publishes: method, path, query, headers, body, and the same
// of every part of a composite request.
#include "tests/crm/salesforce_bench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <regex>
#include <set>

namespace topline::crm {

namespace {

using domain::ActionKind;

struct Sent {
    std::string method;
    std::string path;
    std::string query; // decoded
    fakes::Headers headers;
    std::string body;
    bool isPart = false; // of a composite request

    std::string line() const { return method + " " + path; }
};

QJsonObject objectOf(const std::string &body)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(body)).object();
}

std::string textOf(const QJsonValue &value)
{
    return value.toString().toStdString();
}

std::set<std::string> keysOf(const QJsonObject &object)
{
    std::set<std::string> out;
    for (const QString &key : object.keys())
        out.insert(key.toStdString());
    return out;
}

std::vector<Sent> partsOf(const fakes::Request &request)
{
    std::vector<Sent> out;
    for (const auto &each :
         objectOf(request.body).value(QLatin1String("compositeRequest")).toArray()) {
        const QJsonObject part = each.toObject();
        const fakes::Request asked = fakes::requestOfTarget(
            textOf(part.value(QLatin1String("method"))), textOf(part.value(QLatin1String("url"))));
        fakes::Headers headers;
        const QJsonObject named = part.value(QLatin1String("httpHeaders")).toObject();
        for (const QString &name : named.keys())
            headers.emplace_back(name.toStdString(), textOf(named.value(name)));
        out.push_back({asked.method, asked.path, fakes::percentDecoded(asked.query, true), headers,
                       "", true});
    }
    return out;
}

// Every request of a whole life, composite ones as their parts as well.
std::vector<Sent> sentBy(const SalesforceBench &bench)
{
    std::vector<Sent> out;
    for (const fakes::Request &request : bench.fake.log) {
        out.push_back({request.method, request.path, fakes::percentDecoded(request.query, true),
                       request.headers, request.body});
        const auto parts = partsOf(request);
        out.insert(out.end(), parts.begin(), parts.end());
    }
    return out;
}

std::string headerOf(const Sent &sent, const std::string &name)
{
    const auto found = std::find_if(sent.headers.begin(), sent.headers.end(),
                                    [&](const auto &one) { return one.first == name; });
    return found == sent.headers.end() ? std::string() : found->second;
}

void pushAll(SalesforceBench &bench, const std::string &contact, const std::string &deal)
{
    int number = 0;
    for (const auto kind : {ActionKind::Task, ActionKind::Call, ActionKind::Email,
                            ActionKind::Meeting, ActionKind::Note}) {
        const auto effect = bench.effect(kind,
                                         {{"contact", "sf:" + contact},
                                          {"deal", "sf:" + deal},
                                          {"subject", "It's \"the\" day"},
                                          {"body", "Text"},
                                          {"to", "someone@firm.example"}},
                                         {}, ++number);
        ASSERT_EQ(bench.push(effect).state, PushState::Applied);
        ASSERT_EQ(bench.connector().lookUp(effect, bench.cancel).state, PushState::Applied);
    }
    const auto edit = [&](std::map<std::string, std::string> of, domain::FieldChange change) {
        const auto answer =
            bench.push(bench.effect(ActionKind::FieldEdit, std::move(of), {change}, ++number));
        ASSERT_EQ(answer.state, PushState::Applied) << answer.detail;
    };
    edit({{"deal", "sf:" + deal}}, {"nextStep", "Call", "Meet"});
    edit({{"contact", "sf:" + contact}}, {"title", "Head of Buying", "Director"});
}

// Everything that a connection does in its life, once.
void liveOnce(SalesforceBench &bench)
{
    bench.fillSmall();
    const std::string contact = bench.addContact("Curie");
    const std::string deal = bench.addDeal("Radium", 500);
    const std::string account =
        bench.fake.add("Account", {{QLatin1String("Name"), QLatin1String("Steel")}});
    const std::string lead =
        bench.fake.add("Lead", {{QLatin1String("LastName"), QLatin1String("L")},
                                {QLatin1String("Company"), QLatin1String("C")}});
    ASSERT_TRUE(bench.connector().inspect(bench.cancel).ok());
    ASSERT_TRUE(bench.connector().count(bench.cancel).ok());
    Mirror mirror;
    for (int round = 0; round < 3; ++round) {
        ASSERT_TRUE(bench.pullInto(mirror).ok());
        bench.pass(25 * base::hourMs + 123); // a time that is no whole second
        bench.fake.edit("Opportunity", deal,
                        {{QLatin1String("StageName"), QLatin1String("Proposal")}});
    }
    pushAll(bench, contact, deal);
    for (const auto &[of, id] : {std::pair("account", account), std::pair("contact", lead)}) {
        const domain::FieldChange change = std::string(of) == "account"
                                               ? domain::FieldChange{"industry", "", "Energy"}
                                               : domain::FieldChange{"title", "", "Director"};
        const auto answer = bench.push(bench.effect(ActionKind::FieldEdit, {{of, "sf:" + id}},
                                                    {change}, of[0] == 'a' ? 90 : 91));
        ASSERT_EQ(answer.state, PushState::Applied) << answer.detail;
    }
}

constexpr const char *objects = "(User|Product2|Account|Contact|Lead|Opportunity|"
                                "OpportunityContactRole|OpportunityHistory|EmailMessage|Task|"
                                "Event|CampaignMember|ContentDocumentLink|ContentNote|Note|"
                                "Organization)";

} // namespace

TEST(SalesforceRequests, PathsMethodsAndParametersAreThePublishedOnes)
{
    SalesforceBench bench;
    liveOnce(bench);
    const std::string data = "/services/data/v67\\.0";
    const std::string time = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00";
    const std::pair<std::regex, std::regex> published[] = {
        {std::regex("GET /services/data"), std::regex("")},
        {std::regex("GET /services/oauth2/userinfo"), std::regex("")},
        {std::regex("GET " + data + "/connect/organization"), std::regex("")},
        {std::regex("GET " + data + "/query(All)?"), std::regex("q=SELECT .+")},
        {std::regex("POST " + data + "/composite"), std::regex("")},
        {std::regex("GET " + data + "/sobjects/" + objects + "/describe"), std::regex("")},
        {std::regex("GET " + data + "/sobjects/" + objects + "/deleted/"),
         std::regex("start=" + time + "&end=" + time)},
        {std::regex("PATCH " + data + "/sobjects/(Task|Event|EmailMessage)/Topline_Id__c/" +
                    "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
         std::regex("")},
        {std::regex("PATCH " + data + "/sobjects/(Account|Contact|Lead|Opportunity)/\\w{18}"),
         std::regex("")},
    };
    std::vector<int> seen(std::size(published));
    for (const Sent &sent : sentBy(bench)) {
        const auto *found =
            std::find_if(std::begin(published), std::end(published),
                         [&](const auto &one) { return std::regex_match(sent.line(), one.first); });
        ASSERT_NE(found, std::end(published)) << sent.line();
        EXPECT_TRUE(std::regex_match(sent.query, found->second)) << sent.line() << sent.query;
        ++seen[static_cast<std::size_t>(found - published)];
    }
    EXPECT_EQ(std::count(seen.begin(), seen.end(), 0), 0); // every kind was asked
}

// Links of notes may only be asked for by the records that they lead to, and by the type of their
// documents only then.
TEST(SalesforceRequests, NotesAndMembersAreAskedForAsPublished)
{
    SalesforceBench bench;
    bench.fillSmall();
    Mirror mirror = bench.pulled();
    bench.fake.log.clear();
    bench.pass(base::hourMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    const auto asked = [](const std::string &fields, const std::string &object,
                          const std::string &where) {
        return "q=SELECT " + ("Id, SystemModstamp, " + fields) + " FROM " + object + " WHERE " +
               where + " AND SystemModstamp >= TIME ORDER BY SystemModstamp, Id LIMIT 2001";
    };
    const auto links = [&](const std::string &record) {
        return asked("ContentDocumentId, LinkedEntityId, ContentDocument.Title, "
                     "ContentDocument.CreatedDate, "
                     "ContentDocument.LatestPublishedVersion.TextPreview",
                     "ContentDocumentLink",
                     "LinkedEntityId IN (SELECT " + ("Id FROM " + record) +
                         ") AND ContentDocument.FileType = 'SNOTE'");
    };
    const std::pair<std::string, std::string> wanted[] = {
        {"query", links("Opportunity")},
        {"query", links("Contact")},
        {"query", links("Lead")},
        {"query", links("Account")},
        {"queryAll", asked("Title, Body, ParentId, CreatedDate", "Note", "IsDeleted = false")},
        {"queryAll", asked("ContactId, LeadId, HasResponded, FirstRespondedDate, CreatedDate, "
                           "Status, Campaign.Name",
                           "CampaignMember", "IsDeleted = false")},
    };
    const std::regex time("2026-11-18T\\d\\d:\\d\\d:\\d\\dZ");
    const auto sent = sentBy(bench);
    for (const auto &[resource, soql] : wanted) {
        const auto isIt = [&](const Sent &one) {
            return one.path == "/services/data/v67.0/" + resource &&
                   std::regex_replace(one.query, time, "TIME") == soql;
        };
        EXPECT_EQ(std::count_if(sent.begin(), sent.end(), isIt), 1) << soql;
    }
    for (const Sent &one : sent)
        EXPECT_EQ(one.query.find("FROM ContentNote"), std::string::npos) << one.query;
}

TEST(SalesforceRequests, HeadersAreAsPublishedAndBodiesOnlyWhereTheyBelong)
{
    SalesforceBench bench;
    liveOnce(bench);
    const std::regex httpDate("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d (Jan|Feb|Mar|Apr|May|Jun|Jul|"
                              "Aug|Sep|Oct|Nov|Dec) \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
    int conditional = 0;
    for (const Sent &sent : sentBy(bench)) {
        for (const char *name : {"If-Modified-Since", "If-Unmodified-Since"}) {
            const std::string value = headerOf(sent, name);
            conditional += value.empty() ? 0 : 1;
            EXPECT_TRUE(value.empty() || std::regex_match(value, httpDate)) << value;
        }
        if (sent.isPart) {
            for (const auto &[name, value] : sent.headers)
                EXPECT_EQ(name, "If-Modified-Since"); // the outer ones count for all parts
            continue;
        }
        const bool isOpen = sent.path == "/services/data";
        EXPECT_EQ(headerOf(sent, "Authorization"), isOpen ? "" : "Bearer " + bench.fake.token);
        EXPECT_EQ(headerOf(sent, "Accept"), "application/json");
        EXPECT_EQ(headerOf(sent, "Sforce-Call-Options"), "client=Topline");
        EXPECT_EQ(headerOf(sent, "Content-Type"), sent.method == "GET" ? "" : "application/json");
        EXPECT_EQ(sent.body.empty(), sent.method == "GET");
    }
    EXPECT_GT(conditional, 0);
}

// What an approved change changes is what was approved: no rule gives the record to somebody else.
TEST(SalesforceRequests, AssignmentRulesAreOffWhereTheyWouldRun)
{
    SalesforceBench bench;
    liveOnce(bench);
    int off = 0;
    for (const Sent &sent : sentBy(bench)) {
        const bool hasRules = sent.path.find("/sobjects/Lead/0") != std::string::npos ||
                              sent.path.find("/sobjects/Account/0") != std::string::npos;
        EXPECT_EQ(headerOf(sent, "Sforce-Auto-Assign"), hasRules ? "FALSE" : "") << sent.line();
        off += hasRules ? 1 : 0;
    }
    EXPECT_EQ(off, 2);
}

TEST(SalesforceRequests, ACompositeHasAtMostFiveQueriesAndTwentyFiveParts)
{
    SalesforceBench bench;
    liveOnce(bench);
    int composites = 0;
    for (const fakes::Request &request : bench.fake.log) {
        if (request.method != "POST")
            continue;
        ++composites;
        const QJsonObject body = objectOf(request.body);
        EXPECT_EQ(keysOf(body), (std::set<std::string>{"allOrNone", "compositeRequest"}));
        const auto parts = partsOf(request);
        const auto queries = std::count_if(parts.begin(), parts.end(), [](const Sent &part) {
            return part.path.find("/query") != std::string::npos;
        });
        EXPECT_LE(queries, 5);
        EXPECT_LE(parts.size(), 25U);
        std::set<std::string> references;
        for (const auto &each : body.value(QLatin1String("compositeRequest")).toArray())
            references.insert(textOf(each.toObject().value(QLatin1String("referenceId"))));
        EXPECT_EQ(references.size(), parts.size());
    }
    EXPECT_GT(composites, 0);
}

TEST(SalesforceRequests, TimesInQueriesHaveThePublishedFormWithoutFractions)
{
    SalesforceBench bench;
    liveOnce(bench);
    const std::regex any("[<>=] (\\d{4}-\\d\\d-\\d\\dT[^ )]+)");
    const std::regex published("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    int times = 0;
    for (const Sent &sent : sentBy(bench)) {
        for (auto at = std::sregex_iterator(sent.query.begin(), sent.query.end(), any);
             at != std::sregex_iterator(); ++at) {
            ++times;
            EXPECT_TRUE(std::regex_match((*at)[1].str(), published)) << sent.query;
        }
    }
    EXPECT_GT(times, 10);
}

// Values in the forms of the REST guide, and choices that the vendor lists.
TEST(SalesforceRequests, AWriteHasPublishedValuesAndNoKeyInItsBody)
{
    SalesforceBench bench;
    liveOnce(bench);
    const std::regex dateTime("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    const std::map<std::string, std::regex> forms = {
        {"ActivityDate", std::regex("\\d{4}-\\d\\d-\\d\\d")},
        {"StartDateTime", dateTime},
        {"EndDateTime", dateTime},
        {"MessageDate", dateTime},
        {"TaskSubtype", std::regex("Task|Email|ListEmail|Cadence|Call|LinkedIn")},
        {"CallType", std::regex("Internal|Inbound|Outbound")},
        {"WhoId", std::regex("(003|00Q)\\w{15}")},
        {"WhatId", std::regex("(001|006)\\w{15}")},
    };
    std::map<std::string, std::set<std::string>> fields;
    for (const Sent &sent : sentBy(bench)) {
        if (sent.method != "PATCH")
            continue;
        const std::string rest =
            sent.path.substr(std::string("/services/data/v67.0/sobjects/").size());
        const QJsonObject body = objectOf(sent.body);
        for (const std::string &name : keysOf(body)) {
            fields[rest.substr(0, rest.find('/'))].insert(name);
            const auto form = forms.find(name);
            if (form != forms.end()) {
                EXPECT_TRUE(std::regex_match(textOf(body.value(QString::fromStdString(name))),
                                             form->second))
                    << sent.body;
            }
        }
        for (const char *never : {"Id", "Topline_Id__c", "attributes"})
            EXPECT_FALSE(body.contains(QLatin1String(never))) << sent.body;
    }
    EXPECT_EQ(fields["Task"],
              (std::set<std::string>{"ActivityDate", "CallType", "Description", "Status", "Subject",
                                     "TaskSubtype", "WhatId", "WhoId"}));
    // An end is required beside the start; a duration would say it twice.
    EXPECT_EQ(fields["Event"], (std::set<std::string>{"Description", "EndDateTime", "StartDateTime",
                                                      "Subject", "WhatId", "WhoId"}));
    EXPECT_EQ(fields["EmailMessage"],
              (std::set<std::string>{"Incoming", "MessageDate", "RelatedToId", "Status", "Subject",
                                     "TextBody", "ToAddress"}));
    EXPECT_EQ(fields["Opportunity"], (std::set<std::string>{"NextStep"}));
}

} // namespace topline::crm
