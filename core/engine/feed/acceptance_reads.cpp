#include "core/engine/feed/acceptance_reads.h"

#include "core/feed/acceptance.h"

namespace topline::engine {

base::Result<PlayAcceptances> playAcceptances(store::Tables &tables)
{
    PlayAcceptances out;
    TRY_ASSIGN(const auto counted, tables.actions.judgements(feed::irrelevantMin, feed::judgedMax));
    for (const auto &[play, said] : counted) {
        const auto acceptance = feed::acceptanceOf(said.judged, said.irrelevant);
        if (acceptance.percent < 100)
            out.emplace(play, acceptance);
    }
    return out;
}

} // namespace topline::engine
