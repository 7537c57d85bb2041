#include "core/metrics/catalogue.h"
#include "core/metrics/pipeline.h"
#include "tests/metrics/sample_world.h"

#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

using namespace topline;
using namespace topline::metrics;

TEST(Catalogue, DefinesEveryTileWithItsUnit)
{
    const auto report = pipelineReport(metrics_test::randomWorld(1, 50).input);
    ASSERT_EQ(report.tiles.size(), 6U);
    for (const domain::Figure &tile : report.tiles) {
        const MetricDefinition *definition = definitionOf(tile.id);
        ASSERT_NE(definition, nullptr) << tile.id;
        EXPECT_EQ(definition->unit, tile.unit) << tile.id;
    }
    EXPECT_EQ(definitionOf("no_such_metric"), nullptr);
}

TEST(Catalogue, IsTheTableOfTheReadme)
{
    std::ifstream file(TOPLINE_SOURCE_DIR "/core/metrics/README.md");
    std::stringstream text;
    text << file.rdbuf();
    std::set<std::string_view> ids;
    for (const MetricDefinition &row : catalogue()) {
        EXPECT_TRUE(ids.insert(row.id).second) << row.id;
        EXPECT_NE(text.str().find("| `" + std::string(row.id) + "`"), std::string::npos) << row.id;
    }
}
