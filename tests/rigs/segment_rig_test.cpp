// The collector of topline-cli against the client library that Segment itself publishes.
#include "tests/app/cli_process.h"
#include "tests/rigs/rig_process.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

QJsonObject part(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toObject();
}

int number(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toInt(-1);
}

} // namespace

TEST(SegmentRig, TheRealClientWorksUnchanged)
{
    const std::string folder = TOPLINE_SEGMENT_NODE;
    if (!std::filesystem::exists(folder + "/node_modules/@segment/analytics-node"))
        GTEST_SKIP() << "@segment/analytics-node is not there: build the target segment_node";
    const app::Terminal terminal;
    ASSERT_EQ(terminal.run({"new"}).status, 0);
    const QJsonObject made = terminal.json({"collector", "new-key"}).document();
    const std::string key = made.value(QLatin1String("write_key")).toString().toStdString();
    QJsonObject heard;
    {
        const RigProcess collector(
            TOPLINE_CLI, {"--workspace", terminal.workspace(), "collect", "--port", "PORT"},
            "Listening");
        ASSERT_TRUE(collector.isRunning());
        const auto ran =
            terminal.shell("node " TOPLINE_SOURCE_DIR "/tests/rigs/segment_client.mjs " + folder +
                           " " + collector.baseUrl() + " " + key);
        if (ran.status == 127)
            GTEST_SKIP() << "node is not installed";
        heard = ran.document();
    } // killed: what was answered is in the file
    EXPECT_EQ(number(part(heard, "right"), "errors"), 0);
    EXPECT_EQ(number(part(heard, "right"), "requests"), 1);
    EXPECT_EQ(number(part(heard, "many"), "errors"), 0);
    EXPECT_EQ(number(part(heard, "many"), "requests"), 10);
    EXPECT_EQ(number(part(heard, "wrong"), "errors"), 7) << "of every event: 401 is final";
    const QJsonObject status = terminal.json({"status"}).document();
    EXPECT_EQ(number(part(status, "counts"), "events"), 4 + 150);
}

} // namespace topline
