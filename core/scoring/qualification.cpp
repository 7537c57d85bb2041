#include "core/scoring/qualification.h"

#include "core/scoring/persona.h"

#include <algorithm>
#include <map>

namespace topline::scoring {

using domain::BuyingRole;
using domain::ElementFact;
using domain::ElementState;
using domain::EventKind;
using domain::Framework;
using domain::QualificationElement;
using domain::Seniority;

namespace {

constexpr QualificationElement bant[] = {QualificationElement::Budget,
                                         QualificationElement::Authority,
                                         QualificationElement::Need, QualificationElement::Timing};
constexpr QualificationElement meddic[] = {
    QualificationElement::Metrics,          QualificationElement::EconomicBuyer,
    QualificationElement::DecisionCriteria, QualificationElement::DecisionProcess,
    QualificationElement::IdentifiedPain,   QualificationElement::Champion};
constexpr std::int64_t bantNeeded = 3;
constexpr std::int64_t meddicNeeded = 5;

// What an event may say, given who it was with.
class Evidence {
public:
    Evidence(const domain::AccountHistory &history, const domain::ScorePolicy &policy)
    {
        for (const auto &contact : history.contacts)
            m_ranks[contact.id] = personaOf(contact.title, policy.icp.personas).seniority;
        for (const auto &fact : history.roles) // by source: a person's word comes last
            m_roles[fact.contact] = fact.role;
    }

    bool speaksFor(QualificationElement element, const domain::Event &event) const
    {
        const bool isTalk =
            event.kind == EventKind::MeetingHeld || event.kind == EventKind::CallAnswered;
        switch (element) {
        case QualificationElement::Budget:
            return event.kind == EventKind::DiscountAsked;
        case QualificationElement::Authority:
            return isTalk && rank(event) >= Seniority::Director;
        case QualificationElement::Need:
            return isRequest(event.kind) || event.kind == EventKind::ProposalViewed;
        case QualificationElement::Timing:
            return event.kind == EventKind::ProposalViewed || event.kind == EventKind::LegalAsked;
        case QualificationElement::Metrics:
            return false; // figures are noted by people only
        case QualificationElement::EconomicBuyer:
            return isTalk && hasRole(event, BuyingRole::EconomicBuyer);
        case QualificationElement::DecisionCriteria:
            return event.kind == EventKind::CompareView || event.kind == EventKind::CompetitorNamed;
        case QualificationElement::DecisionProcess:
            return event.kind == EventKind::LegalAsked;
        case QualificationElement::IdentifiedPain:
            return isRequest(event.kind);
        case QualificationElement::Champion:
            return domain::isTwoWayTouch(event.kind) && hasRole(event, BuyingRole::Champion);
        }
        return false;
    }

private:
    static bool isRequest(EventKind kind)
    {
        return kind == EventKind::DemoRequested || kind == EventKind::ContactRequested ||
               kind == EventKind::TrialStarted;
    }

    Seniority rank(const domain::Event &event) const
    {
        const auto found = m_ranks.find(event.contact.id);
        return found == m_ranks.end() ? Seniority::Unknown : found->second;
    }

    bool hasRole(const domain::Event &event, BuyingRole role) const
    {
        const auto found = m_roles.find(event.contact.id);
        return found != m_roles.end() && found->second == role;
    }

    std::map<domain::ContactId, Seniority> m_ranks;
    std::map<domain::ContactId, BuyingRole> m_roles;
};

// The newest event that speaks for the element.
ElementFact suggested(QualificationElement element, const domain::Deal &deal,
                      const domain::AccountHistory &history, const Evidence &evidence)
{
    ElementFact out;
    out.element = element;
    const domain::Event *newest = nullptr;
    for (const auto &event : history.events) {
        const bool isOther = event.deal.id.isSet() && event.deal.id != deal.id;
        if (isOther || event.suspectBot || !evidence.speaksFor(element, event))
            continue;
        if (!newest || event.atMs >= newest->atMs)
            newest = &event;
    }
    if (newest) {
        out.state = ElementState::Suggested;
        out.evidence.id = newest->id;
        out.atMs = newest->atMs;
    }
    return out;
}

} // namespace

Framework frameworkOf(const domain::Deal &deal, const domain::ScorePolicy &policy)
{
    if (!deal.amount)
        return Framework::Bant;
    std::int64_t major = deal.amount->amountMinor;
    for (int digit = deal.amount->currency.exponent(); digit > 0; --digit)
        major /= 10;
    return major >= policy.meddicFromMajor ? Framework::Meddic : Framework::Bant;
}

domain::Qualification qualify(const domain::Deal &deal, const domain::AccountHistory &history,
                              const std::vector<ElementFact> &facts,
                              const domain::ScorePolicy &policy)
{
    domain::Qualification out;
    out.framework = frameworkOf(deal, policy);
    const bool isBant = out.framework == Framework::Bant;
    const std::vector<QualificationElement> elements =
        isBant ? std::vector(std::begin(bant), std::end(bant))
               : std::vector(std::begin(meddic), std::end(meddic));
    const Evidence evidence(history, policy);
    for (const auto element : elements) {
        const auto said = std::find_if(facts.begin(), facts.end(), [element](const auto &fact) {
            return fact.element == element;
        });
        out.elements.push_back(said != facts.end() ? *said
                                                   : suggested(element, deal, history, evidence));
        out.known += out.elements.back().state >= ElementState::Noted ? 1 : 0;
    }
    out.isQualified = out.known >= (isBant ? bantNeeded : meddicNeeded);
    return out;
}

std::optional<base::UtcMs> qualifiedMs(const domain::Qualification &qualification)
{
    if (!qualification.isQualified)
        return std::nullopt;
    std::vector<base::UtcMs> times;
    for (const auto &element : qualification.elements) {
        if (element.state >= ElementState::Noted)
            times.push_back(element.atMs.value_or(0));
    }
    std::sort(times.begin(), times.end());
    const bool isBant = qualification.framework == Framework::Bant;
    return times[static_cast<std::size_t>((isBant ? bantNeeded : meddicNeeded) - 1)];
}

} // namespace topline::scoring
