// A push that asks on its own thread whether it may pass: where nobody waits for the answer any
// more, nothing is marked.
#include "core/engine/threads/thread_gate.h"

#include <gtest/gtest.h>

namespace topline::engine {
namespace {

class ThreadGateTest : public testing::Test {
protected:
    // Everything that the engine's thread has to do now.
    void work()
    {
        while (auto task = m_queue.take(std::chrono::steady_clock::time_point::min()))
            (*task)();
    }

    base::WorkQueue m_queue{4};
    crm::CancelToken m_cancel;
    int m_marks = 0;
    ThreadGate::Mark m_mark = [this](std::span<const domain::Effect>) {
        ++m_marks;
        return base::Status();
    };
};

} // namespace

TEST_F(ThreadGateTest, WhatWasGivenUpIsNotMarkedLater)
{
    m_cancel.cancelled = true;
    ThreadGate gate(m_queue, m_mark, m_cancel);
    const base::Status passed = gate.pass({});
    ASSERT_FALSE(passed.ok());
    EXPECT_EQ(passed.error().code, base::ErrorCode::Cancelled);
    work();
    EXPECT_EQ(m_marks, 0);
}

TEST_F(ThreadGateTest, AnEngineThatHasEndedLetsNothingPass)
{
    m_queue.close();
    ThreadGate gate(m_queue, m_mark, m_cancel);
    EXPECT_FALSE(gate.pass({}).ok());
    work();
    EXPECT_EQ(m_marks, 0);
}

} // namespace topline::engine
