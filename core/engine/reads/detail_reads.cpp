#include "core/engine/reads/reads.h"
#include "core/feed/rank.h"

#include <algorithm>
#include <set>
#include <utility>

namespace topline::engine {

namespace {

constexpr base::DurationMs evidenceWindowMs = 90 * base::dayMs;
constexpr base::DurationMs engagedWindowMs = 30 * base::dayMs;
constexpr std::int64_t timelineMax = 200;

base::Error notFound(const std::string &what)
{
    return {.code = base::ErrorCode::NotFound, .message = "There is no such " + what + "."};
}

// The open stages of the deal's pipeline in order, then the won one.
std::vector<domain::Stage> wayOf(const std::vector<domain::Stage> &stages, domain::StageId present)
{
    const auto here = std::find_if(stages.begin(), stages.end(),
                                   [&](const auto &stage) { return stage.id == present; });
    std::vector<domain::Stage> out;
    if (here == stages.end())
        return out;
    for (const auto &stage : stages) {
        if (stage.pipeline == here->pipeline &&
            (stage.kind != domain::StageKind::Lost || stage.id == present))
            out.push_back(stage);
    }
    std::sort(out.begin(), out.end(), [](const auto &a, const auto &b) {
        return std::pair(a.kind != domain::StageKind::Open, a.order) <
               std::pair(b.kind != domain::StageKind::Open, b.order);
    });
    return out;
}

} // namespace

base::Result<domain::CardDetail> Reads::detail(const base::Uuid &action)
{
    TRY_ASSIGN(const auto row, m_tables.actions.card(action, m_now));
    if (!row)
        return notFound("action");
    TRY_ASSIGN(const auto counts, m_tables.derived.stageCounts());
    TRY_ASSIGN(auto acceptances, playAcceptances(m_tables));
    m_maker.setAcceptances(std::move(acceptances));
    domain::CardDetail out;
    out.card = m_maker.make(*row, counts, m_now);
    out.card.sortKey = feed::sortKey(out.card);
    TRY(addAction(out));
    TRY(addFolded(out, counts));
    TRY(addAccount(out, out.card.action.account));
    if (out.card.action.deal.isSet())
        TRY(addDeal(out, out.card.action.deal));
    return out;
}

base::Result<domain::CardDetail> Reads::dealDetail(domain::DealId deal)
{
    TRY_ASSIGN(const auto record, m_tables.records.deal(deal));
    if (!record)
        return notFound("deal");
    domain::CardDetail out;
    TRY(addAccount(out, record->account.id));
    TRY(addDeal(out, deal));
    return out;
}

base::Status Reads::addAction(domain::CardDetail &detail)
{
    const auto &action = detail.card.action;
    TRY_ASSIGN(detail.effects, m_tables.outbox.effectsOf(action.id));
    for (const auto &effect : detail.effects) {
        TRY_ASSIGN(const auto attempts, m_tables.outbox.attempts(effect.id));
        for (const auto &one : attempts)
            detail.attempts.push_back({one.effect, one.number, one.state, one.atMs, one.detail});
    }
    TRY_ASSIGN(const auto approvals, m_tables.outbox.approvals(action.id));
    for (const auto &one : approvals)
        detail.approvals.push_back({one.approver, one.wireSha256, one.atMs});
    TRY_ASSIGN(detail.decision, m_tables.decisions.ofAction(action.id));
    if (!action.signal.isNull()) {
        TRY_ASSIGN(detail.signal, m_tables.derived.signal(action.signal));
    }
    if (detail.signal) {
        auto ids = detail.signal->evidence;
        std::reverse(ids.begin(), ids.end());
        TRY_ASSIGN(detail.evidence, m_tables.events.withTexts(ids));
    }
    if (const auto *play = m_maker.play(action.playId)) {
        detail.playGoal = play->goal;
        detail.playSteps = static_cast<std::int64_t>(play->steps.size());
    }
    return {};
}

base::Status Reads::addFolded(domain::CardDetail &detail, const store::StageCounts &counts)
{
    const auto &action = detail.card.action;
    if (action.state != domain::ActionState::Proposed || !action.account.isSet())
        return {};
    TRY_ASSIGN(const auto rows, m_tables.actions.cardsOf(action.account, m_now, m_now));
    for (const auto &row : rows) {
        const auto &other = row.card.action;
        if (other.id == action.id || domain::isTerminal(other.state))
            continue;
        auto card = m_maker.make(row, counts, m_now);
        card.sortKey = feed::sortKey(card);
        if (other.contact == action.contact && other.state == domain::ActionState::Proposed)
            detail.folded.push_back(card);
        detail.siblings.push_back(std::move(card));
    }
    std::sort(detail.folded.begin(), detail.folded.end(), feed::comesBefore);
    std::sort(detail.siblings.begin(), detail.siblings.end(), feed::comesBefore);
    detail.card.folded = static_cast<std::int64_t>(detail.folded.size());
    return {};
}

base::Status Reads::addAccount(domain::CardDetail &detail, domain::AccountId account)
{
    if (!account.isSet())
        return {};
    TRY_ASSIGN(auto score, m_tables.derived.score(account));
    if (score)
        detail.score = std::move(*score);
    TRY_ASSIGN(detail.timeline, m_tables.events.timeline(account, m_now, timelineMax));
    TRY_ASSIGN(const auto recent, m_tables.events.window(account, m_now - evidenceWindowMs, m_now));
    detail.evidenceTotal = static_cast<std::int64_t>(recent.size());
    return {};
}

base::Status Reads::addDeal(domain::CardDetail &detail, domain::DealId id)
{
    TRY_ASSIGN(const auto deal, m_tables.records.deal(id));
    if (!deal)
        return {};
    domain::DealStrip strip;
    TRY_ASSIGN(strip.row, dealRow(*deal));
    TRY_ASSIGN(const auto stages, m_tables.catalogue.stages());
    strip.stages = wayOf(stages, deal->stage.id);
    for (std::size_t i = 0; i < strip.stages.size(); ++i) {
        if (strip.stages[i].id == deal->stage.id)
            strip.stageIndex = i;
    }
    if (deal->createdMs)
        strip.ageDays =
            static_cast<double>(m_now - *deal->createdMs) / static_cast<double>(base::dayMs);
    if (deal->account.id.isSet()) {
        TRY_ASSIGN(const auto contacts, m_tables.records.contactsOf(deal->account.id));
        TRY_ASSIGN(const auto events,
                   m_tables.events.window(deal->account.id, m_now - engagedWindowMs, m_now));
        std::set<domain::ContactId> engaged;
        for (const auto &event : events) {
            if (event.contact.id.isSet() && !event.suspectBot &&
                (domain::isBuyerEvent(event.kind) || domain::isTwoWayTouch(event.kind)))
                engaged.insert(event.contact.id);
        }
        strip.contacts = static_cast<std::int64_t>(contacts.size());
        strip.contactsEngaged = static_cast<std::int64_t>(engaged.size());
    }
    TRY_ASSIGN(detail.risk, m_tables.risk.risk(id));
    TRY_ASSIGN(detail.win, winEstimate(*deal));
    TRY_ASSIGN(detail.plan, plan(id));
    detail.deal = std::move(strip);
    return {};
}

} // namespace topline::engine
