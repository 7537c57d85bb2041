// Win models through the terminal: the report of a workspace, and fits on any file.
#include "tests/app/cli_process.h"
#include "tests/crm/shared_data.h"

#include <gtest/gtest.h>

namespace topline::app {

namespace {

QJsonValue at(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key));
}

} // namespace

TEST(CliModels, PracticeDataIsRefusedWithItsReasons)
{
    const auto data = sharedData("maven_crm");
    if (!data)
        GTEST_SKIP() << "no reference data maven_crm; set TOPLINE_DATA";
    Terminal terminal;
    terminal.setAsOf("2017-12-31");
    ASSERT_EQ(terminal.run({"new"}).status, 0);
    ASSERT_EQ(terminal.run({"import", "crm", *data, "--preset", "maven_crm"}).status, 0);
    const Ran ran = terminal.json({"models", "--limit", "3"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    const QJsonObject model = ran.items().at(0).toObject();
    EXPECT_EQ(at(model, "tier").toString(), QStringLiteral("T2"));
    EXPECT_EQ(at(model, "verdict").toString(), QStringLiteral("no_signal"));
    EXPECT_EQ(at(model, "family").toString(), QStringLiteral("base_rate"));
    EXPECT_EQ(at(model, "why").toString(),
              QStringLiteral("no usable signal yet, showing base rate"));
    EXPECT_EQ(at(model, "candidates").toArray().size(), 3);
    EXPECT_EQ(at(at(model, "best").toObject(), "calibration").toArray().size(), 10);
    EXPECT_EQ(at(model, "learning").toArray().size(), 4);
    bool refusesAmount = false;
    for (const auto &feature : at(model, "refused").toArray())
        refusesAmount |= at(feature.toObject(), "name").toString() == QStringLiteral("amount");
    EXPECT_TRUE(refusesAmount) << "it is known at the close only";
    const QJsonArray open = at(ran.document(), "open").toArray();
    ASSERT_EQ(open.size(), 3);
    EXPECT_NEAR(at(open.at(0).toObject(), "ppm").toDouble() / 1e6, at(model, "baseRate").toDouble(),
                1e-6);
    EXPECT_EQ(ran.out, terminal.json({"models", "--limit", "3"}).out) << "same bytes";
    EXPECT_NE(terminal.run({"models"}).out.find("showing base rate"), std::string::npos);
}

TEST(CliModels, AnEmptyWorkspaceHasNothingToLearnFrom)
{
    const Terminal terminal;
    ASSERT_EQ(terminal.run({"new"}).status, 0);
    const Ran ran = terminal.json({"models"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    const QJsonObject model = ran.items().at(0).toObject();
    EXPECT_EQ(at(model, "tier").toString(), QStringLiteral("T0"));
    EXPECT_EQ(at(model, "deals").toInteger(), 0);
}

TEST(CliModels, FitsAnyFile)
{
    const Terminal terminal;
    std::string text = "size,kind,bought\n";
    for (int i = 0; i < 400; ++i)
        text += std::to_string(i % 20) + "," + (i % 3 ? "a" : "b") + "," +
                (i * 7 % 20 + i % 20 > 18 ? "1" : "0") + "\n";
    const std::string file = terminal.write("rows.csv", text);
    const Ran ran = Terminal::bare({"models", "fit", file, "--label", "bought", "--json"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    const QJsonObject report = ran.document();
    EXPECT_EQ(at(report, "trainRows").toInteger() + at(report, "testRows").toInteger(), 400);
    EXPECT_EQ(at(report, "items").toArray().size(), 3);
    EXPECT_EQ(at(report, "verdict").toString(), QStringLiteral("usable"));

    EXPECT_EQ(Terminal::bare({"models", "fit", file}).status, 2);
    const Ran wrong = Terminal::bare({"models", "fit", file, "--label", "price"});
    EXPECT_EQ(wrong.status, 1);
    EXPECT_NE(wrong.err.find("There is no column \"price\""), std::string::npos) << wrong.err;
    EXPECT_EQ(Terminal::bare({"models", "fit", "/nowhere.csv", "--label", "x"}).status, 1);
}

} // namespace topline::app
