#include "core/signals/catalogue.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

using namespace topline;
using domain::SignalPolicy;
using domain::SignalType;

TEST(DetectorCatalogue, EveryDefaultLiesWithinItsLimitsAndEveryThresholdCanBeSet)
{
    std::set<std::string> keys;
    for (const auto type : domain::signalTypes()) {
        for (const auto &parameter : signals::parametersOf(type, {})) {
            keys.insert(parameter.key);
            EXPECT_EQ(parameter.value, parameter.standard) << parameter.key;
            EXPECT_LE(parameter.least, parameter.standard) << parameter.key;
            EXPECT_GE(parameter.most, parameter.standard) << parameter.key;
            SignalPolicy policy;
            EXPECT_TRUE(signals::setParameter(policy, parameter.key, parameter.least).ok());
            EXPECT_EQ(policy.*parameter.field, parameter.least) << parameter.key;
            const auto after = signals::parametersOf(type, policy);
            const auto at = std::find_if(after.begin(), after.end(), [&parameter](const auto &one) {
                return one.key == parameter.key;
            });
            ASSERT_NE(at, after.end());
            EXPECT_EQ(at->value, parameter.least) << parameter.key;
        }
    }
    EXPECT_EQ(keys.size(), 34u);
}

TEST(DetectorCatalogue, RefusesWhatLiesOutsideTheLimitsAndSaysThem)
{
    SignalPolicy policy;
    const auto refused = signals::setParameter(policy, "surge_events_min", 1);
    ASSERT_FALSE(refused.ok());
    EXPECT_NE(refused.error().message.find("surge_events_min"), std::string::npos);
    EXPECT_EQ(policy, SignalPolicy());
    EXPECT_FALSE(signals::setParameter(policy, "no_such", 1).ok());
}

TEST(DetectorCatalogue, ADetectorIsSwitchedOffAndOn)
{
    SignalPolicy policy;
    signals::setEnabled(policy, SignalType::Surge, false);
    EXPECT_FALSE(signals::isEnabled(policy, SignalType::Surge));
    EXPECT_TRUE(signals::isEnabled(policy, SignalType::BaselineSurge));
    signals::setEnabled(policy, SignalType::Surge, false);
    EXPECT_EQ(policy.disabled.size(), 1u);
    signals::setEnabled(policy, SignalType::Surge, true);
    EXPECT_EQ(policy, SignalPolicy());
}
