// The network matrix for the page that gives tokens: a mailbox that signs in by OAuth waits for it
// however long it is away, and a mail leaves once when it is back. Its secrets go nowhere else.
#include "core/crm/memory_vault.h"
#include "core/crm/token_keeper.h"
#include "core/mail/mail_sign_in.h"
#include "tests/fakes/fake_pace.h"
#include "tests/mail/mail_matrix.h"

#include <set>

namespace topline::engine {

namespace {

// Tokens by a provider's page, which does as the cell says until it is well again.
class TokenPage final : public crm::HttpClient {
public:
    base::Result<crm::HttpResponse> send(const crm::HttpRequest &request,
                                         const crm::CancelToken & /*cancel*/) override
    {
        hosts.insert(request.url.substr(0, request.url.find('/', 8)));
        ++asked;
        if (isDown)
            return base::Error{.code = base::ErrorCode::Unavailable, .message = "It is not there."};
        crm::HttpResponse out;
        out.status = status;
        out.body = body;
        return out;
    }

    void heal()
    {
        isDown = false;
        status = 200;
        body = R"({"access_token":"secret","refresh_token":"planted-again","expires_in":3599})";
    }

    std::set<std::string> hosts;
    int asked = 0;
    bool isDown = false;
    int status = 200;
    std::string body;
};

// One that is renewed for each wait, as it lives for an hour.
class TokenAccess final : public crm::AccessSource {
public:
    TokenAccess(TokenPage &page, base::FixedClock &clock)
        : m_clock(clock)
        , m_token({m_protocol, page, m_slots, m_pace, clock}, {}, {})
    {
        need(m_slots.replace(base::Secret("planted-refresh")));
    }

    base::Result<crm::Access> access(const crm::CancelToken &cancel) override
    {
        m_pace.advance(m_clock.now() - m_seenMs);
        m_seenMs = m_clock.now();
        return m_token.access(cancel);
    }

    base::Result<crm::Access> renew(const crm::Access &refused,
                                    const crm::CancelToken &cancel) override
    {
        return m_token.renew(refused, cancel);
    }

private:
    base::FixedClock &m_clock;
    base::UtcMs m_seenMs = flow::birthMs;
    mail::MailSignIn m_protocol{
        {"client1", {}, need(mail::completeMailOAuth({"google", {}, {}, {}})), "rep@example.com"}};
    crm::MemoryVault m_vault;
    crm::TokenSlots m_slots{m_vault, "mail"};
    fakes::FakePace m_pace;
    crm::RefreshingToken m_token;
};

} // namespace

// What the token's page does keeps a mail waiting and never loses or doubles it. A refusal that is
// final wants a person; then nothing is asked again until that person has signed in.
TEST(MailNetwork, WhateverTheTokensPageDoesTheMailWaitsAndLeavesOnce)
{
    struct TokenCell {
        const char *name;
        bool isDown;
        int status;
        const char *body;
        bool isFinal = false;
    };

    const TokenCell cells[] = {
        {"down or too slow", true, 0, ""},
        {"500", false, 500, "planted"},
        {"429", false, 429, ""},
        {"a portal's page", false, 200, "<html>Please sign in</html>"},
        {"half an answer", false, 200, R"({"access_token":"pl)"},
        {"an answer without a token", false, 200, R"({"token_type":"Bearer"})"},
        {"invalid_grant", false, 400, R"({"error":"invalid_grant"})", true},
        {"invalid_client", false, 401, R"({"error":"invalid_client"})"},
    };
    for (const TokenCell &cell : cells) {
        for (const fakes::Outage &outage : fakes::outages) {
            SCOPED_TRACE(std::string(cell.name) + ", " + outage.name);
            TokenPage page;
            page.isDown = cell.isDown;
            page.status = cell.status;
            page.body = cell.body;
            Matrix matrix([&](base::FixedClock &clock) {
                return std::make_unique<TokenAccess>(page, clock);
            });
            const base::Status read = matrix.turn();
            ASSERT_FALSE(read.ok());
            EXPECT_EQ(read.error().code == base::ErrorCode::SignInNeeded, cell.isFinal)
                << read.error().text();
            EXPECT_EQ(read.error().text().find("planted"), std::string::npos);
            EXPECT_EQ(classOf(matrix.effect()), TryClass::Retry);
            EXPECT_EQ(matrix.effect().detail.find("planted"), std::string::npos);
            const int askedAtFirst = page.asked;
            matrix.last(outage);
            page.heal();
            matrix.recover();
            if (cell.isFinal) {
                EXPECT_EQ(page.asked, askedAtFirst);
                EXPECT_EQ(classOf(matrix.effect()), TryClass::Retry);
                EXPECT_EQ(matrix.taken(), 0);
            } else {
                expectEnd(matrix, TryClass::Retry, false);
            }
            matrix.expectNoSecretInTheClear();
            EXPECT_EQ(page.hosts, std::set<std::string>{"https://oauth2.googleapis.com"});
        }
    }
}

} // namespace topline::engine
