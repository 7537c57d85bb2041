#include "ui/text/names_text.h"
#include "ui/text/reason_text.h"

#include <gtest/gtest.h>

using namespace topline;
using domain::Reason;
using domain::ReasonCode;

namespace {

constexpr base::UtcMs now = 1'763'467'200'000;

std::string said(const Reason &reason, base::UtcMs sinceMs = 0)
{
    const ui::text::Format format(QLocale::c(), base::TimeZone(), now);
    QString text = ui::text::sentence(reason, format, sinceMs);
    return text.replace(QChar(0x00a0), QLatin1Char(' ')).toStdString();
}

} // namespace

TEST(ReasonText, SaysWhyNow)
{
    EXPECT_EQ(said({ReasonCode::Surge,
                    {std::int64_t{5}, std::int64_t{3}, domain::Span{48 * base::hourMs},
                     domain::AtTime{now - 2 * base::hourMs}}}),
              "5 buying event(s) from 3 person(s) in 2 d; the last 2 h ago.");
    EXPECT_EQ(said({ReasonCode::Reply,
                    {domain::AtTime{now - 28 * base::minuteMs}, std::string("Re: terms")}}),
              "Replied 28 min ago: “Re: terms”");
}

TEST(ReasonText, AgesGoOnCounting)
{
    // In the stage for 46 days, last answered 18 days ago: 4 days beyond the limit.
    const Reason stall{ReasonCode::StageStall,
                       {std::string("Proposal"), domain::AtTime{now - 46 * base::dayMs},
                        domain::Span{14 * base::dayMs}}};
    EXPECT_EQ(said(stall, now - 4 * base::dayMs),
              "46 d in Proposal; no answer from the buyer for 18 d.");
    EXPECT_EQ(said({ReasonCode::Silence,
                    {domain::AtTime{now - 33 * base::dayMs}, domain::Span{30 * base::dayMs}}}),
              "No two-way contact for 33 d; the limit is 30 d.");
}

TEST(ReasonText, KnowsTheWordsThatPlaysAndScoresUse)
{
    EXPECT_EQ(said({ReasonCode::OutsideAudience, {std::string("open_deal")}}),
              "The play needs an open deal.");
    EXPECT_EQ(said({ReasonCode::OtherOwner, {std::string()}}),
              "Another owner is working on this account.");
    EXPECT_EQ(said({ReasonCode::ScoreGroupCap, {std::string("meeting"), std::int64_t{40}}}),
              "Meetings group cap");
    EXPECT_EQ(said({ReasonCode::ScoreGroupCap, {std::string("floor"), std::int64_t{0}}}),
              "Never below 0");
}

TEST(ReasonText, EveryCodeHasASentenceEvenWithoutItsArguments)
{
    for (int number = 0; number <= static_cast<int>(ReasonCode::Proposed); ++number) {
        const auto code = static_cast<ReasonCode>(number);
        const std::string text = said({code, {}});
        EXPECT_FALSE(text.empty()) << number;
        EXPECT_NE(text, domain::reasonCodeName(code)) << "no sentence for this code";
    }
}

TEST(NamesText, ACardBeginsWithVerbAndPerson)
{
    domain::FeedCard card;
    card.action.kind = domain::ActionKind::Call;
    card.contactName = "Dana Reyes";
    card.contactTitle = "CFO";
    card.accountName = "Northwind";
    EXPECT_EQ(ui::text::cardTitle(card).toStdString(), "Call Dana Reyes");
    EXPECT_EQ(ui::text::cardSubtitle(card).toStdString(), "CFO, Northwind");
    card.contactName.clear();
    EXPECT_EQ(ui::text::cardTitle(card).toStdString(), "Call Northwind");
}

TEST(ReasonText, NamesTheCriterionOfAProfile)
{
    EXPECT_EQ(said({ReasonCode::ScoreCriterion,
                    {std::string("default"), std::string("employees"), std::string("14")}}),
              "Employees: 14");
    EXPECT_EQ(said({ReasonCode::ScoreCriterion,
                    {std::string("default"), std::string("industry"), std::string()}}),
              "Industry: not known");
}

TEST(ReasonText, SetsAnUnusualCountAgainstTheUsualOne)
{
    EXPECT_EQ(said({ReasonCode::BaselineSurge,
                    {std::int64_t{5}, std::int64_t{620}, std::int64_t{2},
                     domain::Span{48 * base::hourMs}, domain::AtTime{now - 2 * base::hourMs}}}),
              "5 buying event(s) vs 0.6 expected in 2 d, from 2 person(s); the last 2 h ago.");
}

TEST(NamesText, EveryKindOfEventAndEveryTypeOfSignalHasAName)
{
    for (const auto type : domain::signalTypes())
        EXPECT_FALSE(ui::text::signalTypeText(type).isEmpty()) << domain::signalTypeName(type);
    for (int number = 0; number <= 100; ++number) {
        const auto kind = static_cast<domain::EventKind>(number);
        const auto name = domain::eventKindName(kind);
        if (!name.empty()) {
            EXPECT_FALSE(ui::text::eventKindText(kind).isEmpty()) << name;
        }
    }
}
