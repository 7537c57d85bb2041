#include "core/engine/reads/reads.h"

namespace topline::engine {

namespace {

bool isLetter(domain::EventKind kind)
{
    using enum domain::EventKind;
    return kind == EmailReplied || kind == OutOfOffice || kind == Unsubscribed;
}

} // namespace

base::Result<domain::MailLetter> Reads::letter(domain::EventId event)
{
    TRY_ASSIGN(const auto seen, m_tables.events.event(event));
    if (!seen || !isLetter(seen->kind))
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = "This is no mail of theirs."};
    TRY_ASSIGN(auto known, m_tables.mail.letter(event));
    domain::MailLetter out = known.value_or(domain::MailLetter());
    if (!known) { // seen by a CRM: who wrote it is on record there
        TRY_ASSIGN(const auto contact, m_tables.records.contact(seen->contact.id));
        out.event = event;
        out.subject = seen->title;
        out.atMs = seen->atMs;
        out.fromName = contact ? contact->fullName() : std::string();
        out.from = contact ? contact->email : std::string();
    }
    out.words = seen->body;
    return out;
}

} // namespace topline::engine
