#include "core/engine/reads/account_timeline.h"
#include "core/engine/reads/reads.h"
#include "core/feed/rank.h"
#include "core/metrics/pipeline.h"
#include "core/scoring/committee.h"
#include "core/scoring/fit.h"
#include "core/scoring/lifecycle.h"
#include "core/scoring/qualification.h"
#include "core/scoring/tier_rate.h"
#include "core/signals/machine_filter.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace topline::engine {

namespace {

constexpr base::DurationMs signalsMs = 30 * base::dayMs;
constexpr base::DurationMs measuredMs = 365 * base::dayMs;
constexpr std::size_t timelineMax = 500;

struct OpenDeals {
    std::int64_t count = 0;
    std::map<std::string, base::Money> amounts; // by currency
};

std::optional<base::Money> onlyAmount(const OpenDeals &deals)
{
    return deals.amounts.size() == 1 ? std::optional(deals.amounts.begin()->second) : std::nullopt;
}

bool isOpen(const std::vector<domain::Stage> &stages, domain::StageId id)
{
    return std::any_of(stages.begin(), stages.end(), [id](const auto &stage) {
        return stage.id == id && stage.kind == domain::StageKind::Open;
    });
}

std::map<domain::AccountId, OpenDeals> openDeals(const std::vector<domain::Deal> &deals,
                                                 const std::vector<domain::Stage> &stages)
{
    std::map<domain::AccountId, OpenDeals> out;
    for (const auto &deal : deals) {
        if (deal.deleted || !isOpen(stages, deal.stage.id))
            continue;
        auto &sum = out[deal.account.id];
        ++sum.count;
        if (!deal.amount)
            continue;
        const auto [amount, isNew] =
            sum.amounts.try_emplace(deal.amount->currency.text(), *deal.amount);
        if (!isNew)
            amount->second.amountMinor += deal.amount->amountMinor;
    }
    return out;
}

domain::AccountRow rowOf(const domain::Account &account, const OpenDeals &deals)
{
    domain::AccountRow out;
    out.account = account.id;
    out.name = account.name;
    out.domain = account.domain;
    out.industry = account.industry;
    out.employees = account.employees;
    out.openDeals = deals.count;
    out.openAmount = onlyAmount(deals);
    return out;
}

void addFigures(domain::AccountRow &row, const store::AccountFigures &figures)
{
    row.fitMilli = figures.fitMilli;
    row.engagementMilli = figures.engagementMilli;
    row.totalMilli = figures.totalMilli;
    row.tier = figures.tier;
    row.stage = figures.stage;
    row.signals = figures.signals;
    row.lastTwoWayMs = figures.lastTwoWayMs;
    row.lastSeenMs = figures.lastSeenMs;
}

std::map<domain::ContactId, std::string> namesOf(const domain::AccountHistory &history)
{
    std::map<domain::ContactId, std::string> out;
    for (const auto &contact : history.contacts)
        out[contact.id] = contact.fullName();
    return out;
}

bool comesBefore(const domain::AccountDeal &a, const domain::AccountDeal &b)
{
    const auto key = [](const domain::AccountDeal &deal) {
        return std::tuple(deal.row.kind != domain::StageKind::Open,
                          deal.row.amount ? -deal.row.amount->amountMinor : 0, deal.row.deal);
    };
    return key(a) < key(b);
}

} // namespace

base::Result<std::vector<domain::AccountRow>> Reads::accounts()
{
    TRY_ASSIGN(const auto accounts, m_tables.records.accounts());
    TRY_ASSIGN(const auto deals, m_tables.records.deals());
    TRY_ASSIGN(const auto stages, m_tables.catalogue.stages());
    TRY_ASSIGN(const auto owners, m_tables.catalogue.owners());
    TRY_ASSIGN(const auto figures, m_tables.accountFigures.all(m_now - signalsMs, m_now));
    std::map<domain::AccountId, const store::AccountFigures *> byAccount;
    for (const auto &one : figures)
        byAccount.emplace(one.account, &one);
    std::map<domain::OwnerId, std::string> ownerNames;
    for (const auto &owner : owners)
        ownerNames.emplace(owner.id, owner.name);
    auto open = openDeals(deals, stages);
    std::vector<domain::AccountRow> out;
    out.reserve(accounts.size());
    for (const auto &account : accounts) {
        auto &row = out.emplace_back(rowOf(account, open[account.id]));
        if (const auto owner = ownerNames.find(account.owner.id); owner != ownerNames.end())
            row.ownerName = owner->second;
        if (const auto found = byAccount.find(account.id); found != byAccount.end())
            addFigures(row, *found->second);
    }
    std::sort(out.begin(), out.end(), [](const auto &a, const auto &b) {
        return std::tie(b.totalMilli, a.name, a.account) <
               std::tie(a.totalMilli, b.name, b.account);
    });
    return out;
}

base::Result<domain::AccountView> Reads::accountView(domain::AccountId account)
{
    TRY_ASSIGN(auto history,
               m_tables.history.load(account, m_now - m_policy.signals.lookBackMs, m_now));
    if (history.account.deleted)
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = "There is no such account."};
    TRY_ASSIGN(const auto suspects, m_tables.signalFacts.suspects(account));
    signals::markSuspects(history, suspects);
    domain::AccountView out;
    out.account = history.account;
    TRY_ASSIGN(auto score, m_tables.derived.score(account));
    if (score)
        out.score = std::move(*score);
    out.profileName = scoring::fitScore(history, m_policy.scores.icp).profileName;
    TRY_ASSIGN(auto steps, m_tables.qualification.steps(account));
    out.lifecycle = scoring::lifecycleOf(std::move(steps), m_policy.scores);
    TRY_ASSIGN(out.signals, m_tables.derived.signals(account));
    std::reverse(out.signals.begin(), out.signals.end());
    auto open = openDeals(history.deals, history.stages);
    out.row = rowOf(history.account, open[account]);
    out.row.fitMilli = out.score.fitMilli;
    out.row.engagementMilli = out.score.engagementMilli;
    out.row.totalMilli = out.score.totalMilli;
    out.row.tier = out.score.tier;
    out.row.stage = out.lifecycle.stage;
    out.row.signals =
        std::count_if(out.signals.begin(), out.signals.end(), [this](const auto &signal) {
            return signal.occurredMs >= m_now - signalsMs && signal.occurredMs <= m_now;
        });
    if (history.account.owner.id.isSet()) {
        TRY_ASSIGN(const auto owner, m_tables.catalogue.owner(history.account.owner.id));
        out.row.ownerName = owner ? owner->name : std::string();
    }
    TRY(addDeals(out, history));
    TRY(addCards(out));
    TRY(addTimeline(out, history));
    return out;
}

base::Status Reads::addDeals(domain::AccountView &view, const domain::AccountHistory &history)
{
    TRY_ASSIGN(const auto touches, m_tables.accountFigures.lastTouches(view.account.id, m_now));
    view.row.lastTwoWayMs = touches.twoWayMs;
    view.row.lastSeenMs = touches.seenMs;
    const auto &policy = m_policy.scores;
    if (history.deals.empty()) {
        view.committee = scoring::committeeOf(history, nullptr, policy, m_now);
        return {};
    }
    TRY_ASSIGN(const auto input, metricsInput(std::nullopt));
    for (const auto &deal : history.deals) {
        domain::AccountDeal out;
        if (auto row = metrics::dealRow(input, deal.id)) {
            out.row = std::move(*row);
        } else {
            out.row.deal = deal.id;
            out.row.name = deal.name;
            out.row.amount = deal.amount;
        }
        TRY_ASSIGN(const auto facts, m_tables.qualification.elements(deal.id));
        out.qualification = scoring::qualify(deal, history, facts, policy);
        out.committee = scoring::committeeOf(history, &deal, policy, m_now);
        view.deals.push_back(std::move(out));
    }
    std::sort(view.deals.begin(), view.deals.end(), comesBefore);
    std::vector<domain::DealRow> rows;
    for (const auto &deal : view.deals)
        rows.push_back(deal.row);
    TRY(addRisk(rows));
    for (std::size_t i = 0; i < rows.size(); ++i)
        view.deals[i].row = std::move(rows[i]);
    return {};
}

base::Status Reads::addCards(domain::AccountView &view)
{
    TRY_ASSIGN(const auto counts, m_tables.derived.stageCounts());
    TRY_ASSIGN(const auto rows, m_tables.actions.cardsOf(view.account.id, m_now, m_now + 1));
    for (const auto &row : rows) {
        auto card = m_maker.make(row, counts, m_now);
        card.sortKey = feed::sortKey(card);
        view.cards.push_back(std::move(card));
    }
    std::sort(view.cards.begin(), view.cards.end(), feed::comesBefore);
    return {};
}

base::Status Reads::addTimeline(domain::AccountView &view, const domain::AccountHistory &history)
{
    const auto id = view.account.id;
    const auto names = namesOf(history);
    TRY_ASSIGN(const auto suspects, m_tables.signalFacts.suspects(id));
    std::map<domain::EventId, domain::Reason> machines;
    for (const auto &[event, reason] : suspects)
        machines.emplace(event, reason);
    TRY_ASSIGN(const auto events,
               m_tables.events.timeline(id, m_now, static_cast<std::int64_t>(timelineMax)));
    TRY_ASSIGN(const auto actions, m_tables.actions.allOf(id));
    TRY_ASSIGN(const auto decisions, m_tables.decisions.ofAccount(id));
    TRY_ASSIGN(const auto span, m_tables.accountFigures.eventSpan(id, m_now));

    auto others = timelineChanges(history);
    auto deeds = timelineDeeds({actions, decisions, m_plays}, names);
    others.insert(others.end(), std::make_move_iterator(deeds.begin()),
                  std::make_move_iterator(deeds.end()));
    std::erase_if(others, [this](const auto &item) { return item.atMs > m_now; });
    std::optional<base::UtcMs> sinceMs = span.firstMs;
    for (const auto &item : others) {
        ++view.timelineCounts[static_cast<std::size_t>(item.group)];
        sinceMs = std::min(sinceMs.value_or(item.atMs), item.atMs);
    }
    for (const auto &[kind, count] : span.counts)
        view.timelineCounts[static_cast<std::size_t>(timelineGroupOf(kind))] += count;
    view.sinceMs = sinceMs.value_or(0);

    view.timeline = std::move(others);
    for (const auto &event : events) {
        const auto found = machines.find(event.id);
        view.timeline.push_back(timelineItem(
            event, names, found == machines.end() ? std::nullopt : std::optional(found->second)));
    }
    std::stable_sort(view.timeline.begin(), view.timeline.end(), [](const auto &a, const auto &b) {
        return std::tie(b.atMs, b.event) < std::tie(a.atMs, a.event);
    });
    if (view.timeline.size() > timelineMax)
        view.timeline.resize(timelineMax);
    return {};
}

base::Result<domain::TierReport> Reads::tierRates()
{
    TRY_ASSIGN(const auto accounts, m_tables.records.accountIds());
    std::vector<scoring::TierMoment> moments;
    for (const auto account : accounts) {
        TRY_ASSIGN(auto history, m_tables.history.load(account, m_now - measuredMs, m_now));
        if (history.account.deleted)
            continue;
        signals::markSuspects(history, signals::suspectsOf(history, m_policy.signals));
        const auto found = scoring::tierMoments(history, m_policy.scores, m_now);
        moments.insert(moments.end(), found.begin(), found.end());
    }
    return scoring::measureTiers(moments);
}

} // namespace topline::engine
