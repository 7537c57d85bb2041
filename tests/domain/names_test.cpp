#include "core/domain/action.h"
#include "core/domain/event.h"
#include "core/domain/feed.h"
#include "core/domain/ledger_entry.h"
#include "core/domain/reason.h"

#include <gtest/gtest.h>

using namespace topline::domain;

namespace {

// Every known name leads back to its value, and no two values share a name.
template <typename Enum, typename NameOf, typename Parse>
void expectNamesAreStable(int first, int last, NameOf nameOf, Parse parse, int knownCount)
{
    int known = 0;
    for (int number = first; number <= last; ++number) {
        const auto value = static_cast<Enum>(number);
        const auto name = nameOf(value);
        if (name.empty())
            continue;
        ++known;
        const auto back = parse(name);
        ASSERT_TRUE(back.has_value()) << name;
        EXPECT_EQ(*back, value) << name;
    }
    EXPECT_EQ(known, knownCount);
}

} // namespace

TEST(Names, LeadBackToTheirValues)
{
    expectNamesAreStable<EventKind>(0, 100, eventKindName, parseEventKind, 47);
    expectNamesAreStable<SignalType>(0, 60, signalTypeName, parseSignalType, 34);
    expectNamesAreStable<Mode>(0, 5, modeName, parseMode, 3);
    expectNamesAreStable<ActionKind>(0, 9, actionKindName, parseActionKind, 7);
    expectNamesAreStable<ActionState>(0, 20, actionStateName, parseActionState, 10);
    expectNamesAreStable<DismissReason>(0, 9, dismissReasonName, parseDismissReason, 5);
    expectNamesAreStable<Outcome>(0, 9, outcomeName, parseOutcome, 8);
    expectNamesAreStable<LedgerKind>(0, 60, ledgerKindName, parseLedgerKind, 41);
    expectNamesAreStable<ReasonCode>(0, 90, reasonCodeName, parseReasonCode, 83);
}

TEST(EventKind, ABuyersReplyIsTwoWayAndOurMailIsNot)
{
    EXPECT_TRUE(isTwoWayTouch(EventKind::EmailReplied));
    EXPECT_FALSE(isTwoWayTouch(EventKind::EmailSent));
    EXPECT_TRUE(isOutboundTouch(EventKind::EmailSent));
    EXPECT_FALSE(isBuyerEvent(EventKind::EmailSent));
    EXPECT_FALSE(isHighIntent(EventKind::EmailOpened));
}

TEST(RankFactors, FactorsMultiplyToTheValue)
{
    const RankFactors rank{1, 200, 4'800'000, 870, 6, {}};
    EXPECT_EQ(rank.numerator(), 83'520'000'000'000);
    EXPECT_EQ(rank.denominator(), 6'000'000'000);
    EXPECT_DOUBLE_EQ(rank.minorPerMinute(), 13'920.0);
}
