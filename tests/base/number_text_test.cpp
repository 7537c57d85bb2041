#include "core/base/number_text.h"

#include <gtest/gtest.h>
#include <random>

using namespace topline::base;

namespace {

constexpr MoneyFormat comma{.sign = DecimalSign::Comma, .currency = Currency{{'E', 'U', 'R'}}};

std::int64_t usdMinor(std::string_view text)
{
    const auto out = parseMoney(text);
    EXPECT_TRUE(out.ok()) << text;
    return out.ok() ? out->amountMinor : -1;
}

std::string utcOf(std::string_view text, const TimeFormat &format = {})
{
    const auto out = parseTime(text, format);
    return out.ok() ? utcText(out->utcMs) : out.error().message;
}

} // namespace

TEST(MoneyText, ReadsPlainAndGroupedAmounts)
{
    EXPECT_EQ(usdMinor("1054"), 105'400);
    EXPECT_EQ(usdMinor("1,054.5"), 105'450);
    EXPECT_EQ(usdMinor(" 1 234 567.89 "), 123'456'789);
    EXPECT_EQ(usdMinor("1\xC2\xA0"
                       "234.00"),
              123'400);
    EXPECT_EQ(usdMinor("1'234.5000"), 123'450);
    EXPECT_EQ(usdMinor("-12.34"), -1'234);
    EXPECT_EQ(usdMinor("(12.34)"), -1'234);
    EXPECT_EQ(usdMinor("-$1,000"), -100'000);
    EXPECT_EQ(usdMinor("$-1"), -100);
    EXPECT_EQ(usdMinor("1.0E7"), 1'000'000'000);
    EXPECT_EQ(usdMinor("0.010"), 1);
    EXPECT_EQ(usdMinor("000123"), 12'300);
    EXPECT_EQ(parseMoney("1.234,50", comma)->amountMinor, 123'450);
    EXPECT_EQ(parseMoney("1234,5 €", comma)->amountMinor, 123'450);
}

TEST(MoneyText, TakesTheCurrencyFromTheText)
{
    EXPECT_EQ(parseMoney("€12.50")->currency.text(), "EUR");
    EXPECT_EQ(parseMoney("12.50 CHF")->currency.text(), "CHF");
    EXPECT_EQ(parseMoney("CAD 1")->currency.text(), "CAD");
    EXPECT_EQ(parseMoney("US$5")->currency.text(), "USD");
    EXPECT_EQ(parseMoney("¥1,500")->amountMinor, 1'500);
    EXPECT_EQ(parseMoney("KWD 1.234")->amountMinor, 1'234);
}

TEST(MoneyText, RefusesWhatWouldHaveToBeGuessed)
{
    for (const std::string_view text : {"",         "abc",
                                        "1.2.3",    "1,23",
                                        "1,2345",   "1,234,56",
                                        "12a",      "--1",
                                        "-(1)",     "- $ -1",
                                        "$",        "1 234,567",
                                        "0x10",     "1e999",
                                        "nan",      "inf",
                                        "12 kr",    "1.",
                                        ".5",       "1 2",
                                        "1234,567", "9999999999999999999",
                                        "1.234"})
        EXPECT_FALSE(parseMoney(text).ok()) << text;
    EXPECT_FALSE(parseMoney("1.50", comma).ok());
    EXPECT_FALSE(parseMoney("99999999999999999", {.powerOfTen = 6}).ok());
}

TEST(MoneyText, ScalesAndRoundsOnlyWhenAsked)
{
    EXPECT_EQ(parseMoney("1100.04", {.powerOfTen = 6})->amountMinor, 110'004'000'000);
    EXPECT_EQ(parseMoney("1.005", {.roundExtraDigits = true})->amountMinor, 101);
    EXPECT_EQ(parseMoney("-1.005", {.roundExtraDigits = true})->amountMinor, -101);
    EXPECT_EQ(parseMoney("1.0049", {.roundExtraDigits = true})->amountMinor, 100);
    EXPECT_EQ(moneyText({110'004'000'000, Currency::usd()}, {.powerOfTen = 6}), "1100.04");
}

TEST(MoneyText, WhatIsWrittenIsReadBackTheSame)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int round = 0; round < 20'000; ++round) {
        const auto bits = static_cast<int>(random() % 58);
        auto amount = static_cast<std::int64_t>(random() >> (63 - bits));
        amount = random() % 2 == 0 ? amount : -amount;
        const Currency currency =
            *Currency::parse(std::array<const char *, 4>{"USD", "EUR", "JPY", "KWD"}[random() % 4]);
        const MoneyFormat format{.sign =
                                     random() % 2 == 0 ? DecimalSign::Point : DecimalSign::Comma,
                                 .powerOfTen = random() % 2 == 0 ? 0 : 3};
        const Money money{amount, currency};
        const auto back = parseMoney(moneyText(money, format), format);
        ASSERT_TRUE(back.ok()) << moneyText(money, format);
        ASSERT_EQ(*back, money) << moneyText(money, format);
    }
}

TEST(NumberText, ReadsWholeNumbersAndWords)
{
    EXPECT_EQ(*parseInteger("2,448"), 2'448);
    EXPECT_EQ(*parseInteger("12.0"), 12);
    EXPECT_FALSE(parseInteger("12.5").ok());
    EXPECT_DOUBLE_EQ(parseDecimal("0.35")->toDouble(), 0.35);
    EXPECT_EQ(decimalText({-5, 1}), "-0.5");
    EXPECT_TRUE(*parseBool(" TRUE "));
    EXPECT_FALSE(*parseBool("0"));
    EXPECT_FALSE(parseBool("maybe").ok());
}

TEST(TimeText, ReadsIsoDatesAndTimes)
{
    EXPECT_EQ(utcOf("2017-03-01"), "2017-03-01T00:00:00Z");
    EXPECT_FALSE(parseTime("2017-03-01")->hasTime);
    EXPECT_EQ(utcOf("2017-03-01T14:05:09Z"), "2017-03-01T14:05:09Z");
    EXPECT_EQ(utcOf("2017-03-01 14:05:09.1234567+02:00"), "2017-03-01T12:05:09.123Z");
    EXPECT_EQ(utcOf("2017-03-01T14:05-0530"), "2017-03-01T19:35:00Z");
    EXPECT_EQ(utcOf("2020-12-30 3:15:52"), "2020-12-30T03:15:52Z");
    EXPECT_EQ(utcOf("2020-12-30 03:15 UTC"), "2020-12-30T03:15:00Z");
    EXPECT_EQ(utcOf("9999-12-31 23:59:59"), "9999-12-31T23:59:59Z");
    const TimeFormat berlin{.zone = *TimeZone::find("Europe/Berlin")};
    EXPECT_EQ(utcOf("2017-07-01", berlin), "2017-06-30T22:00:00Z");
    EXPECT_EQ(utcOf("2017-07-01 09:00", berlin), "2017-07-01T07:00:00Z");
    EXPECT_EQ(utcOf("2017-07-01T09:00Z", berlin), "2017-07-01T09:00:00Z");
    EXPECT_NE(utcOf("2017-03-26 02:30", berlin).find("skipped"), std::string::npos);
    EXPECT_EQ(utcOf("2017-10-29 02:30", berlin), "2017-10-29T00:30:00Z");
}

TEST(TimeText, ReadsTheOrderThatTheMappingNames)
{
    const TimeFormat european{.order = DateOrder::DayMonthYear};
    const TimeFormat american{.order = DateOrder::MonthDayYear};
    EXPECT_EQ(utcOf("03.04.2017", european), "2017-04-03T00:00:00Z");
    EXPECT_EQ(utcOf("3/4/2017", european), "2017-04-03T00:00:00Z");
    EXPECT_EQ(utcOf("3/4/2017", american), "2017-03-04T00:00:00Z");
    EXPECT_EQ(utcOf("12/31/2017 2:05 PM", american), "2017-12-31T14:05:00Z");
    EXPECT_EQ(utcOf("12/31/2017 12:05 am", american), "2017-12-31T00:05:00Z");
    EXPECT_EQ(utcOf("2017-03-04", american), "2017-03-04T00:00:00Z");
    EXPECT_EQ(utcOf("1488377109007", {.order = DateOrder::EpochMs}), "2017-03-01T14:05:09.007Z");
    EXPECT_EQ(utcOf("1488377109.5", {.order = DateOrder::EpochSeconds}),
              "2017-03-01T14:05:09.500Z");
}

TEST(TimeText, RefusesWhatIsNoTime)
{
    for (const std::string_view text :
         {"", "2017-02-29", "2017-13-01", "17-03-01", "2017-03-01T", "2017-03-01 25:00",
          "2017-03-01 12:60", "2017-03-01 12:00 13", "2017-03-01x", "2017-03-01 12:00+99:00",
          "2017-3/1", "0000-01-01", "tomorrow", "2017-03-01 12:00 CET", "20170301"})
        EXPECT_FALSE(parseTime(text).ok()) << text;
    EXPECT_FALSE(parseTime("31.12.17", {.order = DateOrder::DayMonthYear}).ok());
    EXPECT_FALSE(parseTime("13/31/2017", {.order = DateOrder::MonthDayYear}).ok());
    EXPECT_FALSE(parseTime("13:05 pm", {.order = DateOrder::MonthDayYear}).ok());
    EXPECT_FALSE(parseTime("99999999999999999", {.order = DateOrder::EpochMs}).ok());
    EXPECT_FALSE(parseTime("999999999999999", {.order = DateOrder::EpochSeconds}).ok());
    EXPECT_NE(utcOf("31.12.2017").find("2017-03-31"), std::string::npos);
}

TEST(TimeText, WhatIsWrittenIsReadBackTheSame)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int round = 0; round < 5'000; ++round) {
        TimeFormat format;
        format.order = static_cast<DateOrder>(random() % 5);
        format.zone = *TimeZone::find(random() % 2 == 0 ? "Europe/Berlin" : "UTC");
        ParsedTime time;
        time.utcMs = static_cast<std::int64_t>(random() % 8'000'000'000'000) - 4'000'000'000'000;
        time.hasTime = format.order >= DateOrder::EpochMs || random() % 2 == 0;
        if (!time.hasTime)
            time.utcMs = format.zone.startOfDay(format.zone.dateOf(time.utcMs));
        const auto back = parseTime(timeText(time, format), format);
        ASSERT_TRUE(back.ok()) << timeText(time, format);
        ASSERT_EQ(*back, time) << timeText(time, format);
    }
}
