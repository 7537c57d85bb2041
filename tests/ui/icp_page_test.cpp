#include "tests/ui/account_sample.h"
#include "tests/ui/window_fixture.h"
#include "ui/look/button.h"
#include "ui/pages/account_page.h"
#include "ui/pages/icp_box.h"
#include "ui/pages/icp_criterion.h"
#include "ui/pages/icp_pane.h"
#include "ui/pages/icp_people.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

using namespace topline;

namespace {

struct Editor : test::WindowFixture {
    pages::IcpPane *pane = nullptr;

    explicit Editor(const domain::IcpPolicy &icp = test::sampleIcp())
    {
        cockpit.given.accountRows = test::sampleAccounts(3, cockpit.clock);
        cockpit.given.icp = icp;
        cockpit.given.tierReport = test::sampleTierReport();
        start("accounts");
        press(Qt::Key_I);
        pane = qobject_cast<pages::AccountPage *>(window->page(QStringLiteral("accounts")))->icp();
    }

    int saves() const { return cockpit.given.count("save icp"); }

    pages::IcpCriterionEdit *row(int at) const { return pane->boxes().first()->rows()[at]; }
};

} // namespace

TEST(IcpPane, WhatIsReadIsSavedUnchanged)
{
    Editor f;
    ASSERT_EQ(f.pane->boxes().size(), 1);
    f.picture("icp");
    const auto before = f.cockpit.given.icp;
    f.pane->save();
    f.settle();
    EXPECT_EQ(f.saves(), 1);
    EXPECT_EQ(f.cockpit.given.icp, before);
    EXPECT_FALSE(f.pane->isVisible());
}

TEST(IcpPane, WeightsThatDoNotSumTo100AreNotSentAndTakeTheFocusToTheField)
{
    Editor f;
    f.row(0)->weight()->setValue(30);
    f.press(Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(f.saves(), 0);
    EXPECT_TRUE(f.pane->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), f.row(2)->weight());
    f.picture("icp-weights");
    f.row(0)->weight()->setValue(40);
    f.press(Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(f.saves(), 1);
}

TEST(IcpPane, WhatTheEngineRefusesStaysInTheEditorWithItsWords)
{
    Editor f;
    f.cockpit.given.verdict =
        base::Error{base::ErrorCode::InvalidInput, "There is no seniority \"boss\"."};
    f.row(0)->weight()->setValue(41);
    f.row(1)->weight()->setValue(29);
    f.pane->save();
    f.settle();
    EXPECT_TRUE(f.pane->isVisible());
    EXPECT_EQ(f.row(0)->weight()->value(), 41);
    bool told = false;
    for (const QWidget *widget : f.pane->findChildren<QWidget *>())
        told = told ||
               (widget->isVisible() && widget->accessibleName().contains(QStringLiteral("boss")));
    EXPECT_TRUE(told);
}

TEST(IcpPane, EscapeWithChangesWarnsOnceAndThenDropsThem)
{
    Editor f;
    f.row(0)->weight()->setValue(10);
    f.press(Qt::Key_Escape);
    EXPECT_TRUE(f.pane->isVisible());
    f.press(Qt::Key_Escape);
    EXPECT_FALSE(f.pane->isVisible());
    f.press(Qt::Key_I);
    EXPECT_EQ(f.row(0)->weight()->value(), 40);
    EXPECT_EQ(f.saves(), 0);
}

TEST(IcpPane, NewRecordsKeepWhatIsBeingTyped)
{
    Editor f;
    f.pane->boxes().first()->name()->setText(QStringLiteral("Carriers"));
    Q_EMIT f.pane->boxes().first()->name()->textEdited(QStringLiteral("Carriers"));
    f.cockpit.observer.onRecords({});
    f.settle();
    EXPECT_EQ(f.pane->boxes().first()->name()->text(), QStringLiteral("Carriers"));
    shell::PageRequest request;
    request.page = QStringLiteral("accounts");
    request.account = test::northwind;
    f.window->goTo(request);
    f.settle();
    EXPECT_TRUE(f.pane->isVisible());
}

TEST(IcpPane, AFirstProfileIsAddedWithWeightsThatFit)
{
    Editor f(domain::IcpPolicy{});
    EXPECT_TRUE(f.pane->boxes().isEmpty());
    f.press(Qt::Key_Space); // the button has the focus
    ASSERT_EQ(f.pane->boxes().size(), 1);
    EXPECT_EQ(pages::weightSum(f.pane->boxes().first()->profile()), 100);
    f.pane->people()->adder()->click();
    f.settle();
    f.pane->save(); // a word is missing
    EXPECT_EQ(f.saves(), 0);
}

TEST(IcpPane, AnotherFieldForgetsWhatFittedTheOld)
{
    Editor f;
    auto *field = f.row(1)->field();
    field->setCurrentIndex(field->findData(static_cast<int>(domain::IcpField::Country)));
    EXPECT_FALSE(f.row(1)->criterion().min.has_value());
    EXPECT_FALSE(f.row(1)->criterion().max.has_value());
}

TEST(IcpPane, AnIndustryThatNoAccountHasIsDoubtedAndStillSaved)
{
    Editor f;
    auto *words = f.row(0)->findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
    ASSERT_NE(words, nullptr);
    const auto isDoubted = [&f] {
        for (const QWidget *widget : f.row(0)->findChildren<QWidget *>()) {
            if (widget->isVisible() &&
                widget->accessibleName().contains(QStringLiteral("logistcs. Known")))
                return true;
        }
        return false;
    };
    EXPECT_FALSE(isDoubted());
    words->clear();
    QTest::keyClicks(words, QStringLiteral("Retail, logistcs"));
    EXPECT_TRUE(isDoubted());
    f.pane->save();
    f.settle();
    EXPECT_EQ(f.saves(), 1);
}

TEST(IcpPane, RevenueIsTypedInWholeUnitsOfTheCurrency)
{
    Editor f;
    auto *field = f.row(1)->field();
    field->setCurrentIndex(field->findData(static_cast<int>(domain::IcpField::RevenueMinor)));
    f.row(1)->least()->clear();
    QTest::keyClicks(f.row(1)->least(), QStringLiteral("2,500,000"));
    EXPECT_EQ(f.row(1)->criterion().min, 250'000'000);
}
