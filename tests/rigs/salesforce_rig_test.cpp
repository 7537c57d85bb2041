// The Salesforce connector over the real HTTP client against an independent stand-in of Salesforce.
#include "core/crm/salesforce_id.h"
#include "core/platform/curl_http_client.h"
#include "tests/crm/salesforce_bench.h"
#include "tests/rigs/rig_process.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

namespace topline::crm {

namespace {

using domain::ActionKind;

class RigAccess final : public AccessSource {
public:
    base::Result<Access> access(const CancelToken &) override { return value; }

    base::Result<Access> renew(const Access &, const CancelToken &) override
    {
        ++renewals;
        return value;
    }

    Access value;
    int renewals = 0;
};

class SalesforceRig : public testing::Test {
protected:
    void SetUp() override
    {
        const auto file = sharedRig("salesforce/fake_salesforce.py");
        if (!file)
            GTEST_SKIP() << "no rigs beside the repository; set TOPLINE_RIGS";
        m_rig = std::make_unique<RigProcess>(
            "python3", std::vector<std::string>{*file, "--port", "PORT"}, "READY");
        if (!m_rig->isRunning())
            GTEST_SKIP() << "python3 cannot be started";
        const QJsonObject state = control("state", "{}");
        m_access.value = {
            base::Secret(state.value(QLatin1String("access_token")).toString().toStdString()),
            m_rig->baseUrl()};
        m_bench.options.idField = "OurApp_Id__c"; // as an administrator of the rig called it
        restart();
        fill();
    }

    QJsonObject control(const std::string &what, const std::string &body)
    {
        HttpRequest request;
        request.method = HttpMethod::Post;
        request.url = m_rig->baseUrl() + "/__admin/" + what;
        request.headers = {{"Content-Type", "application/json"}};
        request.body = body;
        const auto answer = m_http.send(request, m_bench.cancel);
        EXPECT_TRUE(answer.ok() && answer->status == 200)
            << what << " " << body << " " << (answer.ok() ? answer->body : "no answer");
        if (!answer.ok())
            return {};
        if (const auto date = answer->dateMs())
            m_bench.clock.set(*date);
        return QJsonDocument::fromJson(QByteArray::fromStdString(answer->body)).object();
    }

    std::string create(const std::string &type, const std::string &fields)
    {
        return control("create", R"({"type":")" + type + R"(","fields":)" + fields + "}")
            .value(QLatin1String("id"))
            .toString()
            .toStdString();
    }

    void edit(const std::string &type, const std::string &id, const std::string &fields)
    {
        control("edit",
                R"({"type":")" + type + R"(","id":")" + id + R"(","fields":)" + fields + "}");
    }

    void on(const std::string &what, const std::string &type, const std::string &id)
    {
        control(what, R"({"type":")" + type + R"(","id":")" + id + R"("})");
    }

    void fault(const std::string &match, const std::string &rest)
    {
        control("fault", R"({"match":")" + match + R"(",)" + rest + "}");
    }

    void fill()
    {
        m_account = create("Account", R"({"Name":"Acme","Website":"https://acme.example"})");
        m_contact = create("Contact", R"({"LastName":"Curie","Title":"Buyer","AccountId":")" +
                                          m_account + R"("})");
        m_deal =
            create("Opportunity", R"({"Name":"Radium","StageName":"Prospecting","Amount":500,)"
                                  R"("NextStep":"Call","CloseDate":"2027-01-31","AccountId":")" +
                                      m_account + R"("})");
        m_lead = create("Lead", R"({"LastName":"Hopper","Company":"Navy"})");
        create("OpportunityContactRole", R"({"OpportunityId":")" + m_deal + R"(","ContactId":")" +
                                             m_contact + R"(","IsPrimary":true})");
        create("Task", R"({"Subject":"Rang","Status":"Completed","TaskSubtype":"Call","WhoId":")" +
                           m_contact + R"("})");
        create("Event", R"({"Subject":"Met","StartDateTime":"2026-01-05T10:00:00.000+0000",)"
                        R"("EndDateTime":"2026-01-05T11:00:00.000+0000","WhoId":")" +
                            m_contact + R"("})");
        const std::string campaign = create("Campaign", R"({"Name":"Fair"})");
        m_member = create("CampaignMember", R"({"Status":"Sent","CampaignId":")" + campaign +
                                                R"(","ContactId":")" + m_contact + R"("})");
    }

    void restart()
    {
        m_connector = std::make_unique<SalesforceConnector>(SalesforceParts{
            m_http, m_access, m_bench.gate, m_bench.pace, m_bench.clock, m_bench.options});
    }

    base::Status pullInto(Mirror &mirror)
    {
        for (int page = 0; page < 100; ++page) {
            TRY_ASSIGN(const Page next, m_connector->pull(mirror.cursor, m_bench.cancel));
            mirror.apply(next);
            if (!next.more)
                return {};
        }
        return base::Error{base::ErrorCode::Io, "Pages do not end."};
    }

    // As the program does it: again and again, with a new connector each time.
    void pullPatiently(Mirror &mirror)
    {
        for (int tries = 0; tries < 10; ++tries) {
            const auto done = pullInto(mirror);
            if (done.ok())
                return;
            restart();
        }
        ADD_FAILURE() << "it never came through";
    }

    PushAnswer push(const domain::Effect &effect)
    {
        return m_connector->push(effect, m_bench.cancel);
    }

    domain::Effect call(int number)
    {
        return m_bench.effect(ActionKind::Call,
                              {{"contact", "sf:" + m_contact},
                               {"deal", "sf:" + m_deal},
                               {"subject", "Price " + std::to_string(number)}},
                              {}, number);
    }

    domain::Effect nextStep(const std::string &from, const std::string &to, int number)
    {
        return m_bench.effect(ActionKind::FieldEdit, {{"deal", "sf:" + m_deal}},
                              {{"nextStep", from, to}}, number);
    }

    SalesforceBench m_bench; // its clock, gate and effects; its fake stays idle
    platform::CurlHttpClient m_http;
    RigAccess m_access;
    std::unique_ptr<RigProcess> m_rig;
    std::unique_ptr<SalesforceConnector> m_connector;
    std::string m_account;
    std::string m_contact;
    std::string m_deal;
    std::string m_lead;
    std::string m_member;
};

} // namespace

TEST_F(SalesforceRig, InspectsCountsAndPulls)
{
    const auto profile = m_connector->inspect(m_bench.cancel);
    ASSERT_TRUE(profile.ok()) << profile.error().text();
    EXPECT_EQ(profile->orgName, "Fake Org");
    EXPECT_EQ(profile->orgId.substr(0, 3), "00D");
    EXPECT_TRUE(profile->isSandbox);
    const auto counts = m_connector->count(m_bench.cancel);
    ASSERT_TRUE(counts.ok()) << counts.error().text();
    EXPECT_EQ(counts->at("contacts"), 2);
    EXPECT_EQ(counts->at("events"), 3);
    Mirror mirror;
    const auto done = pullInto(mirror);
    ASSERT_TRUE(done.ok()) << done.error().text();
    EXPECT_EQ(mirror.owners.size(), 1U);
    EXPECT_EQ(mirror.accounts.size(), 1U);
    EXPECT_EQ(mirror.contacts.size(), 2U);
    EXPECT_EQ(mirror.events.size(), 3U);
    EXPECT_EQ(mirror.stages.size(), 10U);
    EXPECT_EQ(mirror.stageChanges.size(), 1U);
    ASSERT_EQ(mirror.deals.size(), 1U);
    EXPECT_EQ(mirror.deals.begin()->second.contact.remoteId, "sf:" + m_contact);
    for (const auto &[object, progress] : mirror.progress) {
        const bool isThere = object != "notes"; // the rig has none, of either sort
        EXPECT_EQ(progress.state,
                  isThere ? domain::ObjectState::Fresh : domain::ObjectState::Unavailable)
            << object << progress.reason;
    }
    const Mirror before = mirror;
    ASSERT_TRUE(pullInto(mirror).ok());
    EXPECT_EQ(mirror.contacts, before.contacts);
    EXPECT_EQ(mirror.events, before.events);
}

TEST_F(SalesforceRig, FollowsChangesDeletionsMergesAndConversions)
{
    Mirror mirror;
    ASSERT_TRUE(pullInto(mirror).ok());
    const std::string loser = create("Contact", R"({"LastName":"Loser"})");
    const std::string doomed = create("Contact", R"({"LastName":"Doomed"})");
    ASSERT_TRUE(pullInto(mirror).ok());
    EXPECT_EQ(mirror.contacts.size(), 4U);
    edit("Opportunity", m_deal, R"({"StageName":"Closed Won"})");
    control("merge",
            R"({"type":"Contact","winner":")" + m_contact + R"(","loser":")" + loser + R"("})");
    on("delete", "Contact", doomed);
    on("convert", "Lead", m_lead);
    ASSERT_TRUE(pullInto(mirror).ok());
    EXPECT_EQ(mirror.deals.at("sf:" + m_deal).stage.remoteId, "sf:stage:Closed Won");
    EXPECT_EQ(mirror.stageChanges.size(), 3U); // and the first one of the deal of the lead
    EXPECT_EQ(mirror.aliases["sf:" + loser], "sf:" + m_contact);
    EXPECT_TRUE(mirror.aliases.contains("sf:" + m_lead));
    EXPECT_TRUE(mirror.gone.contains("sf:" + doomed));
    on("undelete", "Contact", doomed);
    ASSERT_TRUE(pullInto(mirror).ok());
    EXPECT_TRUE(mirror.contacts.contains("sf:" + doomed));
}

TEST_F(SalesforceRig, AMemberOfACampaignIsAddedAndAnswersLater)
{
    Mirror mirror;
    ASSERT_TRUE(pullInto(mirror).ok());
    const auto kinds = [&] {
        std::multiset<domain::EventKind> out;
        for (const auto &[key, event] : mirror.events) {
            if (event.contact.remoteId == "sf:" + m_contact)
                out.insert(event.kind);
        }
        return out;
    };
    const auto before = kinds();
    EXPECT_EQ(before.count(domain::EventKind::CampaignAdded), 1U);
    EXPECT_EQ(before.count(domain::EventKind::CampaignResponded), 0U);
    edit("CampaignMember", m_member,
         R"({"Status":"Responded","HasResponded":true,"FirstRespondedDate":"2026-11-20"})");
    ASSERT_TRUE(pullInto(mirror).ok());
    EXPECT_EQ(kinds().count(domain::EventKind::CampaignResponded), 1U);
    EXPECT_EQ(kinds().size(), before.size() + 1);
}

TEST_F(SalesforceRig, APullSurvivesWhatTheRigCanBreak)
{
    Mirror wanted;
    ASSERT_TRUE(pullInto(wanted).ok());
    for (const char *kind :
         {R"("kind":"drop_before","times":2)", R"("kind":"lost_ack","times":2)",
          R"("kind":"truncate")",
          R"("kind":"http","status":503,"ctype":"text/html","body":"<html>")",
          R"("kind":"http","status":401,"body":[{"errorCode":"INVALID_SESSION_ID","message":"x"}])",
          R"("kind":"http","status":400,"body":[{"errorCode":"QUERY_TIMEOUT","message":"x"}])"}) {
        for (int skip = 0; skip < 4; ++skip) {
            SCOPED_TRACE(std::string(kind) + " " + std::to_string(skip));
            fault("services/data", std::string(kind) + R"(,"skip":)" + std::to_string(skip));
            restart();
            Mirror mirror;
            pullPatiently(mirror);
            EXPECT_EQ(mirror.contacts, wanted.contacts);
            EXPECT_EQ(mirror.deals, wanted.deals);
            EXPECT_EQ(mirror.events.size(), wanted.events.size());
            EXPECT_EQ(mirror.stageChanges, wanted.stageChanges);
        }
    }
}

TEST_F(SalesforceRig, AHiddenFieldKeepsItsValues)
{
    Mirror mirror;
    ASSERT_TRUE(pullInto(mirror).ok());
    control("state", R"({"hidden":{"Opportunity":["Amount"]}})");
    edit("Opportunity", m_deal, R"({"NextStep":"New"})");
    ASSERT_TRUE(pullInto(mirror).ok());
    EXPECT_EQ(mirror.deals.at("sf:" + m_deal).nextStep, "New");
    EXPECT_EQ(mirror.deals.at("sf:" + m_deal).amount->amountMinor, 50'000);
    EXPECT_EQ(mirror.progress["deals"].state, domain::ObjectState::Drift);
    control("state", R"({"hidden":{}})");
    ASSERT_TRUE(pullInto(mirror).ok());
    EXPECT_EQ(mirror.progress["deals"].state, domain::ObjectState::Fresh);
}

TEST_F(SalesforceRig, APushMakesOneRecordWhateverHappensToTheAnswer)
{
    int number = 0;
    for (
        const char *kind :
        {R"("kind":"lost_ack")", R"("kind":"drop_before")", R"("kind":"truncate")",
         R"("kind":"http","status":503)",
         R"("kind":"http","status":400,"body":[{"errorCode":"UNABLE_TO_LOCK_ROW","message":"x"}])"}) {
        SCOPED_TRACE(kind);
        const auto effect = call(++number);
        fault("PATCH .*/sobjects/", kind);
        PushAnswer answer = push(effect);
        restart();
        if (answer.state == PushState::Unknown)
            answer = m_connector->lookUp(effect, m_bench.cancel);
        if (answer.state != PushState::Applied)
            answer = push(effect);
        EXPECT_EQ(answer.state, PushState::Applied) << answer.detail;
        EXPECT_EQ(push(effect).state, PushState::AlreadyApplied);
    }
    EXPECT_EQ(m_connector->count(m_bench.cancel)->at("events"), 3 + number);
}

TEST_F(SalesforceRig, AnEditIsComparedThreeWays)
{
    const auto answer = push(nextStep("Call", "Send quote", 1));
    ASSERT_EQ(answer.state, PushState::Applied) << answer.detail;
    EXPECT_EQ(answer.fresh.deals.at(0).nextStep, "Send quote");
    edit("Opportunity", m_deal, R"({"NextStep":"Theirs"})");
    const auto clash = push(nextStep("Send quote", "Ours", 2));
    ASSERT_EQ(clash.state, PushState::Conflict);
    EXPECT_EQ(clash.clashes.at(0).theirs, "Theirs");
    control("state", R"({"rules":[{"type":"Opportunity","field":"StageName","match":"Won",)"
                     R"("message":"Amount needed before winning"}]})");
    const auto refused = push(m_bench.effect(ActionKind::StageChange,
                                             {{"deal", "sf:" + m_deal},
                                              {"stage", "sf:stage:Closed Won"},
                                              {"stage_base", "sf:stage:Prospecting"}},
                                             {}, 3));
    EXPECT_EQ(refused.state, PushState::Refused);
    EXPECT_NE(refused.detail.find("Amount needed before winning"), std::string::npos);
    const auto moved = push(m_bench.effect(ActionKind::StageChange,
                                           {{"deal", "sf:" + m_deal},
                                            {"stage", "sf:stage:Qualification"},
                                            {"stage_base", "sf:stage:Prospecting"}},
                                           {}, 4));
    EXPECT_EQ(moved.state, PushState::Applied) << moved.detail;
}

TEST_F(SalesforceRig, MergedAndConvertedRecordsAreFollowed)
{
    const std::string winner = create("Contact", R"({"LastName":"Winner","Title":"Buyer"})");
    control("merge",
            R"({"type":"Contact","winner":")" + winner + R"(","loser":")" + m_contact + R"("})");
    const auto edited = push(m_bench.effect(ActionKind::FieldEdit, {{"contact", "sf:" + m_contact}},
                                            {{"title", "Buyer", "Director"}}, 1));
    EXPECT_EQ(edited.state, PushState::Applied) << edited.detail;
    EXPECT_EQ(edited.remoteId, "sf:" + winner);
    on("convert", "Lead", m_lead);
    const auto called =
        push(m_bench.effect(ActionKind::Call, {{"contact", "sf:" + m_lead}}, {}, 2));
    EXPECT_EQ(called.state, PushState::Applied) << called.detail;
    on("delete", "Opportunity", m_deal);
    EXPECT_EQ(push(nextStep("Call", "x", 3)).state, PushState::Refused);
}

TEST_F(SalesforceRig, TheDailyLimitHolds)
{
    control("state", R"({"api_max":0})");
    Mirror mirror;
    const auto failed = pullInto(mirror);
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().code, base::ErrorCode::LimitReached);
    EXPECT_EQ(push(call(1)).state, PushState::NotSent);
}

} // namespace topline::crm
