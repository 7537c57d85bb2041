// What people do with plays: save a new version, switch on and off, set the mode, go back, import.
// Each is one transaction with a ledger row; cards that are open keep the version they were
// proposed by unless the caller says otherwise. Owned by EngineState; on the engine's thread.
#pragma once

#include "core/base/result.h"
#include "core/domain/play_view.h"
#include "core/engine/guards/play_set.h"
#include "core/engine/step/context.h"

#include <string>
#include <vector>

namespace topline::engine {

class PlayBook {
public:
    PlayBook(Context &context, PlaySet &set)
        : m_context(context)
        , m_set(set)
    {
    }

    // At start: plays that came with the program. One whose text has changed becomes a new version,
    // in force where the one before was the program's too, else it is only offered.
    base::Status takeShipped(const std::vector<domain::Play> &shipped);

    // Checks the text; the id must be there already, the number is given here. Gives the version.
    // The same text as the one in force is no news and gives that one.
    base::Result<std::int64_t> save(const std::string &yaml,
                                    domain::OpenCards cards = domain::OpenCards::Keep);
    // Like save, of an id that may be new.
    base::Result<std::int64_t> import(const std::string &yaml, const std::string &fileName);
    // The text of an older version becomes the newest one.
    base::Result<std::int64_t> goBack(const std::string &playId, std::int64_t version,
                                      domain::OpenCards cards = domain::OpenCards::Keep);
    base::Status switchOn(const std::string &playId, bool isOn);
    // Absent: as the document says. Refused where a play that writes to people has not earned it.
    base::Status setMode(const std::string &playId, std::optional<domain::Mode> mode);
    // A person ends a run under way, or lets it wait for a time.
    base::Status stopRun(const base::Uuid &run);
    base::Status pauseRun(const base::Uuid &run, base::UtcMs untilMs);

private:
    struct Saved;
    base::Result<std::int64_t> put(domain::PlayVersion version, domain::OpenCards cards,
                                   const char *what);
    base::Result<domain::PlayState> stateOf(const std::string &playId) const;
    base::Status refresh();
    base::Status changeState(domain::PlayState state, const char *what);
    base::Status proposeAnew(class Step &step, const domain::Play &play);

    Context &m_context;
    PlaySet &m_set;
    std::vector<std::string> m_known; // ids that came with the program or from a person
};

} // namespace topline::engine
