// Mailbox and calendar for tests of the window: notes what was asked of it, and answers at once
// with what the test put in. GUI thread only.
#pragma once

#include "core/engine/channel_desk.h"

#include <optional>
#include <utility>
#include <vector>

namespace topline::test {

class FakeChannels final : public engine::ChannelDesk {
public:
    std::optional<domain::MailAccount> mailbox;
    std::vector<domain::MailAccount> saved;
    base::Status verdict; // of every command
    int refreshes = 0;
    engine::Done refreshed; // of the last refresh, where the test holds it
    bool holdsRefresh = false;
    std::optional<domain::MailLetter> letter;
    std::vector<domain::EventId> letters; // that were asked for

    void loadMailbox(engine::Answer<std::optional<domain::MailAccount>> answer) override
    {
        answer(mailbox);
    }

    void setMailTexts(domain::MailAccount texts, engine::Done done) override
    {
        saved.push_back(std::move(texts));
        done(verdict);
    }

    void refreshCalendar(engine::Done done) override
    {
        ++refreshes;
        if (holdsRefresh)
            refreshed = std::move(done);
        else
            done(verdict);
    }

    void loadLetter(domain::EventId event, engine::Answer<domain::MailLetter> answer) override
    {
        letters.push_back(event);
        if (letter)
            answer(*letter);
        else
            answer(base::Error{.code = base::ErrorCode::NotFound, .message = "This is no mail."});
    }
};

} // namespace topline::test
