// What counts as the same mailbox or telephone.
#include "core/plays/suppression_address.h"
#include "core/plays/work_calendar_places.h"

#include <gtest/gtest.h>

using namespace topline;
using plays::normalMail;
using plays::normalPhone;

TEST(SuppressionAddress, SpellsOneMailboxInOneWay)
{
    const std::string same = "joerg@xn--bcher-kva.example";
    for (const char *text : {"joerg@bücher.example", "  Joerg@BÜCHER.example ",
                             "Jörg <joerg@xn--bcher-kva.example>", "mailto:JOERG@bücher.EXAMPLE.",
                             "joerg@bu\xCC\x88"
                             "cher.example"})
        EXPECT_EQ(normalMail(text), same) << text;
    EXPECT_NE(normalMail("jorg@bücher.example"), same);
}

TEST(SuppressionAddress, TakesNothingElseForAnAddress)
{
    for (const char *text : {"", "@", "a@", "@b.example", "no address", "a b@c.example"})
        EXPECT_EQ(normalMail(text), "") << text;
}

TEST(SuppressionAddress, FindsTheHost)
{
    EXPECT_EQ(plays::mailHost("A@Sub.Example.COM"), "sub.example.com");
    EXPECT_EQ(plays::mailHost("nobody"), "");
}

TEST(SuppressionAddress, SpellsOneTelephoneInOneWay)
{
    for (const char *text : {"+49 30 123-456", "+49 (0)30 123456", "0049 30 123456",
                             "tel:+4930123456", "+49 30 123456 ext. 77", "+49 30 123456 x9"})
        EXPECT_EQ(normalPhone(text), "+4930123456") << text;
    EXPECT_EQ(normalPhone("030 / 123456", "DE"), "+4930123456");
    EXPECT_EQ(normalPhone("(415) 555-0100", "US"), "+14155550100");
    EXPECT_EQ(normalPhone("1-415-555-0100", "US"), "+14155550100");
    EXPECT_EQ(normalPhone("06 1234 5678", "IT"), "+390612345678"); // Italy keeps its zero
    EXPECT_EQ(normalPhone("030 123456"), "030123456");
    EXPECT_EQ(normalPhone("12"), "");
    EXPECT_EQ(normalPhone("n/a"), "");
}

TEST(SuppressionAddress, KnowsCountriesAsSourcesSpellThem)
{
    for (const char *text : {"Germany", "germany ", "DE", "de", "DEU", "Deutschland"})
        EXPECT_EQ(plays::countryCode(text), "DE") << text;
    EXPECT_EQ(plays::countryCode("United States"), "US");
    EXPECT_EQ(plays::countryCode("Atlantis"), "");
    EXPECT_EQ(plays::zoneOfCountry("DE"), "Europe/Berlin");
    EXPECT_EQ(plays::zoneOfCountry("US"), "");
}
