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
    const Reason stall{
        ReasonCode::StageStall,
        {std::string("Proposal"), domain::Span{14 * base::dayMs}, domain::Span{14 * base::dayMs}}};
    EXPECT_EQ(said(stall, now - 4 * base::dayMs),
              "18 d in Proposal without an answer from the buyer; the limit is 14 d.");
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
