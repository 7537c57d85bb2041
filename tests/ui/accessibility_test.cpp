#include "tests/ui/feed_window.h"
#include "ui/look/button.h"
#include "ui/pages/start_window.h"

#include <QAbstractButton>
#include <QAccessible>

#include <cstdlib>
#include <map>
#include <set>

using namespace topline;
using test::FeedWindow;

namespace {

std::string nameOf(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name).toStdString() : std::string();
}

std::string describe(const QWidget *widget)
{
    std::string out = widget->metaObject()->className();
    for (const QWidget *up = widget->parentWidget(); up; up = up->parentWidget())
        out += std::string(" in ") + up->metaObject()->className();
    return out;
}

bool isStop(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() &&
           (widget->focusPolicy() & Qt::TabFocus) != 0;
}

void expectNames(QWidget *top)
{
    for (QWidget *widget : top->findChildren<QWidget *>()) {
        const bool works = widget->focusPolicy() != Qt::NoFocus ||
                           qobject_cast<QAbstractButton *>(widget) != nullptr;
        // The parts of a control that is itself named.
        const bool isPart = widget->objectName().startsWith(QLatin1String("qt_")) ||
                            qobject_cast<QAbstractScrollArea *>(widget->parentWidget()) != nullptr;
        if (widget->isVisible() && works && !isPart) {
            EXPECT_NE(nameOf(widget), "") << describe(widget);
        }
    }
}

engine::FeedUpdate arrival(const FeedWindow &f)
{
    domain::FeedCard card = tests::sampleCards()[5];
    card.action.id = base::Uuid::named("sample", "new");
    engine::FeedUpdate update;
    update.changed = {card};
    update.counts = f.cockpit.firstFeed.counts;
    return update;
}

// Every kind of control of the feed at once: the pill, the open review, a draft being edited.
void showEverything(FeedWindow &f)
{
    f.cockpit.push(arrival(f));
    f.settle();
    f.press(Qt::Key_X);
    f.press(Qt::Key_J, Qt::ShiftModifier);
    f.press(Qt::Key_A, Qt::ShiftModifier);
    f.press(Qt::Key_J);
    f.settle();
}

// Presses F6 through the panes and Tab through each, and gives what had the focus.
std::set<QWidget *> walkByKeys(FeedWindow &f)
{
    constexpr int panes = 5;
    constexpr int stopsMax = 40;
    std::set<QWidget *> reached;
    for (int pane = 0; pane < panes; ++pane) {
        f.press(Qt::Key_F6);
        reached.insert(QApplication::focusWidget());
        for (int i = 0; i < stopsMax && QApplication::focusWidget() != f.view; ++i) {
            f.press(Qt::Key_Tab);
            reached.insert(QApplication::focusWidget());
        }
    }
    return reached;
}

// How many pixels of the widget and 4 px around it are in the colour of the focus.
int ringPixels(const FeedWindow &f, const QWidget *widget)
{
    const QRgb series = look::tokensOf(look::Scheme::Light).series.rgb();
    const QRect box(widget->mapTo(f.window.get(), QPoint(0, 0)), widget->size());
    const QImage image =
        f.window->grab(box.adjusted(-4, -4, 4, 4)).toImage().convertToFormat(QImage::Format_RGB32);
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == series ? 1 : 0;
    }
    return count;
}

} // namespace

TEST(Accessibility, EveryControlOfEveryPageHasAName)
{
    FeedWindow f;
    for (const QString &page : f.window->pageIds()) {
        SCOPED_TRACE(page.toStdString());
        f.window->showPage(page);
        f.settle();
        expectNames(f.window.get());
    }
    f.window->showPage(QStringLiteral("feed"));
    showEverything(f);
    expectNames(f.window.get());
    f.window->openPalette();
    expectNames(f.window.get());
    f.press(Qt::Key_Escape);
    f.window->openKeyList();
    expectNames(f.window.get());
    f.press(Qt::Key_Escape);
}

TEST(Accessibility, EveryControlOfTheFirstStartHasAName)
{
    const auto nothing = []() -> base::Result<bridge::Bridge *> {
        return base::Error{base::ErrorCode::Unavailable, "Nothing is opened here."};
    };
    pages::StartWindow start(QStringLiteral("workspace.topline"), nothing,
                             [](const QUrl &) { return false; }, {});
    start.show();
    QApplication::processEvents();
    expectNames(&start);
    start.chooseImport();
    QApplication::processEvents();
    expectNames(&start);
}

TEST(Accessibility, ARowSaysWhoWhyAndWhen)
{
    FeedWindow f;
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(f.view);
    ASSERT_NE(list, nullptr);
    EXPECT_EQ(list->text(QAccessible::Name), QStringLiteral("Action feed"));
    ASSERT_EQ(list->childCount(), 8);
    QAccessibleInterface *row = list->child(1);
    ASSERT_NE(row, nullptr);
    const QString said = row->text(QAccessible::Name);
    for (const char *part :
         {"Call Dana Reyes", "CFO, Northwind Logistics", "Reopened the proposal", "3:41 left"})
        EXPECT_TRUE(said.contains(QLatin1String(part))) << part << " in " << said.toStdString();
}

TEST(Accessibility, TheChosenLaneIsChecked)
{
    FeedWindow f;
    f.press(Qt::Key_Tab);
    int checked = 0;
    for (const QAbstractButton *button : f.window->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->isChecked() && button->text() == QLatin1String("Today"))
            ++checked;
    }
    EXPECT_EQ(checked, 1);
}

TEST(Accessibility, F6AndTabReachEveryControl)
{
    FeedWindow f;
    showEverything(f);
    const std::set<QWidget *> reached = walkByKeys(f);
    int stops = 0;
    for (QWidget *widget : f.window->findChildren<QWidget *>()) {
        if (!isStop(widget) || widget->focusProxy())
            continue;
        ++stops;
        EXPECT_TRUE(reached.count(widget)) << describe(widget) << " " << nameOf(widget);
    }
    EXPECT_GT(stops, 15);
}

TEST(Accessibility, ShiftF6GoesBackToWhereThePaneWasLeft)
{
    FeedWindow f;
    ASSERT_EQ(QApplication::focusWidget(), f.view);
    f.press(Qt::Key_F6);
    QWidget *inspector = QApplication::focusWidget();
    EXPECT_NE(inspector, f.view);
    f.press(Qt::Key_Tab);
    QWidget *second = QApplication::focusWidget();
    EXPECT_NE(second, inspector) << "Tab changes lanes only in the list";
    f.press(Qt::Key_F6, Qt::ShiftModifier);
    EXPECT_EQ(QApplication::focusWidget(), f.view);
    f.press(Qt::Key_F6);
    EXPECT_EQ(QApplication::focusWidget(), second);
}

// Qt runs neither of two commands that share a key, so a clash takes both away.
TEST(Accessibility, EveryKeyMeansOneCommandOnItsPage)
{
    FeedWindow f;
    std::map<std::pair<QString, QString>, QString> taken; // page and key to the command's id
    const auto claim = [&taken](const QString &page, const QString &key, const QString &id) {
        const auto [at, isNew] = taken.try_emplace({page, key}, id);
        EXPECT_TRUE(isNew) << page.toStdString() << ": " << key.toStdString() << " is "
                           << at->second.toStdString() << " and " << id.toStdString();
    };
    for (const QString &page : f.window->pageIds()) {
        f.window->showPage(page); // makes it, with its commands
        for (const shell::Command &command : f.window->commands().all()) {
            if (command.where || (command.page != page && !command.page.isEmpty()))
                continue;
            QStringList keys = command.moreKeys;
            keys << f.window->commands().keyText(command.id);
            keys.removeAll(QString());
            for (const QString &key : keys)
                claim(page, key, command.id);
        }
    }
}

TEST(Accessibility, EnterPressesTheButtonThatHasTheFocus)
{
    FeedWindow f;
    f.press(Qt::Key_J);
    f.press(Qt::Key_J); // past the calls, whose first button dials
    for (auto *button : f.window->findChildren<look::Button *>()) {
        if (button->isVisible() && button->text() == QLatin1String("Approve"))
            button->setFocus(Qt::TabFocusReason);
    }
    f.press(Qt::Key_Return);
    EXPECT_EQ(f.cockpit.count("approve"), 1);
}

TEST(Accessibility, EveryControlShowsItsFocus)
{
    FeedWindow f;
    showEverything(f);
    for (QWidget *widget : walkByKeys(f)) {
        if (!widget->isVisible())
            continue;
        widget->setFocus(Qt::TabFocusReason);
        f.settle();
        const int with = ringPixels(f, widget);
        QWidget *other = widget == f.view ? f.window->findChild<shell::NavItem *>()
                                          : static_cast<QWidget *>(f.view);
        other->setFocus(Qt::TabFocusReason);
        f.settle();
        const int without = ringPixels(f, widget);
        // A primary button is of this colour itself; a gap sets its ring off.
        EXPECT_GT(std::abs(with - without), 20) << describe(widget) << " " << nameOf(widget);
    }
}
