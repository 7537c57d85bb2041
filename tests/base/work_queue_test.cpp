// The bounded mailbox of a thread: order, refusal when full or closed, draining after close.
#include "core/base/work_queue.h"

#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace topline::base {

namespace {

TEST(WorkQueue, RunsTasksInTheOrderInWhichTheyWerePosted)
{
    WorkQueue queue(8);
    std::vector<int> order;
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(queue.post([&order, i] { order.push_back(i); }));
    queue.close();
    while (auto task = queue.take())
        (*task)();
    EXPECT_EQ(order, (std::vector<int>{0, 1, 2}));
}

TEST(WorkQueue, RefusesWhenFullOrClosed)
{
    WorkQueue queue(1);
    EXPECT_TRUE(queue.post([] {}));
    EXPECT_FALSE(queue.post([] {}));
    EXPECT_TRUE(queue.postAnswer([] {})); // was asked for
    ASSERT_TRUE(queue.take());
    ASSERT_TRUE(queue.take());
    EXPECT_TRUE(queue.post([] {}));
    queue.close();
    EXPECT_FALSE(queue.post([] {}));
    EXPECT_TRUE(queue.take());  // what was posted before is still handed out
    EXPECT_FALSE(queue.take()); // then the end
}

TEST(WorkQueue, GivesUpAtTheDeadlineWhenNothingArrives)
{
    WorkQueue queue(1);
    EXPECT_FALSE(queue.take(std::chrono::steady_clock::time_point::min()));
}

TEST(WorkQueue, HandsEveryTaskToTheOwnerWhileManyThreadsPost)
{
    constexpr int posters = 4;
    constexpr int each = 500;
    WorkQueue queue(posters * each);
    int ran = 0; // touched by the owner thread only
    std::thread owner([&] {
        while (auto task = queue.take())
            (*task)();
    });
    std::vector<std::thread> threads;
    for (int i = 0; i < posters; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < each; ++n)
                EXPECT_TRUE(queue.post([&ran] { ++ran; }));
        });
    }
    for (auto &thread : threads)
        thread.join();
    queue.close();
    owner.join();
    EXPECT_EQ(ran, posters * each);
}

} // namespace

} // namespace topline::base
