#include "app/connection_source.h"

#include "app/browser_sign_in.h"
#include "app/open_connector.h"
#include "app/revocation.h"
#include "core/base/check.h"
#include "core/calendar/dav_client.h"
#include "core/crm/hubspot_sign_in.h"
#include "core/crm/salesforce_sign_in.h"
#include "core/crm/token_keeper.h"
#include "core/domain/crm_system.h"
#include "core/mail/mail_sign_in.h"

#include <optional>
#include <utility>

namespace topline::app {
namespace {

constexpr const char *tokenKey = "/token";
constexpr const char *clientSecretKey = "/client-secret";

base::Error notSignedIn(const std::string &system)
{
    return {base::ErrorCode::SignInNeeded,
            "Nobody is signed in to " + std::string(domain::systemTitle(system)) + '.',
            "All records and everything that waits to be sent are kept.", "Sign in."};
}

base::Error secretsGone(const std::string &system)
{
    return {base::ErrorCode::SignInNeeded,
            "The keychain no longer holds the sign-in to " +
                std::string(domain::systemTitle(system)) + '.',
            "All records and everything that waits to be sent are kept.", "Sign in again."};
}

// The words for a key that was good once would mislead whoever enters a new one.
base::Error keyRefused(const std::string &system, const base::Error &told)
{
    base::Error error{base::ErrorCode::SignInNeeded,
                      std::string(domain::systemTitle(system)) + " does not accept this key.",
                      "Nothing was changed.",
                      "Copy the whole key again, and check that it was not deleted or replaced."};
    error.reference = told.reference;
    return error;
}

base::Error otherOrganisation(const std::string &system, const domain::SourceProfile &profile)
{
    return {base::ErrorCode::Refused,
            "This is another " + std::string(domain::systemTitle(system)) + " account (" +
                profile.orgId + ") than the one that is connected.",
            "The connection is as it was.",
            "Sign in to the same account, or disconnect first. A refreshed sandbox counts as "
            "another account."};
}

std::unique_ptr<crm::SignInProtocol> protocolOf(const ConnectionPlan &plan,
                                                const base::Secret &clientSecret)
{
    if (plan.system == "salesforce")
        return std::make_unique<crm::SalesforceSignIn>(
            crm::SalesforceApp{plan.clientId, plan.loginBase, plan.apiBase});
    if (plan.system == "mail")
        return std::make_unique<mail::MailSignIn>(
            mail::MailApp{plan.clientId, clientSecret, plan.mailOAuth, plan.mail.address});
    return std::make_unique<crm::HubSpotSignIn>(
        crm::HubSpotApp{plan.clientId, clientSecret, plan.apiBase, {}});
}

} // namespace

struct CrmConnectionSource::Wiring {
    ConnectionPlan plan;
    base::Secret clientSecret;
    base::Secret token; // pasted, until it is stored
    std::unique_ptr<crm::HttpClient> http;
    std::unique_ptr<crm::SignInProtocol> protocol; // Browser
    std::unique_ptr<crm::TokenSlots> slots;        // Browser
    std::unique_ptr<crm::AccessSource> access;
};

CrmConnectionSource::CrmConnectionSource(ConnectionSourceParts parts)
    : m_parts(std::move(parts))
{
    for (const auto &[system, maker] : m_parts.makers)
        m_gates[system] = std::make_unique<crm::RateGate>(maker.gate, m_parts.clock, m_parts.pace);
}

CrmConnectionSource::~CrmConnectionSource() = default;

crm::SecretVault &CrmConnectionSource::vault() const
{
    std::call_once(m_vaultOnce, [this] {
        m_vault = m_parts.openVault();
        m_ownSettings = std::make_unique<VaultSettings>(*m_vault, m_parts.workspaceId);
    });
    return *m_vault;
}

ConnectionSettings &CrmConnectionSource::settings()
{
    if (m_parts.settings)
        return *m_parts.settings;
    vault();
    return *m_ownSettings;
}

bool CrmConnectionSource::isSecretLasting() const
{
    return vault().isLasting();
}

crm::RateGate *CrmConnectionSource::gateOf(const std::string &system) const
{
    const auto found = m_gates.find(system);
    return found == m_gates.end() ? nullptr : found->second.get();
}

domain::GateState CrmConnectionSource::gate(const std::string &system) const
{
    const crm::RateGate *gate = gateOf(system);
    return gate ? gate->state() : domain::GateState{};
}

void CrmConnectionSource::setCallBudget(const std::string &system, std::int64_t callsPerDay,
                                        std::int64_t usedToday)
{
    if (crm::RateGate *gate = gateOf(system))
        gate->setBudget(callsPerDay, usedToday);
}

std::vector<domain::RequestRow> CrmConnectionSource::takeRequests()
{
    return m_parts.takeRequests ? m_parts.takeRequests() : std::vector<domain::RequestRow>();
}

std::string CrmConnectionSource::key(const std::string &system, std::int64_t generation) const
{
    return m_parts.workspaceId + '/' + system + '/' + std::to_string(generation);
}

base::Result<ConnectionPlan> CrmConnectionSource::storedPlan(const std::string &system)
{
    TRY_ASSIGN(const SettingTexts texts, settings().read(system));
    return planOf(system, texts);
}

std::shared_ptr<CrmConnectionSource::Wiring>
CrmConnectionSource::wiringOf(const ConnectionPlan &plan, const base::Secret &clientSecret)
{
    auto wiring = std::make_shared<Wiring>();
    wiring->plan = plan;
    wiring->clientSecret = clientSecret;
    wiring->http = m_parts.makeHttp(plan.system);
    if (plan.way == domain::SignInWay::Browser) {
        wiring->protocol = protocolOf(plan, clientSecret);
        wiring->slots =
            std::make_unique<crm::TokenSlots>(vault(), key(plan.system, plan.generation));
    }
    return wiring;
}

std::unique_ptr<crm::Connector>
CrmConnectionSource::connectorOf(const std::shared_ptr<Wiring> &wiring)
{
    const auto maker = m_parts.makers.find(wiring->plan.system);
    CHECK(maker != m_parts.makers.end());
    return std::make_unique<OpenConnector>(wiring, maker->second.make(partsOf(*wiring)));
}

ConnectorParts CrmConnectionSource::partsOf(const Wiring &wiring) const
{
    return {wiring.plan,  *wiring.http, *wiring.access, *gateOf(wiring.plan.system),
            m_parts.pace, m_parts.clock};
}

base::Result<domain::SourceProfile>
CrmConnectionSource::signIn(const domain::SignInRequest &request,
                            const crm::OpenBrowser &openBrowser, const crm::CancelToken &cancel)
{
    const std::unique_lock<std::mutex> one(m_signInMutex, std::try_to_lock);
    if (!one)
        return base::Error{base::ErrorCode::Busy, "Another sign-in is going on.", "",
                           "End or cancel it first."};
    if (m_parts.makers.find(request.system) == m_parts.makers.end())
        return base::Error{base::ErrorCode::InvalidInput,
                           "There is no connection to \"" + request.system + "\"."};
    TRY_ASSIGN(ConnectionPlan plan, planOf(request));
    TRY_ASSIGN(const ConnectionPlan before, storedPlan(request.system));
    plan.generation = before.generation + 1;
    const std::shared_ptr<Wiring> wiring = wiringOf(plan, request.clientSecret);
    const base::Status in = letIn(*wiring, request, openBrowser, cancel);
    base::Result<domain::SourceProfile> profile =
        in ? settle(wiring, before, cancel) : base::Result<domain::SourceProfile>(in.error());
    // What the failed one left behind, or what the new one replaced: nothing points to it, so that
    // a failure to remove it changes nothing.
    const std::int64_t unused = profile ? before.generation : plan.generation;
    if (unused > 0)
        (void)removeSecrets(request.system, unused).ok();
    return profile;
}

base::Status CrmConnectionSource::letIn(Wiring &wiring, const domain::SignInRequest &request,
                                        const crm::OpenBrowser &openBrowser,
                                        const crm::CancelToken &cancel)
{
    ConnectionPlan &plan = wiring.plan;
    if (plan.way == domain::SignInWay::Token) {
        TRY_ASSIGN(wiring.token, cleanSecret(request));
        wiring.access = std::make_unique<crm::PastedToken>(wiring.token, plan.baseUrl);
        return {};
    }
    const BrowserSignIn parts{*wiring.protocol,
                              *wiring.http,
                              m_parts.pace,
                              m_parts.clock,
                              std::string(domain::systemTitle(plan.system)),
                              m_parts.ports};
    TRY_ASSIGN(const crm::TokenAnswer answer, signInInBrowser(parts, openBrowser, cancel));
    plan.baseUrl = answer.baseUrl;
    // Before the account is asked who it is: that may already renew.
    TRY(wiring.slots->replace(answer.refreshToken));
    if (!wiring.clientSecret.empty())
        TRY(vault().write(key(plan.system, plan.generation) + clientSecretKey,
                          wiring.clientSecret));
    keepAccess(wiring, answer);
    return {};
}

void CrmConnectionSource::keepAccess(Wiring &wiring, const crm::TokenAnswer &answer)
{
    auto keeper = std::make_unique<crm::RefreshingToken>(
        crm::TokenKeeperParts{*wiring.protocol, *wiring.http, *wiring.slots, m_parts.pace,
                              m_parts.clock},
        wiring.plan.baseUrl, [this, &wiring](const std::string &baseUrl) {
            wiring.plan.baseUrl = baseUrl;
            keepBaseUrl(wiring.plan);
        });
    if (!answer.accessToken.empty())
        keeper->begin(answer);
    wiring.access = std::move(keeper);
}

// Who is it, is it who it was, and only then: stored, and pointed to.
base::Result<domain::SourceProfile>
CrmConnectionSource::settle(const std::shared_ptr<Wiring> &wiring, const ConnectionPlan &before,
                            const crm::CancelToken &cancel)
{
    ConnectionPlan &plan = wiring->plan;
    base::Result<domain::SourceProfile> asked = connectorOf(wiring)->inspect(cancel);
    if (!asked && asked.error().code == base::ErrorCode::SignInNeeded &&
        plan.way == domain::SignInWay::Token && plan.system != "mail" && plan.system != "calendar")
        return keyRefused(plan.system, asked.error());
    TRY_ASSIGN(domain::SourceProfile profile, std::move(asked));
    if (!before.orgId.empty() && profile.orgId != before.orgId)
        return otherOrganisation(plan.system, profile);
    plan.orgId = profile.orgId;
    if (plan.system == "calendar") { // where the calendar is that was found or chosen
        TRY_ASSIGN(const auto address, calendar::davAddress(profile.webUrl));
        plan.loginBase = address.path;
    }
    if (!wiring->token.empty())
        TRY(vault().write(key(plan.system, plan.generation) + tokenKey, wiring->token));
    wiring->token = base::Secret();
    const std::scoped_lock lock(m_mutex);
    TRY(settings().write(plan.system, textsOf(plan)));
    m_wirings[plan.system] = wiring;
    return profile;
}

base::Result<std::shared_ptr<CrmConnectionSource::Wiring>>
CrmConnectionSource::storedWiring(const std::string &system)
{
    TRY_ASSIGN(const ConnectionPlan plan, storedPlan(system));
    if (plan.generation == 0)
        return notSignedIn(system);
    const std::string prefix = key(system, plan.generation);
    if (plan.way == domain::SignInWay::Token) {
        TRY_ASSIGN(const std::optional<base::Secret> token, vault().read(prefix + tokenKey));
        if (!token)
            return secretsGone(system);
        const std::shared_ptr<Wiring> wiring = wiringOf(plan, {});
        wiring->access = std::make_unique<crm::PastedToken>(*token, plan.baseUrl);
        return wiring;
    }
    TRY_ASSIGN(const std::optional<base::Secret> secret, vault().read(prefix + clientSecretKey));
    if (!secret && system == "hubspot")
        return secretsGone(system);
    const std::shared_ptr<Wiring> wiring = wiringOf(plan, secret.value_or(base::Secret()));
    TRY_ASSIGN(const std::vector<base::Secret> tokens, wiring->slots->read());
    if (tokens.empty())
        return secretsGone(system);
    keepAccess(*wiring, {});
    return wiring;
}

base::Result<std::shared_ptr<CrmConnectionSource::Wiring>>
CrmConnectionSource::openWiring(const std::string &system)
{
    if (m_parts.makers.find(system) == m_parts.makers.end())
        return notSignedIn(system);
    // All connectors of a sign-in share one keeper: two would spoil each other's refresh tokens.
    const std::scoped_lock lock(m_mutex);
    std::shared_ptr<Wiring> &wiring = m_wirings[system];
    if (!wiring) {
        TRY_ASSIGN(wiring, storedWiring(system));
    }
    return wiring;
}

base::Result<std::unique_ptr<crm::Connector>> CrmConnectionSource::open(const std::string &system)
{
    TRY_ASSIGN(const std::shared_ptr<Wiring> wiring, openWiring(system));
    return connectorOf(wiring);
}

bool CrmConnectionSource::canWatch(const std::string &system) const
{
    const auto maker = m_parts.makers.find(system);
    return maker != m_parts.makers.end() && maker->second.watch;
}

base::Result<std::unique_ptr<crm::ArrivalWatch>>
CrmConnectionSource::watch(const std::string &system)
{
    if (!canWatch(system))
        return std::unique_ptr<crm::ArrivalWatch>();
    TRY_ASSIGN(const std::shared_ptr<Wiring> wiring, openWiring(system));
    return std::unique_ptr<crm::ArrivalWatch>(
        std::make_unique<OpenWatch>(wiring, m_parts.makers.at(system).watch(partsOf(*wiring))));
}

base::Status CrmConnectionSource::forget(const std::string &system, const crm::CancelToken &cancel)
{
    const std::scoped_lock one(m_signInMutex);
    TRY_ASSIGN(const ConnectionPlan plan, storedPlan(system));
    // A vendor that does not answer does not keep us from forgetting.
    const base::Status revoked = plan.generation > 0 && plan.way == domain::SignInWay::Browser
                                     ? revokeStored(system, cancel)
                                     : base::Status();
    // With what a sign-in that was cut short may have left.
    for (std::int64_t generation = plan.generation - 1; generation <= plan.generation + 1;
         ++generation) {
        if (generation > 0)
            TRY(removeSecrets(system, generation));
    }
    const std::scoped_lock lock(m_mutex);
    TRY(settings().write(system, {}));
    m_wirings.erase(system);
    return revoked;
}

base::Status CrmConnectionSource::revokeStored(const std::string &system,
                                               const crm::CancelToken &cancel)
{
    const std::string vendor(domain::systemTitle(system));
    const base::Result<std::shared_ptr<Wiring>> wiring = storedWiring(system);
    if (!wiring)
        return notRevoked(vendor);
    const auto tokens = (*wiring)->slots->read();
    const bool isThere = tokens && !tokens->empty();
    return revoke({*(*wiring)->protocol, *(*wiring)->http, vendor},
                  isThere ? std::optional(tokens->front()) : std::nullopt, cancel);
}

base::Status CrmConnectionSource::removeSecrets(const std::string &system, std::int64_t generation)
{
    const std::string prefix = key(system, generation);
    TRY(crm::TokenSlots(vault(), prefix).clear());
    TRY(vault().remove(prefix + clientSecretKey));
    return vault().remove(prefix + tokenKey);
}

// On the thread of whoever renewed the token. A sign-in that was replaced meanwhile, or is not
// settled yet, is not the stored one.
void CrmConnectionSource::keepBaseUrl(const ConnectionPlan &plan)
{
    const std::scoped_lock lock(m_mutex);
    base::Result<ConnectionPlan> stored = storedPlan(plan.system);
    if (!stored || stored->generation != plan.generation)
        return;
    stored->baseUrl = plan.baseUrl;
    // Not kept, it is learnt again at the next renewal.
    (void)settings().write(plan.system, textsOf(*stored)).ok();
}

} // namespace topline::app
