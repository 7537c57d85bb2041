// The mutual plan in the deal inspector: what is understood of a typed line, and every key.
#include "tests/ui/fake_cockpit.h"
#include "ui/pages/deal_plan_line.h"
#include "ui/pages/deal_plan_view.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include <gtest/gtest.h>

using namespace topline;
using domain::PlanSide;
using domain::PlanTask;
using domain::PlanTaskState;

namespace {

constexpr base::UtcMs now = 1'763'464'440'000; // Tuesday 18 November 2025, 11:14 UTC

ui::text::Format format()
{
    return {QLocale(QLocale::English, QLocale::UnitedStates), base::TimeZone(), now};
}

PlanTask task(const char *words, PlanSide side, std::optional<base::UtcMs> due = {})
{
    PlanTask out;
    out.id = base::Uuid::named("task", words);
    out.deal = domain::DealId{7};
    out.task = words;
    out.side = side;
    out.dueMs = due;
    return out;
}

domain::DealPlan samplePlan()
{
    domain::DealPlan out;
    out.deal = domain::DealId{7};
    out.stage = domain::StageId{2};
    out.stageName = "Proposal";
    out.tasks = {task("Name the signer", PlanSide::Them, now - base::dayMs),
                 task("Send the contract", PlanSide::Us)};
    out.exits = {{{base::Uuid::named("check", "a"), "Budget is known"}, now - base::hourMs},
                 {{base::Uuid::named("check", "b"), "Signer is known"}, {}}};
    return out;
}

struct View {
    View()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        bridge.start();
        view.resize(400, 480);
        view.show();
        view.setPlan(samplePlan());
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&view));
    }

    void press(int row, Qt::Key key)
    {
        view.list()->setCurrentIndex(view.list()->model()->index(row, 0));
        QTest::keyClick(view.list(), key);
        QApplication::processEvents();
    }

    void type(const char *text)
    {
        view.input()->setText(QLatin1String(text));
        QTest::keyClick(view.input(), Qt::Key_Return);
        QApplication::processEvents();
    }

    test::FakeCockpit cockpit;
    bridge::Bridge bridge{cockpit};
    pages::DealPlanView view{bridge};
};

} // namespace

TEST(PlanLine, SideAndDateAreOptional)
{
    const auto read = [](const char *line, const PlanTask &known = {}) {
        return pages::readPlanLine(QLatin1String(line), known, format());
    };
    EXPECT_EQ(read("send the contract").task.side, PlanSide::Us);
    EXPECT_EQ(read("send the contract").task.task, "send the contract");
    const auto theirs = read("Them: name the signer by fri 12:00");
    EXPECT_EQ(theirs.task.side, PlanSide::Them);
    EXPECT_EQ(theirs.task.task, "name the signer");
    EXPECT_EQ(theirs.task.dueMs, 1'763'726'400'000); // Friday 21 November, 12:00 UTC
    // "by" that is no date belongs to the words.
    EXPECT_EQ(read("get it signed by Dana").task.task, "get it signed by Dana");
    EXPECT_FALSE(read("get it signed by Dana").task.dueMs);
    EXPECT_FALSE(read("send it by 1 jan 2020").problem.isEmpty());
    EXPECT_FALSE(read("them: ").problem.isEmpty());
    const PlanTask known = task("x", PlanSide::Them, now);
    EXPECT_EQ(read("y", known).task.dueMs, now);
    EXPECT_EQ(read("y", known).task.side, PlanSide::Them);
    EXPECT_FALSE(read("y by -", known).task.dueMs);
    EXPECT_EQ(read("y by -", known).task.task, "y");
}

TEST(PlanRows, LateTasksAndTheChecklistAreSaid)
{
    const auto rows = pages::planRows(samplePlan(), format());
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_TRUE(rows[0].isLate);
    EXPECT_TRUE(rows[0].note.contains(QLatin1String("late since")));
    EXPECT_FALSE(rows[1].isLate);
    EXPECT_EQ(rows[2].words, QLatin1String("To leave Proposal: 1 of 2"));
    EXPECT_TRUE(rows[3].isDone);
    EXPECT_TRUE(rows[4].spoken.contains(QLatin1String("open")));
}

TEST(DealPlanView, SpaceTicksDeleteDropsAndEnterChanges)
{
    View v;
    v.press(0, Qt::Key_Space);
    ASSERT_EQ(v.cockpit.work.tasks.size(), 1U);
    EXPECT_EQ(v.cockpit.work.tasks[0].state, PlanTaskState::Done);
    v.press(1, Qt::Key_Delete);
    ASSERT_EQ(v.cockpit.work.tasks.size(), 2U);
    EXPECT_EQ(v.cockpit.work.tasks[1].state, PlanTaskState::Dropped);
    v.press(3, Qt::Key_Space);
    v.press(4, Qt::Key_Space);
    ASSERT_EQ(v.cockpit.work.ticks.size(), 2U);
    EXPECT_FALSE(v.cockpit.work.ticks[0].second);
    EXPECT_TRUE(v.cockpit.work.ticks[1].second);
    v.press(2, Qt::Key_Delete); // the head
    v.press(4, Qt::Key_Delete); // a check is not dropped by hand
    EXPECT_EQ(v.cockpit.work.tasks.size(), 2U);

    v.press(0, Qt::Key_Return);
    EXPECT_EQ(v.view.input()->text(), QLatin1String("them: Name the signer"));
    v.type("them: Name both signers");
    ASSERT_EQ(v.cockpit.work.tasks.size(), 3U);
    EXPECT_EQ(v.cockpit.work.tasks[2].id, samplePlan().tasks[0].id);
    EXPECT_EQ(v.cockpit.work.tasks[2].task, "Name both signers");
    EXPECT_EQ(v.cockpit.work.tasks[2].dueMs, samplePlan().tasks[0].dueMs);
}

TEST(DealPlanView, ALineIsAddedAndOneThatIsNotUnderstoodStays)
{
    View v;
    v.type("us: book the room");
    ASSERT_EQ(v.cockpit.work.tasks.size(), 1U);
    EXPECT_TRUE(v.cockpit.work.tasks[0].id.isNull());
    EXPECT_EQ(v.cockpit.work.tasks[0].deal, domain::DealId{7});
    EXPECT_TRUE(v.view.input()->text().isEmpty());
    v.type("us: book it by 1 jan 2020");
    EXPECT_EQ(v.cockpit.work.tasks.size(), 1U);
    EXPECT_FALSE(v.view.input()->text().isEmpty());
    QTest::keyClick(v.view.input(), Qt::Key_Escape);
    EXPECT_TRUE(v.view.input()->text().isEmpty());
}

TEST(DealPlanView, TheChecklistIsEditedAsLines)
{
    View v;
    QAbstractButton *edit = nullptr;
    QAbstractButton *usual = nullptr;
    for (auto *button : v.view.findChildren<QAbstractButton *>()) {
        if (button->text() == QLatin1String("Edit checklist"))
            edit = button;
        if (button->text() == QLatin1String("Usual list"))
            usual = button;
    }
    ASSERT_TRUE(edit && usual);
    edit->click();
    EXPECT_EQ(v.view.lines()->toPlainText(), QLatin1String("Budget is known\nSigner is known"));
    QTest::keyClick(v.view.lines(), Qt::Key_Escape);
    EXPECT_TRUE(v.view.lines()->isHidden());
    EXPECT_TRUE(v.cockpit.work.lists.empty());
    edit->click();
    v.view.lines()->setPlainText(QStringLiteral("One\nTwo"));
    QTest::keyClick(v.view.lines(), Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(v.cockpit.work.lists.size(), 1U);
    EXPECT_EQ(v.cockpit.work.lists[0], (std::vector<std::string>{"One", "Two"}));
    edit->click();
    usual->click();
    EXPECT_FALSE(v.cockpit.work.lists.at(1));
}
