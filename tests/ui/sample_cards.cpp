#include "tests/ui/sample_cards.h"

namespace topline::tests {

using namespace domain;

namespace {

FeedCard sample(int number, ActionKind kind, const char *person, const char *title,
                const char *account)
{
    FeedCard out;
    out.action.id = base::Uuid::named("sample", std::to_string(number));
    out.action.kind = kind;
    out.action.createdMs = out.action.signalMs = sampleNowMs - number * base::minuteMs;
    out.action.changedMs = out.action.createdMs;
    out.contactName = person;
    out.contactTitle = title;
    out.accountName = account;
    out.sortKey = std::to_string(10 + number);
    out.lane = Lane::Now;
    return out;
}

void worth(FeedCard &card, Tier tier, std::int64_t score, std::int64_t amount, std::int64_t percent)
{
    card.tier = tier;
    card.scoreMilli = score * 1'000;
    card.action.amount = base::Money{amount * 100, base::Currency::usd()};
    card.probability = WinProbability{percent * 10'000, 30, 60};
    card.lastTouchMs = sampleNowMs - (score % 12 + 1) * base::dayMs;
}

void sla(FeedCard &card, base::DurationMs whole, base::DurationMs left)
{
    card.action.slaDueMs = sampleNowMs + left;
    card.action.signalMs = *card.action.slaDueMs - whole;
}

FeedCard breachedCard()
{
    FeedCard late =
        sample(0, ActionKind::Call, "Luis Ortega", "Operations Director", "Brightwell Foods");
    worth(late, Tier::Warm, 58, 26'100, 18);
    late.action.urgency = Urgency::Inbound;
    late.action.amountEstimated = true;
    late.action.whyNow = {
        ReasonCode::Reply,
        {AtTime{sampleNowMs - 7 * base::minuteMs}, std::string("A demo, please")}};
    late.playName = "New inbound";
    late.lastTouchMs.reset();
    late.rank.band = 0;
    sla(late, 5 * base::minuteMs, -138'000);
    return late;
}

FeedCard runningCard()
{
    FeedCard hot = sample(1, ActionKind::Call, "Dana Reyes", "CFO", "Northwind Logistics");
    worth(hot, Tier::Hot, 82, 48'000, 61);
    hot.action.urgency = Urgency::Timed;
    hot.action.whyNow = {ReasonCode::ProposalReopened,
                         {std::int64_t{2}, AtTime{sampleNowMs - base::minuteMs}}};
    hot.playName = "Proposal reopened";
    sla(hot, 5 * base::minuteMs, 221'000);
    return hot;
}

FeedCard lastFifthCard()
{
    FeedCard reply =
        sample(2, ActionKind::Email, "Hanna Vogel", "Head of Procurement", "Aalborg Marine");
    worth(reply, Tier::Hot, 74, 36'500, 57);
    reply.action.urgency = Urgency::Inbound;
    reply.action.whyNow = {ReasonCode::Reply,
                           {AtTime{sampleNowMs - 28 * base::minuteMs},
                            std::string("Re: net 60 and a start in January")}};
    reply.playName = "Reply in 30 min";
    sla(reply, 30 * base::minuteMs, 96'000);
    return reply;
}

FeedCard heldCard()
{
    FeedCard hold = sample(3, ActionKind::Email, "Marcus Bell", "VP Finance", "Tasman Cold Chain");
    worth(hold, Tier::Hot, 71, 62'000, 44);
    hold.action.state = ActionState::Approved;
    hold.action.holdUntilMs = sampleNowMs + 7'000;
    hold.action.draft.subject = "Two dates for the rollout review";
    hold.playName = "Post-demo 24 h";
    return hold;
}

FeedCard unknownCard()
{
    FeedCard unknown = sample(4, ActionKind::Email, "Inês Duarte", "COO", "Corvina Pharma");
    worth(unknown, Tier::Warm, 66, 29'400, 38);
    unknown.action.state = ActionState::Unknown;
    return unknown;
}

FeedCard foldedCard()
{
    FeedCard surge =
        sample(5, ActionKind::Email, "Kenji Mori", "Supply Chain Lead", "Pacific Grain");
    worth(surge, Tier::Hot, 78, 54'000, 35);
    surge.action.whyNow = {ReasonCode::Surge,
                           {std::int64_t{5}, std::int64_t{3}, Span{48 * base::hourMs},
                            AtTime{sampleNowMs - 2 * base::hourMs}}};
    surge.playName = "Surge";
    surge.folded = 2;
    return surge;
}

FeedCard failedCard()
{
    FeedCard failed = sample(6, ActionKind::Email, "Peter Novak", "Buyer", "Moravia Glass");
    worth(failed, Tier::Cold, 37, 14'300, 16);
    failed.action.state = ActionState::Failed;
    failed.action.failure = "Not sent: the address was refused (550). Nothing was delivered.";
    failed.playName = "7-day no response";
    return failed;
}

FeedCard stalledCard()
{
    FeedCard stall =
        sample(7, ActionKind::Task, "", "", "Wolfeschlegelsteinhausen Maschinenfabrik und Söhne");
    worth(stall, Tier::Cold, 12, 1'248'000, 9);
    stall.action.whyNow = {ReasonCode::StageStall,
                           {std::string("Negotiation"), AtTime{sampleNowMs - 40 * base::dayMs},
                            Span{14 * base::dayMs}}};
    stall.action.signalMs = sampleNowMs - 9 * base::dayMs;
    stall.playName = "14-day stall";
    return stall;
}

} // namespace

std::vector<FeedCard> sampleCards()
{
    return {breachedCard(), runningCard(), lastFifthCard(), heldCard(),
            unknownCard(),  foldedCard(),  failedCard(),    stalledCard()};
}

} // namespace topline::tests
