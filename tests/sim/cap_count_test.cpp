// The judge of hours and limits must itself be right: it is shown days that break each of them.
#include "tests/sim/cap_count.h"

#include <gtest/gtest.h>

namespace topline::sim {

namespace {

constexpr base::UtcMs tuesdayNoon = 1'788'264'000'000; // 2026-09-01T12:00:00Z

domain::GuardPolicy tight()
{
    domain::GuardPolicy out;
    out.mailsPerDay = 3;
    out.mailsPerDomainDay = 2;
    out.autoMailsPerRepDay = 1;
    return out;
}

std::string leaves(CapCount &count, const std::string &to, base::UtcMs at = tuesdayNoon)
{
    return count.leaves({to, domain::OwnerId{1}, false, false}, at, tight());
}

} // namespace

TEST(CapCount, CountsTheDayAndTheHost)
{
    CapCount count;
    EXPECT_EQ(leaves(count, "a@x.example"), "");
    EXPECT_EQ(leaves(count, "b@x.example"), "");
    EXPECT_NE(leaves(count, "c@x.example").find("to its host"), std::string::npos);
    EXPECT_NE(leaves(count, "d@y.example").find("of its day"), std::string::npos);
    EXPECT_EQ(leaves(count, "e@y.example", tuesdayNoon + base::dayMs), "");
}

TEST(CapCount, AMailThatIsTriedAgainCountsOnceOnItsDay)
{
    CapCount count;
    const auto mail = [&](const char *name, base::UtcMs at = tuesdayNoon) {
        CountedMail out{"a@x.example", domain::OwnerId{1}, false, false};
        out.effect = base::Uuid::named("effect", name);
        return count.leaves(out, at, tight());
    };
    for (int tries = 0; tries < 5; ++tries)
        EXPECT_EQ(mail("one"), "");
    EXPECT_EQ(mail("two"), "");
    EXPECT_NE(mail("three").find("to its host"), std::string::npos);
    EXPECT_EQ(mail("one", tuesdayNoon + base::dayMs), "");
    EXPECT_EQ(mail("two", tuesdayNoon + base::dayMs), "");
    EXPECT_NE(mail("three", tuesdayNoon + base::dayMs).find("to its host"), std::string::npos);
}

TEST(CapCount, ADayThatWasDoesNotComeAgain)
{
    CapCount count;
    for (const char *to : {"a@x.example", "b@y.example", "c@z.example"})
        EXPECT_EQ(leaves(count, to, tuesdayNoon + base::dayMs), "");
    EXPECT_NE(leaves(count, "d@v.example", tuesdayNoon), "");
    count.forget();
    EXPECT_EQ(leaves(count, "d@v.example", tuesdayNoon), "");
}

TEST(CapCount, MailsThatNobodyApprovedHaveALimitOfTheirOwn)
{
    CapCount count;
    const CountedMail mail{"a@x.example", domain::OwnerId{1}, true, false};
    EXPECT_EQ(count.leaves(mail, tuesdayNoon, tight()), "");
    EXPECT_NE(count.leaves(mail, tuesdayNoon, tight()).find("nobody approved"), std::string::npos);
}

TEST(CapCount, NothingLeavesAtNightOrOnAWeekendButAnAnswer)
{
    CapCount count;
    EXPECT_NE(leaves(count, "a@x.example", tuesdayNoon + 6 * base::hourMs), "");
    EXPECT_NE(leaves(count, "a@x.example", tuesdayNoon + 4 * base::dayMs), "");
    const CountedMail answer{"b@y.example", domain::OwnerId{1}, false, true};
    EXPECT_EQ(count.leaves(answer, tuesdayNoon + 11 * base::hourMs, tight()), "");
}

} // namespace topline::sim
