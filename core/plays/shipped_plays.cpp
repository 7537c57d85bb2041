#include "core/plays/shipped_plays.h"

#include "core/plays/play_file.h"

#include <algorithm>
#include <string>

namespace topline::plays {

base::Result<std::vector<domain::Play>> loadShippedPlays()
{
    std::vector<domain::Play> out;
    for (const auto &shipped : shippedPlays()) {
        TRY_ASSIGN(domain::Play play, parsePlay(shipped.yaml, std::string(shipped.fileName)));
        out.push_back(std::move(play));
    }
    std::sort(out.begin(), out.end(),
              [](const domain::Play &a, const domain::Play &b) { return a.id < b.id; });
    return out;
}

} // namespace topline::plays
