// OAuth 2.0 for a mailbox (RFC 6749 with PKCE), by the organisation's own client: Google,
// Microsoft, or a provider whose addresses a person enters. Made by app/connection_source, any
// thread, pure. The access token is only ever given to the two mail servers of the mailbox, by
// XOAUTH2.
#pragma once

#include "core/crm/sign_in_protocol.h"
#include "core/domain/mail.h"

namespace topline::mail {

// With the addresses and scope of a provider that is known by name; InvalidInput names the field
// that is wrong: provider, authoriseUrl, tokenUrl. Only https, or http to this computer.
base::Result<domain::MailOAuth> completeMailOAuth(const domain::MailOAuth &entered);

struct MailApp {
    std::string clientId;
    base::Secret clientSecret; // empty: a public client
    domain::MailOAuth oauth;   // complete
    std::string address;       // that signs in, so that the page need not ask
};

class MailSignIn final : public crm::SignInProtocol {
public:
    explicit MailSignIn(MailApp app)
        : m_app(std::move(app))
    {
    }

    std::string authoriseUrl(const crm::AuthoriseAsk &ask) const override;
    bool isOwnIssuer(const std::string &issuer) const override;
    crm::HttpRequest exchange(const crm::CodeGrant &grant) const override;
    crm::HttpRequest refresh(const base::Secret &refreshToken) const override;
    // Where a provider has no such address the token endpoint is asked, which refuses: a person is
    // told to end the access on the provider's page.
    crm::HttpRequest revoke(const base::Secret &refreshToken) const override;
    base::Result<crm::TokenAnswer> read(const crm::HttpResponse &response,
                                        base::UtcMs nowMs) const override;

private:
    MailApp m_app;
};

} // namespace topline::mail
