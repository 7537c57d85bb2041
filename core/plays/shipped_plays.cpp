#include "core/plays/shipped_plays.h"

#include "core/plays/play_file.h"

#include <algorithm>
#include <string>

namespace topline::plays {

namespace {

using Plays = std::vector<domain::Play>;

// In the order of shippedPlays().
base::Result<Plays> parseAll()
{
    Plays out;
    for (const auto &shipped : shippedPlays()) {
        TRY_ASSIGN(domain::Play play, parsePlay(shipped.yaml, std::string(shipped.fileName)));
        out.push_back(std::move(play));
    }
    return out;
}

// The texts never change while the program runs, so they are parsed once.
const base::Result<Plays> &parsed()
{
    static const base::Result<Plays> made = parseAll();
    return made;
}

} // namespace

base::Result<std::vector<domain::Play>> loadShippedPlays()
{
    TRY_ASSIGN(Plays out, parsed());
    std::sort(out.begin(), out.end(),
              [](const domain::Play &a, const domain::Play &b) { return a.id < b.id; });
    return out;
}

const domain::Play *playOfShippedText(std::string_view yaml)
{
    const auto texts = shippedPlays();
    const auto found = std::find_if(texts.begin(), texts.end(),
                                    [&](const auto &shipped) { return shipped.yaml == yaml; });
    if (found == texts.end() || !parsed().ok())
        return nullptr;
    return &(*parsed())[static_cast<std::size_t>(found - texts.begin())];
}

std::optional<std::string_view> shippedTextOf(const domain::Play &play)
{
    if (!parsed().ok())
        return std::nullopt;
    const auto found = std::find(parsed()->begin(), parsed()->end(), play);
    if (found == parsed()->end())
        return std::nullopt;
    return shippedPlays()[static_cast<std::size_t>(found - parsed()->begin())].yaml;
}

} // namespace topline::plays
