#include "core/intake/web_names.h"

#include "core/base/text.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace topline::intake {

using domain::EventKind;

namespace {

constexpr std::string_view clickBack = "tl_contact=";
constexpr std::size_t contactBytesMax = 80;

struct Word {
    std::string_view text;
    EventKind kind;
};

// Whole segments of a path, or words of a page's name; the first that fits decides.
constexpr Word pageWords[] = {
    {"pricing", EventKind::PricingView},      {"prices", EventKind::PricingView},
    {"plans", EventKind::PricingView},        {"preise", EventKind::PricingView},
    {"tarifs", EventKind::PricingView},       {"precios", EventKind::PricingView},
    {"compare", EventKind::CompareView},      {"comparison", EventKind::CompareView},
    {"alternatives", EventKind::CompareView}, {"alternative", EventKind::CompareView},
    {"vs", EventKind::CompareView},           {"versus", EventKind::CompareView},
    {"vergleich", EventKind::CompareView},    {"docs", EventKind::DocsView},
    {"documentation", EventKind::DocsView},   {"developers", EventKind::DocsView},
    {"developer", EventKind::DocsView},       {"api-reference", EventKind::DocsView},
    {"guides", EventKind::DocsView},          {"dokumentation", EventKind::DocsView},
};

// Names as sources write them, without case and punctuation: "Demo Requested", "demo_requested".
constexpr Word trackNames[] = {
    {"demorequested", EventKind::DemoRequested},
    {"requestdemo", EventKind::DemoRequested},
    {"bookdemo", EventKind::DemoRequested},
    {"demobooked", EventKind::DemoRequested},
    {"contactrequested", EventKind::ContactRequested},
    {"contactsales", EventKind::ContactRequested},
    {"contactformsubmitted", EventKind::ContactRequested},
    {"trialstarted", EventKind::TrialStarted},
    {"starttrial", EventKind::TrialStarted},
    {"freetrialstarted", EventKind::TrialStarted},
    {"formsubmitted", EventKind::FormSubmitted},
    {"formsubmit", EventKind::FormSubmitted},
    {"leadgenerated", EventKind::FormSubmitted},
    {"signedup", EventKind::FormSubmitted},
    {"pricingviewed", EventKind::PricingView},
    {"viewedpricing", EventKind::PricingView},
    {"docsviewed", EventKind::DocsView},
    {"comparisonviewed", EventKind::CompareView},
    {"pageviewed", EventKind::PageView},
    {"viewedpage", EventKind::PageView},
    {"pagescrolled", EventKind::PageScrolled},
    {"scrolldepth", EventKind::PageScrolled},
    {"sessionended", EventKind::SessionTimed},
    {"sessiontimed", EventKind::SessionTimed},
    {"timeonpage", EventKind::SessionTimed},
    {"emaildelivered", EventKind::EmailSent},
    {"emailsent", EventKind::EmailSent},
    {"emailopened", EventKind::EmailOpened},
    {"emaillinkclicked", EventKind::EmailClicked},
    {"emailclicked", EventKind::EmailClicked},
    {"emailreplied", EventKind::EmailReplied},
    {"emailbounced", EventKind::EmailBounced},
    {"emailmarkedasspam", EventKind::SpamReported},
    {"spamreported", EventKind::SpamReported},
    {"unsubscribed", EventKind::Unsubscribed},
    {"proposalsent", EventKind::ProposalSent},
    {"proposalviewed", EventKind::ProposalViewed},
    {"proposalopened", EventKind::ProposalViewed},
    {"roomviewed", EventKind::RoomViewed},
    {"dealroomviewed", EventKind::RoomViewed},
    {"roomjoined", EventKind::RoomJoined},
    {"dealroomjoined", EventKind::RoomJoined},
    {"meetingbooked", EventKind::MeetingBooked},
    {"meetingscheduled", EventKind::MeetingBooked},
    {"calendlyeventscheduled", EventKind::MeetingBooked},
    {"meetingheld", EventKind::MeetingHeld},
    {"meetingmissed", EventKind::MeetingMissed},
    {"paymentfailed", EventKind::PaymentFailed},
    {"invoicepaymentfailed", EventKind::PaymentFailed},
    {"chargefailed", EventKind::PaymentFailed},
    {"paymentsucceeded", EventKind::PaymentSucceeded},
    {"invoicepaid", EventKind::PaymentSucceeded},
    {"chargesucceeded", EventKind::PaymentSucceeded},
    {"usagelevel", EventKind::UsageLevel},
    {"usagelimitreached", EventKind::UsageLevel},
    {"seatadded", EventKind::SeatAdded},
    {"useradded", EventKind::SeatAdded},
    {"accountaddeduser", EventKind::SeatAdded},
    {"ticketopened", EventKind::TicketOpened},
    {"ticketcreated", EventKind::TicketOpened},
    {"ticketclosed", EventKind::TicketClosed},
    {"ticketsolved", EventKind::TicketClosed},
    {"thirdpartyintent", EventKind::ThirdPartyIntent},
    {"intenttopicsurge", EventKind::ThirdPartyIntent},
};

bool isWordChar(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) > 0x7F;
}

// In a path the words lie between slashes ("/pricing-models-explained" is no price list); in a name
// between anything else that is no letter.
std::optional<EventKind> kindInWords(std::string_view lower, bool isPath)
{
    std::string word;
    const auto find = [&]() -> std::optional<EventKind> {
        for (const auto &known : pageWords) {
            if (known.text == word)
                return known.kind;
        }
        // "/acme-vs-other"
        if (isPath && word.find("-vs-") != std::string::npos)
            return EventKind::CompareView;
        return std::nullopt;
    };
    for (std::size_t i = 0; i <= lower.size(); ++i) {
        const bool ends = i == lower.size() || (isPath ? lower[i] == '/' : !isWordChar(lower[i]));
        if (!ends) {
            word += lower[i];
            continue;
        }
        if (isPath && word.size() > 5 && word.substr(word.size() - 5) == ".html")
            word.resize(word.size() - 5);
        if (const auto kind = find())
            return kind;
        word.clear();
    }
    return std::nullopt;
}

std::string contactIn(std::string_view query)
{
    for (std::size_t at = 0; at < query.size();) {
        const std::size_t end = std::min(query.find('&', at), query.size());
        const std::string_view pair = query.substr(at, end - at);
        if (pair.substr(0, clickBack.size()) == clickBack) {
            const std::string_view id = pair.substr(clickBack.size());
            const bool isPlain = std::all_of(id.begin(), id.end(), [](char c) {
                return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '-' || c == '_' || c == ':' || c == '.';
            });
            return isPlain && id.size() <= contactBytesMax ? std::string(id) : std::string();
        }
        at = end + 1;
    }
    return {};
}

} // namespace

PageAddress pageAddress(std::string_view url)
{
    PageAddress out;
    if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) {
        const std::size_t slash = url.find_first_of("/?#", scheme + 3);
        url = slash == std::string_view::npos ? std::string_view("/") : url.substr(slash);
    }
    url = url.substr(0, url.find('#'));
    const std::size_t mark = url.find('?');
    if (mark != std::string_view::npos)
        out.contact = contactIn(url.substr(mark + 1));
    out.path = base::lowerAscii(url.substr(0, mark));
    if (out.path.empty() || out.path.front() != '/')
        out.path.insert(out.path.begin(), '/');
    return out;
}

EventKind pageKind(std::string_view path, std::string_view name, std::string_view category)
{
    if (const auto kind = kindInWords(path, true))
        return *kind;
    for (const std::string_view text : {name, category}) {
        if (const auto kind = kindInWords(base::lowerAscii(text), false))
            return *kind;
    }
    return EventKind::PageView;
}

EventKind trackKind(std::string_view name)
{
    std::string key;
    for (const char c : base::lowerAscii(name)) {
        if (isWordChar(c))
            key += c;
    }
    const auto found = std::find_if(std::begin(trackNames), std::end(trackNames),
                                    [&](const Word &word) { return word.text == key; });
    if (found != std::end(trackNames))
        return found->kind;
    std::string snake;
    for (const char c : base::lowerAscii(name)) {
        if (isWordChar(c))
            snake += c;
        else if (!snake.empty() && snake.back() != '_')
            snake += '_';
    }
    return domain::parseEventKind(snake).value_or(EventKind::ProductUsed);
}

} // namespace topline::intake
