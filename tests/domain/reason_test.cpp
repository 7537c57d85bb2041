#include "core/domain/reason.h"

#include <gtest/gtest.h>
#include <random>

using namespace topline::domain;
using topline::base::Currency;
using topline::base::Money;

TEST(Reason, EveryArgumentKindComesBack)
{
    const Reason reason{ReasonCode::Surge,
                        {std::int64_t{-5}, std::string("a|b\\c\nd"), Money{-129, Currency::usd()},
                         AtTime{1'700'000'000'000}, Span{172'800'000}}};
    EXPECT_EQ(decodeReason(encodeReason(reason)), reason);
}

TEST(Reason, EmptyTextsAndNoArgumentsComeBack)
{
    const Reason none{ReasonCode::NoContact, {}};
    EXPECT_EQ(decodeReason(encodeReason(none)), none);
    const Reason empty{ReasonCode::OptedOut, {std::string()}};
    EXPECT_EQ(decodeReason(encodeReason(empty)), empty);
}

TEST(Reason, RefusesWhatIsNotOurs)
{
    for (const char *text : {"", "nonsense", "surge|", "surge|x1", "surge|i", "surge|i12z",
                             "surge|mUS", "surge|mU1D5", "surge|t99999999999999999999"})
        EXPECT_FALSE(decodeReason(text)) << text;
}

TEST(Reason, AnyTextArgumentComesBack)
{
    constexpr unsigned seed = 20'251'118;
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 2'000; ++round) {
        std::string text(random() % 20, ' ');
        for (char &c : text)
            c = "|\\\nnsabc\xc3\xa9"[random() % 10];
        const Reason reason{ReasonCode::OtherOwner, {text, std::int64_t{1}}};
        ASSERT_EQ(decodeReason(encodeReason(reason)), reason) << text;
    }
}
