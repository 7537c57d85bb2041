#include "core/mail/mail_sign_in.h"

#include "core/base/refusal.h"
#include "core/base/text.h"
#include "core/crm/url_text.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace topline::mail {

namespace {

constexpr const char *vendor = "The mail provider";
constexpr qint64 lifetimeSecondsMax = 24 * 60 * 60;
constexpr std::size_t urlMax = 500;

struct Provider {
    std::string_view name;
    std::string_view authoriseUrl;
    std::string_view tokenUrl;
    std::string_view revokeUrl; // empty: it has none
    std::string_view scope;
};

constexpr std::array providers = {
    Provider{"google", "https://accounts.google.com/o/oauth2/v2/auth",
             "https://oauth2.googleapis.com/token", "https://oauth2.googleapis.com/revoke",
             "https://mail.google.com/"},
    Provider{"microsoft", "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
             "https://login.microsoftonline.com/common/oauth2/v2.0/token", "",
             "offline_access https://outlook.office.com/IMAP.AccessAsUser.All "
             "https://outlook.office.com/SMTP.Send"},
};

const Provider *providerOf(std::string_view name)
{
    const auto *found = std::find_if(providers.begin(), providers.end(),
                                     [name](const Provider &one) { return one.name == name; });
    return found == providers.end() ? nullptr : found;
}

std::string originIn(const std::string &url)
{
    const std::size_t scheme = url.find("://");
    const std::size_t path = scheme == std::string::npos ? scheme : url.find('/', scheme + 3);
    return crm::originOf(url.substr(0, path)).value_or(std::string());
}

bool isEndpoint(const std::string &url)
{
    const bool isPlain = std::all_of(url.begin(), url.end(), [](char c) {
        return c > 0x20 && c < 0x7f && c != '#' && c != '?' && c != '"' && c != '<';
    });
    return isPlain && url.size() <= urlMax && url.find("://") != std::string::npos &&
           !originIn(url).empty();
}

base::Error lost(const crm::TokenRefusal &refusal)
{
    return {base::ErrorCode::SignInNeeded,
            "The mail provider no longer accepts this sign-in (" + refusal.error + ").",
            "All records and everything that waits to be sent are kept.",
            "Sign in to the mailbox again."};
}

base::Error settingsWrong(const crm::TokenRefusal &refusal, int status)
{
    const std::string word =
        refusal.error.empty() ? "status " + std::to_string(status) : refusal.error;
    std::string what = "Check the client id, and its secret where the provider gives one.";
    if (refusal.error == "redirect_uri_mismatch" || refusal.error == "invalid_request")
        what = "Add the callback addresses of Topline to the client, as one of a desktop program.";
    else if (refusal.error == "invalid_scope")
        what = "Allow the client to read and send mail.";
    return {base::ErrorCode::InvalidInput,
            "The mail provider refused the client's settings (" + word + ").",
            "The mailbox and its mails are kept.", what};
}

bool isBusy(int status)
{
    return status == 408 || status == 429 || status >= 500;
}

} // namespace

base::Result<domain::MailOAuth> completeMailOAuth(const domain::MailOAuth &entered)
{
    domain::MailOAuth out = entered;
    if (!entered.provider.empty()) {
        const Provider *known = providerOf(entered.provider);
        if (!known)
            return base::wrongField("provider", "This mail provider is not known by name.",
                                    "Enter its addresses instead.");
        out.authoriseUrl = known->authoriseUrl;
        out.tokenUrl = known->tokenUrl;
        out.scope = known->scope;
        return out;
    }
    out.authoriseUrl = base::trimmed(entered.authoriseUrl);
    out.tokenUrl = base::trimmed(entered.tokenUrl);
    out.scope = base::trimmed(entered.scope);
    for (const auto &[field, url] :
         {std::pair("authoriseUrl", &out.authoriseUrl), std::pair("tokenUrl", &out.tokenUrl)}) {
        if (!isEndpoint(*url))
            return base::wrongField(field,
                                    "This is not an address that may be used for signing in.",
                                    "Enter it as the provider names it, with https://.");
    }
    return out;
}

std::string MailSignIn::authoriseUrl(const crm::AuthoriseAsk &ask) const
{
    crm::TextPairs pairs = {{"response_type", "code"},
                            {"client_id", m_app.clientId},
                            {"redirect_uri", ask.redirectUri},
                            {"scope", m_app.oauth.scope},
                            {"state", ask.state},
                            {"code_challenge", ask.challenge},
                            {"code_challenge_method", "S256"},
                            {"login_hint", m_app.address}};
    // Google gives a refresh token only when asked like this.
    if (m_app.oauth.provider == "google") {
        pairs.emplace_back("access_type", "offline");
        pairs.emplace_back("prompt", "consent");
    }
    return m_app.oauth.authoriseUrl + '?' + crm::encodedPairs(pairs);
}

bool MailSignIn::isOwnIssuer(const std::string &issuer) const
{
    const std::string origin = originIn(issuer);
    return !origin.empty() && (m_app.oauth.authoriseUrl.starts_with(origin + '/') ||
                               m_app.oauth.tokenUrl.starts_with(origin + '/'));
}

crm::HttpRequest MailSignIn::exchange(const crm::CodeGrant &grant) const
{
    crm::TextPairs pairs = {{"grant_type", "authorization_code"},
                            {"client_id", m_app.clientId},
                            {"redirect_uri", grant.redirectUri},
                            {"code", grant.code.reveal()},
                            {"code_verifier", grant.verifier.reveal()}};
    if (!m_app.clientSecret.empty())
        pairs.emplace_back("client_secret", m_app.clientSecret.reveal());
    return crm::tokenRequest(m_app.oauth.tokenUrl, crm::encodedPairs(pairs));
}

crm::HttpRequest MailSignIn::refresh(const base::Secret &refreshToken) const
{
    crm::TextPairs pairs = {{"grant_type", "refresh_token"},
                            {"client_id", m_app.clientId},
                            {"refresh_token", refreshToken.reveal()}};
    if (!m_app.clientSecret.empty())
        pairs.emplace_back("client_secret", m_app.clientSecret.reveal());
    return crm::tokenRequest(m_app.oauth.tokenUrl, crm::encodedPairs(pairs));
}

crm::HttpRequest MailSignIn::revoke(const base::Secret &refreshToken) const
{
    const Provider *known = providerOf(m_app.oauth.provider);
    const bool canRevoke = known && !known->revokeUrl.empty();
    return crm::tokenRequest(canRevoke ? std::string(known->revokeUrl) : m_app.oauth.tokenUrl,
                             crm::encodedPairs({{"token", refreshToken.reveal()}}));
}

base::Result<crm::TokenAnswer> MailSignIn::read(const crm::HttpResponse &response,
                                                base::UtcMs nowMs) const
{
    if (isBusy(response.status))
        return crm::tokenEndpointBusy(vendor, response, nowMs);
    if (response.status != 200) {
        const crm::TokenRefusal refusal = crm::readTokenRefusal(response);
        if (refusal.error == "invalid_grant" || refusal.error == "interaction_required")
            return lost(refusal);
        return settingsWrong(refusal, response.status);
    }
    const QJsonObject object =
        QJsonDocument::fromJson(QByteArray::fromStdString(response.body)).object();
    const auto text = [&object](const char *name) {
        return object.value(QLatin1String(name)).toString().toStdString();
    };
    crm::TokenAnswer out;
    out.accessToken = base::Secret(text("access_token"));
    if (out.accessToken.empty())
        return crm::tokenEndpointBusy(vendor, response, nowMs);
    out.refreshToken = base::Secret(text("refresh_token"));
    const qint64 lifetimeS = object.value(QLatin1String("expires_in")).toInteger();
    out.lifetimeMs = std::clamp<qint64>(lifetimeS, 0, lifetimeSecondsMax) * base::secondMs;
    // Nothing is asked there; a sign-in has to name some place.
    out.baseUrl = originIn(m_app.oauth.tokenUrl);
    return out;
}

} // namespace topline::mail
