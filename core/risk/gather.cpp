#include "core/risk/gather.h"

#include "core/risk/words.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace topline::risk {

using domain::EventKind;
using domain::RiskEvidence;
using domain::RiskFacts;
using domain::RiskRule;
using domain::StageKind;

namespace {

const domain::Stage *stageOf(const DealSources &sources, domain::StageId id)
{
    for (const auto &stage : sources.stages) {
        if (stage.id == id)
            return &stage;
    }
    return nullptr;
}

template <typename Change, typename Key>
std::vector<const Change *> ofDeal(const std::vector<Change> &all, domain::DealId deal, Key key)
{
    std::vector<const Change *> out;
    for (const Change &change : all) {
        if (change.deal.id == deal)
            out.push_back(&change);
    }
    std::sort(out.begin(), out.end(),
              [&key](const Change *a, const Change *b) { return key(*a) < key(*b); });
    return out;
}

class Gatherer {
public:
    Gatherer(const DealSources &sources, const domain::RiskPolicy &policy)
        : m_in(sources)
        , m_deal(sources.deal)
        , m_policy(policy)
    {
    }

    RiskFacts gather()
    {
        m_out.deal = m_deal.id;
        m_out.account = m_deal.account.id;
        m_out.product = m_deal.product.id;
        m_out.stage = m_deal.stage.id;
        m_out.industry = m_in.industry;
        m_out.amount = m_deal.amount;
        m_out.nextStep = !m_deal.nextStep.empty();
        life();
        amounts();
        closeDates();
        touches();
        keepNewest();
        return std::move(m_out);
    }

private:
    // When it began and ended, and its stays. As in the metrics, a deal is closed from the earlier
    // of its close date and the change that closed it.
    void life()
    {
        const auto changes =
            ofDeal(m_in.stageChanges, m_deal.id, [this](const domain::StageChange &change) {
                const auto *stage = stageOf(m_in, change.stage.id);
                return std::tuple(change.atMs, stage ? stage->order : -1, change.stage.id);
            });
        const domain::Stage *present = stageOf(m_in, m_deal.stage.id);
        m_out.kind = present ? present->kind : StageKind::Open;
        m_out.startMs = m_deal.createdMs;
        if (!changes.empty())
            m_out.startMs =
                std::min(m_out.startMs.value_or(changes.front()->atMs), changes.front()->atMs);
        if (m_out.kind == StageKind::Open) {
            m_out.dueMs = m_deal.closeMs;
        } else {
            m_out.closedMs = m_deal.closeMs;
            for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
                const auto *stage = stageOf(m_in, (*change)->stage.id);
                if (!stage || stage->kind == StageKind::Open)
                    break;
                m_out.closedMs =
                    std::min(m_out.closedMs.value_or((*change)->atMs), (*change)->atMs);
            }
        }
        m_endMs = std::min(m_in.untilMs, m_out.closedMs.value_or(m_in.untilMs));
        stays(changes);
        if (m_out.dueMs)
            m_out.evidence.push_back({RiskRule::CloseOverdue, {}, *m_out.dueMs, *m_out.dueMs});
        const bool isInStage =
            !m_out.stays.empty() && !m_out.stays.back().leftMs && m_out.stays.back().stage.isSet();
        if (isInStage)
            m_out.evidence.push_back({RiskRule::Stalled,
                                      {},
                                      m_out.stays.back().enteredMs,
                                      m_out.stays.back().stage.value});
    }

    void stays(const std::vector<const domain::StageChange *> &changes)
    {
        if (changes.empty()) {
            if (m_out.startMs && (m_out.kind == StageKind::Open || m_out.closedMs))
                stay({}, *m_out.startMs, m_out.closedMs);
            return;
        }
        const domain::StageChange *entered = nullptr;
        for (const auto *change : changes) {
            if (change->atMs > m_endMs)
                break;
            if (entered && entered->stage.id == change->stage.id)
                continue;
            if (entered)
                stay(entered->stage.id, entered->atMs, change->atMs);
            const auto *stage = stageOf(m_in, change->stage.id);
            entered = stage && stage->kind == StageKind::Open ? change : nullptr;
        }
        // The record is the newest word: a deal that stands elsewhere left at an unknown time.
        const bool stands = entered && (m_out.closedMs || entered->stage.id == m_deal.stage.id);
        if (stands)
            stay(entered->stage.id, entered->atMs, m_out.closedMs);
    }

    void stay(domain::StageId stage, base::UtcMs fromMs, std::optional<base::UtcMs> toMs)
    {
        if (!toMs || *toMs >= fromMs)
            m_out.stays.push_back({stage, fromMs, toMs});
    }

    void amounts()
    {
        if (!m_deal.amount)
            return;
        const auto changes =
            ofDeal(m_in.amountChanges, m_deal.id, [](const domain::AmountChange &change) {
                return std::tuple(change.atMs, change.amount.amountMinor);
            });
        const std::int64_t present = m_deal.amount->amountMinor;
        const domain::AmountChange *peak = nullptr;
        const domain::AmountChange *last = nullptr;
        for (const auto *change : changes) {
            if (change->amount.currency != m_deal.amount->currency || change->atMs > m_in.untilMs)
                continue;
            if (!m_out.firstMinor)
                m_out.firstMinor = change->amount.amountMinor;
            if (!peak || change->amount.amountMinor > peak->amount.amountMinor)
                peak = change;
            last = change;
        }
        if (!m_out.firstMinor)
            m_out.firstMinor = present;
        if (!peak || peak->amount.amountMinor <= std::max<std::int64_t>(present, 0))
            return;
        const auto high = static_cast<double>(peak->amount.amountMinor);
        m_out.dropPermille =
            static_cast<std::int64_t>((high - static_cast<double>(present)) / high * 1000);
        m_out.evidence.push_back(
            {RiskRule::AmountDropped, {}, peak->atMs, peak->amount.amountMinor});
        if (last != peak)
            m_out.evidence.push_back(
                {RiskRule::AmountDropped, {}, last->atMs, last->amount.amountMinor});
    }

    // A day or more later than it was before; less is a matter of zones.
    void closeDates()
    {
        const auto changes =
            ofDeal(m_in.closeChanges, m_deal.id, [](const domain::CloseChange &change) {
                return std::tuple(change.atMs, change.closeMs);
            });
        std::optional<base::UtcMs> before;
        for (const auto *change : changes) {
            // The move that comes with the closing itself is the deal's end, not a push.
            if (change->atMs > m_endMs || (m_out.closedMs && change->atMs >= *m_out.closedMs))
                break;
            if (before && change->closeMs >= *before + base::dayMs) {
                ++m_out.pushes;
                m_out.evidence.push_back(
                    {RiskRule::ClosePushed, {}, change->atMs, change->closeMs});
            }
            before = change->closeMs;
        }
    }

    void touches()
    {
        std::vector<const domain::Event *> events;
        for (const auto &event : m_in.touches) {
            const bool concerns = !event.deal.id.isSet() || event.deal.id == m_deal.id;
            const bool inTime =
                event.atMs <= m_endMs && (!m_out.startMs || event.atMs >= *m_out.startMs);
            if (concerns && inTime && !event.suspectBot && isRiskTouch(event.kind))
                events.push_back(&event);
        }
        std::sort(events.begin(), events.end(), [](const auto *a, const auto *b) {
            return std::pair(a->atMs, a->id) < std::pair(b->atMs, b->id);
        });
        std::optional<base::UtcMs> firstTwoWay;
        for (const auto *event : events) {
            takeTouch(*event, firstTwoWay);
            takeMentions(*event);
        }
        people(events);
    }

    void takeTouch(const domain::Event &event, std::optional<base::UtcMs> &firstTwoWay)
    {
        if (domain::isTwoWayTouch(event.kind)) {
            ++m_out.touches;
            firstTwoWay = firstTwoWay.value_or(event.atMs);
            m_out.touchSpanMs = event.atMs - *firstTwoWay;
            m_out.lastTwoWayMs = event.atMs;
            m_out.unanswered = 0;
            m_out.unansweredMs.reset();
            std::erase_if(m_out.evidence, [](const RiskEvidence &evidence) {
                return evidence.rule == RiskRule::Ghosted || evidence.rule == RiskRule::NoActivity;
            });
            m_out.evidence.push_back({RiskRule::NoActivity, event.id, event.atMs, 0});
        } else if (domain::isOutboundTouch(event.kind)) {
            ++m_out.unanswered;
            m_out.unansweredMs = m_out.unansweredMs.value_or(event.atMs);
            m_out.evidence.push_back({RiskRule::Ghosted, event.id, event.atMs, 0});
        }
        m_out.proposalSent = m_out.proposalSent || event.kind == EventKind::ProposalSent;
    }

    void takeMentions(const domain::Event &event)
    {
        const bool isOurs = domain::isOutboundTouch(event.kind);
        const auto says = [&event](const std::vector<std::string> &words) {
            return mentions(event.title, words) || mentions(event.body, words);
        };
        if (event.kind == EventKind::CompareView || (!isOurs && says(m_policy.competitors))) {
            ++m_out.competitors;
            m_out.evidence.push_back({RiskRule::Competitor, event.id, event.atMs, 0});
        }
        if (!isOurs && says(m_policy.concessions)) {
            ++m_out.concessions;
            m_out.evidence.push_back({RiskRule::Concession, event.id, event.atMs, 0});
        }
    }

    // Who answered, met us or asked for something; reading a page alone is not taking part.
    void people(const std::vector<const domain::Event *> &events)
    {
        std::map<domain::ContactId, const domain::Event *> engaged;
        for (const auto *event : events) {
            const bool takesPart =
                domain::isTwoWayTouch(event->kind) || event->kind == EventKind::DemoRequested ||
                event->kind == EventKind::ContactRequested ||
                event->kind == EventKind::TrialStarted || event->kind == EventKind::ProposalViewed;
            if (takesPart && event->contact.id.isSet())
                engaged[event->contact.id] = event; // the newest one
        }
        bool finance = false;
        bool control = false;
        for (const auto &contact : m_in.contacts) {
            const auto found = engaged.find(contact.id);
            if (found == engaged.end() || contact.deleted)
                continue;
            const TitleRole role = roleOf(contact.title);
            const RiskEvidence seen{{}, found->second->id, found->second->atMs, contact.id.value};
            ++m_out.engaged;
            addSeen(RiskRule::SingleThreaded, seen);
            m_out.leaders += role.leader;
            if (role.leader)
                addSeen(RiskRule::NoPower, seen);
            finance = finance || role.finance;
            control = control || role.control;
            if (role.finance || role.control)
                addSeen(RiskRule::RolesAbsent, seen);
        }
        m_out.roles = static_cast<int>(finance) + static_cast<int>(control);
    }

    void addSeen(RiskRule rule, RiskEvidence seen)
    {
        seen.rule = rule;
        m_out.evidence.push_back(seen);
    }

    void keepNewest()
    {
        auto &all = m_out.evidence;
        std::sort(all.begin(), all.end(), [](const RiskEvidence &a, const RiskEvidence &b) {
            return std::tuple(a.rule, -a.atMs, a.event, a.value) <
                   std::tuple(b.rule, -b.atMs, b.event, b.value);
        });
        std::vector<RiskEvidence> kept;
        std::size_t ofRule = 0;
        for (const auto &evidence : all) {
            ofRule = kept.empty() || kept.back().rule != evidence.rule ? 0 : ofRule + 1;
            if (ofRule < evidenceMax)
                kept.push_back(evidence);
            else
                ofRule = evidenceMax;
        }
        std::stable_sort(kept.begin(), kept.end(), [](const auto &a, const auto &b) {
            return std::pair(a.rule, a.atMs) < std::pair(b.rule, b.atMs);
        });
        all = std::move(kept);
    }

    const DealSources &m_in;
    const domain::Deal &m_deal;
    const domain::RiskPolicy &m_policy;
    RiskFacts m_out;
    base::UtcMs m_endMs = 0;
};

} // namespace

bool isRiskTouch(EventKind kind)
{
    return domain::isTwoWayTouch(kind) || domain::isOutboundTouch(kind) ||
           kind == EventKind::CompareView || kind == EventKind::DemoRequested ||
           kind == EventKind::ContactRequested || kind == EventKind::TrialStarted ||
           kind == EventKind::ProposalViewed || kind == EventKind::NoteAdded;
}

RiskFacts gatherFacts(const DealSources &sources, const domain::RiskPolicy &policy)
{
    return Gatherer(sources, policy).gather();
}

} // namespace topline::risk
