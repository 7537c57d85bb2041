#include "core/engine/intake/connection_book.h"

#include "core/base/calendar.h"
#include "core/base/number_text.h"
#include "core/calendar/dav_client.h"
#include "core/domain/crm_system.h"
#include "core/engine/deals/deal_facts.h"
#include "core/sync/apply_merged.h"

#include <utility>

namespace topline::engine {

using domain::ConnectionState;
using domain::LedgerKind;
using store::ConnectionRow;

namespace {

std::string titleOf(const std::string &system)
{
    return std::string(domain::systemTitle(system));
}

base::Error notSignedIn(const std::string &system)
{
    return {.code = base::ErrorCode::Refused,
            .message = "Nobody is signed in to " + titleOf(system) + ".",
            .kept = "Nothing was changed.",
            .todo = "Connect it first."};
}

base::Error otherOrg(const ConnectionRow &known, const domain::SourceProfile &profile)
{
    return {.code = base::ErrorCode::Refused,
            .message = "This workspace holds the records of " + known.profile.orgName + " (" +
                       known.profile.orgId + "); signed in was " + profile.orgName + " (" +
                       profile.orgId + ").",
            .kept = "Nothing was read or written.",
            .todo = "Sign in to the account of this workspace, or use another workspace."};
}

// Texts that are not entered again stay.
base::Status keepMailbox(Step &step, domain::MailAccount account)
{
    TRY_ASSIGN(const auto before, step.tables().mail.account());
    if (before && account.signature.empty())
        account.signature = before->signature;
    if (before && account.postalAddress.empty())
        account.postalAddress = before->postalAddress;
    if (before && account.unsubscribeUrl.empty())
        account.unsubscribeUrl = before->unsubscribeUrl;
    if (before && account.replyTo.empty())
        account.replyTo = before->replyTo;
    if (before && account.language.empty())
        account.language = before->language;
    return step.tables().mail.setAccount(account);
}

// The calendar that was found or chosen, as the sign-in names it.
base::Status keepCalendar(Step &step, domain::CalendarAccount account,
                          const domain::SourceProfile &profile)
{
    TRY_ASSIGN(const auto where, calendar::davAddress(profile.webUrl));
    account.url = where.origin;
    account.path = where.path;
    account.title = profile.orgName;
    account.zone = profile.timeZone;
    if (account.address.empty())
        account.address = account.user;
    if (account.name.empty())
        account.name = profile.userName;
    return step.tables().calendar.setAccount(account);
}

} // namespace

base::Error refusalBeside(const crm::Connector &fixedSource)
{
    return base::Error{.code = base::ErrorCode::Refused,
                       .message = "This workspace holds the records of the " + fixedSource.title() +
                                  "; a CRM's own must not mix with them.",
                       .kept = "Nothing was changed.",
                       .todo =
                           "Begin a workspace of your own on the start page, and connect there."};
}

base::Error refusalOf(Admission admission, const std::string &system)
{
    if (admission == Admission::OtherOrg)
        return {.code = base::ErrorCode::Refused,
                .message = "The account signed in to " + titleOf(system) +
                           " is not the one whose records this workspace holds.",
                .kept = "Nothing was read or written.",
                .todo = "Sign in to the other account, or use another workspace."};
    return {.code = base::ErrorCode::Refused,
            .message = "The first sync with " + titleOf(system) + " has not been allowed yet.",
            .kept = "Nothing was read or written.",
            .todo = "Look at what it would bring, and start it."};
}

base::Result<std::vector<ConnectionRow>> ConnectionBook::active() const
{
    TRY_ASSIGN(auto out, m_context.tables().connections.connections());
    std::erase_if(out, [](const auto &each) { return !each.isActive; });
    return out;
}

base::Result<ConnectionRow> ConnectionBook::row(Step &step, const std::string &system) const
{
    TRY_ASSIGN(auto found, step.tables().connections.connection(system));
    if (!found || !found->isActive)
        return notSignedIn(system);
    return std::move(*found);
}

base::Status ConnectionBook::signedIn(const domain::SignInRequest &request,
                                      const domain::SourceProfile &profile)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "signed-in"));
    TRY_ASSIGN(auto known, step.tables().connections.connection(profile.system));
    ConnectionRow row = known.value_or(ConnectionRow());
    const std::string boundTo = row.profile.orgId;
    step.changes().sync = true;
    if (!boundTo.empty() && boundTo != profile.orgId) {
        TRY(step.tables().connections.setState(profile.system, ConnectionState::OtherOrg,
                                               otherOrg(row, profile).message));
        TRY(step.commit());
        return otherOrg(row, profile);
    }
    const bool goesOn = known && known->isActive && !boundTo.empty() &&
                        known->state != ConnectionState::AwaitsConfirm;
    row.profile = profile;
    row.profile.orgId = boundTo; // bound by the first sync
    row.way = request.way;
    row.clientId = request.clientId;
    row.loginHost = request.loginHost;
    row.apiBase = request.apiBase;
    row.isActive = true;
    row.state = goesOn ? ConnectionState::Connected : ConnectionState::AwaitsConfirm;
    row.error.clear();
    row.errorReference.clear();
    TRY(step.tables().connections.put(row));
    if (profile.system == "mail")
        TRY(keepMailbox(step, request.mail));
    if (profile.system == "calendar")
        TRY(keepCalendar(step, request.calendar, profile));
    TRY(step.log(LedgerKind::Connected, actor::rep, domain::AccountId{},
                 {{"system", profile.system},
                  {"org", profile.orgId},
                  {"user", profile.userName},
                  {"step", std::string("signed_in")}}));
    return step.commit();
}

base::Result<Admission> ConnectionBook::admit(const domain::SourceProfile &profile)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "admit"));
    TRY_ASSIGN(ConnectionRow known, row(step, profile.system));
    if (profile.orgId.empty())
        return base::Error{.code = base::ErrorCode::Unavailable,
                           .message =
                               titleOf(profile.system) + " does not say whose account it is.",
                           .kept = "Nothing was read or written."};
    if (!known.profile.orgId.empty() && known.profile.orgId != profile.orgId) {
        TRY(step.tables().connections.setState(profile.system, ConnectionState::OtherOrg,
                                               otherOrg(known, profile).message));
        step.changes().sync = true;
        TRY(step.commit());
        return Admission::OtherOrg;
    }
    if (known.state == ConnectionState::AwaitsConfirm)
        return Admission::AwaitsConfirm;
    const bool isFirst = known.profile.orgId.empty();
    known.profile = profile;
    known.state = ConnectionState::Connected;
    known.error.clear();
    known.errorReference.clear();
    TRY(step.tables().connections.put(known));
    if (isFirst)
        TRY(step.log(LedgerKind::Connected, actor::engine, domain::AccountId{},
                     {{"system", profile.system},
                      {"org", profile.orgId},
                      {"step", std::string("first_sync")}}));
    step.changes().sync = true;
    TRY(step.commit());
    return Admission::Welcome;
}

base::Status ConnectionBook::allowFirstSync(const std::string &system)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "first-sync"));
    TRY_ASSIGN(const ConnectionRow known, row(step, system));
    if (known.state != ConnectionState::AwaitsConfirm)
        return {};
    TRY(step.tables().connections.setState(system, ConnectionState::Connected));
    TRY(step.log(LedgerKind::Connected, actor::rep, domain::AccountId{},
                 {{"system", system}, {"step", std::string("allowed")}}));
    step.changes().sync = true;
    return step.commit();
}

base::Status ConnectionBook::setState(const std::string &system, ConnectionState state,
                                      const base::Error &error)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "connection-state"));
    TRY_ASSIGN(const auto known, step.tables().connections.connection(system));
    if (!known || !known->isActive || known->state == ConnectionState::AwaitsConfirm)
        return {}; // the demo company, disconnected meanwhile, or waiting for a yes
    if (known->state == state && known->error == error.message &&
        known->errorReference == error.reference)
        return {};
    TRY(step.tables().connections.setState(system, state, error.message, error.reference));
    step.changes().sync = true;
    return step.commit();
}

base::Status ConnectionBook::disconnect(const std::string &system)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "disconnect"));
    TRY_ASSIGN(ConnectionRow known, row(step, system));
    known.isActive = false;
    known.error.clear();
    known.errorReference.clear();
    TRY(step.tables().connections.put(known));
    if (system == "mail")
        TRY(step.tables().mail.removeAccount());
    if (system == "calendar")
        TRY(step.tables().calendar.removeAccount());
    TRY(step.log(LedgerKind::Disconnected, actor::rep, domain::AccountId{}, {{"system", system}}));
    step.changes().sync = true;
    return step.commit();
}

base::Status ConnectionBook::confirmDeletes(const std::string &system, bool accept)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "deletes"));
    TRY_ASSIGN(const std::int64_t held, step.tables().heldDeletes.count(system));
    if (held == 0)
        return base::Error{.code = base::ErrorCode::Refused,
                           .message = "No deletions wait for a decision.",
                           .kept = "Nothing was changed."};
    TRY_ASSIGN(const std::int64_t deleted,
               sync::decideHeldDeletes(step.tables(), system, accept, step.changes()));
    TRY(refreshDealFacts(step));
    TRY(step.tables().derived.markTouched(step.changes()));
    TRY(step.log(LedgerKind::DeletesDecided, actor::rep, domain::AccountId{},
                 {{"accepted", accept}, {"deleted", deleted}, {"held", held}, {"system", system}}));
    step.changes().sync = true;
    return step.commit();
}

base::Status ConnectionBook::setCallBudget(const std::string &system, std::int64_t callsPerDay)
{
    if (callsPerDay < 0)
        return base::Error{.code = base::ErrorCode::InvalidInput,
                           .message = "A budget of calls is 0 (none) or more.",
                           .kept = "Nothing was changed."};
    TRY_ASSIGN(Step step, Step::begin(m_context, "budget"));
    TRY_ASSIGN(ConnectionRow known, row(step, system));
    known.gate.allowedToday = callsPerDay;
    TRY(step.tables().connections.put(known));
    TRY(step.log(LedgerKind::PolicyChanged, actor::rep, domain::AccountId{},
                 {{"calls_per_day", callsPerDay}, {"system", system}}));
    step.changes().sync = true;
    return step.commit();
}

base::Status
ConnectionBook::noteTraffic(const std::vector<domain::RequestRow> &requests,
                            const std::vector<std::pair<std::string, domain::GateState>> &gates)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "traffic"));
    TRY(step.tables().requests.add(requests));
    for (const auto &[system, gate] : gates) {
        TRY_ASSIGN(const auto known, step.tables().connections.connection(system));
        if (!known)
            continue;
        domain::GateState counted = gate;
        counted.allowedToday = known->gate.allowedToday;
        TRY(step.tables().connections.setGate(system, counted, today()));
    }
    step.changes().sync = true;
    return step.commit();
}

std::string ConnectionBook::today() const
{
    const base::TimeZone utc;
    return base::timeText({utc.startOfDay(utc.dateOf(m_context.clock.now())), false});
}

std::int64_t ConnectionBook::usedToday(const ConnectionRow &row) const
{
    return row.day == today() ? row.gate.usedToday : 0;
}

} // namespace topline::engine
