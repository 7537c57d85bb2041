#include "core/engine/reads/send_guard_view.h"

#include "core/engine/reads/consent_names.h"
#include "core/engine/reads/mode_view.h"
#include "core/engine/reads/reads.h"
#include "core/engine/reads/routing_speed.h"
#include "core/plays/work_calendar.h"

#include <algorithm>
#include <map>
#include <set>

namespace topline::engine {

namespace {

using domain::GuardView;

constexpr base::DurationMs keptBackMs = 30 * base::dayMs;
constexpr base::DurationMs speedMs = 90 * base::dayMs;
constexpr std::int64_t listShown = 500;
constexpr std::int64_t routesShown = 100;
constexpr std::size_t speedShown = 500;

class View {
public:
    View(const store::Tables &tables, const std::vector<domain::Play> &plays,
         const domain::Policy &policy, base::UtcMs now)
        : m_tables(tables)
        , m_plays(plays)
        , m_policy(policy)
        , m_now(now)
    {
    }

    base::Result<GuardView> make()
    {
        m_out.policy = m_policy.guards;
        m_out.suppression = m_policy.suppression;
        m_out.zone = m_policy.zone;
        TRY_ASSIGN(const auto owners, m_tables.catalogue.owners());
        for (const auto &owner : owners) {
            m_owners[owner.id] = owner.name;
            if (owner.active)
                m_out.people.push_back({owner.id, owner.name});
        }
        std::stable_sort(m_out.people.begin(), m_out.people.end(),
                         [](const auto &a, const auto &b) { return a.name < b.name; });
        TRY(addUse());
        TRY(addList());
        TRY(addWaiting());
        TRY(addModes());
        TRY(addRouting());
        return std::move(m_out);
    }

private:
    std::string nameOf(domain::OwnerId owner) const
    {
        const auto found = m_owners.find(owner);
        return found == m_owners.end() ? std::string() : found->second;
    }

    base::Status addUse()
    {
        const auto zone = base::TimeZone::find(m_policy.zone);
        const auto today = base::dayNumber((zone.ok() ? *zone : base::TimeZone()).dateOf(m_now));
        TRY_ASSIGN(const auto counts, m_tables.sendLimits.counts({}, today));
        const auto &limits = m_policy.guards;
        m_out.mails = {{}, counts.all, limits.mailsPerDay};
        m_out.isCountedAhead = counts.day > today;
        TRY_ASSIGN(const auto hosts, m_tables.sendLimits.hosts(counts));
        for (const auto &host : hosts)
            m_out.hosts.push_back({host.host, host.mails, limits.mailsPerDomainDay});
        TRY_ASSIGN(const auto reps, m_tables.sendLimits.owners(counts));
        for (const auto &rep : reps)
            m_out.reps.push_back({nameOf(rep.owner), rep.mails, limits.autoMailsPerRepDay});
        TRY_ASSIGN(const auto pauses, m_tables.sendLimits.pauses());
        for (const auto &pause : pauses) {
            if (!pause.resumedMs)
                m_out.pauses.push_back({pause.channel, pause.unknowns, pause.atMs});
        }
        return {};
    }

    // Whose addresses the tags are now: nobody else can tell.
    base::Status addList()
    {
        TRY_ASSIGN(const auto rows, m_tables.suppressed.all(listShown));
        TRY_ASSIGN(const auto consents, m_tables.consents.all(listShown));
        std::set<std::string> wanted;
        for (const auto &row : rows)
            wanted.insert(row.tag);
        for (const auto &row : consents)
            wanted.insert(row.tag);
        TRY_ASSIGN(auto owners, ownersOfTags(m_tables, wanted));
        for (const auto &row : rows)
            m_out.list.push_back({row, owners[row.tag].people, owners[row.tag].host});
        for (const auto &row : consents)
            m_out.consents.push_back({row, owners[row.tag].people});
        return {};
    }

    base::Result<domain::WaitRow> rowOf(const domain::Action &action, base::UtcMs atMs)
    {
        domain::WaitRow out;
        out.action = action.id;
        out.account = action.account;
        out.state = action.state;
        out.why = action.failure;
        out.atMs = atMs;
        TRY_ASSIGN(const auto account, m_tables.records.account(action.account));
        out.accountName = account ? account->name : std::string();
        TRY_ASSIGN(const auto contact, m_tables.records.contact(action.contact));
        out.contactName = contact ? contact->fullName() : std::string();
        return out;
    }

    base::Status addWaiting()
    {
        TRY_ASSIGN(const auto queued, m_tables.outbox.inState(domain::EffectState::Queued));
        for (const auto &effect : queued) {
            TRY_ASSIGN(const auto action, m_tables.actions.action(effect.action));
            if (!action || action->failure.empty())
                continue;
            TRY_ASSIGN(auto row, rowOf(*action, effect.notBeforeMs));
            m_out.waiting.push_back(std::move(row));
        }
        TRY_ASSIGN(const auto open, m_tables.actions.open());
        for (const auto &action : open) {
            const bool isKeptBack = action.state == domain::ActionState::Failed &&
                                    action.changedMs >= m_now - keptBackMs &&
                                    domain::decodeReason(action.failure);
            if (!isKeptBack)
                continue;
            TRY_ASSIGN(auto row, rowOf(action, action.changedMs));
            m_out.keptBack.push_back(std::move(row));
        }
        std::stable_sort(m_out.keptBack.begin(), m_out.keptBack.end(),
                         [](const auto &a, const auto &b) { return a.atMs > b.atMs; });
        TRY_ASSIGN(const auto rules, m_tables.sendLimits.rulesSince(m_now - keptBackMs));
        for (const auto &[code, count] : rules)
            m_out.rules.push_back({code, count});
        std::stable_sort(m_out.rules.begin(), m_out.rules.end(),
                         [](const auto &a, const auto &b) { return a.count > b.count; });
        return {};
    }

    base::Status addModes()
    {
        TRY_ASSIGN(m_out.modes, modeRows(m_tables, m_plays, m_policy.guards));
        return {};
    }

    base::Status addRouting()
    {
        TRY_ASSIGN(m_out.calendars, m_tables.workCalendars.all());
        TRY_ASSIGN(auto loads, m_tables.routing.loads());
        TRY_ASSIGN(const auto seats, m_tables.routing.seats());
        for (const auto &seat : seats)
            m_out.seats.push_back({seat, nameOf(seat.owner), loads[seat.owner]});
        TRY_ASSIGN(const auto routes, m_tables.routing.newest(routesShown));
        for (const auto &route : routes)
            m_out.routes.push_back({route, nameOf(route.from), nameOf(route.to)});
        TRY_ASSIGN(const auto answered, m_tables.routing.answered(m_now - speedMs, m_now));
        Calendars calendars;
        for (const auto &calendar : m_out.calendars)
            calendars.emplace(calendar.owner, calendar);
        m_out.speed = metrics::speedReport(leadAnswers(answered, calendars, m_policy.zone));
        return addSpeedRows(answered, calendars);
    }

    base::Status addSpeedRows(const std::vector<store::Answered> &answered,
                              const Calendars &calendars)
    {
        for (auto each = answered.rbegin(); each != answered.rend(); ++each) {
            if (m_out.speedRows.size() == speedShown)
                return {};
            domain::SpeedRow row;
            row.action = each->action;
            row.repName = nameOf(each->owner);
            row.fromMs = each->fromMs;
            row.touchedMs = each->touchedMs;
            row.workMs = plays::workClockOf(calendars, each->owner, m_policy.zone)
                             .workBetween(each->fromMs, each->touchedMs.value_or(m_now));
            TRY_ASSIGN(const auto action, m_tables.actions.action(each->action));
            if (action) {
                TRY_ASSIGN(const auto account, m_tables.records.account(action->account));
                row.accountName = account ? account->name : std::string();
            }
            m_out.speedRows.push_back(std::move(row));
        }
        return {};
    }

    const store::Tables &m_tables;
    const std::vector<domain::Play> &m_plays;
    const domain::Policy &m_policy;
    base::UtcMs m_now;
    GuardView m_out;
    std::map<domain::OwnerId, std::string> m_owners;
};

} // namespace

base::Result<GuardView> guardView(const store::Tables &tables,
                                  const std::vector<domain::Play> &plays,
                                  const domain::Policy &policy, base::UtcMs now)
{
    return View(tables, plays, policy, now).make();
}

base::Result<GuardView> Reads::guards()
{
    return guardView(m_tables, m_plays, m_policy, m_now);
}

} // namespace topline::engine
