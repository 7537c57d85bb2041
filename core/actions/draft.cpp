#include "core/actions/draft.h"

#include "core/actions/draft_fault.h"
#include "core/base/text.h"

#include <algorithm>
#include <utility>

namespace topline::actions {

namespace {

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
            return draftFault(name, "The text is longer than 64 KiB.", "Shorten it.");
        const auto open = text->find("{{");
        if (open != std::string::npos) {
            const auto close = text->find("}}", open);
            const auto length = close == std::string::npos ? 40 : close + 2 - open;
            return draftFault(name,
                              "The field " + text->substr(open, length) + " is not filled in.",
                              "Replace it in the text.");
        }
    }
    if (hasControlCharacter(draft.to) || hasControlCharacter(draft.subject)) {
        return draftFault(hasControlCharacter(draft.to) ? "to" : "subject",
                          "A line break or control character stands in a heading.",
                          "Write it on one line.");
    }
    if (kind == domain::ActionKind::StageChange || kind == domain::ActionKind::FieldEdit)
        return {};
    if (base::trimmed(draft.subject).empty())
        return draftFault("subject", "The subject is empty.", "Write one.");
    if (kind != domain::ActionKind::Email)
        return {};
    const auto at = draft.to.find('@');
    const bool isAddress = at != std::string::npos && at > 0 && at + 1 < draft.to.size() &&
                           draft.to.find_first_of(" ,;<>@", at + 1) == std::string::npos &&
                           draft.to.find_first_of(" ,;<>") == std::string::npos;
    if (!isAddress)
        return draftFault("to",
                          draft.to.empty() ? "There is no recipient."
                                           : "\"" + draft.to + "\" is not one mail address.",
                          "Give one mail address.");
    return {};
}

} // namespace topline::actions
