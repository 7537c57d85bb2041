#include "tests/ui/feed_window.h"

#include "ui/pages/feed_view.h"

namespace topline::test {

using domain::FeedCard;

namespace {

domain::DealStrip sampleDeal(const FeedCard &card)
{
    domain::DealStrip deal;
    deal.row.name = "Fleet analytics, 420 seats";
    deal.row.amount = base::Money{4'800'000, base::Currency::usd()};
    deal.row.stageName = "Proposal";
    deal.row.ageInStageDays = 15;
    deal.row.wonP80Days = 12;
    deal.row.nextStep = "Security review, theirs";
    deal.row.probability = card.probability;
    deal.row.closeMs = tests::sampleNowMs + 13 * base::dayMs;
    deal.ageDays = 46;
    for (const char *name : {"Qualified", "Discovery", "Proposal", "Negotiation", "Won"}) {
        domain::Stage stage;
        stage.name = name;
        deal.stages.push_back(stage);
    }
    deal.stageIndex = 2;
    deal.contactsEngaged = 4;
    deal.contacts = 6;
    return deal;
}

} // namespace

domain::CardDetail sampleDetail(const FeedCard &card)
{
    domain::CardDetail detail;
    detail.card = card;
    detail.score.totalMilli = 82'000;
    detail.score.tier = domain::Tier::Hot;
    const auto row = [&](domain::ReasonCode code, std::vector<domain::ReasonArgument> with,
                         std::int64_t milli) {
        detail.score.rows.push_back({{code, std::move(with)}, milli});
    };
    using domain::AtTime;
    using domain::ReasonCode;
    row(ReasonCode::ScoreFit, {std::string("industry,size,title")}, 40'600);
    row(ReasonCode::ScoreEvents,
        {std::string("proposal_viewed"), std::int64_t{2}, AtTime{tests::sampleNowMs}}, 20'000);
    row(ReasonCode::ScoreEvents,
        {std::string("pricing_view"), std::int64_t{3}, AtTime{tests::sampleNowMs}}, 10'000);
    row(ReasonCode::ScoreEvents,
        {std::string("docs_view"), std::int64_t{1}, AtTime{tests::sampleNowMs}}, 3'900);
    row(ReasonCode::ScoreGroupCap, {std::string("web"), std::int64_t{40}}, -13'900);
    row(ReasonCode::ScoreEvents,
        {std::string("email_replied"), std::int64_t{1}, AtTime{tests::sampleNowMs}}, 10'000);
    row(ReasonCode::ScoreEvents,
        {std::string("meeting_held"), std::int64_t{1}, AtTime{tests::sampleNowMs}}, 11'400);
    const auto event = [&](domain::EventKind kind, const char *title, base::DurationMs age,
                           bool bot) {
        domain::Event made;
        made.kind = kind;
        made.title = title;
        made.atMs = tests::sampleNowMs - age;
        made.suspectBot = bot;
        detail.evidence.push_back(made);
        detail.timeline.push_back(made);
    };
    using domain::EventKind;
    event(EventKind::ProposalViewed, "Proposal v3 reopened, page 4 of 6 (pricing)", base::minuteMs,
          false);
    event(EventKind::ProposalViewed, "Proposal v3 opened", 68 * base::minuteMs, false);
    event(EventKind::PricingView, "Pricing page, 3rd visit in 7 d", 72 * base::minuteMs, false);
    event(EventKind::EmailClicked, "Link click 0.8 s after send", 4 * base::dayMs, true);
    event(EventKind::EmailReplied,
          "“numbers look right, need our security team to see the rollout plan”", 8 * base::dayMs,
          false);
    detail.evidenceTotal = 14;
    detail.card.action.draft = {
        "dana.reyes@northwind.example",
        "Security answers for your team",
        "Hi Dana,\nI just tried your line. You mentioned that your security team has to sign off; "
        "I can bring our lead "
        "engineer for 20 minutes on Wednesday or Thursday, before your Friday review.\nBest, Maya",
        {"contact.first_name: Dana", "deal.name: Fleet analytics"}};
    detail.deal = sampleDeal(card);
    return detail;
}

FeedWindow::FeedWindow()
{
    std::vector<FeedCard> cards = tests::sampleCards();
    cockpit.firstFeed.changed = cards;
    cockpit.firstFeed.counts.lanes[0] = 8;
    cockpit.firstFeed.counts.lanes[1] = 8;
    cockpit.firstFeed.counts.lanes[2] = 4;
    cockpit.firstFeed.counts.lanes[3] = 12;
    cockpit.firstFeed.counts.lanes[4] = 6;
    cockpit.firstFeed.counts.doneToday = 7;
    cockpit.firstFeed.counts.minutesNow = 48;
    cockpit.firstFeed.counts.slaRunning = 2;
    cockpit.detail = sampleDetail(cards[1]);
    cockpit.workspace.feed = cockpit.firstFeed.counts;
    start("feed");
    view = window->findChild<pages::FeedView *>();
}

} // namespace topline::test
