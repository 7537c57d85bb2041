#include "core/crm/salesforce_sign_in.h"

#include "core/crm/url_text.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace topline::crm {
namespace {

constexpr std::string_view productionLogin = "https://login.salesforce.com";
constexpr std::string_view sandboxLogin = "https://test.salesforce.com";
constexpr std::string_view vendorSuffix = ".salesforce.com"; // My Domains end in it, too
// The API, the identity address, and staying signed in.
constexpr std::string_view scopes = "api id refresh_token";
constexpr std::size_t shortIdCharacters = 15;
constexpr std::size_t longIdCharacters = 18;

template <std::size_t Size>
bool isOneOf(std::string_view word, const std::array<std::string_view, Size> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isVendorOrigin(const std::string &origin)
{
    const std::string host = hostOf(origin);
    return origin == "https://" + host && host.size() > vendorSuffix.size() &&
           host.compare(host.size() - vendorSuffix.size(), vendorSuffix.size(), vendorSuffix) == 0;
}

// Ids are letters and digits; anything else in their place is no id.
bool isId(std::string_view text)
{
    return (text.size() == shortIdCharacters || text.size() == longIdCharacters) &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
           });
}

// ".../id/<organisation>/<user>"
std::string organisationOf(const std::string &identityUrl)
{
    const std::size_t user = identityUrl.rfind('/');
    if (user == std::string::npos || user == 0)
        return {};
    const std::size_t organisation = identityUrl.rfind('/', user - 1);
    if (organisation == std::string::npos)
        return {};
    std::string id = identityUrl.substr(organisation + 1, user - organisation - 1);
    return isId(id) ? id : std::string();
}

base::Error signInLost(const TokenRefusal &refusal)
{
    return {base::ErrorCode::SignInNeeded,
            "Salesforce no longer accepts this sign-in (" + refusal.error + ").",
            "All records and everything that waits to be sent are kept.",
            "Sign in to Salesforce again."};
}

base::Error settingsWrong(const TokenRefusal &refusal, int status)
{
    std::string what = "Check the client id, the My Domain and the callback addresses of the "
                       "external client app in Salesforce.";
    if (refusal.error == "redirect_uri_mismatch")
        what = "Add the callback addresses of Topline to the external client app in Salesforce.";
    else if (refusal.error == "invalid_client_id" || refusal.error == "invalid_client")
        what = "Check the client id, and that the app needs no secret (PKCE) and is approved for "
               "your user.";
    else if (refusal.error == "invalid_scope")
        what = "Allow the scopes api, id and refresh_token in the external client app.";
    const std::string word =
        refusal.error.empty() ? "status " + std::to_string(status) : refusal.error;
    return {base::ErrorCode::InvalidInput, "Salesforce refused the app's settings (" + word + ").",
            "The connection and its records are kept.", what};
}

base::Error refusal(const HttpResponse &response, base::UtcMs nowMs)
{
    static constexpr std::array<std::string_view, 6> lost = {
        "invalid_grant", "invalid_token", "inactive_user",
        "inactive_org",  "access_denied", "immediate_unsuccessful"};
    static constexpr std::array<std::string_view, 5> busy = {
        "unknown_error", "server_error", "temporarily_unavailable", "rate_limit_exceeded",
        "login_rate_exceeded"};
    const TokenRefusal told = readTokenRefusal(response);
    // After maintenance there may be a page instead of JSON.
    if (response.status >= 500 || response.status == 408 || response.status == 420 ||
        response.status == 429 || !told.isJson || isOneOf(told.error, busy))
        return tokenEndpointBusy("Salesforce", response, nowMs);
    return isOneOf(told.error, lost) ? signInLost(told) : settingsWrong(told, response.status);
}

} // namespace

base::Result<std::string> salesforceLoginBase(const std::string &entered,
                                              const std::string &apiBase, bool isSandbox)
{
    if (entered.empty() && !apiBase.empty())
        return apiBase;
    if (entered.empty())
        return std::string(isSandbox ? sandboxLogin : productionLogin);
    const auto origin = originOf(entered);
    if (origin &&
        (isVendorOrigin(*origin) || isLoopbackHost(hostOf(*origin)) || *origin == apiBase))
        return *origin;
    return base::Error{base::ErrorCode::InvalidInput, "This is not an address of Salesforce.", "",
                       "Enter the My Domain, such as example.my.salesforce.com.",
                       base::Place{"", 0, 0, "loginHost"}};
}

SalesforceSignIn::SalesforceSignIn(SalesforceApp app)
    : m_app(std::move(app))
{
}

std::string SalesforceSignIn::authoriseUrl(const AuthoriseAsk &ask) const
{
    return m_app.loginBase + "/services/oauth2/authorize?" +
           encodedPairs({{"response_type", "code"},
                         {"client_id", m_app.clientId},
                         {"redirect_uri", ask.redirectUri},
                         {"scope", std::string(scopes)},
                         {"state", ask.state},
                         {"code_challenge", ask.challenge},
                         {"code_challenge_method", "S256"}});
}

bool SalesforceSignIn::isOwnIssuer(const std::string &issuer) const
{
    const std::optional<std::string> origin = originOf(issuer);
    return origin && (isVendorOrigin(*origin) || *origin == m_app.loginBase);
}

HttpRequest SalesforceSignIn::exchange(const CodeGrant &grant) const
{
    return tokenRequest(m_app.loginBase + "/services/oauth2/token",
                        encodedPairs({{"grant_type", "authorization_code"},
                                      {"code", grant.code.reveal()},
                                      {"client_id", m_app.clientId},
                                      {"redirect_uri", grant.redirectUri},
                                      {"code_verifier", grant.verifier.reveal()}}));
}

HttpRequest SalesforceSignIn::refresh(const base::Secret &refreshToken) const
{
    return tokenRequest(m_app.loginBase + "/services/oauth2/token",
                        encodedPairs({{"grant_type", "refresh_token"},
                                      {"refresh_token", refreshToken.reveal()},
                                      {"client_id", m_app.clientId}}));
}

HttpRequest SalesforceSignIn::revoke(const base::Secret &refreshToken) const
{
    return tokenRequest(m_app.loginBase + "/services/oauth2/revoke",
                        encodedPairs({{"token", refreshToken.reveal()}}));
}

base::Result<TokenAnswer> SalesforceSignIn::read(const HttpResponse &response,
                                                 base::UtcMs nowMs) const
{
    if (response.status != 200)
        return refusal(response, nowMs);
    const QJsonObject object =
        QJsonDocument::fromJson(QByteArray::fromStdString(response.body)).object();
    const auto text = [&object](QLatin1String name) {
        return object.value(name).toString().toStdString();
    };
    TokenAnswer answer;
    answer.accessToken = base::Secret(text(QLatin1String("access_token")));
    if (answer.accessToken.empty())
        return tokenEndpointBusy("Salesforce", response, nowMs);
    answer.refreshToken = base::Secret(text(QLatin1String("refresh_token")));
    answer.orgId = organisationOf(text(QLatin1String("id")));
    const std::string instance = text(QLatin1String("instance_url"));
    const std::optional<std::string> origin = originOf(instance);
    const bool isKnown = origin && (isVendorOrigin(*origin) || *origin == m_app.loginBase);
    if (!m_app.apiBase.empty())
        answer.baseUrl = m_app.apiBase;
    else if (isKnown)
        answer.baseUrl = *origin;
    else if (!instance.empty())
        return base::Error{base::ErrorCode::Refused,
                           "Salesforce named a host for your data that is not Salesforce's own.",
                           "Nothing was sent there.",
                           "Check the My Domain, and that nothing stands between."};
    const std::string granted = text(QLatin1String("scope"));
    for (std::size_t at = 0; at < granted.size();) {
        const std::size_t end = std::min(granted.find(' ', at), granted.size());
        if (end > at)
            answer.scopes.push_back(granted.substr(at, end - at));
        at = end + 1;
    }
    return answer;
}

} // namespace topline::crm
