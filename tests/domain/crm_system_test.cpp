#include "core/domain/crm_system.h"

#include <gtest/gtest.h>
#include <string>

namespace topline::domain {

TEST(CrmSystem, AnIdLeadsBackToTheSystemThatItsPrefixWasTakenFrom)
{
    for (const char *system : {"hubspot", "salesforce"}) {
        const std::string id = std::string(remotePrefix(system)) + "51";
        EXPECT_EQ(remoteSystem(id), system);
    }
    EXPECT_NE(remotePrefix("hubspot"), remotePrefix("salesforce"));
}

TEST(CrmSystem, IdsWithoutAKnownPrefixBelongToNone)
{
    EXPECT_EQ(remoteSystem("deal-00012"), "");
    EXPECT_EQ(remoteSystem("xy:12"), "");
    EXPECT_EQ(remoteSystem(""), "");
    EXPECT_EQ(remotePrefix("demo"), "");
}

TEST(CrmSystem, AnUnknownSystemIsCalledByItsName)
{
    EXPECT_EQ(systemTitle("hubspot"), "HubSpot");
    EXPECT_EQ(systemTitle("tiny"), "tiny");
}

} // namespace topline::domain
