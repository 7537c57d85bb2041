#include "core/intake/event_text.h"

#include "core/base/hash.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <vector>

namespace topline::intake {

using domain::EventDraft;
using domain::EventKind;

namespace {

// By EventField; the first name is ours.
const std::array<std::vector<std::string_view>, eventFieldCount> fieldNames = {{
    {"id", "event_id", "message_id", "uuid"},
    {"source"},
    {"kind", "event_kind", "event", "event_type", "type"},
    {"at", "timestamp", "time", "occurred_at", "date_time", "date"},
    {"contact_email", "user_email", "email", "contact.email"},
    {"contact_id", "contact", "person_id"},
    {"account_domain", "company_domain", "domain", "account.domain"},
    {"account_id", "company_id", "account.id"},
    {"account_name", "account", "company", "company_name", "account.name"},
    {"deal_id", "deal", "opportunity_id"},
    {"title", "subject", "page", "url"},
    {"body", "text", "description"},
    {"amount", "seconds", "duration_seconds", "quantity", "count"},
    {"suspect_bot", "bot"},
    {"anonymous_id", "visitor_id", "device_id"},
    {"user_id"},
}};

constexpr std::size_t visitorBytesMax = 256;

bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string nameKey(std::string_view name)
{
    std::string out;
    std::copy_if(name.begin(), name.end(), std::back_inserter(out), isAlnum);
    return base::lowerAscii(out);
}

// "Pricing View", "pricingView" and "pricing-view" are "pricing_view".
std::string snakeCase(std::string_view name)
{
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool upper = name[i] >= 'A' && name[i] <= 'Z';
        const bool wordBegins = upper && i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z';
        if (wordBegins || (!isAlnum(name[i]) && !out.empty() && out.back() != '_'))
            out += '_';
        if (isAlnum(name[i]))
            out += name[i];
    }
    return base::lowerAscii(out);
}

std::optional<EventKind> kindOf(std::string_view text, const EventTextFormat &format)
{
    const auto own = format.kinds.find(std::string(text));
    if (own != format.kinds.end())
        text = own->second;
    if (const auto exact = domain::parseEventKind(text))
        return exact;
    return domain::parseEventKind(snakeCase(text));
}

base::Result<base::ParsedTime> timeOf(std::string_view text, base::TimeFormat format)
{
    const bool digits =
        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits && text.size() == 13)
        format.order = base::DateOrder::EpochMs;
    else if (digits && text.size() == 10)
        format.order = base::DateOrder::EpochSeconds;
    return base::parseTime(text, format);
}

bool looksLikeMailAddress(std::string_view text)
{
    const std::size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == std::string_view::npos &&
           text.find_first_of(" \t,;<>") == std::string_view::npos;
}

// Reads one field after the other; each says its fault.
class EventMaker {
public:
    EventMaker(const EventTexts &texts, const EventTextFormat &format)
        : m_texts(texts)
        , m_format(format)
    {
    }

    std::variant<EventDraft, EventFault> make(std::string_view row)
    {
        using Step = std::optional<EventFault> (EventMaker::*)();
        for (const Step step : {&EventMaker::readKind, &EventMaker::readTime, &EventMaker::readWho,
                                &EventMaker::readDetails}) {
            if (auto fault = (this->*step)())
                return *fault;
        }
        const std::string_view id = text(EventField::Id);
        const std::string rowKey =
            id.empty() ? "row:" + base::hex(base::sha256(row)) : std::string();
        const std::string_view source = text(EventField::Source);
        m_draft.event.sourceKey =
            domain::eventKey(source.empty() ? std::string_view(m_format.source) : source,
                             id.empty() ? std::string_view(rowKey) : id);
        m_draft.event.receivedMs = m_format.nowMs;
        return std::move(m_draft);
    }

private:
    std::string_view text(EventField field) const
    {
        return base::trimmed(m_texts[static_cast<std::size_t>(field)]);
    }

    std::optional<EventFault> readKind()
    {
        const std::string_view name = text(EventField::Kind);
        if (name.empty())
            return EventFault{EventField::Kind, "kind is empty"};
        const auto kind = kindOf(name, m_format);
        if (!kind)
            return EventFault{EventField::Kind,
                              "\"" + std::string(name.substr(0, 60)) + "\" is not a kind of event"};
        m_draft.event.kind = *kind;
        return std::nullopt;
    }

    std::optional<EventFault> readTime()
    {
        if (text(EventField::At).empty())
            return EventFault{EventField::At, "at is empty"};
        const auto at = timeOf(text(EventField::At), m_format.time);
        if (!at.ok())
            return EventFault{EventField::At, at.error().message};
        m_draft.event.atMs = at->utcMs;
        return std::nullopt;
    }

    std::optional<EventFault> readWho()
    {
        m_draft.contactEmail = base::lowerAscii(text(EventField::ContactEmail));
        if (!m_draft.contactEmail.empty() && !looksLikeMailAddress(m_draft.contactEmail))
            return EventFault{EventField::ContactEmail, "\"" + m_draft.contactEmail.substr(0, 60) +
                                                            "\" is not a mail address"};
        m_draft.accountDomain = base::domainOf(text(EventField::AccountDomain));
        m_draft.accountName = text(EventField::AccountName);
        m_draft.event.account.remoteId = text(EventField::AccountId);
        m_draft.event.contact.remoteId = text(EventField::ContactId);
        m_draft.event.deal.remoteId = text(EventField::DealId);
        m_draft.anonymousId = text(EventField::AnonymousId).substr(0, visitorBytesMax);
        m_draft.userId = text(EventField::UserId).substr(0, visitorBytesMax);
        const bool isVisitor = !m_draft.anonymousId.empty() || !m_draft.userId.empty();
        const bool somebody = isVisitor || !m_draft.contactEmail.empty() ||
                              !m_draft.accountDomain.empty() || !m_draft.accountName.empty() ||
                              m_draft.event.account.isSet() || m_draft.event.contact.isSet() ||
                              m_draft.event.deal.isSet();
        if (!somebody)
            return EventFault{EventField::ContactEmail,
                              "the event names no contact, account or deal"};
        return std::nullopt;
    }

    std::optional<EventFault> readDetails()
    {
        m_draft.event.title = text(EventField::Title);
        m_draft.event.body = m_texts[static_cast<std::size_t>(EventField::Body)];
        if (const std::string_view amount = text(EventField::Amount); !amount.empty()) {
            const auto number = base::parseInteger(amount);
            if (!number.ok() || *number < std::numeric_limits<std::int32_t>::min() ||
                *number > std::numeric_limits<std::int32_t>::max())
                return EventFault{EventField::Amount, "\"" + std::string(amount.substr(0, 60)) +
                                                          "\" is not a whole number that fits"};
            m_draft.event.amount = static_cast<std::int32_t>(*number);
        }
        if (const std::string_view bot = text(EventField::SuspectBot); !bot.empty()) {
            const auto flag = base::parseBool(bot);
            if (!flag.ok())
                return EventFault{EventField::SuspectBot, flag.error().message};
            m_draft.event.suspectBot = *flag;
        }
        return std::nullopt;
    }

    const EventTexts &m_texts;
    const EventTextFormat &m_format;
    EventDraft m_draft;
};

} // namespace

std::string_view eventFieldName(EventField field)
{
    return fieldNames[static_cast<std::size_t>(field)].front();
}

std::optional<std::pair<EventField, int>> eventFieldOf(std::string_view name)
{
    static const auto byKey = [] {
        std::map<std::string, std::pair<EventField, int>, std::less<>> out;
        for (std::size_t field = 0; field < eventFieldCount; ++field) {
            int rank = 0;
            for (const std::string_view known : fieldNames[field])
                out.emplace(nameKey(known), std::pair(static_cast<EventField>(field), rank++));
        }
        return out;
    }();
    const auto found = byKey.find(nameKey(name));
    if (found == byKey.end())
        return std::nullopt;
    return found->second;
}

std::variant<EventDraft, EventFault> makeEvent(const EventTexts &texts,
                                               const EventTextFormat &format, std::string_view row)
{
    return EventMaker(texts, format).make(row);
}

} // namespace topline::intake
