#include "tests/ui/account_sample.h"
#include "tests/ui/window_fixture.h"
#include "ui/look/button.h"
#include "ui/look/segments.h"
#include "ui/pages/account_committee.h"
#include "ui/pages/account_committee_cell.h"
#include "ui/pages/account_elements.h"
#include "ui/pages/account_list.h"
#include "ui/pages/account_page.h"
#include "ui/pages/account_pane.h"
#include "ui/pages/account_timeline.h"
#include "ui/pages/deal_plan_view.h"
#include "ui/pages/row_list.h"

#include <QAbstractItemModelTester>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>

#include <set>

using namespace topline;

namespace {

struct Accounts : test::WindowFixture {
    pages::AccountPage *page = nullptr;

    explicit Accounts(int count = 12)
    {
        cockpit.given.accountRows = test::sampleAccounts(count, cockpit.clock);
        cockpit.given.accountView = test::sampleAccount(cockpit.clock);
        cockpit.given.tierReport = test::sampleTierReport();
        cockpit.given.icp = test::sampleIcp();
        start("accounts");
        page = qobject_cast<pages::AccountPage *>(window->page(QStringLiteral("accounts")));
    }

    test::FakeInsights &insights() { return cockpit.given; }

    template <typename Part> Part *find() const
    {
        auto *found = page->findChild<Part *>();
        EXPECT_NE(found, nullptr);
        return found;
    }

    pages::RowList *rows() const { return page->list()->view(); }

    void openFirst() { press(Qt::Key_Return); }

    // The current moment of the timeline becomes that of this event.
    void goToMoment(domain::EventId event) const
    {
        auto *timeline = find<pages::AccountTimeline>();
        for (int i = 0; i < 20; ++i) {
            const auto at = timeline->trustable();
            if (at && *at == event)
                return;
            press(Qt::Key_J);
        }
        ADD_FAILURE() << "the moment was not reached";
    }

    QMenu *menu() const
    {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        EXPECT_NE(menu, nullptr);
        return menu;
    }

    void choose(const QString &text) const
    {
        QMenu *open = menu();
        ASSERT_NE(open, nullptr);
        for (QAction *action : open->actions()) {
            if (action->text() == text) {
                action->trigger();
                open->close();
                settle();
                return;
            }
        }
        ADD_FAILURE() << "no " << text.toStdString();
    }
};

} // namespace

TEST(AccountPage, KeysGoThroughTheListOpenAnAccountAndComeBack)
{
    Accounts f;
    EXPECT_EQ(f.rows()->model()->rowCount(), 12);
    EXPECT_TRUE(f.rows()->hasFocus());
    f.press(Qt::Key_J);
    f.openFirst();
    ASSERT_EQ(f.insights().accountsAsked.size(), 1U);
    EXPECT_EQ(f.insights().accountsAsked[0], domain::AccountId{test::northwind.value + 1});
    EXPECT_TRUE(f.find<pages::AccountTimeline>()->view()->hasFocus());
    f.picture("account");
    f.press(Qt::Key_Escape);
    EXPECT_TRUE(f.rows()->hasFocus());
    EXPECT_EQ(f.rows()->currentIndex().row(), 1);
}

TEST(AccountPage, FTypesAFilterEnterGoesToTheRowsAndEscapeShowsAll)
{
    Accounts f(40);
    f.press(Qt::Key_F);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("northwind"));
    f.settle();
    EXPECT_EQ(f.rows()->model()->rowCount(), 1);
    f.press(Qt::Key_Return);
    EXPECT_TRUE(f.rows()->hasFocus());
    f.press(Qt::Key_Escape);
    EXPECT_EQ(f.rows()->model()->rowCount(), 40);
}

TEST(AccountPage, AnotherPageOpensAnAccountByItsId)
{
    Accounts f;
    f.window->showPage(QStringLiteral("feed"));
    shell::PageRequest request;
    request.page = QStringLiteral("accounts");
    request.account = test::northwind;
    f.window->goTo(request);
    f.settle();
    EXPECT_EQ(f.window->currentPage(), QStringLiteral("accounts"));
    EXPECT_EQ(f.insights().accountsAsked.back(), test::northwind);
}

TEST(AccountPage, ASearchHitOfAnAccountOpensItAndOneOfAPersonItsAccount)
{
    Accounts f;
    domain::SearchHit person;
    person.kind = domain::SearchKind::Contact;
    person.title = "Dana Reyes";
    person.account = test::northwind;
    f.cockpit.hits = {person};
    f.press(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("dana"));
    ASSERT_TRUE(QTest::qWaitFor([&f] { return f.cockpit.count("search") > 0; }, 2000));
    f.settle();
    f.press(Qt::Key_Return);
    ASSERT_EQ(f.insights().accountsAsked.size(), 1U);
    EXPECT_EQ(f.insights().accountsAsked[0], test::northwind);
}

TEST(AccountPage, ARoleIsChosenFromTheMenuOfAPerson)
{
    Accounts f;
    f.openFirst();
    f.press(Qt::Key_R); // to the first person
    auto *committee = f.find<pages::AccountCommittee>();
    EXPECT_EQ(QApplication::focusWidget(), committee->cells().first());
    f.press(Qt::Key_R); // its menu
    f.choose(QStringLiteral("Decision maker"));
    ASSERT_EQ(f.insights().roles.size(), 1U);
    EXPECT_EQ(f.insights().roles[0].first, test::dana);
    EXPECT_EQ(f.insights().roles[0].second, domain::BuyingRole::DecisionMaker);
    // It is read again, and the focus stays where it was.
    EXPECT_EQ(f.insights().accountsAsked.size(), 2U);
    EXPECT_EQ(QApplication::focusWidget(), committee->cells().first());
}

TEST(AccountPage, OnlyAPersonsWordCanBeTakenBack)
{
    Accounts f;
    f.openFirst();
    const auto &cells = f.find<pages::AccountCommittee>()->cells();
    for (const auto &[at, can] : {std::pair{0, false}, std::pair{1, true}}) {
        cells[at]->setFocus();
        f.press(Qt::Key_Return);
        EXPECT_EQ(f.menu()->actions().last()->isEnabled(), can);
        f.menu()->close();
    }
}

TEST(AccountPage, AMissingRoleMakesATaskForTheDeal)
{
    Accounts f;
    f.openFirst();
    auto *gap = f.find<pages::AccountCommittee>()->cells().last();
    EXPECT_FALSE(gap->member().has_value());
    gap->setFocus();
    f.press(Qt::Key_Return);
    f.menu()->actions().first()->trigger();
    f.menu()->close();
    f.settle();
    ASSERT_EQ(f.cockpit.tasks.size(), 1U);
    EXPECT_NE(f.cockpit.tasks[0].subject.find("Legal"), std::string::npos);
    EXPECT_EQ(f.cockpit.tasks[0].deals, std::vector{test::largeDeal});
}

TEST(AccountPage, AnElementIsValidatedWithANoteAndKeepsItsEvidence)
{
    Accounts f;
    f.openFirst();
    auto *elements = f.find<pages::AccountElements>();
    elements->view()->setFocus();
    elements->view()->setCurrentIndex(elements->view()->model()->index(1, 0));
    f.press(Qt::Key_E);
    ASSERT_TRUE(elements->isEditing());
    elements->states()->setCurrent(1);
    QTest::keyClicks(elements->input(), QStringLiteral("the CFO signs"));
    f.press(Qt::Key_Return);
    ASSERT_EQ(f.insights().elements.size(), 1U);
    const auto &[deal, fact] = f.insights().elements[0];
    EXPECT_EQ(deal, test::largeDeal);
    EXPECT_EQ(fact.element, domain::QualificationElement::Authority);
    EXPECT_EQ(fact.state, domain::ElementState::Validated);
    EXPECT_EQ(fact.note, "the CFO signs");
    EXPECT_EQ(fact.evidence.id, domain::EventId{7001});
    EXPECT_FALSE(elements->isEditing());
}

TEST(AccountPage, ARefusedElementKeepsWhatWasTypedAndEscapeOnlyClosesTheLine)
{
    Accounts f;
    f.openFirst();
    f.insights().verdict = base::Error{base::ErrorCode::DiskFull, "The disk is full."};
    auto *elements = f.find<pages::AccountElements>();
    f.press(Qt::Key_E);
    elements->input()->setText(QStringLiteral("budget is there"));
    f.press(Qt::Key_Return);
    EXPECT_TRUE(elements->isEditing());
    EXPECT_EQ(elements->input()->text(), QStringLiteral("budget is there"));
    // New records do not throw it away either.
    f.cockpit.observer.onRecords({});
    f.settle();
    EXPECT_TRUE(elements->isEditing());
    EXPECT_EQ(elements->input()->text(), QStringLiteral("budget is there"));
    f.press(Qt::Key_Escape);
    EXPECT_FALSE(elements->isEditing());
    EXPECT_TRUE(f.page->pane()->isVisible());
}

TEST(AccountPage, APersonSaysThatAnEventWasNoMachinesAndTakesItBack)
{
    Accounts f;
    f.openFirst();
    f.goToMoment(test::botClick);
    f.insights().accountView.timeline[2].machine.reset();
    f.press(Qt::Key_P);
    ASSERT_EQ(f.insights().trusted.size(), 1U);
    EXPECT_EQ(f.insights().trusted[0], std::pair(test::botClick, true));
    f.press(Qt::Key_P);
    ASSERT_EQ(f.insights().trusted.size(), 2U);
    EXPECT_EQ(f.insights().trusted[1], std::pair(test::botClick, false));
}

TEST(AccountPage, AcceptingALeadThatSalesHasIsToldAndTheAccountIsReadAgain)
{
    Accounts f;
    f.openFirst();
    const QSignalSpy failures(&f.bridge, &bridge::Bridge::failed);
    f.insights().verdict = base::Error{base::ErrorCode::Refused, "Sales has it already."};
    f.insights().accountView.lifecycle.stage = domain::LifecycleStage::SalesAccepted;
    f.press(Qt::Key_A);
    EXPECT_EQ(f.insights().accepted, std::vector{f.insights().accountsAsked[0]});
    EXPECT_EQ(failures.count(), 1);
    EXPECT_EQ(f.insights().accountsAsked.size(), 2U);
    // It is accepted now: the key does nothing more.
    f.press(Qt::Key_A);
    EXPECT_EQ(f.insights().accepted.size(), 1U);
}

TEST(AccountPage, NShowsTheNextDealAndItsElementsGoToIt)
{
    Accounts f;
    f.openFirst();
    f.press(Qt::Key_N);
    f.press(Qt::Key_E);
    f.press(Qt::Key_Return);
    ASSERT_EQ(f.insights().elements.size(), 1U);
    EXPECT_EQ(f.insights().elements[0].first, test::smallDeal);
}

TEST(AccountPage, CGoesToTheOpenCardInTheFeed)
{
    Accounts f;
    f.openFirst();
    f.press(Qt::Key_C);
    EXPECT_EQ(f.window->currentPage(), QStringLiteral("feed"));
}

TEST(AccountPage, LStepsThroughTheGroupsThatHaveMoments)
{
    Accounts f;
    f.openFirst();
    auto *list = f.find<pages::AccountTimeline>()->view();
    const int all = list->model()->rowCount();
    f.press(Qt::Key_L); // mail
    EXPECT_EQ(list->model()->rowCount(), 3);
    f.press(Qt::Key_L); // web
    EXPECT_EQ(list->model()->rowCount(), 2);
    f.press(Qt::Key_L); // the CRM: meetings and product have none
    EXPECT_EQ(list->model()->rowCount(), 2);
    f.press(Qt::Key_L);
    EXPECT_EQ(list->model()->rowCount(), all);
}

TEST(AccountPage, OnlyWhatIsInFrontIsReadAgain)
{
    Accounts f;
    f.openFirst();
    const int lists = f.insights().count("accounts");
    const auto reads = f.insights().accountsAsked.size();
    f.cockpit.observer.onRecords({});
    f.settle();
    EXPECT_EQ(f.insights().count("accounts"), lists);
    EXPECT_EQ(f.insights().accountsAsked.size(), reads + 1);
    f.press(Qt::Key_Escape);
    EXPECT_EQ(f.insights().count("accounts"), lists + 1);
}

TEST(AccountPage, NamesFromOutsideArePlainText)
{
    Accounts f;
    auto &view = f.insights().accountView;
    view.row.name = "<img src=x> & Co";
    view.deals[0].committee.members[0].name = "<b>Dana</b>";
    f.insights().accountRows[0].name = view.row.name;
    f.cockpit.observer.onRecords({});
    f.settle();
    const QString row = f.rows()->model()->index(0, 0).data(Qt::ToolTipRole).toString();
    EXPECT_TRUE(row.contains(QStringLiteral("&lt;img")));
    EXPECT_FALSE(row.contains(QStringLiteral("<img")));
    f.openFirst();
    const QString tip = f.find<pages::AccountCommittee>()->cells().first()->toolTip();
    EXPECT_FALSE(tip.contains(QStringLiteral("<b>")));
    EXPECT_TRUE(f.find<pages::AccountCommittee>()->cells().first()->accessibleName().contains(
        QStringLiteral("<b>Dana</b>")));
}

TEST(AccountPage, NothingKnownIsSaidInWords)
{
    Accounts f(0);
    f.insights().accountView = {};
    f.insights().accountView.row.account = test::northwind;
    shell::PageRequest request;
    request.page = QStringLiteral("accounts");
    request.account = test::northwind;
    f.window->goTo(request);
    f.settle();
    f.picture("account-empty");
    EXPECT_FALSE(f.find<pages::AccountElements>()->isVisible());
    f.press(Qt::Key_Escape);
    f.picture("accounts-none");
    EXPECT_EQ(f.rows()->model()->rowCount(), 0);
}

TEST(AccountPage, EveryControlHasANameAndTabReachesAllParts)
{
    Accounts f;
    f.openFirst();
    for (const char *key : {"account", "editor of profiles"}) {
        SCOPED_TRACE(key);
        for (QWidget *widget : f.page->findChildren<QWidget *>()) {
            const bool isPart =
                widget->objectName().startsWith(QLatin1String("qt_")) ||
                qobject_cast<QAbstractScrollArea *>(widget->parentWidget()) != nullptr ||
                qobject_cast<QAbstractSpinBox *>(widget->parentWidget()) != nullptr;
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || isPart)
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            EXPECT_FALSE(interface->text(QAccessible::Name).isEmpty())
                << widget->metaObject()->className();
        }
        if (QLatin1String(key) == QLatin1String("account"))
            f.press(Qt::Key_I);
    }
    f.press(Qt::Key_Escape);
    std::set<const QWidget *> reached;
    for (int i = 0; i < 60; ++i) {
        f.press(Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    const auto &cells = f.find<pages::AccountCommittee>()->cells();
    EXPECT_TRUE(reached.contains(f.find<pages::AccountTimeline>()->view()));
    EXPECT_TRUE(reached.contains(f.find<pages::AccountElements>()->view()));
    for (const auto *list : f.page->pane()->findChildren<pages::RowList *>()) {
        const bool isStop = list->isVisible() && list->model()->rowCount() > 0;
        EXPECT_TRUE(!isStop || reached.contains(list)) << list->accessibleName().toStdString();
    }
    EXPECT_TRUE(reached.contains(cells.first()));
    EXPECT_TRUE(reached.contains(cells.last()));
}

TEST(AccountPage, LongNamesAreElidedAndNothingElseMoves)
{
    Accounts f;
    auto &view = f.insights().accountView;
    const std::string longName = "Norddeutsche Schifffahrts- und Lagerhausgesellschaft "
                                 "Hinrichsen, Petersen & Söhne Kommanditgesellschaft";
    view.row.name = longName;
    view.row.ownerName = "Maximiliane Freifrau von Hohenstein-Waldburg";
    view.deals[0].row.name = longName;
    view.deals[0].committee.members[0].name = "Bartholomäus Wolkenstein-Trostburg";
    view.timeline[0].title = longName;
    f.insights().accountRows[0].name = longName;
    f.cockpit.observer.onRecords({});
    f.settle();
    f.picture("accounts-long");
    f.openFirst();
    f.picture("account-long");
    f.window->resize(1024, 700);
    f.settle();
    f.picture("account-long-1024");
    EXPECT_EQ(f.window->width(), 1024);
}

TEST(AccountPage, AFailedReadIsToldAndKeepsWhatIsListed)
{
    Accounts f;
    const QSignalSpy resets(f.rows()->model(), &QAbstractItemModel::modelReset);
    f.insights().accountRows.resize(5);
    f.cockpit.observer.onRecords({});
    f.settle();
    EXPECT_EQ(f.rows()->model()->rowCount(), 5);
    EXPECT_EQ(resets.count(), 0);
}

TEST(AccountPage, ThePlanOfTheDealIsWorkedByKeys)
{
    Accounts f;
    domain::PlanTask task;
    task.id = base::Uuid::named("plan", "1");
    task.task = "Name the signer";
    task.side = domain::PlanSide::Them;
    f.cockpit.work.plan.tasks = {task};
    f.cockpit.work.plan.stage = {3};
    f.openFirst();
    auto *plan = f.find<pages::DealPlanView>();
    ASSERT_TRUE(plan->isVisible());
    const QAbstractItemModelTester tester(plan->list()->model());
    f.press(Qt::Key_M);
    EXPECT_TRUE(plan->list()->hasFocus());
    f.picture("account-plan");
    f.press(Qt::Key_Space);
    ASSERT_EQ(f.cockpit.work.tasks.size(), 1U);
    EXPECT_EQ(f.cockpit.work.tasks[0].state, domain::PlanTaskState::Done);
    EXPECT_EQ(f.cockpit.work.plan.deal, f.cockpit.given.accountView.deals[0].row.deal);
    f.press(Qt::Key_Delete);
    ASSERT_EQ(f.cockpit.work.tasks.size(), 2U);
    EXPECT_EQ(f.cockpit.work.tasks[1].state, domain::PlanTaskState::Dropped);
}

TEST(AccountPage, WhatWaitsIsGivenOnTogether)
{
    Accounts f;
    domain::HandOnRow rep;
    rep.owner = {7};
    rep.name = "Ann";
    f.cockpit.work.offer.rows = {rep};
    f.cockpit.work.offer.actions = {base::Uuid::named("a", "1"), base::Uuid::named("a", "2")};
    f.openFirst();
    f.press(Qt::Key_R, Qt::ShiftModifier);
    EXPECT_EQ(f.cockpit.work.askedOf, f.insights().accountsAsked.back());
    for (int step = 0; step < 2; ++step) {
        QMenu *menu = f.menu();
        ASSERT_NE(menu, nullptr);
        QTest::keyClick(menu, Qt::Key_1);
        f.settle();
    }
    ASSERT_EQ(f.cockpit.work.givenOn.size(), 1U);
    EXPECT_EQ(f.cockpit.work.givenOn[0].ids.size(), 2U);
    EXPECT_EQ(f.cockpit.work.givenOn[0].why, domain::HandOnWhy::Away);
}
