#include "core/actions/draft.h"

#include <algorithm>
#include <utility>

namespace topline::actions {

namespace {

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

std::string recipientOf(domain::ActionKind kind, const MergeFields &fields)
{
    const char *const field = kind == domain::ActionKind::Email  ? "contact.email"
                              : kind == domain::ActionKind::Call ? "contact.phone"
                                                                 : "";
    const auto found = fields.find(field);
    return found == fields.end() ? std::string() : found->second;
}

domain::Draft draftOf(const domain::PlayStep &step, const MergeFields &fields, Rendered subject,
                      Rendered body)
{
    domain::Draft out;
    out.to = recipientOf(step.kind, fields);
    out.subject = std::move(subject.text);
    out.body = std::move(body.text);
    out.facts = std::move(subject.facts);
    for (auto &fact : body.facts) {
        if (std::find(out.facts.begin(), out.facts.end(), fact) == out.facts.end())
            out.facts.push_back(std::move(fact));
    }
    return out;
}

} // namespace

base::Result<domain::Draft> renderDraft(const domain::PlayStep &step, const MergeFields &fields,
                                        const Snippets &snippets)
{
    TRY_ASSIGN(auto subject,
               Template::parse(step.subject).render(fields, snippets, TemplateTarget::Header));
    TRY_ASSIGN(auto body,
               Template::parse(step.body).render(fields, snippets, TemplateTarget::Text));
    return draftOf(step, fields, std::move(subject), std::move(body));
}

domain::Draft draftWithGaps(const domain::PlayStep &step, const MergeFields &fields,
                            const Snippets &snippets)
{
    return draftOf(
        step, fields,
        Template::parse(step.subject).renderWithGaps(fields, snippets, TemplateTarget::Header),
        Template::parse(step.body).renderWithGaps(fields, snippets, TemplateTarget::Text));
}

base::Status checkSendable(domain::ActionKind kind, const domain::Draft &draft)
{
    const std::pair<const char *, const std::string *> texts[] = {
        {"to", &draft.to}, {"subject", &draft.subject}, {"body", &draft.body}};
    for (const auto &[name, text] : texts) {
        if (text->size() > templateBytesMax)
            return faultAt(name, "The text is longer than 64 KiB.", "Shorten it.");
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
