#include "core/scoring/qualification.h"
#include "tests/scoring/history_parts.h"

#include <gtest/gtest.h>

namespace topline::scoring {

using domain::ElementFact;
using domain::ElementState;
using domain::EventKind;
using domain::Framework;
using domain::QualificationElement;

namespace {

ElementFact said(QualificationElement element, ElementState state, base::UtcMs atMs = 1)
{
    ElementFact out;
    out.element = element;
    out.state = state;
    out.note = "a person's words";
    out.by = "rep";
    out.atMs = atMs;
    return out;
}

const ElementFact &find(const domain::Qualification &all, QualificationElement element)
{
    for (const auto &one : all.elements) {
        if (one.element == element)
            return one;
    }
    ADD_FAILURE() << "no such element";
    return all.elements.front();
}

} // namespace

TEST(Qualification, IsBantBelowTheThresholdAndMeddicFromIt)
{
    EXPECT_EQ(frameworkOf(dealIn(1, 24'999), {}), Framework::Bant);
    EXPECT_EQ(frameworkOf(dealIn(1, 25'000), {}), Framework::Meddic);
    auto deal = dealIn(1);
    deal.amount.reset();
    EXPECT_EQ(frameworkOf(deal, {}), Framework::Bant);
    deal.amount = base::Money{25'000, *base::Currency::parse("JPY")}; // no minor unit
    EXPECT_EQ(frameworkOf(deal, {}), Framework::Meddic);
}

TEST(Qualification, SuggestsFromTheNewestEventThatSpeaks)
{
    auto history = historyWith({eventAt(EventKind::DiscountAsked, 9 * base::dayMs),
                                eventAt(EventKind::DiscountAsked, 2 * base::dayMs),
                                eventAt(EventKind::MeetingHeld, base::dayMs, 1),
                                eventAt(EventKind::ProposalViewed, base::dayMs)});
    history.contacts = {contactOf(1, "Fleet Manager")};
    auto found = qualify(dealIn(3), history, {}, {});
    const auto &budget = find(found, QualificationElement::Budget);
    EXPECT_EQ(budget.state, ElementState::Suggested);
    EXPECT_EQ(budget.evidence.id, history.events[1].id);
    EXPECT_EQ(budget.atMs, testNow - 2 * base::dayMs);
    EXPECT_TRUE(budget.by.empty());
    EXPECT_EQ(find(found, QualificationElement::Need).state, ElementState::Suggested);
    EXPECT_EQ(find(found, QualificationElement::Timing).state, ElementState::Suggested);
    EXPECT_EQ(find(found, QualificationElement::Authority).state, ElementState::Empty);
    history.contacts = {contactOf(1, "Head of Fleet")};
    found = qualify(dealIn(3), history, {}, {});
    EXPECT_EQ(find(found, QualificationElement::Authority).state, ElementState::Suggested);
    EXPECT_EQ(found.known, 0); // what is only suggested is not known
    EXPECT_FALSE(found.isQualified);
}

TEST(Qualification, MeddicHearsLegalCompetitorsAndTheChampion)
{
    auto history =
        historyWith({eventAt(EventKind::LegalAsked, 0), eventAt(EventKind::CompetitorNamed, 0),
                     eventAt(EventKind::EmailReplied, 0, 1)});
    history.contacts = {contactOf(1, "Analyst")};
    const auto deal = dealIn(3, 50'000);
    auto found = qualify(deal, history, {}, {});
    EXPECT_EQ(found.elements.size(), 6u);
    EXPECT_EQ(find(found, QualificationElement::DecisionProcess).state, ElementState::Suggested);
    EXPECT_EQ(find(found, QualificationElement::DecisionCriteria).state, ElementState::Suggested);
    EXPECT_EQ(find(found, QualificationElement::Champion).state, ElementState::Empty);
    EXPECT_EQ(find(found, QualificationElement::Metrics).state, ElementState::Empty);
    history.roles = {
        {domain::ContactId{1}, domain::BuyingRole::Champion, domain::RoleSource::Person, "rep", 1}};
    found = qualify(deal, history, {}, {});
    EXPECT_EQ(find(found, QualificationElement::Champion).state, ElementState::Suggested);
}

TEST(Qualification, NeverOverwritesWhatAPersonSaid)
{
    const auto history = historyWith({eventAt(EventKind::DiscountAsked, 0)});
    for (const auto state : {ElementState::Noted, ElementState::Validated}) {
        const auto fact = said(QualificationElement::Budget, state);
        EXPECT_EQ(find(qualify(dealIn(3), history, {fact}, {}), QualificationElement::Budget),
                  fact);
    }
}

TEST(Qualification, IgnoresOtherDealsAndMachines)
{
    auto history =
        historyWith({eventAt(EventKind::DiscountAsked, 0), eventAt(EventKind::LegalAsked, 0)});
    history.events[0].deal.id = domain::DealId{99};
    history.events[1].suspectBot = true;
    for (const auto &element : qualify(dealIn(3), history, {}, {}).elements)
        EXPECT_EQ(element.state, ElementState::Empty);
}

TEST(Qualification, TakesThreeOfBantAndFiveOfMeddic)
{
    const auto history = historyWith({});
    std::vector<ElementFact> facts = {
        said(QualificationElement::Timing, ElementState::Noted, 30),
        said(QualificationElement::Budget, ElementState::Validated, 10)};
    auto found = qualify(dealIn(3), history, facts, {});
    EXPECT_FALSE(found.isQualified);
    EXPECT_FALSE(qualifiedMs(found).has_value());
    facts.push_back(said(QualificationElement::Need, ElementState::Noted, 20));
    found = qualify(dealIn(3), history, facts, {});
    EXPECT_TRUE(found.isQualified);
    EXPECT_EQ(qualifiedMs(found), 30);
    facts.push_back(said(QualificationElement::Authority, ElementState::Noted, 40));
    EXPECT_EQ(qualifiedMs(qualify(dealIn(3), history, facts, {})), 30); // the third of them

    facts.clear();
    base::UtcMs at = 1;
    for (const auto element :
         {QualificationElement::Metrics, QualificationElement::EconomicBuyer,
          QualificationElement::DecisionCriteria, QualificationElement::DecisionProcess}) {
        facts.push_back(said(element, ElementState::Noted, at++));
    }
    EXPECT_FALSE(qualify(dealIn(3, 50'000), history, facts, {}).isQualified);
    facts.push_back(said(QualificationElement::Champion, ElementState::Noted, at));
    EXPECT_EQ(qualifiedMs(qualify(dealIn(3, 50'000), history, facts, {})), 5);
}

} // namespace topline::scoring
