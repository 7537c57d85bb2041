#include "core/intake/automatic_reply.h"
#include "core/intake/collector_rules.h"
#include "core/intake/scanner_names.h"
#include "core/intake/segment_message.h"
#include "core/intake/web_names.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace topline::intake {

using domain::EventKind;
using domain::VisitorKind;
using domain::VisitorLink;

namespace {

constexpr base::UtcMs noon = 1'795'608'000'000; // 2026-11-25T12:00:00Z

SegmentMessage read(std::string_view body, SegmentCall call = SegmentCall::Batch)
{
    auto message = readSegment(body, call, noon);
    EXPECT_TRUE(message.ok()) << (message.ok() ? "" : message.error().text());
    return message.ok() ? std::move(message).value() : SegmentMessage{};
}

domain::Event oneEvent(std::string_view body, SegmentCall call)
{
    const auto message = read(body, call);
    EXPECT_EQ(message.drafts.size(), 1u) << body;
    return message.drafts.empty() ? domain::Event{} : message.drafts.front().event;
}

bool has(const SegmentMessage &message, const VisitorLink &link)
{
    return std::find(message.links.begin(), message.links.end(), link) != message.links.end();
}

} // namespace

TEST(SegmentMessage, ReadsWhatTheClientSends)
{
    const auto message = read(R"({"writeKey":"WK","sentAt":"2026-11-25T12:00:00.000Z","batch":[
        {"type":"identify","messageId":"1","userId":"u1","traits":{"email":"Lead@Example.org"},
         "timestamp":"2026-11-25T11:59:00.000Z"},
        {"type":"track","messageId":"2","userId":"u1","event":"Pricing Viewed",
         "timestamp":"2026-11-01T10:00:00.000Z"},
        {"type":"track","messageId":"3","anonymousId":"anon-1","event":"Signed Up"},
        {"type":"page","messageId":"4","userId":"u1","name":"Home","category":"Docs",
         "properties":{"path":"/"}},
        {"type":"screen","messageId":"5","userId":"u1","name":"S"},
        {"type":"group","messageId":"6","userId":"u1","groupId":"acme",
         "traits":{"name":"Acme","website":"https://www.acme.com/x"}},
        {"type":"alias","messageId":"7","userId":"u1","previousId":"anon-1"}]})");
    EXPECT_EQ(message.read, 7u);
    EXPECT_TRUE(message.rejects.empty());
    EXPECT_EQ(message.writeKey, "WK");
    ASSERT_EQ(message.drafts.size(), 4u);
    EXPECT_EQ(message.drafts[0].event.kind, EventKind::PricingView);
    EXPECT_EQ(message.drafts[0].event.atMs, 1'793'527'200'000);
    EXPECT_EQ(message.drafts[0].event.sourceKey, domain::eventKey("segment", "2"));
    EXPECT_EQ(message.drafts[1].event.kind, EventKind::FormSubmitted);
    EXPECT_EQ(message.drafts[1].anonymousId, "anon-1");
    EXPECT_EQ(message.drafts[2].event.kind, EventKind::DocsView);
    EXPECT_EQ(message.drafts[3].event.kind, EventKind::PageView);
    EXPECT_TRUE(has(message, {{VisitorKind::User, "u1"},
                              {VisitorKind::Email, "lead@example.org"},
                              noon - base::minuteMs}));
    EXPECT_TRUE(has(message, {{VisitorKind::User, "u1"}, {VisitorKind::Group, "acme"}, noon}));
    EXPECT_TRUE(
        has(message, {{VisitorKind::Group, "acme"}, {VisitorKind::Domain, "acme.com"}, noon}));
    EXPECT_TRUE(
        has(message, {{VisitorKind::Anonymous, "anon-1"}, {VisitorKind::User, "u1"}, noon}));
}

TEST(SegmentMessage, OneBadEventLeavesTheOthersAlone)
{
    const auto message = read(R"({"batch":[17,{"type":"track","userId":"u","event":"A"},
        {"type":"dance","userId":"u"},{"type":"track","event":"A"},{"type":"track","userId":"u"},
        {"type":"alias","userId":"u"},{"userId":"u","event":"A"},null,
        {"type":"track","userId":{"a":1},"anonymousId":["x"],"event":"A"},
        {"type":"track","userId":"u","event":"B","properties":7,"context":"x","timestamp":[1]}]})");
    EXPECT_EQ(message.read, 10u);
    EXPECT_EQ(message.drafts.size(), 2u);
    ASSERT_EQ(message.rejects.size(), 8u);
    EXPECT_EQ(message.rejects[0], (SegmentReject{0, "the event is no object"}));
    EXPECT_EQ(message.rejects[2], (SegmentReject{3, "the event names nobody"}));
    EXPECT_EQ(message.drafts[1].event.atMs, noon) << "a time that is none is the time of receipt";
}

TEST(SegmentMessage, FailsAsAWholeOnlyWhereNoEventCanBeTold)
{
    for (const std::string &body :
         {std::string(), std::string("[]"), std::string("{"), std::string("{}"),
          std::string(R"({"batch":{}})"), std::string(100'000, '['),
          R"({"batch":[{"a":)" + std::string(40, '[') + std::string(40, ']') + "}]}"}) {
        const auto message = readSegment(body, SegmentCall::Batch, noon);
        ASSERT_FALSE(message.ok()) << body.substr(0, 50);
        EXPECT_EQ(message.error().code, base::ErrorCode::InvalidInput);
    }
    std::string many = "0";
    for (std::size_t i = 0; i < segmentEventsMax; ++i)
        many += ",0";
    const auto message = readSegment("{\"batch\":[" + many + "]}", SegmentCall::Batch, noon);
    ASSERT_FALSE(message.ok());
    EXPECT_EQ(message.error().code, base::ErrorCode::LimitReached);
}

TEST(SegmentMessage, PutsAWrongClockRight)
{
    // The client's clock is two hours ahead; the event was a minute before it was sent.
    const auto ahead =
        oneEvent(R"({"userId":"u","event":"A","originalTimestamp":"2026-11-25T13:59:00Z",
        "sentAt":"2026-11-25T14:00:00Z"})",
                 SegmentCall::Track);
    EXPECT_EQ(ahead.atMs, noon - base::minuteMs);
    const auto nearly = oneEvent(R"({"userId":"u","event":"A","timestamp":"2026-11-25T11:59:00Z",
        "sentAt":"2026-11-25T11:59:58Z"})",
                                 SegmentCall::Track);
    EXPECT_EQ(nearly.atMs, noon - base::minuteMs) << "two seconds are the way here";
    const auto future = oneEvent(R"({"userId":"u","event":"A","timestamp":"2027-11-25T11:59:00Z"})",
                                 SegmentCall::Track);
    EXPECT_EQ(future.atMs, noon);
    const auto ancient = oneEvent(
        R"({"userId":"u","event":"A","timestamp":"1970-01-01T00:00:00Z"})", SegmentCall::Track);
    EXPECT_EQ(ancient.atMs, noon);
}

TEST(SegmentMessage, KnowsAnEventWithoutIdWhenItComesAgain)
{
    const auto first = oneEvent(R"({"userId":"u","event":"A","sentAt":"2026-11-25T11:00:00Z"})",
                                SegmentCall::Track);
    const auto again = oneEvent(R"({"userId":"u","event":"A","sentAt":"2026-11-25T11:30:00Z"})",
                                SegmentCall::Track);
    const auto other = oneEvent(R"({"userId":"v","event":"A"})", SegmentCall::Track);
    EXPECT_EQ(first.sourceKey, again.sourceKey);
    EXPECT_NE(first.sourceKey, other.sourceKey);
    const auto forged =
        oneEvent(R"({"userId":"v","event":"A","messageId":"key:17"})", SegmentCall::Track);
    EXPECT_NE(forged.sourceKey, 17) << "nobody names another source's event";
}

TEST(SegmentMessage, ReadsPagesByTheirAddress)
{
    const auto kindOf = [](const std::string &url) {
        return oneEvent(R"({"anonymousId":"a","properties":{"url":")" + url + R"("}})",
                        SegmentCall::Page)
            .kind;
    };
    EXPECT_EQ(kindOf("https://acme.com/pricing"), EventKind::PricingView);
    EXPECT_EQ(kindOf("https://acme.com/de/Preise/?utm=1"), EventKind::PricingView);
    EXPECT_EQ(kindOf("https://acme.com/docs/start#x"), EventKind::DocsView);
    EXPECT_EQ(kindOf("https://acme.com/acme-vs-other.html"), EventKind::CompareView);
    EXPECT_EQ(kindOf("https://acme.com/blog/pricing-explained"), EventKind::PageView);
    EXPECT_EQ(kindOf("https://acme.com?next=/pricing"), EventKind::PageView);
    const auto event = oneEvent(
        R"({"anonymousId":"a","context":{"page":{"url":"https://acme.com/x?email=a@b.de"}}})",
        SegmentCall::Page);
    EXPECT_EQ(event.title, "/x") << "nothing of the query is kept";
}

TEST(SegmentMessage, AClickBackOutOfAMailSaysWhoItIs)
{
    const auto message = read(
        R"({"anonymousId":"a","properties":{"url":"https://acme.com/?x=1&tl_contact=0035g0-Q"}})",
        SegmentCall::Page);
    EXPECT_TRUE(
        has(message, {{VisitorKind::Anonymous, "a"}, {VisitorKind::Contact, "0035g0-Q"}, noon}));
    EXPECT_EQ(pageAddress("/x?tl_contact=a%00b").contact, "");
}

TEST(SegmentMessage, AFormThatNamesAnAddressJoinsTheDevice)
{
    const auto message = read(
        R"({"anonymousId":"a","event":"Form Submitted","properties":{"email":"A@b.de","name":"Demo"}})",
        SegmentCall::Track);
    ASSERT_EQ(message.drafts.size(), 1u);
    EXPECT_EQ(message.drafts[0].contactEmail, "a@b.de");
    EXPECT_EQ(message.drafts[0].event.title, "Demo");
    EXPECT_TRUE(
        has(message, {{VisitorKind::Anonymous, "a"}, {VisitorKind::Email, "a@b.de"}, noon}));
}

TEST(SegmentMessage, MarksWhatAMachineDid)
{
    const auto visit = [](const std::string &agent) {
        return oneEvent("{\"anonymousId\":\"a\",\"context\":{\"userAgent\":\"" + agent + "\"}}",
                        SegmentCall::Page)
            .suspectBot;
    };
    EXPECT_TRUE(visit("Mozilla/5.0 (compatible; bingbot/2.0)"));
    EXPECT_TRUE(visit("curl/7.88.1"));
    EXPECT_FALSE(visit("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"));
    EXPECT_FALSE(isScanner("Mozilla/5.0 (Linux; Android 13; CUBOT X70) Chrome/120.0 Mobile"));
    EXPECT_FALSE(isScanner(""));
}

TEST(AutomaticReply, IsKnownByItsSubjectInManyLanguages)
{
    for (const char *subject :
         {"Automatic reply: Offer", "Re: AUTOMATIC REPLY: Offer", "Out of Office: back on Monday",
          "Automatische Antwort: Angebot", "Abwesenheitsnotiz", "Réponse automatique : Offre",
          "Respuesta automática: Oferta", "Risposta automatica: Offerta", "Autosvar: Tilbud",
          "Resposta automática: Oferta", "Odpowiedź automatyczna: Oferta", "自動応答: 提案"})
        EXPECT_TRUE(isAutomaticReply(subject)) << subject;
    for (const char *subject :
         {"Re: Offer", "Our office in Berlin", "About automatic replies", "", "Re: Re:"})
        EXPECT_FALSE(isAutomaticReply(subject)) << subject;
    domain::Event event;
    event.title = "Out of office";
    EXPECT_FALSE(settleReply(event)) << "a page view stays one";
    event.kind = EventKind::EmailReplied;
    EXPECT_TRUE(settleReply(event));
    EXPECT_EQ(event.kind, EventKind::OutOfOffice);
}

TEST(CollectorRules, LetInOneHostPathMethodTypeAndKey)
{
    CollectorRules rules{8'123, writeKeyHash("WK_test")};
    const auto judge = [&](const std::string &method, const std::string &target,
                           std::vector<std::pair<std::string, std::string>> headers) {
        const auto verdict = judgeHead({method, target, std::move(headers), {}, true}, rules);
        return std::holds_alternative<int>(verdict) ? std::get<int>(verdict) : 200;
    };
    const std::pair<std::string, std::string> host{"host", "127.0.0.1:8123"};
    const std::pair<std::string, std::string> type{"content-type",
                                                   "application/json; charset=utf-8"};
    const std::pair<std::string, std::string> key{"authorization", "Basic V0tfdGVzdDo="};
    EXPECT_EQ(judge("POST", "/v1/batch", {host, type, key}), 200);
    EXPECT_EQ(judge("POST", "/v1/batch", {{"host", "LOCALHOST:8123"}, type}), 200);
    EXPECT_EQ(judge("POST", "/v1/batch", {{"host", "[::1]:8123"}, type}), 200);
    for (const char *other : {"127.0.0.1", "127.0.0.1:8124", "evil.example:8123", "0.0.0.0:8123",
                              "127.0.0.1:8123.evil.example", "127.0.0.1.:8123", ""})
        EXPECT_EQ(judge("POST", "/v1/batch", {{"host", other}, type, key}), 421) << other;
    for (const char *origin : {"null", "https://evil.example", "http://127.0.0.1:8123", ""})
        EXPECT_EQ(judge("POST", "/v1/batch", {host, type, key, {"origin", origin}}), 403);
    EXPECT_EQ(judge("POST", "/v1/other", {host, type, key}), 404);
    EXPECT_EQ(judge("GET", "/v1/batch", {host, type, key}), 405);
    EXPECT_EQ(judge("OPTIONS", "/v1/batch", {host, type, key}), 405);
    EXPECT_EQ(judge("POST", "/v1/batch", {host, {"content-type", "text/plain"}, key}), 415);
    EXPECT_EQ(judge("POST", "/v1/batch", {host, key}), 415);
    EXPECT_EQ(judge("POST", "/v1/batch", {host, type, key, {"content-encoding", "gzip"}}), 415);
    for (const char *wrong :
         {"Basic V0tfdGVzdA", "Bearer WK_test", "Basic", "Basic !!!", "", "Basic V0tfdGVzdF8="})
        EXPECT_EQ(judge("POST", "/v1/batch", {host, type, {"authorization", wrong}}),
                  std::string(wrong) == "Basic V0tfdGVzdA" ? 200 : 401)
            << wrong;
    rules.keyHash.clear();
    EXPECT_EQ(judge("POST", "/v1/batch", {host, type, key}), 401) << "no key fits none";
}

} // namespace topline::intake
