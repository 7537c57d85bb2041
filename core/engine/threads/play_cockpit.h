// PlayDesk over the engine's threads: questions on the reader's thread, commands on the engine's. A
// part of CockpitThread, which it must not outlive.
#pragma once

#include "core/engine/play_desk.h"
#include "core/engine/threads/engine_loop.h"
#include "core/engine/threads/reader.h"

namespace topline::engine {

class PlayCockpit final : public PlayDesk {
public:
    // `slow` answers dry runs, behind which nobody waits.
    PlayCockpit(EngineLoop &loop, Reader &reader, Reader &slow)
        : m_loop(loop)
        , m_reader(reader)
        , m_slow(slow)
    {
    }

    void loadPlays(Answer<domain::PlaysView> answer) override;
    void loadHistory(std::string playId, Answer<domain::PlayHistory> answer) override;
    void check(std::string yaml, Answer<domain::Play> answer) override;
    void dryRun(std::string yaml, int days, std::function<bool()> isCancelled,
                Answer<domain::PlayTrial> answer) override;
    void save(std::string yaml, domain::OpenCards cards, Answer<std::int64_t> answer) override;
    void import(std::string yaml, std::string fileName, Answer<std::int64_t> answer) override;
    void goBack(std::string playId, std::int64_t version, domain::OpenCards cards,
                Answer<std::int64_t> answer) override;
    void switchOn(std::string playId, bool isOn, Done done) override;
    void setMode(std::string playId, std::optional<domain::Mode> mode, Done done) override;
    void stopRun(base::Uuid run, Done done) override;
    void pauseRun(base::Uuid run, base::UtcMs untilMs, Done done) override;

private:
    void change(std::function<base::Result<std::int64_t>(PlayBook &)> command,
                Answer<std::int64_t> answer);
    void command(std::function<base::Status(PlayBook &)> command, Done done);

    EngineLoop &m_loop;
    Reader &m_reader;
    Reader &m_slow;
};

} // namespace topline::engine
