#include "core/engine/guards/play_set.h"
#include "core/engine/reads/mode_view.h"
#include "core/engine/reads/reads.h"

#include <algorithm>

namespace topline::engine {

namespace {

constexpr base::DurationMs figuresMs = 30 * base::dayMs;
constexpr std::int64_t runsShown = 500;

using Headings = std::map<std::string, std::vector<domain::PlayVersion>>;

// Where the version in force is from, and what the program has that is not taken.
void addOrigin(domain::PlayRow &row, const Headings &headings)
{
    const auto found = headings.find(row.play.id);
    if (found == headings.end())
        return;
    const domain::PlayVersion *shipped = nullptr;
    const domain::PlayVersion *now = nullptr;
    for (const auto &heading : found->second) {
        if (heading.origin == domain::PlayOrigin::Shipped)
            shipped = &heading;
        if (heading.version == row.play.version)
            now = &heading;
    }
    if (!now)
        return;
    row.origin = now->origin;
    const bool isNewer =
        shipped && now->origin != domain::PlayOrigin::Shipped && shipped->version > now->version;
    if (isNewer && shipped->sourceSha256 != now->sourceSha256)
        row.offered = shipped->version;
}

bool isEnough(const domain::VariantTest &test, base::UtcMs now)
{
    return now - test.sinceMs >= domain::variantTimeMin &&
           std::all_of(test.variants.begin(), test.variants.end(), [](const auto &variant) {
               return variant.people >= domain::variantPeopleMin;
           });
}

} // namespace

base::Result<domain::PlaysView> Reads::plays()
{
    domain::PlaysView out;
    out.untilMs = m_now;
    out.fromMs = m_now - figuresMs;
    TRY_ASSIGN(const auto figures, m_tables.plays.figures(out.fromMs));
    TRY_ASSIGN(auto tests, m_tables.plays.variantTests());
    TRY_ASSIGN(auto all, m_tables.plays.headings());
    Headings headings;
    for (auto &heading : all)
        headings[heading.playId].push_back(std::move(heading));
    TRY_ASSIGN(auto modes, modeRows(m_tables, m_plays, m_policy.guards));
    for (std::size_t at = 0; at < m_plays.size(); ++at) {
        const auto &play = m_plays[at];
        auto &row = out.rows.emplace_back();
        row.play = play;
        row.mode = std::move(modes[at]);
        addOrigin(row, headings);
        if (const auto found = figures.find(play.id); found != figures.end())
            row.figures = found->second;
        if (const auto found = tests.find(play.id); found != tests.end()) {
            row.test = std::move(found->second);
            row.test.isEnough = isEnough(row.test, m_now);
        }
    }
    TRY(addRuns(out));
    return out;
}

base::Status Reads::addRuns(domain::PlaysView &view)
{
    TRY_ASSIGN(auto runs, m_tables.runs.underWay(runsShown));
    PlaySet versions; // what the runs go by, whatever is in force
    for (auto &run : runs) {
        auto &row = view.runs.emplace_back();
        TRY_ASSIGN(const domain::Play *const play,
                   versions.version(m_tables.plays, run.playId, run.playVersion));
        row.playName = play->name;
        row.steps = static_cast<std::int64_t>(play->steps.size());
        TRY_ASSIGN(const auto account, m_tables.records.account(run.account));
        if (account)
            row.accountName = account->name;
        TRY_ASSIGN(const auto contact, m_tables.records.contact(run.contact));
        if (contact)
            row.contactName = contact->fullName();
        row.run = std::move(run);
    }
    return {};
}

base::Result<domain::PlayHistory> Reads::playHistory(const std::string &playId)
{
    domain::PlayHistory out;
    TRY_ASSIGN(out.versions, m_tables.plays.versions(playId));
    TRY_ASSIGN(const auto states, m_tables.plays.states());
    for (const auto &state : states) {
        if (state.playId == playId)
            out.state = state;
    }
    if (out.versions.empty())
        return base::Error{base::ErrorCode::NotFound, "There is no play \"" + playId + "\"."};
    return out;
}

} // namespace topline::engine
