#include "core/engine/threads/play_cockpit.h"

#include "core/engine/plays/play_book.h"
#include "core/plays/play_file.h"

#include <memory>
#include <utility>

namespace topline::engine {

void PlayCockpit::loadPlays(Answer<domain::PlaysView> answer)
{
    m_reader.ask<domain::PlaysView>([](Reads &reads) { return reads.plays(); }, std::move(answer));
}

void PlayCockpit::loadHistory(std::string playId, Answer<domain::PlayHistory> answer)
{
    m_reader.ask<domain::PlayHistory>(
        [playId = std::move(playId)](Reads &reads) { return reads.playHistory(playId); },
        std::move(answer));
}

void PlayCockpit::check(std::string yaml, Answer<domain::Play> answer)
{
    m_reader.ask<domain::Play>(
        [yaml = std::move(yaml)](Reads &) { return plays::parsePlay(yaml, ""); },
        std::move(answer));
}

void PlayCockpit::dryRun(std::string yaml, int days, std::function<bool()> isCancelled,
                         Answer<domain::PlayTrial> answer)
{
    m_slow.ask<domain::PlayTrial>(
        [this, yaml = std::move(yaml), days,
         isCancelled = std::move(isCancelled)](Reads &reads) -> base::Result<domain::PlayTrial> {
            TRY_ASSIGN(const domain::Play play, plays::parsePlay(yaml, ""));
            return reads.tryPlay(
                play, days, [&] { return m_slow.isStopping() || (isCancelled && isCancelled()); });
        },
        std::move(answer));
}

void PlayCockpit::change(std::function<base::Result<std::int64_t>(PlayBook &)> command,
                         Answer<std::int64_t> answer)
{
    auto number = std::make_shared<std::int64_t>(0);
    m_loop.command(
        [command = std::move(command), number](Engine &engine) -> base::Status {
            TRY_ASSIGN(*number, command(engine.playBook()));
            return {};
        },
        [answer = std::move(answer), number](const base::Status &status) {
            if (status.ok())
                answer(*number);
            else
                answer(status.error());
        });
}

void PlayCockpit::command(std::function<base::Status(PlayBook &)> command, Done done)
{
    m_loop.command(
        [command = std::move(command)](Engine &engine) { return command(engine.playBook()); },
        std::move(done));
}

void PlayCockpit::save(std::string yaml, domain::OpenCards cards, Answer<std::int64_t> answer)
{
    change([yaml = std::move(yaml), cards](PlayBook &book) { return book.save(yaml, cards); },
           std::move(answer));
}

void PlayCockpit::import(std::string yaml, std::string fileName, Answer<std::int64_t> answer)
{
    change([yaml = std::move(yaml),
            fileName = std::move(fileName)](PlayBook &book) { return book.import(yaml, fileName); },
           std::move(answer));
}

void PlayCockpit::goBack(std::string playId, std::int64_t version, domain::OpenCards cards,
                         Answer<std::int64_t> answer)
{
    change([playId = std::move(playId), version,
            cards](PlayBook &book) { return book.goBack(playId, version, cards); },
           std::move(answer));
}

void PlayCockpit::switchOn(std::string playId, bool isOn, Done done)
{
    command(
        [playId = std::move(playId), isOn](PlayBook &book) { return book.switchOn(playId, isOn); },
        std::move(done));
}

void PlayCockpit::setMode(std::string playId, std::optional<domain::Mode> mode, Done done)
{
    command(
        [playId = std::move(playId), mode](PlayBook &book) { return book.setMode(playId, mode); },
        std::move(done));
}

void PlayCockpit::stopRun(base::Uuid run, Done done)
{
    command([run](PlayBook &book) { return book.stopRun(run); }, std::move(done));
}

void PlayCockpit::pauseRun(base::Uuid run, base::UtcMs untilMs, Done done)
{
    command([run, untilMs](PlayBook &book) { return book.pauseRun(run, untilMs); },
            std::move(done));
}

} // namespace topline::engine
