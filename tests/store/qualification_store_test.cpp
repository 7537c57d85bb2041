#include "core/store/qualification_store.h"
#include "tests/store/direct_sql.h"
#include "tests/store/test_workspace.h"

namespace topline::store {
namespace {

using domain::ElementFact;
using domain::ElementState;
using domain::LifecycleStage;
using domain::QualificationElement;

class QualificationStoreTest : public StoreTest {
protected:
    QualificationStore &store() { return tables().qualification; }
};

TEST_F(QualificationStoreTest, KeepsWhatAPersonSaysUntilItIsTakenBack)
{
    addAccount("a1");
    const auto deal = addDeal("d1", "a1");
    auto note = event("1", domain::EventKind::NoteAdded, 10);
    note.account.remoteId = "a1";
    inTransaction([&] { need(tables().events.add(std::vector{note}, m_changes)); });
    ElementFact fact;
    fact.element = QualificationElement::DecisionProcess;
    fact.state = ElementState::Noted;
    fact.note = "Vorstand im März – „ja“";
    fact.evidence.id = domain::EventId{1};
    fact.by = "rep";
    fact.atMs = 77;
    ElementFact other = fact;
    other.element = QualificationElement::Budget;
    other.evidence = {};
    inTransaction([&] {
        need(store().setElement(deal, fact));
        need(store().setElement(deal, other));
    });
    reopen();
    EXPECT_EQ(need(store().elements(deal)), (std::vector{other, fact}));
    EXPECT_TRUE(need(store().elements(domain::DealId{99})).empty());

    other.state = ElementState::Validated;
    other.atMs = 88;
    fact.state = ElementState::Empty;
    inTransaction([&] {
        need(store().setElement(deal, other));
        need(store().setElement(deal, fact));
    });
    EXPECT_EQ(need(store().elements(deal)), std::vector{other});
}

TEST_F(QualificationStoreTest, AStepKeepsItsFirstMoment)
{
    const auto home = addAccount("a1");
    const auto next = addAccount("a2");
    inTransaction([&] {
        EXPECT_TRUE(need(store().addStep({home, LifecycleStage::MarketingQualified, 50})));
        EXPECT_TRUE(need(store().addStep({home, LifecycleStage::Lead, 60})));
        EXPECT_TRUE(need(store().addStep({next, LifecycleStage::Lead, 1})));
        EXPECT_FALSE(need(store().addStep({home, LifecycleStage::Lead, 2})));
    });
    reopen();
    const domain::LifecycleStep mql{home, LifecycleStage::MarketingQualified, 50};
    const domain::LifecycleStep lead{home, LifecycleStage::Lead, 60};
    EXPECT_EQ(need(store().steps(home)), (std::vector{mql, lead}));
    EXPECT_EQ(need(store().allSteps()), (std::vector{lead, mql, {next, LifecycleStage::Lead, 1}}));
    EXPECT_NE(breach(database(), "UPDATE lifecycle_step SET at_ms = 3"), "");
    EXPECT_NE(breach(database(), "DELETE FROM lifecycle_step"), "");
}

} // namespace
} // namespace topline::store
