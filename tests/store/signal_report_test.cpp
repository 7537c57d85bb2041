#include "tests/store/test_workspace.h"

namespace topline::store {
namespace {

using domain::ActionState;
using domain::SignalType;

class SignalReportTest : public StoreTest {
protected:
    domain::Signal addSignal(const std::string &name, domain::AccountId account, base::UtcMs atMs)
    {
        domain::Signal out;
        out.id = base::Uuid::named("signal", name);
        out.type = SignalType::Surge;
        out.account = account;
        out.occurredMs = atMs;
        out.reason = {domain::ReasonCode::Surge, {}};
        m_signals.push_back(out);
        inTransaction([&] { need(tables().derived.replaceSignals(account, m_signals)); });
        return out;
    }

    void decide(const domain::Signal &signal, const domain::Action *made)
    {
        domain::Decision decision;
        decision.signal = signal.id;
        decision.playId = "surge";
        decision.account = signal.account;
        decision.atMs = signal.occurredMs;
        decision.reason = {domain::ReasonCode::Proposed, {}};
        if (made)
            decision.action = made->id;
        inTransaction([&] { need(tables().decisions.add(decision)); });
    }

    std::vector<domain::Signal> m_signals;
};

TEST_F(SignalReportTest, TellsWhatBecameOfTheSignalsOfAWindow)
{
    const auto home = addAccount("a1", "Northwind");
    addSignal("before the window", home, 99);
    const auto accepted = addSignal("accepted", home, 100);
    const auto dismissed = addSignal("dismissed", home, 150);
    const auto suppressed = addSignal("suppressed", home, 180);
    addSignal("nobody asked", home, 200);
    auto done = action("done", home);
    done.dedupeKey = "1";
    auto no = action("no", home);
    no.dedupeKey = "2";
    inTransaction([&] {
        need(tables().actions.add(done));
        need(tables().actions.add(no));
    });
    decide(accepted, &done);
    decide(dismissed, &no);
    decide(suppressed, nullptr);
    done.state = ActionState::Done;
    no.state = ActionState::Dismissed;
    no.dismissReason = domain::DismissReason::BadTiming;
    inTransaction([&] {
        need(tables().actions.update(done));
        need(tables().actions.update(no));
    });

    const auto rows = need(tables().derived.signalReport(100, 200, 3));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].type, SignalType::Surge);
    EXPECT_EQ(rows[0].hits, 4);
    EXPECT_EQ(rows[0].accounts, 1);
    EXPECT_EQ(rows[0].accepted, 1);
    EXPECT_EQ(rows[0].dismissed[static_cast<std::size_t>(domain::DismissReason::BadTiming)], 1);
    EXPECT_EQ(rows[0].suppressed, 1);
    ASSERT_EQ(rows[0].newest.size(), 3U);
    EXPECT_EQ(rows[0].newest[0].signal.occurredMs, 200);
    EXPECT_EQ(rows[0].newest[0].action, std::nullopt);
    EXPECT_EQ(rows[0].newest[2].action, ActionState::Dismissed);
    EXPECT_EQ(rows[0].newest[2].accountName, "Northwind");
}

} // namespace
} // namespace topline::store
