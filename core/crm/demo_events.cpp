#include "core/crm/demo_events.h"

#include "core/base/hash.h"
#include "core/crm/demo_words.h"

#include <tuple>

namespace topline::crm {

namespace {

using domain::EventKind;

constexpr base::DurationMs titledMs = 60 * base::dayMs;

// What matters for years keeps its title; ordinary views only while they are fresh.
bool deservesTitle(EventKind kind, base::DurationMs ageMs)
{
    if (ageMs < titledMs)
        return true;
    switch (kind) {
    case EventKind::PageView:
    case EventKind::DocsView:
    case EventKind::EmailOpened:
    case EventKind::ProductUsed:
    case EventKind::CallMade:
    case EventKind::CallAnswered:
        return false;
    default:
        return true;
    }
}

std::string proposalTitle(base::Random &random)
{
    static constexpr const char *parts[] = {"summary", "scope", "plan",
                                            "pricing", "terms", "signature"};
    const std::size_t page = random.below(6);
    return "Proposal v" + std::to_string(random.between(1, 3)) + " opened, page " +
           std::to_string(page + 1) + " of 6 (" + parts[page] + ")";
}

struct Text {
    std::string title;
    std::string body;
};

Text mailText(base::Random &random, EventKind kind)
{
    const bool reply = kind == EventKind::EmailReplied;
    const DemoMail &mail = random.pick(reply ? demoReplies() : demoOutbound());
    Text out{std::string(mail.subject), {}};
    if (reply)
        out.title = "Re: " + out.title;
    if (reply || kind == EventKind::EmailSent)
        out.body = mail.firstLines;
    return out;
}

// Meetings and what comes after them.
Text laterText(EventKind kind, base::Random &random)
{
    switch (kind) {
    case EventKind::MeetingBooked:
        return {"Meeting booked: 30 minutes", {}};
    case EventKind::MeetingHeld:
        return {"Meeting held", std::string(random.pick(demoNotes()))};
    case EventKind::MeetingMissed:
        return {"Meeting missed", {}};
    case EventKind::CallMade:
        return {"Call", {}};
    case EventKind::CallAnswered:
        return {"Call answered", {}};
    case EventKind::ProductUsed:
        return {"Active in the product", {}};
    case EventKind::PaymentFailed:
        return {"Card payment failed", {}};
    case EventKind::PaymentSucceeded:
        return {"Card payment received", {}};
    case EventKind::UsageLevel:
        return {"Seats in use", {}};
    case EventKind::SeatAdded:
        return {"Seat added", {}};
    case EventKind::TicketOpened:
        return {"Support: trips missing in the report", {}};
    case EventKind::TicketClosed:
        return {"Support: closed", {}};
    case EventKind::ThirdPartyIntent:
        return {"Fleet telematics", {}};
    case EventKind::RoomViewed:
        return {"Deal room", {}};
    case EventKind::RoomJoined:
        return {"Let into the deal room", {}};
    case EventKind::CompetitorNamed:
        return {"Named another offer", {}};
    case EventKind::DiscountAsked:
        return {"Asked for a discount", {}};
    case EventKind::LegalAsked:
        return {"Asked about liability", {}};
    case EventKind::NoteAdded:
        return {"Note", std::string(random.pick(demoNotes()))};
    case EventKind::TaskDone:
        return {"Task done", {}};
    default:
        return {};
    }
}

Text textFor(EventKind kind, base::Random &random)
{
    switch (kind) {
    case EventKind::PageView:
        return {std::string(random.pick(demoPages())), {}};
    case EventKind::PricingView:
        return {random.chance(0.5) ? "Pricing page" : "Pricing page, annual plans", {}};
    case EventKind::DocsView:
        return {"Docs: " + std::string(random.pick(demoDocs())), {}};
    case EventKind::CompareView:
        return {"Comparison page: spreadsheets", {}};
    case EventKind::DemoRequested:
        return {"Demo form", "We would like to see it with our own depots."};
    case EventKind::ContactRequested:
        return {"Contact form", "Please call me about prices for a team of our size."};
    case EventKind::TrialStarted:
        return {"Trial started", {}};
    case EventKind::FormSubmitted:
        return {"Form: depot checklist", {}};
    case EventKind::SessionTimed:
        return {"Visit to the site", {}};
    case EventKind::PageScrolled:
        return {std::string(random.pick(demoPages())), {}};
    case EventKind::EmailSent:
    case EventKind::EmailOpened:
    case EventKind::EmailClicked:
    case EventKind::EmailReplied:
        return mailText(random, kind);
    case EventKind::EmailBounced:
        return {"Address unknown (550)", {}};
    case EventKind::OutOfOffice:
        return {"Automatic reply: out of the office", {}};
    case EventKind::SpamReported:
        return {"Marked as spam", {}};
    case EventKind::Unsubscribed:
        return {"Unsubscribed from all mail", {}};
    case EventKind::ProposalSent:
        return {"Proposal sent", {}};
    case EventKind::ProposalViewed:
        return {proposalTitle(random), {}};
    default:
        return laterText(kind, random);
    }
}

} // namespace

bool demoEventBefore(const DemoEvent &a, const DemoEvent &b)
{
    return std::tie(a.atMs, a.series, a.number) < std::tie(b.atMs, b.series, b.number);
}

domain::Event toDomainEvent(const DemoCompany &company, const DemoEvent &event)
{
    domain::Event out;
    std::string ownId = "demo\n";
    ownId += event.series;
    ownId += '-';
    ownId += std::to_string(event.number);
    out.sourceKey = base::key63(ownId);
    out.account.remoteId = company.accounts[event.account].record.remoteId;
    out.contact.remoteId = company.contacts[event.contact].remoteId;
    if (event.deal)
        out.deal.remoteId = event.deal->remoteId;
    out.kind = event.kind;
    out.atMs = event.atMs;
    out.receivedMs = event.atMs;
    out.amount = event.amount;
    out.suspectBot = event.suspectBot;
    if (!event.title.empty()) {
        out.title = event.title;
        out.body = event.body;
    } else if (deservesTitle(event.kind, company.anchorMs - event.atMs)) {
        base::Random random(base::mixSeeds(base::mixSeeds(company.seed, event.number),
                                           static_cast<std::uint64_t>(event.series)));
        Text text = textFor(event.kind, random);
        out.title = std::move(text.title);
        out.body = std::move(text.body);
    }
    return out;
}

} // namespace topline::crm
