#include "core/actions/draft.h"

#include <algorithm>
#include <array>
#include <utility>

namespace topline::actions {

namespace {

constexpr std::array<std::string_view, 16> knownFields = {
    "account.country", "account.domain",     "account.industry",  "account.name",
    "contact.email",   "contact.first_name", "contact.last_name", "contact.name",
    "contact.phone",   "contact.title",      "deal.name",         "deal.next_step",
    "deal.source",     "owner.email",        "owner.first_name",  "owner.name",
};

std::string_view trimmed(std::string_view text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

bool hasControlCharacter(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    });
}

base::Error faultAt(std::string field, std::string message, std::string todo)
{
    return {.code = base::ErrorCode::InvalidInput,
            .message = std::move(message),
            .kept = "The draft is kept.",
            .todo = std::move(todo),
            .place = base::Place{.file = {}, .line = 0, .column = 0, .field = std::move(field)}};
}

// One pass from left to right: what a value contains is never read as a template again.
class Renderer {
public:
    Renderer(const MergeFields &fields, bool keepsGaps)
        : m_fields(fields)
        , m_keepsGaps(keepsGaps)
    {
    }

    base::Result<std::string> render(std::string_view text, bool isHeader)
    {
        std::string out;
        while (true) {
            const auto open = text.find("{{");
            out += text.substr(0, open);
            if (open == std::string_view::npos)
                return out;
            text.remove_prefix(open + 2);
            const auto close = text.find("}}");
            if (close == std::string_view::npos) {
                if (!m_keepsGaps)
                    return faultAt(std::string(text.substr(0, 40)), "A {{ has no }}.",
                                   "Close the field.");
                out += "{{";
                continue;
            }
            const std::string_view inside = text.substr(0, close);
            text.remove_prefix(close + 2);
            auto value = valueOf(inside, isHeader);
            if (value.ok())
                out += *value;
            else if (m_keepsGaps)
                out.append("{{").append(inside).append("}}");
            else
                return value.error();
        }
    }

    std::vector<std::string> facts() && { return std::move(m_facts); }

private:
    base::Result<std::string> valueOf(std::string_view inside, bool isHeader)
    {
        const auto bar = inside.find('|');
        const std::string field(trimmed(inside.substr(0, bar)));
        if (!std::binary_search(knownFields.begin(), knownFields.end(), field))
            return faultAt(field, "There is no field {{" + field + "}}.", "Correct its name.");
        const auto found = m_fields.find(field);
        if (found != m_fields.end() && !found->second.empty()) {
            if (isHeader && hasControlCharacter(found->second))
                return faultAt(field, "The value of {{" + field + "}} has a line break.",
                               "Correct the record or write the line by hand.");
            std::string fact = field + ": " + found->second;
            if (std::find(m_facts.begin(), m_facts.end(), fact) == m_facts.end())
                m_facts.push_back(std::move(fact));
            return found->second;
        }
        if (bar != std::string_view::npos)
            return std::string(trimmed(inside.substr(bar + 1)));
        return faultAt(field, "The field {{" + field + "}} has no value here.",
                       "Replace it in the text.");
    }

    const MergeFields &m_fields;
    bool m_keepsGaps;
    std::vector<std::string> m_facts;
};

base::Result<domain::Draft> draftOf(const domain::PlayStep &step, const MergeFields &fields,
                                    bool keepsGaps)
{
    Renderer renderer(fields, keepsGaps);
    domain::Draft out;
    TRY_ASSIGN(out.subject, renderer.render(step.subject, true));
    TRY_ASSIGN(out.body, renderer.render(step.body, false));
    const char *const recipient = step.kind == domain::ActionKind::Email  ? "contact.email"
                                  : step.kind == domain::ActionKind::Call ? "contact.phone"
                                                                          : "";
    if (const auto found = fields.find(recipient); found != fields.end())
        out.to = found->second;
    out.facts = std::move(renderer).facts();
    return out;
}

} // namespace

std::span<const std::string_view> mergeFieldNames()
{
    return knownFields;
}

MergeFields mergeFields(const domain::Contact *contact, const domain::Account &account,
                        const domain::Deal *deal, const domain::Owner *owner)
{
    MergeFields out;
    const auto put = [&out](const char *field, std::string_view value) {
        value = trimmed(value);
        if (!value.empty())
            out.emplace(field, value);
    };
    put("account.name", account.name);
    put("account.domain", account.domain);
    put("account.industry", account.industry);
    put("account.country", account.country);
    if (contact) {
        put("contact.first_name", contact->firstName);
        put("contact.last_name", contact->lastName);
        put("contact.name", contact->fullName());
        put("contact.title", contact->title);
        put("contact.email", contact->email);
        put("contact.phone", contact->phone);
    }
    if (deal) {
        put("deal.name", deal->name);
        put("deal.next_step", deal->nextStep);
        put("deal.source", deal->source);
    }
    if (owner) {
        put("owner.name", owner->name);
        put("owner.first_name", owner->name.substr(0, owner->name.find(' ')));
        put("owner.email", owner->email);
    }
    return out;
}

base::Result<domain::Draft> renderDraft(const domain::PlayStep &step, const MergeFields &fields)
{
    return draftOf(step, fields, false);
}

domain::Draft draftWithGaps(const domain::PlayStep &step, const MergeFields &fields)
{
    return draftOf(step, fields, true).value();
}

base::Status checkSendable(domain::ActionKind kind, const domain::Draft &draft)
{
    const std::pair<const char *, const std::string *> texts[] = {
        {"to", &draft.to}, {"subject", &draft.subject}, {"body", &draft.body}};
    for (const auto &[name, text] : texts) {
        const auto open = text->find("{{");
        if (open != std::string::npos) {
            const auto close = text->find("}}", open);
            const auto length = close == std::string::npos ? 40 : close + 2 - open;
            return faultAt(name, "The field " + text->substr(open, length) + " is not filled in.",
                           "Replace it in the text.");
        }
    }
    if (hasControlCharacter(draft.to) || hasControlCharacter(draft.subject)) {
        return faultAt(hasControlCharacter(draft.to) ? "to" : "subject",
                       "A line break or control character stands in a heading.",
                       "Write it on one line.");
    }
    if (kind == domain::ActionKind::StageChange || kind == domain::ActionKind::FieldEdit)
        return {};
    if (trimmed(draft.subject).empty())
        return faultAt("subject", "The subject is empty.", "Write one.");
    if (kind != domain::ActionKind::Email)
        return {};
    const auto at = draft.to.find('@');
    const bool isAddress = at != std::string::npos && at > 0 && at + 1 < draft.to.size() &&
                           draft.to.find_first_of(" ,;<>@", at + 1) == std::string::npos &&
                           draft.to.find_first_of(" ,;<>") == std::string::npos;
    if (!isAddress)
        return faultAt("to",
                       draft.to.empty() ? "There is no recipient."
                                        : "\"" + draft.to + "\" is not one mail address.",
                       "Give one mail address.");
    return {};
}

} // namespace topline::actions
