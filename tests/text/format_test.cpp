#include "ui/text/format.h"

#include <gtest/gtest.h>

using namespace topline;
using ui::text::Format;

namespace {

constexpr base::UtcMs tuesdayNoon = 1'763'467'200'000; // 2025-11-18T12:00:00Z

Format english(const char *zone = "UTC")
{
    return {QLocale(QLocale::English, QLocale::UnitedStates), base::TimeZone::find(zone).value(),
            tuesdayNoon};
}

std::string plain(const QString &text)
{
    QString out = text;
    out.replace(QChar(0x00a0), QLatin1Char(' ')).replace(QChar(0x2212), QLatin1Char('~'));
    return out.toStdString();
}

} // namespace

TEST(Format, MoneyIsExactAndNamesItsCurrency)
{
    const Format format = english();
    EXPECT_EQ(plain(format.money({4'800'000, base::Currency::usd()})), "$48,000");
    EXPECT_EQ(plain(format.money({-4'800'005, base::Currency::usd()})), "~$48,000.05");
    EXPECT_EQ(plain(format.money({9'007'199'254'740'993, base::Currency::usd()})),
              "$90,071,992,547,409.93");
    EXPECT_EQ(plain(format.money({1'200, *base::Currency::parse("JPY")})), "¥1,200");
    EXPECT_EQ(plain(format.money({1'200, *base::Currency::parse("CHF")})), "CHF 12");
}

TEST(Format, ShortMoneyKeepsThreeFigures)
{
    const Format format = english();
    const auto text = [&](std::int64_t units) {
        return plain(format.moneyShort({units * 100, base::Currency::usd()}));
    };
    EXPECT_EQ(text(940), "$940");
    EXPECT_EQ(text(26'140), "$26.1k");
    EXPECT_EQ(text(386'400), "$386k");
    EXPECT_EQ(text(999'600), "$1.00M");
    EXPECT_EQ(text(2'140'000), "$2.14M");
}

TEST(Format, SmallNegativesAreNotMinusZero)
{
    EXPECT_EQ(plain(english().signedNumber(-0.04, 1)), "0.0");
    EXPECT_EQ(plain(english().signedNumber(-1.24, 1)), "~1.2");
    EXPECT_EQ(plain(english().signedNumber(1.26, 1)), "+1.3");
}

TEST(Format, ClockCountsSecondsThenHours)
{
    EXPECT_EQ(plain(Format::clock(221'900)), "3:41");
    EXPECT_EQ(plain(Format::clock(3'727'000)), "1:02:07");
    EXPECT_EQ(plain(Format::clock(-5)), "0:00");
}

TEST(Format, TimesAreInTheZoneAndRelativeWithinAWeek)
{
    const Format format = english("America/Denver"); // 05:00 there
    EXPECT_EQ(plain(format.when(tuesdayNoon)), "05:00");
    EXPECT_EQ(plain(format.when(tuesdayNoon - 6 * base::hourMs)), "Mon 23:00");
    EXPECT_EQ(plain(format.when(tuesdayNoon - 8 * base::dayMs)), "10 Nov");
    EXPECT_EQ(plain(format.when(tuesdayNoon - 400 * base::dayMs)), "14 Oct 2024");
    // What is to come is read to be there in time.
    EXPECT_EQ(plain(format.when(tuesdayNoon + base::dayMs)), "Wed 05:00");
    EXPECT_EQ(plain(format.when(tuesdayNoon + 6 * base::dayMs)), "Mon 05:00");
    EXPECT_EQ(plain(format.when(tuesdayNoon + 7 * base::dayMs)), "25 Nov 05:00");
    EXPECT_EQ(Format::place("America/Los_Angeles").toStdString(), "Los Angeles");
    EXPECT_EQ(plain(format.ago(tuesdayNoon - 6 * base::minuteMs)), "6 min ago");
    EXPECT_EQ(plain(format.ago(tuesdayNoon - 30'000)), "just now");
    EXPECT_EQ(plain(format.span(47 * base::hourMs)), "47 h");
    EXPECT_EQ(plain(format.span(48 * base::hourMs)), "2 d");
}
