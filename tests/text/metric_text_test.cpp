#include "ui/text/metric_text.h"

#include <gtest/gtest.h>

using namespace topline;
using ui::text::MetricText;

namespace {

MetricText english()
{
    return MetricText(ui::text::Format(QLocale(QLocale::English), {}, 1'763'460'840'000));
}

domain::Figure figure(const char *id, domain::Unit unit, std::optional<double> value,
                      std::optional<double> weekAgo)
{
    domain::Figure out;
    out.id = id;
    out.unit = unit;
    out.value = value;
    out.weekAgo = weekAgo;
    return out;
}

} // namespace

TEST(MetricText, WritesTilesAsTheUnitAsks)
{
    const MetricText text = english();
    const auto open = figure("open_pipeline", domain::Unit::Money, 214'000'000, 205'600'000);
    EXPECT_EQ(text.value(open), QStringLiteral("$2.14M"));
    EXPECT_EQ(text.change(open), QStringLiteral("+4.1\u00a0%"));
    const auto risk = figure("at_risk", domain::Unit::Money, 38'600'000, 34'000'000);
    EXPECT_EQ(text.change(risk), QStringLiteral("+$46.0k"));
    const auto rate = figure("win_rate_3m", domain::Unit::Ratio, 0.246, 0.256);
    EXPECT_EQ(text.value(rate), QStringLiteral("24.6\u00a0%"));
    EXPECT_EQ(text.change(rate), QStringLiteral("\u22121.0\u00a0pt"));
    const auto coverage = figure("coverage", domain::Unit::Ratio, 3.7, 3.9);
    EXPECT_EQ(text.value(coverage), QStringLiteral("3.7\u00d7"));
    EXPECT_EQ(text.change(coverage), QStringLiteral("\u22120.2"));
    const auto cycle = figure("cycle_won_3m", domain::Unit::Days, 43, 42);
    EXPECT_EQ(text.value(cycle), QStringLiteral("43\u00a0d"));
    EXPECT_EQ(text.change(cycle), QStringLiteral("+1\u00a0d"));
}

TEST(MetricText, MissingIsADashWithItsReason)
{
    const MetricText text = english();
    const auto rate = figure("win_rate_3m", domain::Unit::Ratio, std::nullopt, 0.2);
    EXPECT_EQ(text.value(rate), QStringLiteral("–"));
    EXPECT_TRUE(text.change(rate).isEmpty());
    EXPECT_EQ(text.basis(rate), QStringLiteral("none closed yet"));
    auto coverage = figure("coverage", domain::Unit::Ratio, std::nullopt, std::nullopt);
    EXPECT_EQ(text.basis(coverage), QStringLiteral("no quota set"));
    coverage.basis = 0;
    EXPECT_EQ(text.basis(coverage), QStringLiteral("quota met"));
}

TEST(MetricText, EveryTileHasATitleAndADefinition)
{
    const MetricText text = english();
    for (const char *id : {"open_pipeline", "weighted_pipeline", "coverage", "win_rate_3m",
                           "cycle_won_3m", "at_risk"}) {
        const auto tile = figure(id, domain::Unit::Count, 1, 1);
        EXPECT_NE(text.title(tile), QLatin1String(id));
        EXPECT_GT(text.definition(tile).size(), 20) << id;
    }
}
