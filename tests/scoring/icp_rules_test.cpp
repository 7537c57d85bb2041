#include "core/scoring/icp_rules.h"

#include <gtest/gtest.h>

namespace topline::scoring {

using domain::IcpField;
using domain::IcpPolicy;

namespace {

IcpPolicy sound()
{
    IcpPolicy out;
    out.profiles = {{"Freight",
                     {{IcpField::Industry, 50, {"logistics"}, {}, {}},
                      {IcpField::Employees, 30, {}, 50, 500},
                      {IcpField::Department, 20, {"finance", "legal"}, {}, {}}}}};
    return out;
}

template <typename Change> std::string faultOf(Change change)
{
    IcpPolicy icp = sound();
    change(icp);
    const auto status = checkIcp(icp);
    return status.ok() ? std::string() : status.error().message;
}

} // namespace

TEST(IcpRules, TakeSoundProfilesAndNone)
{
    EXPECT_TRUE(checkIcp({}).ok());
    EXPECT_TRUE(checkIcp(sound()).ok());
    EXPECT_TRUE(checkIcp({{defaultProfile()}, {}}).ok());
}

TEST(IcpRules, NameWhatIsWrong)
{
    const auto first = [](IcpPolicy &icp) -> domain::IcpProfile & { return icp.profiles.front(); };
    EXPECT_EQ(faultOf([&](auto &icp) { first(icp).criteria[0].weightPercent = 49; }),
              "The weights of the profile \"Freight\" sum to 99.");
    EXPECT_EQ(faultOf([&](auto &icp) { first(icp).criteria.pop_back(); }),
              "The profile \"Freight\" has 2 criteria.");
    EXPECT_EQ(faultOf([&](auto &icp) { first(icp).criteria.resize(6, first(icp).criteria[0]); }),
              "The profile \"Freight\" has 6 criteria.");
    EXPECT_EQ(faultOf([&](auto &icp) { icp.profiles.resize(4, first(icp)); }),
              "There are 4 profiles.");
    EXPECT_EQ(faultOf([&](auto &icp) {
                  icp.profiles.push_back(first(icp));
                  icp.profiles.back().name = "FREIGHT";
              }),
              "Two profiles have the name \"FREIGHT\".");
    EXPECT_EQ(faultOf([&](auto &icp) { first(icp).name = " "; }), "A profile has no name.");
    EXPECT_NE(faultOf([&](auto &icp) { first(icp).criteria[1].min = 501; }).find("\"employees\""),
              std::string::npos);
    EXPECT_NE(faultOf([&](auto &icp) { first(icp).criteria[2].anyOf = {"clouds"}; }).find("clouds"),
              std::string::npos);
    EXPECT_NE(faultOf([&](auto &icp) { first(icp).criteria[0].min = 3; }).find("no range"),
              std::string::npos);
    EXPECT_NE(faultOf([&](auto &icp) {
                  first(icp).criteria[1].min = first(icp).criteria[1].max = std::nullopt;
              }).find("neither"),
              std::string::npos);
    EXPECT_NE(faultOf([&](auto &icp) {
                  first(icp).criteria[1].field = IcpField::RevenueMinor;
                  first(icp).criteria[1].weightPercent = 0;
              }).find("is 0."),
              std::string::npos);
    EXPECT_NE(faultOf([&](auto &icp) {
                  first(icp).criteria[2].field = IcpField::Industry;
              }).find("twice"),
              std::string::npos);
    EXPECT_NE(faultOf([](auto &icp) {
                  icp.personas = {{"-", {}}};
              }).find("no word"),
              std::string::npos);
    EXPECT_NE(faultOf([](auto &icp) {
                  icp.personas = {{"guru", {}}};
              }).find("guru"),
              std::string::npos);
}

TEST(IcpText, ReadsBackWhatWasWrittenAndNamesWhatItCannotRead)
{
    IcpPolicy icp = sound();
    icp.profiles[0].criteria.push_back(
        {IcpField::RevenueMinor, 1, {}, -9'223'372'036'854'775'807, 9'223'372'036'854'775'807});
    icp.personas = {{"Größe \"x\"", {domain::Seniority::VicePresident, {}}},
                    {"b", {{}, domain::Department::Purchasing}}};
    const auto back = domain::decodeIcp(domain::encodeIcp(icp));
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(*back, icp);
    for (const auto &[text, word] : {
             std::pair<const char *, const char *>{"[]", "JSON object"},
             {"{\"version\":2}", "version"},
             {"{\"version\":1,\"profiles\":{}}", "profiles"},
             {"{\"version\":1,\"profiles\":[{\"name\":\"a\",\"criteria\":[{\"field\":\"x\"}]}]}",
              "\"x\""},
             {"{\"version\":1,\"profiles\":[{\"name\":\"a\",\"criteria\":[{\"field\":\"country\","
              "\"weight_percent\":1.5}]}]}",
              "weight_percent"},
             {"{\"version\":1,\"personas\":[{\"word\":\"a\",\"seniority\":\"boss\"}]}", "boss"},
         }) {
        const auto read = domain::decodeIcp(text);
        ASSERT_FALSE(read.ok()) << text;
        EXPECT_NE(read.error().message.find(word), std::string::npos) << read.error().message;
    }
}

} // namespace topline::scoring
