// Plays as the window works with them: questions and commands on documents, switches and runs. A
// part of Cockpit (which ui includes): the same threads, callbacks and failures.
#pragma once

#include "core/base/result.h"
#include "core/domain/play_view.h"
#include "core/engine/insights.h"

#include <functional>
#include <string>

namespace topline::engine {

class PlayDesk {
public:
    virtual ~PlayDesk() = default;

    // Every play with its figures of the last 30 days, and the runs under way.
    virtual void loadPlays(Answer<domain::PlaysView> answer) = 0;
    virtual void loadHistory(std::string playId, Answer<domain::PlayHistory> answer) = 0;
    // Reads a text as it is being written: the play, or InvalidInput with line and column.
    virtual void check(std::string yaml, Answer<domain::Play> answer) = 0;
    // What it would have done in the last `days`; nothing is stored. `isCancelled` is asked on a
    // reader's thread between two accounts.
    virtual void dryRun(std::string yaml, int days, std::function<bool()> isCancelled,
                        Answer<domain::PlayTrial> answer) = 0;

    // Gives the number of the version that is in force then. InvalidInput with line and column when
    // the text is no play; NotFound where it is none that is here.
    virtual void save(std::string yaml, domain::OpenCards cards, Answer<std::int64_t> answer) = 0;
    virtual void import(std::string yaml, std::string fileName, Answer<std::int64_t> answer) = 0;
    virtual void goBack(std::string playId, std::int64_t version, domain::OpenCards cards,
                        Answer<std::int64_t> answer) = 0;
    virtual void switchOn(std::string playId, bool isOn, Done done) = 0;
    // Absent: as the document says.
    virtual void setMode(std::string playId, std::optional<domain::Mode> mode, Done done) = 0;
    virtual void stopRun(base::Uuid run, Done done) = 0;
    virtual void pauseRun(base::Uuid run, base::UtcMs untilMs, Done done) = 0;
};

} // namespace topline::engine
