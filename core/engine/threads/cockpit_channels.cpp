#include "core/engine/threads/cockpit_channels.h"

#include "core/engine/channels/mail_book.h"

#include <utility>

namespace topline::engine {

void CockpitChannels::loadMailbox(Answer<std::optional<domain::MailAccount>> answer)
{
    m_loop.ask<std::optional<domain::MailAccount>>(
        [](Engine &engine) { return engine.mail().account(); }, std::move(answer));
}

void CockpitChannels::setMailTexts(domain::MailAccount texts, Done done)
{
    m_loop.command(
        [texts = std::move(texts)](Engine &engine) { return engine.mail().setTexts(texts); },
        std::move(done));
}

void CockpitChannels::refreshCalendar(Done done)
{
    const bool isTaken =
        m_loop.queue().post([this, done] { m_loop.connections().syncOne("calendar", done); });
    if (!isTaken)
        done(tooBusy());
}

void CockpitChannels::loadLetter(domain::EventId event, Answer<domain::MailLetter> answer)
{
    m_reader.ask<domain::MailLetter>([event](Reads &reads) { return reads.letter(event); },
                                     std::move(answer));
}

} // namespace topline::engine
