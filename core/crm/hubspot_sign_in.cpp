#include "core/crm/hubspot_sign_in.h"

#include "core/crm/hubspot_api.h"
#include "core/crm/url_text.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>
#include <utility>

namespace topline::crm {
namespace {

// Tasks, notes, calls and meetings ride on the contacts scopes.
constexpr std::string_view requiredScopes =
    "oauth crm.objects.contacts.read crm.objects.contacts.write crm.objects.companies.read "
    "crm.objects.companies.write crm.objects.deals.read crm.objects.deals.write "
    "crm.objects.owners.read crm.schemas.contacts.read crm.schemas.companies.read "
    "crm.schemas.deals.read";
// Without it the texts of e-mails stay hidden; the rest works.
constexpr std::string_view optionalScopes = "sales-email-read";

constexpr int firstServerStatus = 500;
constexpr qint64 lifetimeSecondsMax = 24 * 60 * 60; // it says 1800

bool isBusy(int status)
{
    // 423: locked for a moment; 477: the account is moving to another region.
    return status == 408 || status == 423 || status == 429 || status == 477 ||
           status >= firstServerStatus;
}

base::Error signInLost(const TokenRefusal &refusal)
{
    const bool isHubGone = refusal.status == "BAD_HUB";
    base::Error error{base::ErrorCode::SignInNeeded,
                      isHubGone ? "The HubSpot account no longer has this app installed."
                                : "HubSpot no longer accepts this sign-in.",
                      "All records and everything that waits to be sent are kept.",
                      isHubGone ? "Install the app in the account again by signing in."
                                : "Sign in to HubSpot again."};
    error.reference = refusal.reference;
    return error;
}

base::Error settingsWrong(const TokenRefusal &refusal, int status)
{
    std::string what = "Check the client id, the client secret and the redirect addresses of the "
                       "app in HubSpot.";
    if (refusal.status == "BAD_CLIENT_SECRET")
        what = "Check the client secret of the app in HubSpot.";
    else if (refusal.status == "BAD_CLIENT_ID" || refusal.error == "invalid_client")
        what = "Check the client id of the app in HubSpot.";
    else if (refusal.status == "BAD_REDIRECT_URI")
        what = "Add the redirect addresses of Topline to the app in HubSpot.";
    const std::string word = !refusal.status.empty()  ? refusal.status
                             : !refusal.error.empty() ? refusal.error
                                                      : "status " + std::to_string(status);
    base::Error error{base::ErrorCode::InvalidInput,
                      "HubSpot refused the app's settings (" + word + ").",
                      "The connection and its records are kept.", what};
    error.reference = refusal.reference;
    return error;
}

bool isClientFault(const TokenRefusal &refusal)
{
    return refusal.status.rfind("BAD_CLIENT", 0) == 0 || refusal.status == "BAD_REDIRECT_URI" ||
           refusal.error == "invalid_client";
}

bool isSignInLost(const TokenRefusal &refusal)
{
    return refusal.error == "invalid_grant" || refusal.status == "BAD_REFRESH_TOKEN" ||
           refusal.status == "BAD_HUB";
}

} // namespace

HubSpotSignIn::HubSpotSignIn(HubSpotApp app)
    : m_app(std::move(app))
{
    if (m_app.apiBase.empty())
        m_app.apiBase = std::string(hubspotApiBase);
    if (m_app.authoriseUrl.empty())
        m_app.authoriseUrl = std::string(hubspotAuthorizeUrl);
}

std::string HubSpotSignIn::tokenUrl() const
{
    return m_app.apiBase + hubspotTokenPath();
}

std::string HubSpotSignIn::authoriseUrl(const AuthoriseAsk &ask) const
{
    return m_app.authoriseUrl + '?' +
           encodedPairs({{"client_id", m_app.clientId},
                         {"redirect_uri", ask.redirectUri},
                         {"scope", std::string(requiredScopes)},
                         {"optional_scope", std::string(optionalScopes)},
                         {"state", ask.state}});
}

bool HubSpotSignIn::isOwnIssuer(const std::string &issuer) const
{
    const std::optional<std::string> origin = originOf(issuer);
    return origin && m_app.authoriseUrl.rfind(*origin + '/', 0) == 0;
}

HttpRequest HubSpotSignIn::exchange(const CodeGrant &grant) const
{
    return tokenRequest(tokenUrl(), encodedPairs({{"grant_type", "authorization_code"},
                                                  {"client_id", m_app.clientId},
                                                  {"client_secret", m_app.clientSecret.reveal()},
                                                  {"redirect_uri", grant.redirectUri},
                                                  {"code", grant.code.reveal()}}));
}

HttpRequest HubSpotSignIn::refresh(const base::Secret &refreshToken) const
{
    return tokenRequest(tokenUrl(), encodedPairs({{"grant_type", "refresh_token"},
                                                  {"client_id", m_app.clientId},
                                                  {"client_secret", m_app.clientSecret.reveal()},
                                                  {"refresh_token", refreshToken.reveal()}}));
}

HttpRequest HubSpotSignIn::revoke(const base::Secret &refreshToken) const
{
    return tokenRequest(m_app.apiBase + hubspotRevokePath(),
                        encodedPairs({{"token", refreshToken.reveal()},
                                      {"token_type_hint", "refresh_token"},
                                      {"client_id", m_app.clientId},
                                      {"client_secret", m_app.clientSecret.reveal()}}));
}

base::Result<TokenAnswer> HubSpotSignIn::read(const HttpResponse &response, base::UtcMs nowMs) const
{
    if (isBusy(response.status))
        return tokenEndpointBusy("HubSpot", response, nowMs);
    if (response.status != 200) {
        const TokenRefusal refusal = readTokenRefusal(response);
        if (isSignInLost(refusal) && !isClientFault(refusal))
            return signInLost(refusal);
        return settingsWrong(refusal, response.status);
    }
    const QJsonObject object =
        QJsonDocument::fromJson(QByteArray::fromStdString(response.body)).object();
    TokenAnswer answer;
    answer.accessToken =
        base::Secret(object.value(QLatin1String("access_token")).toString().toStdString());
    if (answer.accessToken.empty())
        return tokenEndpointBusy("HubSpot", response, nowMs);
    answer.refreshToken =
        base::Secret(object.value(QLatin1String("refresh_token")).toString().toStdString());
    const qint64 lifetimeS = object.value(QLatin1String("expires_in")).toInteger();
    answer.lifetimeMs = std::clamp<qint64>(lifetimeS, 0, lifetimeSecondsMax) * base::secondMs;
    answer.baseUrl = m_app.apiBase;
    const qint64 hubId = object.value(QLatin1String("hub_id")).toInteger();
    answer.orgId = hubId > 0 ? std::to_string(hubId) : std::string();
    for (const QJsonValue &scope : object.value(QLatin1String("scopes")).toArray())
        answer.scopes.push_back(scope.toString().toStdString());
    return answer;
}

} // namespace topline::crm
