#include "app/connection_plan.h"

#include "app/mail_plan.h"
#include "core/base/refusal.h"
#include "core/calendar/dav_client.h"
#include "core/crm/hubspot_api.h"
#include "core/crm/salesforce_sign_in.h"
#include "core/crm/url_text.h"
#include "core/mail/mail_sign_in.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace topline::app {
namespace {

constexpr std::size_t tokenCharactersMax = 2'048;
constexpr const char *tokenWay = "token";
constexpr const char *browserWay = "browser";

bool isPrintable(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

std::string trimmed(const std::string &text)
{
    const char *blanks = " \t\r\n";
    const std::size_t start = text.find_first_not_of(blanks);
    if (start == std::string::npos)
        return {};
    return text.substr(start, text.find_last_not_of(blanks) - start + 1);
}

std::string text(const SettingTexts &texts, const char *name)
{
    const auto found = texts.find(name);
    return found == texts.end() ? std::string() : found->second;
}

base::Status checkBrowserWay(const domain::SignInRequest &request, const ConnectionPlan &plan)
{
    if (plan.clientId.empty() || !isPrintable(plan.clientId))
        return base::wrongField("clientId", "The client id is missing or not one.",
                                "Copy it from the app's settings.");
    if (request.system == "hubspot" && request.clientSecret.empty())
        return base::wrongField("clientSecret", "HubSpot needs the client secret of your own app.",
                                "Copy it from the app's settings, or use a service key.");
    return {};
}

base::Result<ConnectionPlan> calendarPlan(const domain::SignInRequest &request)
{
    const auto address = calendar::davAddress(request.calendar.url);
    if (!address.ok())
        return base::wrongField("url", address.error().message, address.error().todo);
    ConnectionPlan plan;
    plan.system = request.system;
    plan.way = domain::SignInWay::Token;
    plan.clientId = trimmed(request.calendar.user);
    if (plan.clientId.empty() || plan.clientId.find(':') != std::string::npos)
        return base::wrongField(
            "user", "The name to sign in with is missing or not one.",
            "Enter the one that your provider gave you, mostly the mail address.");
    plan.loginBase = trimmed(request.calendar.path);
    if (!plan.loginBase.empty() && plan.loginBase.front() != '/')
        return base::wrongField("path", "This is not the path of a calendar.",
                                "Leave it out to take the first calendar that can be written.");
    plan.apiBase = plan.baseUrl = address->origin + address->path;
    return plan;
}

} // namespace

base::Result<base::Secret> cleanSecret(const domain::SignInRequest &request)
{
    const bool isMailPassword =
        request.system == "mail" && request.mail.way == domain::MailSignInWay::Password;
    if (isMailPassword || request.system == "calendar")
        return cleanPassword(request.token);
    base::Secret token(trimmed(request.token.reveal()));
    if (token.empty())
        return base::wrongField("token", "The key is missing.",
                                "Paste the service key or access token.");
    if (!isPrintable(token.reveal()) || token.reveal().size() > tokenCharactersMax)
        return base::wrongField(
            "token", "This is not a key: it holds blanks or other signs, or is too long.",
            "Copy the service key or access token again.");
    return token;
}

base::Result<ConnectionPlan> planOf(const domain::SignInRequest &request)
{
    if (request.system == "calendar")
        return calendarPlan(request);
    ConnectionPlan plan;
    plan.system = request.system;
    plan.way = request.way;
    plan.clientId = trimmed(request.clientId);
    plan.isSandbox = request.isSandbox;
    if (const std::string entered = trimmed(request.apiBase); !entered.empty()) {
        const std::optional<std::string> origin = crm::originOf(entered);
        if (!origin)
            return base::wrongField("apiBase", "This is not an address that may be used.",
                                    "Enter https:// and a host name, or http:// and a port of this "
                                    "computer.");
        plan.apiBase = *origin;
    }
    plan.baseUrl = plan.apiBase;
    if (request.system == "mail") {
        TRY_ASSIGN(plan.mail, mailboxOf(request.mail));
        if (request.way == domain::SignInWay::Browser) {
            plan.mail.way = domain::MailSignInWay::OAuthToken;
            TRY_ASSIGN(plan.mailOAuth, mail::completeMailOAuth(request.mailOAuth));
        }
    }
    if (request.way == domain::SignInWay::Browser)
        TRY(checkBrowserWay(request, plan));
    if (request.system == "hubspot") {
        if (plan.baseUrl.empty())
            plan.baseUrl = std::string(crm::hubspotApiBase);
    } else if (request.system == "salesforce") {
        if (request.way == domain::SignInWay::Token)
            return base::wrongField("way", "Salesforce is signed in to in the browser.",
                                    "Enter the client id of your external client app.");
        TRY_ASSIGN(plan.loginBase, crm::salesforceLoginBase(trimmed(request.loginHost),
                                                            plan.apiBase, plan.isSandbox));
    }
    return plan;
}

SettingTexts textsOf(const ConnectionPlan &plan)
{
    SettingTexts out = plan.system == "mail" ? textsOf(plan.mail) : SettingTexts();
    if (plan.system == "mail" && plan.way == domain::SignInWay::Browser)
        out.merge(SettingTexts{{"provider", plan.mailOAuth.provider},
                               {"authoriseUrl", plan.mailOAuth.authoriseUrl},
                               {"tokenUrl", plan.mailOAuth.tokenUrl},
                               {"scope", plan.mailOAuth.scope}});
    out.merge(SettingTexts{{"way", plan.way == domain::SignInWay::Token ? tokenWay : browserWay},
                           {"clientId", plan.clientId},
                           {"loginBase", plan.loginBase},
                           {"apiBase", plan.apiBase},
                           {"baseUrl", plan.baseUrl},
                           {"orgId", plan.orgId},
                           {"isSandbox", plan.isSandbox ? "yes" : "no"},
                           {"generation", std::to_string(plan.generation)}});
    return out;
}

ConnectionPlan planOf(const std::string &system, const SettingTexts &texts)
{
    ConnectionPlan plan;
    plan.system = system;
    plan.way =
        text(texts, "way") == browserWay ? domain::SignInWay::Browser : domain::SignInWay::Token;
    plan.clientId = text(texts, "clientId");
    plan.loginBase = text(texts, "loginBase");
    plan.apiBase = text(texts, "apiBase");
    plan.baseUrl = text(texts, "baseUrl");
    plan.orgId = text(texts, "orgId");
    plan.isSandbox = text(texts, "isSandbox") == "yes";
    if (system == "mail") {
        plan.mail = mailboxOf(texts);
        plan.mailOAuth = {text(texts, "provider"), text(texts, "authoriseUrl"),
                          text(texts, "tokenUrl"), text(texts, "scope")};
    }
    const std::string generation = text(texts, "generation");
    std::from_chars(generation.data(), generation.data() + generation.size(), plan.generation);
    return plan;
}

} // namespace topline::app
