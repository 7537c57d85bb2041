// The HubSpot connector over the real HTTP client against an independent stand-in of HubSpot.
#include "core/crm/hubspot_json.h"
#include "core/platform/curl_http_client.h"
#include "tests/crm/hubspot_bench.h"
#include "tests/rigs/rig_process.h"

#include <QJsonDocument>

#include <gtest/gtest.h>
#include <regex>

namespace topline::crm {

namespace {

// To the rig what it knows, to our own fake the rest.
class SplitClient final : public HttpClient {
public:
    SplitClient(std::string rig, HttpClient &real, HttpClient &fake)
        : m_rig(std::move(rig))
        , m_real(real)
        , m_fake(fake)
    {
    }

    base::Result<HttpResponse> send(const HttpRequest &request, const CancelToken &cancel) override
    {
        static const std::regex known(
            "/crm/objects/2026-09/(contacts|companies|deals|tasks|notes)");
        if (!std::regex_search(request.url, known)) {
            auto answer = m_fake.send(request, cancel);
            if (answer.ok()) // one clock for both
                std::erase_if(answer->headers, [](const auto &one) { return one.name == "Date"; });
            if (answer.ok() && m_date)
                answer->headers.push_back({"Date", *m_date});
            return answer;
        }
        HttpRequest real = request;
        real.url.replace(0, real.url.find("/crm/"), m_rig);
        real.bearer = base::Secret("seed-token");
        auto answer = m_real.send(real, cancel);
        if (answer.ok())
            m_date = answer->header("Date");
        return answer;
    }

    std::optional<std::string> m_date;

private:
    std::string m_rig;
    HttpClient &m_real;
    HttpClient &m_fake;
};

class HubSpotRig : public testing::Test {
protected:
    void SetUp() override
    {
        const auto file = sharedRig("hubspot/fake_hubspot.mjs");
        if (!file)
            GTEST_SKIP() << "no rigs beside the repository; set TOPLINE_RIGS";
        m_rig = std::make_unique<RigProcess>("node", std::vector<std::string>{*file, "PORT", "25"},
                                             "127.0.0.1");
        if (!m_rig->isRunning())
            GTEST_SKIP() << "node cannot be started";
        m_client = std::make_unique<SplitClient>(m_rig->baseUrl(), m_real, m_bench.http);
        // Dates are whole seconds, and the rig's records are as old as this test.
        m_bench.options.lagMs = -5 * base::secondMs;
        m_bench.options.goneEveryMs = 0;
        m_bench.options.searchRows = 7;
        m_bench.options.linkRows = 14;
        // Its first answer tells the time.
        ask(HttpMethod::Get, "/crm/objects/2026-09/contacts?limit=1", "");
    }

    QJsonObject ask(HttpMethod method, const std::string &path, const std::string &body)
    {
        HttpRequest request;
        request.method = method;
        request.url = m_rig->baseUrl() + path;
        request.bearer = base::Secret("seed-token");
        request.headers = {{"Content-Type", "application/json"}};
        request.body = body;
        const auto answer = m_real.send(request, m_bench.cancel);
        EXPECT_TRUE(answer.ok()) << path;
        if (!answer.ok())
            return {};
        m_client->m_date = answer->header("Date");
        return QJsonDocument::fromJson(QByteArray::fromStdString(answer->body)).object();
    }

    void control(const std::string &what, const std::string &body)
    {
        ask(HttpMethod::Post, "/_fake/" + what, body);
    }

    void restart()
    {
        m_connector = std::make_unique<HubSpotConnector>(HubSpotParts{
            *m_client, m_bench.access, m_bench.gate, m_bench.pace, m_bench.clock, m_bench.options});
    }

    HubSpotConnector &connector()
    {
        if (!m_connector)
            restart();
        return *m_connector;
    }

    HubSpotBench::Pulled pull(std::string cursor = {}, bool restartAfterEach = false)
    {
        HubSpotBench::Pulled out;
        out.cursor = std::move(cursor);
        for (int i = 0; i < 200; ++i) {
            auto page = connector().pull(out.cursor, m_bench.cancel);
            if (!page.ok()) {
                out.error = page.error();
                return out;
            }
            out.cursor = page->nextCursor;
            out.pages.push_back(std::move(*page));
            if (restartAfterEach)
                restart();
            if (!out.pages.back().more)
                break;
        }
        return out;
    }

    PushAnswer push(const domain::Effect &effect)
    {
        return connector().push(effect, m_bench.cancel);
    }

    domain::Effect stageChange(int number, const std::string &to)
    {
        return m_bench.effect(number, {.kind = domain::ActionKind::StageChange,
                                       .deal = "hs:1002",
                                       .stage = "hs:default/" + to,
                                       .stageBase = "hs:default/appointmentscheduled"});
    }

    HubSpotBench m_bench;
    platform::CurlHttpClient m_real;
    std::unique_ptr<RigProcess> m_rig;
    std::unique_ptr<SplitClient> m_client;
    std::unique_ptr<HubSpotConnector> m_connector;
};

std::set<std::string> contactIds(const HubSpotBench::Pulled &pulled)
{
    std::set<std::string> out;
    for (const auto &contact : pulled.all(&Page::contacts))
        out.insert(contact.remoteId);
    return out;
}

} // namespace

TEST_F(HubSpotRig, APullBringsEverythingAlsoWhenItIsKilledAfterEveryPage)
{
    for (const bool isKilled : {false, true}) {
        const auto pulled = pull({}, isKilled);
        ASSERT_FALSE(pulled.error) << pulled.error->text();
        EXPECT_EQ(pulled.all(&Page::contacts).size(), 25U);
        EXPECT_EQ(pulled.all(&Page::accounts).size(), 25U);
        EXPECT_EQ(pulled.all(&Page::deals).size(), 25U);
        EXPECT_EQ(pulled.all(&Page::deals).at(0).stage.remoteId, "hs:default/appointmentscheduled");
    }
}

TEST_F(HubSpotRig, MoreRowsThanTheCapWithOneStampAllCome)
{
    control("set", R"({"cap":10})");
    control("bulk", R"({"type":"contacts","ageMs":3600000})");
    const auto pulled = pull();
    ASSERT_FALSE(pulled.error) << pulled.error->text();
    EXPECT_EQ(contactIds(pulled).size(), 25U);
}

TEST_F(HubSpotRig, FaultsOfTheWayAreOutlived)
{
    for (const char *fault :
         {R"({"match":"contacts/search","status":429,"times":3,"after":1})",
          R"({"match":"contacts/search","status":429,"times":2,"policy":"SECONDLY"})",
          R"({"match":"search","status":502,"times":3,"after":2})",
          R"({"match":"batch/read","status":"reset","times":2})",
          R"({"match":"search","status":423,"times":2})"}) {
        control("fault", fault);
        const auto pulled = pull();
        ASSERT_FALSE(pulled.error) << fault << pulled.error->text();
        EXPECT_EQ(contactIds(pulled).size(), 25U) << fault;
        EXPECT_EQ(pulled.all(&Page::deals).size(), 25U) << fault;
    }
}

TEST_F(HubSpotRig, ADeniedObjectIsNamedAndTheOthersGoOn)
{
    control("set", R"({"denyScope":"deals"})");
    const auto pulled = pull();
    ASSERT_FALSE(pulled.error) << pulled.error->text();
    EXPECT_EQ(pulled.progress("deals")->state, domain::ObjectState::Denied);
    EXPECT_EQ(contactIds(pulled).size(), 25U);
}

TEST_F(HubSpotRig, ARenamedPropertyIsDriftAndNotEmpty)
{
    control("rename", R"({"type":"contacts","from":"firstname","to":"first_old"})");
    const auto pulled = pull();
    ASSERT_FALSE(pulled.error) << pulled.error->text();
    EXPECT_EQ(pulled.progress("contacts")->state, domain::ObjectState::Drift);
    bool isNamed = false;
    for (const Page &page : pulled.pages) {
        const auto found = page.missing.find(domain::RecordKind::Contact);
        isNamed = isNamed || (found != page.missing.end() && found->second.count("firstName") > 0);
    }
    EXPECT_TRUE(isNamed);
}

TEST_F(HubSpotRig, DeletionsAndMergesAreToldApart)
{
    const auto first = pull();
    ASSERT_FALSE(first.error) << first.error->text();
    // Contacts are 1000, 1003, 1006 …
    const QJsonObject merged = ask(HttpMethod::Post, "/crm/objects/2026-09/contacts/merge",
                                   R"({"primaryObjectId":"1000","objectIdToMerge":"1003"})");
    ask(HttpMethod::Delete, "/crm/objects/2026-09/contacts/1006", "");
    m_bench.options.lagMs = -10 * base::secondMs;
    restart();
    const auto second = pull(first.cursor);
    ASSERT_FALSE(second.error) << second.error->text();
    ASSERT_EQ(second.all(&Page::gone).size(), 1U);
    EXPECT_EQ(second.all(&Page::gone)[0].remoteId, "hs:1006");
    std::map<std::string, std::string> renamed;
    for (const auto &one : second.all(&Page::merged))
        renamed[one.fromRemoteId] = one.toRemoteId;
    const std::string survivor = "hs:" + jsonText(merged, "id");
    EXPECT_EQ(renamed["hs:1000"], survivor);
    EXPECT_EQ(renamed["hs:1003"], survivor);
}

TEST_F(HubSpotRig, AnEditIsWrittenOnceAndAClashIsNot)
{
    const auto effect = stageChange(1, "contractsent");
    const auto answer = push(effect);
    ASSERT_EQ(answer.state, PushState::Applied) << answer.detail;
    EXPECT_EQ(answer.fresh.deals.at(0).stage.remoteId, "hs:default/contractsent");
    EXPECT_EQ(push(effect).state, PushState::AlreadyApplied);
    ask(HttpMethod::Patch, "/crm/objects/2026-09/deals/1002",
        R"({"properties":{"dealstage":"closedlost"}})");
    const auto clash = push(stageChange(2, "closedwon"));
    EXPECT_EQ(clash.state, PushState::Conflict);
    EXPECT_EQ(clash.clashes.at(0).theirs, "hs:default/closedlost");
}

TEST_F(HubSpotRig, AnEditWhoseAnswerIsLostIsReadBack)
{
    control("fault", R"({"match":"PATCH","status":"reset","times":1})");
    const auto effect = stageChange(1, "contractsent");
    EXPECT_EQ(push(effect).state, PushState::Unknown);
    restart();
    EXPECT_EQ(push(effect).state, PushState::Applied);
}

TEST_F(HubSpotRig, ARecordThatIsGoneIsAConflict)
{
    ask(HttpMethod::Delete, "/crm/objects/2026-09/deals/1002", "");
    const auto answer = push(stageChange(1, "contractsent"));
    EXPECT_EQ(answer.state, PushState::Conflict);
    EXPECT_EQ(answer.fresh.gone.size(), 1U);
}

TEST_F(HubSpotRig, ANoteIsLoggedOnceWithoutAKey)
{
    const auto note = m_bench.effect(1, {.kind = domain::ActionKind::Note});
    const auto first = push(note);
    ASSERT_EQ(first.state, PushState::Applied) << first.detail;
    restart();
    const auto second = push(note);
    EXPECT_EQ(second.state, PushState::AlreadyApplied) << second.detail;
    EXPECT_EQ(second.remoteId, first.remoteId);
}

} // namespace topline::crm
