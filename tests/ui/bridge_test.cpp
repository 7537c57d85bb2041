#include "tests/ui/fake_cockpit.h"
#include "ui/bridge/bridge.h"

#include <QApplication>
#include <QTest>
#include <QThread>

#include <gtest/gtest.h>
#include <memory>
#include <thread>

namespace topline::bridge {

TEST(Bridge, TellsOnTheGuiThreadWhatAnotherThreadPushes)
{
    test::FakeCockpit cockpit;
    Bridge bridge(cockpit);
    const QThread *seen = nullptr;
    std::int64_t pending = 0;
    QObject::connect(&bridge, &Bridge::statusChanged, [&](const domain::WorkspaceStatus &status) {
        seen = QThread::currentThread();
        pending = status.effectsPending;
    });
    bridge.start();
    cockpit.workspace.effectsPending = 3;
    std::thread([&cockpit] { cockpit.pushStatus(); }).join();
    EXPECT_EQ(pending, 0) << "nothing may arrive inside the pushing call";
    ASSERT_TRUE(QTest::qWaitFor([&pending] { return pending == 3; }, 2000));
    EXPECT_EQ(seen, qApp->thread());
    EXPECT_EQ(bridge.status().effectsPending, 3);
}

TEST(Bridge, DropsAnAnswerWhoseReceiverDied)
{
    test::FakeCockpit cockpit;
    Bridge bridge(cockpit);
    int answers = 0;
    auto receiver = std::make_unique<QObject>();
    const auto handle = [&answers](const base::Result<domain::CardDetail> &) { ++answers; };
    cockpit.loadDetail({}, bridge.answer<domain::CardDetail>(receiver.get(), handle));
    receiver.reset();
    QObject alive;
    cockpit.loadDetail({}, bridge.answer<domain::CardDetail>(&alive, handle));
    ASSERT_TRUE(QTest::qWaitFor([&answers] { return answers > 0; }, 2000));
    EXPECT_EQ(answers, 1);
}

TEST(Bridge, AnAnswerAfterTheBridgeIsGoneIsDropped)
{
    test::FakeCockpit cockpit;
    engine::Answer<domain::CardDetail> late;
    QObject receiver;
    int answers = 0;
    {
        Bridge bridge(cockpit);
        late = bridge.answer<domain::CardDetail>(
            &receiver, [&answers](const base::Result<domain::CardDetail> &) { ++answers; });
    }
    std::thread([&late] {
        late(domain::CardDetail{});
        late = nullptr;
    }).join();
    QApplication::processEvents();
    EXPECT_LE(answers, 1); // delivered or dropped, never into freed memory
}

TEST(Bridge, ReportsFailuresOfCommands)
{
    test::FakeCockpit cockpit;
    Bridge bridge(cockpit);
    std::string told;
    QObject::connect(&bridge, &Bridge::failed,
                     [&told](const base::Error &error) { told = error.message; });
    cockpit.failNext = base::Error{base::ErrorCode::Refused, "It was sent already."};
    cockpit.approve({}, bridge.report());
    ASSERT_TRUE(QTest::qWaitFor([&told] { return !told.empty(); }, 2000));
    EXPECT_EQ(told, "It was sent already.");
}

} // namespace topline::bridge
