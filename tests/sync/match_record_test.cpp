#include "core/sync/match_record.h"

#include <gtest/gtest.h>

namespace topline::sync {
namespace {

TEST(MatchRecord, MailAddressesAreComparedTrimmedAndWithoutCase)
{
    EXPECT_EQ(mailKey(" Dana@Mail.Example "), "dana@mail.example");
    for (const char *none : {"", "dana", "@mail.example", "dana@", "a@b@c"})
        EXPECT_EQ(mailKey(none), "") << none;
}

TEST(MatchRecord, DomainsOfMailProvidersSayNothing)
{
    EXPECT_EQ(companyKey("https://www.Northwind.example/about"), "northwind.example");
    EXPECT_EQ(companyKey("gmail.com"), "");
    EXPECT_EQ(companyKey("GMX.de"), "");
    EXPECT_EQ(companyKey("localhost"), "");
    EXPECT_EQ(companyKey(""), "");
}

TEST(MatchRecord, OnlyAUniqueRecordOfAnotherSystemIsLinked)
{
    EXPECT_EQ(uniqueMatch({{7, {"sf:1"}}}, "hubspot"), 7);
    EXPECT_EQ(uniqueMatch({{7, {"plain"}}}, "hubspot"), 7);
    EXPECT_EQ(uniqueMatch({}, "hubspot"), 0);
    EXPECT_EQ(uniqueMatch({{7, {"sf:1"}}, {8, {"sf:2"}}}, "hubspot"), 0);
}

TEST(MatchRecord, TwoRecordsOfOneSystemAreNeverLinked)
{
    EXPECT_EQ(uniqueMatch({{7, {"hs:1"}}}, "hubspot"), 0);
    EXPECT_EQ(uniqueMatch({{7, {"sf:1", "hs:1"}}}, "hubspot"), 0);
    EXPECT_EQ(uniqueMatch({{7, {"plain"}}}, ""), 0);
}

} // namespace
} // namespace topline::sync
