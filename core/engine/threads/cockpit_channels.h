// ChannelDesk over the engine's threads: mails are read on the reader's thread, the rest on the
// engine's. A part of CockpitThread, which it must not outlive.
#pragma once

#include "core/engine/channel_desk.h"
#include "core/engine/threads/engine_loop.h"
#include "core/engine/threads/reader.h"

namespace topline::engine {

class CockpitChannels final : public ChannelDesk {
public:
    CockpitChannels(EngineLoop &loop, Reader &reader)
        : m_loop(loop)
        , m_reader(reader)
    {
    }

    void loadMailbox(Answer<std::optional<domain::MailAccount>> answer) override;
    void setMailTexts(domain::MailAccount texts, Done done) override;
    void refreshCalendar(Done done) override;
    void loadLetter(domain::EventId event, Answer<domain::MailLetter> answer) override;

private:
    EngineLoop &m_loop;
    Reader &m_reader;
};

} // namespace topline::engine
