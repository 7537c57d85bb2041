// A day in the terminal on the demo company, from the empty folder to the proven ledger.
#include "core/crm/demo_journal.h"
#include "tests/app/cli_process.h"

#include <cmath>
#include <gtest/gtest.h>
#include <set>

namespace topline::app {

namespace {

constexpr const char *morning = "2025-11-18T11:14:00Z";

QString stateOf(const Ran &ran)
{
    return ran.items().first().toObject().value(QLatin1String("state")).toString();
}

class CliDemo : public testing::Test {
protected:
    void SetUp() override
    {
        m_terminal.setAsOf(morning);
        const Ran made = m_terminal.run({"new", "--demo", "--seed", "1"});
        ASSERT_EQ(made.status, 0) << made.err;
    }

    std::vector<std::string> feedIds()
    {
        std::vector<std::string> out;
        for (const auto &item : m_terminal.json({"feed"}).items())
            out.push_back(item.toObject().value(QLatin1String("id")).toString().toStdString());
        return out;
    }

    // The first proposed card's id.
    std::string proposed()
    {
        for (const auto &item : m_terminal.json({"feed"}).items()) {
            if (item.toObject().value(QLatin1String("state")).toString() ==
                QLatin1String("proposed"))
                return item.toObject().value(QLatin1String("id")).toString().toStdString();
        }
        return {};
    }

    std::size_t executed() const
    {
        return crm::FileDemoJournal(crm::FileDemoJournal::pathFor(m_terminal.workspace()))
            .readAll()
            ->size();
    }

    Terminal m_terminal;
};

} // namespace

TEST_F(CliDemo, TheFeedIsFullAndTheSameEveryTime)
{
    const Ran first = m_terminal.json({"feed"});
    ASSERT_EQ(first.status, 0) << first.err;
    EXPECT_GE(first.items().size(), 15);
    EXPECT_LE(first.items().size(), 90);
    std::set<QString> ids;
    for (const auto &item : first.items())
        ids.insert(item.toObject().value(QLatin1String("id")).toString());
    EXPECT_EQ(static_cast<qsizetype>(ids.size()), first.items().size());
    EXPECT_EQ(m_terminal.json({"feed"}).out, first.out);

    Terminal other;
    other.setAsOf(morning);
    ASSERT_EQ(other.run({"new", "--demo", "--seed", "1"}).status, 0);
    EXPECT_EQ(other.json({"feed"}).out, first.out);

    const std::string text = m_terminal.run({"feed"}).out;
    EXPECT_NE(text.find("Clock"), std::string::npos);
    EXPECT_NE(text.find("min ago"), std::string::npos);
}

TEST_F(CliDemo, AnApprovedActionLeavesOnceAfterItsHold)
{
    ASSERT_EQ(m_terminal.run({"run"}).status, 0); // what plays approved by themselves
    const std::size_t before = executed();
    const std::string id = proposed();
    ASSERT_FALSE(id.empty());
    const Ran approved = m_terminal.json({"approve", id.substr(0, 8)});
    ASSERT_EQ(approved.status, 0) << approved.err;
    EXPECT_EQ(stateOf(approved), QLatin1String("approved"));

    const Ran early = m_terminal.json({"run", "--no-wait"});
    EXPECT_EQ(early.document().value(QLatin1String("sent")).toInteger(), 0);
    EXPECT_EQ(early.document().value(QLatin1String("waiting")).toInteger(), 1);
    EXPECT_EQ(executed(), before);

    const Ran ran = m_terminal.json({"run"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.document().value(QLatin1String("sent")).toInteger(), 1);
    EXPECT_EQ(m_terminal.json({"run"}).document().value(QLatin1String("sent")).toInteger(), 0);
    EXPECT_EQ(executed(), before + 1);

    const Ran shown = m_terminal.json({"show", id});
    EXPECT_EQ(shown.document().value(QLatin1String("state")).toString(), QLatin1String("done"));
    EXPECT_EQ(m_terminal.run({"approve", id}).status, 1);
    EXPECT_EQ(m_terminal.run({"ledger", "verify"}).status, 0);
}

TEST_F(CliDemo, DecisionsCanBeTakenBack)
{
    const std::string id = proposed();
    for (const auto &words :
         std::vector<std::vector<std::string>>{{"approve", id},
                                               {"snooze", id, "--hours", "3"},
                                               {"dismiss", id, "--reason", "bad_timing"},
                                               {"done", id, "--outcome", "connected"}}) {
        ASSERT_EQ(m_terminal.run(words).status, 0) << words.front();
        const Ran undone = m_terminal.json({"undo", id});
        ASSERT_EQ(undone.status, 0) << words.front() << undone.err;
        EXPECT_EQ(stateOf(undone), QLatin1String("proposed")) << words.front();
    }
    EXPECT_EQ(m_terminal.run({"undo", id}).status, 1);
    EXPECT_EQ(m_terminal.run({"ledger", "verify"}).status, 0);
}

TEST_F(CliDemo, ScoresAddUpAndRanksMultiply)
{
    for (const auto &id : feedIds()) {
        const QJsonObject card = m_terminal.json({"show", id}).document();
        std::int64_t sum = 0;
        for (const auto &row : card.value(QLatin1String("scoreRows")).toArray())
            sum += row.toObject().value(QLatin1String("milliPoints")).toInteger();
        EXPECT_EQ(sum, card.value(QLatin1String("scoreTotalMilli")).toInteger());
        const QJsonObject rank = card.value(QLatin1String("rank")).toObject();
        const auto factor = [&](const char *name) {
            return rank.value(QLatin1String(name)).toDouble();
        };
        EXPECT_NEAR(factor("minorPerMinute"),
                    factor("gainBasisPoints") / 1e4 * factor("amountMinor") *
                        factor("freshnessPermille") / 1e3 / factor("effortMinutes"),
                    1e-6);
        if (sum > 0)
            break; // one card with a score is enough for a process test
    }
}

TEST_F(CliDemo, TimeBringsNewActionsAndTheFileStaysSound)
{
    const auto before = feedIds();
    const Ran advanced = m_terminal.json({"demo", "advance", "--days", "2"});
    ASSERT_EQ(advanced.status, 0) << advanced.err;
    EXPECT_GT(advanced.document().value(QLatin1String("events")).toInteger(), 100);
    m_terminal.setAsOf("2025-11-20T11:14:00Z");
    const auto after = feedIds();
    EXPECT_NE(before, after);
    const Ran rebuilt = m_terminal.json({"rebuild"});
    EXPECT_EQ(rebuilt.status, 0);
    EXPECT_TRUE(rebuilt.document().value(QLatin1String("same")).toBool());
    EXPECT_EQ(m_terminal.run({"check"}).status, 0);
    EXPECT_EQ(m_terminal.run({"ledger", "verify"}).status, 0);
}

TEST_F(CliDemo, ListsAndFiguresAreThere)
{
    EXPECT_EQ(m_terminal.json({"accounts"}).items().size(), 400);
    EXPECT_EQ(m_terminal.json({"deals"}).items().size(), 600);
    EXPECT_LT(m_terminal.json({"deals", "--open"}).items().size(), 100);
    EXPECT_GT(m_terminal.json({"search", "Maya"}).items().size() +
                  m_terminal.json({"search", "Logistics"}).items().size(),
              0);
    EXPECT_GE(m_terminal.json({"metrics"}).items().size(), 6);
    EXPECT_GT(m_terminal.json({"ledger", "list"}).items().size(), 10);
    double worst = 0;
    for (const auto &item : m_terminal.json({"rvi"}).items()) {
        const QJsonObject week = item.toObject();
        if (!week.value(QLatin1String("change")).isDouble())
            continue;
        double sum = 0;
        for (const auto &driver : week.value(QLatin1String("drivers")).toArray())
            sum += driver.toObject().value(QLatin1String("indexPoints")).toDouble();
        worst = std::max(worst, std::abs(sum - week.value(QLatin1String("change")).toDouble()));
    }
    EXPECT_LT(worst, 1e-9);
}

TEST_F(CliDemo, RiskAddsUpForEveryOpenDeal)
{
    const Ran ran = m_terminal.json({"risk"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.items().size(), m_terminal.json({"deals", "--open"}).items().size());
    EXPECT_TRUE(ran.document().value(QLatin1String("cohortsAsOf")).isString());
    for (const auto &item : ran.items()) {
        const QJsonObject deal = item.toObject();
        qint64 sum = 0;
        for (const auto &factor : deal.value(QLatin1String("factors")).toArray())
            sum += factor.toObject().value(QLatin1String("milliPoints")).toInteger();
        EXPECT_EQ(sum, deal.value(QLatin1String("riskMilli")).toInteger());
    }
    const auto first = ran.items().first().toObject().value(QLatin1String("id")).toInteger();
    const Ran one = m_terminal.json({"risk", "--deal", std::to_string(first)});
    EXPECT_EQ(one.document(), ran.items().first().toObject());
    EXPECT_EQ(m_terminal.run({"risk", "--deal", "999999"}).status, 1);
}

TEST_F(CliDemo, ABackupComesBackFrozenUntilAPersonSaysSo)
{
    const std::string copy = m_terminal.path("copy.topline");
    ASSERT_EQ(m_terminal.run({"backup", copy}).status, 0);
    EXPECT_EQ(m_terminal.run({"backup", copy}).status, 1); // never over another
    const auto before = feedIds();
    ASSERT_EQ(m_terminal.run({"dismiss", proposed()}).status, 0);
    const Ran restored = m_terminal.json({"restore", copy});
    ASSERT_EQ(restored.status, 0) << restored.err;
    EXPECT_FALSE(restored.document().value(QLatin1String("keptAside")).toString().isEmpty());
    EXPECT_EQ(feedIds(), before);
    ASSERT_EQ(m_terminal.run({"approve", proposed()}).status, 0);
    EXPECT_EQ(m_terminal.json({"run"}).document().value(QLatin1String("sent")).toInteger(), 0);
    ASSERT_EQ(m_terminal.run({"thaw"}).status, 0);
    EXPECT_GT(m_terminal.json({"run"}).document().value(QLatin1String("sent")).toInteger(), 0);
}

TEST_F(CliDemo, WhatIsExportedComesInAgainWithoutLoss)
{
    ASSERT_EQ(m_terminal.run({"export", m_terminal.path("out")}).status, 0);
    Terminal other;
    other.setAsOf(morning);
    ASSERT_EQ(other.run({"new"}).status, 0);
    const Ran imported = other.json({"import", "crm", m_terminal.path("out")});
    ASSERT_EQ(imported.status, 0) << imported.err;
    EXPECT_EQ(imported.document().value(QLatin1String("rejected")).toInteger(), 0);
    ASSERT_EQ(other.run({"export", other.path("out")}).status, 0);
    for (const char *name : {"accounts", "contacts", "deals", "owners", "products", "quotas",
                             "stages", "stage_history", "amount_history", "activities"}) {
        const std::string file = "out/" + std::string(name) + ".csv";
        EXPECT_TRUE(Terminal::read(m_terminal.path(file)) == Terminal::read(other.path(file)))
            << name << " changed on the way";
    }
}

} // namespace topline::app
