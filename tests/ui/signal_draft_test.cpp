// What is drafted on the Signals page, its texts, and its rows, without a window.
#include "core/signals/catalogue.h"
#include "tests/ui/sample_signals.h"
#include "ui/pages/signal_bars.h"
#include "ui/pages/signal_draft.h"
#include "ui/pages/signal_table.h"
#include "ui/text/names_text.h"
#include "ui/text/threshold_text.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

using namespace topline;
using namespace topline::pages;
using domain::SignalType;
using Trial = SignalDraft::Trial;

namespace {

constexpr base::UtcMs noon = 1'763'467'200'000;
const QLocale english(QLocale::English, QLocale::UnitedStates);

ui::text::Format format()
{
    return {english, {}, noon};
}

struct Drafted {
    domain::SignalsView view = test::sampleSignals(noon);
    SignalDraft draft;

    Drafted() { draft.setView(view); }

    const domain::DetectorRow &row(SignalType type) const
    {
        return *std::find_if(view.rows.begin(), view.rows.end(),
                             [type](const auto &row) { return row.type == type; });
    }

    const domain::DetectorParameter &parameter(SignalType type, const std::string &key) const
    {
        const auto &all = row(type).parameters;
        return *std::find_if(all.begin(), all.end(),
                             [&key](const auto &one) { return one.key == key; });
    }

    void type(const char *key, const char *text)
    {
        draft.type(key, QString::fromLatin1(text), english);
    }
};

} // namespace

TEST(SignalDraft, PutsEveryThresholdWhereTheCataloguePutsIt)
{
    Drafted d;
    for (const auto &row : d.view.rows) {
        for (const auto &parameter : row.parameters) {
            d.draft.clear();
            d.draft.setValue(parameter.key, parameter.most, english);
            domain::SignalPolicy wanted;
            ASSERT_TRUE(signals::setParameter(wanted, parameter.key, parameter.most).ok());
            EXPECT_EQ(d.draft.policy(), wanted) << parameter.key;
            EXPECT_TRUE(d.draft.concerns(row)) << parameter.key;
        }
    }
    d.draft.clear();
    d.draft.setEnabled(SignalType::Surge, false);
    d.draft.setEnabled(SignalType::DeepVisit, false);
    domain::SignalPolicy wanted;
    signals::setEnabled(wanted, SignalType::Surge, false);
    signals::setEnabled(wanted, SignalType::DeepVisit, false);
    EXPECT_EQ(d.draft.policy(), wanted);
}

TEST(SignalDraft, OnlyATrialOfExactlyThisChangeAllowsToSave)
{
    Drafted d;
    EXPECT_FALSE(d.draft.canTry());
    d.type("pricing_window_ms", "5");
    EXPECT_TRUE(d.draft.canTry());
    EXPECT_FALSE(d.draft.canSave());
    const auto number = d.draft.beginTrial();
    EXPECT_EQ(d.draft.trial(), Trial::Running);
    EXPECT_FALSE(d.draft.canTry());
    ASSERT_TRUE(d.draft.endTrial(number, test::sampleTrial(noon)));
    EXPECT_TRUE(d.draft.canSave());
    d.type("pricing_window_ms", "6");
    EXPECT_FALSE(d.draft.canSave());
    EXPECT_TRUE(d.draft.canTry());
    d.type("pricing_window_ms", "5");
    EXPECT_TRUE(d.draft.canSave()) << "it is the tried change again";
    d.draft.setEnabled(SignalType::Surge, false);
    EXPECT_FALSE(d.draft.canSave());
}

TEST(SignalDraft, ATrialOverAnotherSavedPolicyCountsNoMore)
{
    Drafted d;
    d.type("pricing_window_ms", "5");
    d.draft.endTrial(d.draft.beginTrial(), test::sampleTrial(noon));
    ASSERT_TRUE(d.draft.canSave());
    domain::SignalPolicy elsewhere;
    elsewhere.surgeEventsMin = 5;
    d.draft.setView(test::sampleSignals(noon, elsewhere));
    EXPECT_FALSE(d.draft.canSave());
    EXPECT_EQ(d.draft.policy().surgeEventsMin, 5);
    EXPECT_EQ(d.draft.policy().pricingWindowMs, 5 * base::dayMs);
    // Even where the change would end in the same policy: what it was compared with is gone.
    d.draft.endTrial(d.draft.beginTrial(), test::sampleTrial(noon));
    ASSERT_TRUE(d.draft.canSave());
    elsewhere.pricingWindowMs = 6 * base::dayMs;
    d.draft.setView(test::sampleSignals(noon, elsewhere));
    EXPECT_FALSE(d.draft.canSave());
}

TEST(SignalDraft, AnAnswerThatComesLateIsDropped)
{
    Drafted d;
    d.type("pricing_window_ms", "5");
    const auto first = d.draft.beginTrial();
    d.type("pricing_window_ms", "6");
    const auto second = d.draft.beginTrial();
    EXPECT_FALSE(d.draft.endTrial(first, test::sampleTrial(noon)));
    EXPECT_EQ(d.draft.trial(), Trial::Running);
    EXPECT_TRUE(d.draft.endTrial(second, base::Error{base::ErrorCode::Io, "It broke."}));
    EXPECT_EQ(d.draft.trial(), Trial::Failed);
    EXPECT_TRUE(d.draft.canTry());
    EXPECT_FALSE(d.draft.canSave());
    d.draft.clear();
    EXPECT_FALSE(d.draft.endTrial(second, test::sampleTrial(noon)));
}

TEST(SignalDraft, WhatCannotBeUsedStaysTypedAndStopsTheTrial)
{
    Drafted d;
    for (const char *bad : {"0", "31", "x", "", "nan", "1e99", "-7"}) {
        d.type("pricing_window_ms", bad);
        EXPECT_TRUE(d.draft.isChanged()) << bad;
        EXPECT_FALSE(d.draft.isValid()) << bad;
        EXPECT_FALSE(d.draft.canTry()) << bad;
        EXPECT_EQ(*d.draft.typed("pricing_window_ms"), QLatin1String(bad));
        EXPECT_EQ(d.draft.policy(), domain::SignalPolicy()) << bad;
    }
    d.type("pricing_visits_min", "2.5");
    EXPECT_FALSE(d.draft.isValid()) << "half a visit";
    d.type("pricing_window_ms", "7");
    d.type("pricing_visits_min", "2");
    EXPECT_FALSE(d.draft.isChanged()) << "typed back";
}

TEST(SignalDraft, ASavedChangeIsNoChangeAnyMore)
{
    Drafted d;
    d.type("pricing_window_ms", "5");
    d.type("surge_events_min", "9");
    d.draft.setEnabled(SignalType::Surge, false);
    domain::SignalPolicy saved;
    saved.pricingWindowMs = 5 * base::dayMs;
    saved.disabled = {"surge"};
    d.draft.setView(test::sampleSignals(noon, saved));
    EXPECT_EQ(d.draft.changes(), 1);
    EXPECT_NE(d.draft.typed("surge_events_min"), nullptr);
}

TEST(ThresholdText, WritesInTheUnitOfTheLeastAndReadsItBack)
{
    const Drafted d;
    const auto &window = d.parameter(SignalType::PricingRevisit, "pricing_window_ms");
    const auto &gap = d.parameter(SignalType::PricingRevisit, "visit_gap_ms");
    const auto &surge = d.parameter(SignalType::Surge, "surge_window_ms");
    const auto &tail = d.parameter(SignalType::BaselineSurge, "baseline_tail_ppm");
    EXPECT_EQ(ui::text::thresholdValue(window, window.value, english), QStringLiteral("7\u00a0d"));
    EXPECT_EQ(ui::text::thresholdUnit(gap), QStringLiteral("minutes"));
    EXPECT_EQ(ui::text::thresholdInput(surge, surge.value, english), QStringLiteral("48"));
    EXPECT_EQ(ui::text::thresholdValue(tail, tail.value, english), QStringLiteral("1\u00a0%"));
    EXPECT_EQ(ui::text::thresholdLimits(tail, english),
              QStringLiteral("0.0001\u00a0% to 10\u00a0%"));
    EXPECT_EQ(ui::text::parseThreshold(window, QStringLiteral("1.5"), english), 36 * base::hourMs);
    const QLocale german(QLocale::German, QLocale::Germany);
    EXPECT_EQ(ui::text::parseThreshold(window, QStringLiteral("1,5"), german), 36 * base::hourMs);
    for (const auto &row : d.view.rows) {
        for (const auto &parameter : row.parameters) {
            EXPECT_NE(ui::text::thresholdLabel(parameter.key),
                      QString::fromStdString(parameter.key));
            for (const auto value : {parameter.least, parameter.standard, parameter.most}) {
                const QString text = ui::text::thresholdInput(parameter, value, german);
                EXPECT_EQ(ui::text::parseThreshold(parameter, text, german), value)
                    << parameter.key << ' ' << text.toStdString();
            }
        }
    }
}

TEST(DetectorText, EveryDetectorHasItsPlaceAndItsWords)
{
    std::set<int> places;
    for (const SignalType type : domain::signalTypes()) {
        places.insert(ui::text::detectorPlace(type));
        EXPECT_FALSE(ui::text::detectorSentence(type).isEmpty());
        EXPECT_FALSE(ui::text::detectorWhy(type).isEmpty());
    }
    EXPECT_EQ(places.size(), domain::signalTypes().size());
}

TEST(DetectorText, SaysNWhereItIsTooFew)
{
    const Drafted d;
    const auto &few = d.row(SignalType::ProposalReopened);
    EXPECT_EQ(ui::text::precisionText(few, format()), QStringLiteral("3 of 4 · too few to say"));
    EXPECT_TRUE(ui::text::precisionRange(few, format()).isEmpty());
    EXPECT_EQ(ui::text::precisionText(d.row(SignalType::DocsDeepRead), format()),
              QStringLiteral("none judged"));
    const auto &many = d.row(SignalType::PricingRevisit);
    EXPECT_EQ(ui::text::precisionText(many, format()), QStringLiteral("61\u00a0%"));
    EXPECT_EQ(ui::text::precisionRange(many, format()), QStringLiteral("41 to 78\u00a0%"));
}

TEST(SignalItems, StandInGroupsByNameAndInOneRunByAnyOtherColumn)
{
    const Drafted d;
    SignalOrder order;
    order.column = SignalDelegate::Name;
    auto items = signalItems(d.view, d.draft, order, format());
    ASSERT_EQ(items.size(), 34U + 7U);
    EXPECT_TRUE(items[0].isGroup());
    EXPECT_EQ(items[0].name, QStringLiteral("Web"));
    order.column = SignalDelegate::Hits;
    order.down = true;
    items = signalItems(d.view, d.draft, order, format());
    ASSERT_EQ(items.size(), 34U);
    EXPECT_EQ(items[0].type, SignalType::Reply);
    EXPECT_EQ(items[0].group, QStringLiteral("Mail and meetings"));
    order.column = SignalDelegate::Precision;
    items = signalItems(d.view, d.draft, order, format());
    EXPECT_EQ(items[0].type, SignalType::DemoRequest);
    const auto few = std::find_if(items.begin(), items.end(), [](const auto &item) {
        return item.type == SignalType::ProposalReopened;
    });
    EXPECT_EQ(few - items.begin(), 6) << "3 of 4 does not stand above shares of many";
    EXPECT_EQ(items[7].type, SignalType::DocsDeepRead) << "nobody judged, but it fired";
    order.scope = SignalScope::Fired;
    EXPECT_EQ(signalItems(d.view, d.draft, order, format()).size(), 8U);
}

TEST(SignalItems, ApplyAsKeyedChangesAndGroupsCannotBeChosen)
{
    Drafted d;
    SignalModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (const int column : {SignalDelegate::Name, SignalDelegate::Hits, SignalDelegate::Precision,
                             SignalDelegate::Last, SignalDelegate::Name}) {
        for (const SignalScope scope : {SignalScope::All, SignalScope::Fired, SignalScope::Off}) {
            d.draft.setEnabled(SignalType::Surge, scope != SignalScope::Off);
            model.apply(signalItems(d.view, d.draft, {scope, column, column % 2 == 0}, format()));
        }
    }
    EXPECT_EQ(resets.count(), 0);
    EXPECT_EQ(model.rowCount(), 2) << "what is off, with its group";
    EXPECT_FALSE(model.flags(model.index(0)).testFlag(Qt::ItemIsEnabled));
    EXPECT_TRUE(model.flags(model.index(1)).testFlag(Qt::ItemIsEnabled));
    EXPECT_TRUE(model.row(1).spoken.contains(QStringLiteral("off, not saved")));
}

TEST(SignalBars, SharesOfTheJudgedAddUp)
{
    const Drafted d;
    const auto bars = judgedBars(d.row(SignalType::PricingRevisit), format());
    const auto share = [](const BarItem &bar) {
        return QStringView(bar.amount).chopped(2).toInt();
    };
    EXPECT_EQ(share(bars[0]) + share(bars[1]), 100);
    int reasons = 0;
    for (std::size_t i = 2; i < bars.size() && !bars[i].amount.isEmpty(); ++i)
        reasons += share(bars[i]);
    EXPECT_EQ(reasons, share(bars[1]));
    EXPECT_EQ(bars.back().label, QStringLiteral("Held out"));
    EXPECT_EQ(bars.back().count, QStringLiteral("3"));
    for (const BarItem &bar : judgedBars(d.row(SignalType::ProposalReopened), format()))
        EXPECT_TRUE(bar.amount.isEmpty()) << "no share of 4";
}
