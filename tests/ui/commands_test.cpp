#include "ui/shell/commands.h"

#include <QLineEdit>
#include <QSettings>
#include <QTest>
#include <QWidget>

#include <gtest/gtest.h>

namespace topline::shell {

namespace {

struct Window {
    QWidget widget;
    Commands commands{&widget};
    QStringList ran;

    Window()
    {
        QSettings().remove(QStringLiteral("keys"));
        widget.resize(300, 200);
        widget.setFocusPolicy(Qt::StrongFocus);
    }

    void add(const char *id, const char *key, const char *page = "")
    {
        const QString name = QString::fromLatin1(id);
        Command command{name, name, QString::fromLatin1(key), QString::fromLatin1(page)};
        command.run = [this, name] { ran << name; };
        commands.add(command);
    }

    void show()
    {
        widget.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&widget));
        widget.setFocus();
    }
};

} // namespace

TEST(Commands, KeysRunOnlyTheCommandsOfThePageInFront)
{
    Window window;
    window.add("feed.approve", "A", "feed");
    window.add("velocity.start", "A", "velocity");
    window.add("go.feed", "G, F");
    window.show();
    window.commands.setPage(QStringLiteral("feed"));
    QTest::keyClick(&window.widget, Qt::Key_A);
    window.commands.setPage(QStringLiteral("velocity"));
    QTest::keyClick(&window.widget, Qt::Key_A);
    QTest::keyClick(&window.widget, Qt::Key_G);
    QTest::keyClick(&window.widget, Qt::Key_F);
    EXPECT_EQ(window.ran,
              (QStringList{QStringLiteral("feed.approve"), QStringLiteral("velocity.start"),
                           QStringLiteral("go.feed")}));
}

TEST(Commands, TypingInATextFieldIsNotACommand)
{
    Window window;
    window.add("feed.approve", "A");
    auto *field = new QLineEdit(&window.widget);
    window.show();
    field->setFocus();
    ASSERT_TRUE(QTest::qWaitFor([field] { return field->hasFocus(); }, 2000));
    QTest::keyClick(field, Qt::Key_A);
    EXPECT_TRUE(window.ran.isEmpty());
    EXPECT_EQ(field->text(), QStringLiteral("a"));
}

TEST(Commands, AChangedKeyIsRememberedAndAClashRefused)
{
    {
        Window window;
        window.add("feed.approve", "A", "feed");
        window.add("feed.dismiss", "D", "feed");
        window.add("velocity.start", "S", "velocity");
        EXPECT_EQ(window.commands.setKey(QStringLiteral("feed.approve"), QKeySequence(Qt::Key_D)),
                  QStringLiteral("feed.dismiss"));
        EXPECT_EQ(window.commands.keyText(QStringLiteral("feed.approve")), QStringLiteral("A"));
        EXPECT_EQ(window.commands.setKey(QStringLiteral("feed.approve"), QKeySequence(Qt::Key_S)),
                  QString());
    }
    QWidget widget;
    Commands commands(&widget);
    Command approve{QStringLiteral("feed.approve"), QStringLiteral("Approve"), QStringLiteral("A")};
    approve.run = [] {};
    commands.add(approve);
    EXPECT_EQ(commands.keyText(QStringLiteral("feed.approve")), QStringLiteral("S"));
    commands.resetKey(QStringLiteral("feed.approve"));
    EXPECT_EQ(commands.keyText(QStringLiteral("feed.approve")), QStringLiteral("A"));
}

TEST(Commands, DisabledCommandsDoNotRun)
{
    Window window;
    bool ready = false;
    Command command{QStringLiteral("x"), QStringLiteral("X"), QStringLiteral("X")};
    command.run = [&window] { window.ran << QStringLiteral("x"); };
    command.enabled = [&ready] { return ready; };
    window.commands.add(command);
    EXPECT_FALSE(window.commands.run(QStringLiteral("x")));
    ready = true;
    EXPECT_TRUE(window.commands.run(QStringLiteral("x")));
}

TEST(Commands, CapsShowBlanksForPlusSigns)
{
    EXPECT_EQ(keyCapText(QKeySequence(QStringLiteral("Ctrl+Shift+."))),
              QStringLiteral("Ctrl Shift ."));
    EXPECT_EQ(keyCapText(QKeySequence(QStringLiteral("G, F"))), QStringLiteral("G F"));
    EXPECT_EQ(keyCapText(QKeySequence(QStringLiteral("Ctrl++"))), QStringLiteral("Ctrl +"));
}

} // namespace topline::shell
