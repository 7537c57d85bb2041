#include "core/engine/plays/play_book.h"

#include "core/engine/guards/mode_rules.h"
#include "core/engine/guards/send_guard_desk.h"
#include "core/engine/plays/cadence_drive.h"
#include "core/engine/plays/play_draft.h"
#include "core/engine/step/step.h"
#include "core/plays/decide.h"
#include "core/plays/play_file.h"
#include "core/plays/play_text.h"
#include "core/plays/shipped_plays.h"

#include <algorithm>
#include <map>
#include <utility>

namespace topline::engine {

using domain::PlayOrigin;
using domain::PlayState;
using domain::PlayVersion;

namespace {

base::Error noSuchPlay(const std::string &id)
{
    return {.code = base::ErrorCode::NotFound,
            .message = "There is no play \"" + id + "\".",
            .kept = "Nothing was changed."};
}

// As it was written, with its comments, where the program has it so.
std::string textOf(const domain::Play &play)
{
    if (const auto text = plays::shippedTextOf(play))
        return std::string(*text);
    return plays::playText(play);
}

struct Known {
    std::map<std::string, PlayState> states;
    std::map<std::string, std::vector<PlayVersion>> headings; // by version
};

base::Result<Known> knownPlays(const store::PlayStore &plays)
{
    Known out;
    TRY_ASSIGN(const auto states, plays.states());
    for (const auto &state : states)
        out.states.emplace(state.playId, state);
    TRY_ASSIGN(auto headings, plays.headings());
    for (auto &heading : headings)
        out.headings[heading.playId].push_back(std::move(heading));
    return out;
}

const PlayVersion *inForce(const std::vector<PlayVersion> &headings, const PlayState &state)
{
    const auto found = std::find_if(headings.begin(), headings.end(), [&](const auto &heading) {
        return heading.version == state.version;
    });
    return found == headings.end() ? nullptr : &*found;
}

// A text of the program that the workspace has not got.
bool isNews(const std::vector<PlayVersion> &headings, const PlayState &state,
            const std::string &hash)
{
    const auto *const now = inForce(headings, state);
    if (now && now->origin == PlayOrigin::Shipped)
        return now->sourceSha256 != hash;
    return std::none_of(headings.begin(), headings.end(), [&](const auto &heading) {
        return heading.origin == PlayOrigin::Shipped && heading.sourceSha256 == hash;
    });
}

} // namespace

base::Status PlayBook::takeShipped(const std::vector<domain::Play> &shipped)
{
    TRY_ASSIGN(const Known known, knownPlays(m_context.tables().plays));
    std::vector<PlayVersion> versions;
    std::vector<PlayState> states;
    m_known.clear();
    const auto now = m_context.clock.now();
    for (const auto &play : shipped) {
        m_known.push_back(play.id);
        const std::string text = textOf(play);
        const std::string hash = sourceHash(text);
        const auto state = known.states.find(play.id);
        if (state == known.states.end()) {
            versions.push_back({play.id, play.version, PlayOrigin::Shipped, text, hash,
                                std::string(actor::engine), now});
            states.push_back({play.id, play.version, true, now});
            continue;
        }
        const auto &headings = known.headings.at(play.id);
        if (!isNews(headings, state->second, hash))
            continue;
        const auto *const before = inForce(headings, state->second);
        const std::int64_t number = headings.back().version + 1;
        versions.push_back({play.id, number, PlayOrigin::Shipped, plays::withVersion(text, number),
                            hash, std::string(actor::engine), now});
        if (before && before->origin == PlayOrigin::Shipped) {
            PlayState after = state->second;
            after.version = number;
            after.changedMs = now;
            states.push_back(after);
        }
    }
    for (const auto &[id, headings] : known.headings) { // what people brought needs no program
        const bool isTheirs =
            std::any_of(headings.begin(), headings.end(),
                        [](const auto &heading) { return heading.origin != PlayOrigin::Shipped; });
        if (isTheirs && std::find(m_known.begin(), m_known.end(), id) == m_known.end())
            m_known.push_back(id);
    }
    if (!versions.empty()) {
        TRY_ASSIGN(Step step, Step::begin(m_context, "plays"));
        TRY(step.tables().plays.add(versions));
        if (!states.empty())
            TRY(step.tables().plays.setStates(states));
        if (!known.states.empty()) // else the workspace is new, and nothing has changed
            TRY(step.log(domain::LedgerKind::PlayChanged, actor::engine, domain::AccountId{},
                         {{"plays", static_cast<std::int64_t>(versions.size())},
                          {"what", std::string("program")}}));
        TRY(step.commit());
    }
    return refresh();
}

base::Result<PlayState> PlayBook::stateOf(const std::string &playId) const
{
    TRY_ASSIGN(const auto states, m_context.tables().plays.states());
    const auto found = std::find_if(states.begin(), states.end(),
                                    [&](const auto &state) { return state.playId == playId; });
    if (found == states.end())
        return noSuchPlay(playId);
    return *found;
}

base::Result<std::int64_t> PlayBook::put(PlayVersion version, domain::OpenCards cards,
                                         const char *what)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "play"));
    auto &plays = step.tables().plays;
    TRY_ASSIGN(const auto before, plays.versions(version.playId));
    TRY_ASSIGN(const auto states, plays.states());
    PlayState state{version.playId, 0, true, 0};
    for (const auto &one : states) {
        if (one.playId == version.playId)
            state = one;
    }
    for (const auto &one : before) {
        if (one.version == state.version && one.sourceSha256 == version.sourceSha256)
            return state.version; // the same text is no news
    }
    const std::int64_t number = before.empty() ? 1 : before.front().version + 1;
    version.version = number;
    version.yaml = plays::withVersion(version.yaml, number);
    version.atMs = step.now();
    state.version = number;
    state.changedMs = step.now();
    TRY(plays.add({version}));
    TRY(plays.setStates({state}));
    TRY(step.log(domain::LedgerKind::PlayChanged, version.who, domain::AccountId{},
                 {{"play", version.playId},
                  {"sha256", version.sourceSha256},
                  {"version", number},
                  {"what", std::string(what)}}));
    if (cards == domain::OpenCards::ProposeAnew) {
        TRY_ASSIGN(const domain::Play *const play, m_set.version(plays, version.playId, number));
        TRY(proposeAnew(step, *play));
    }
    step.changes().settings = true;
    TRY(step.commit());
    if (m_known.end() == std::find(m_known.begin(), m_known.end(), version.playId))
        m_known.push_back(version.playId);
    TRY(refresh());
    return number;
}

base::Result<std::int64_t> PlayBook::save(const std::string &yaml, domain::OpenCards cards)
{
    TRY_ASSIGN(const domain::Play play, plays::parsePlay(yaml, ""));
    TRY(stateOf(play.id));
    return put({play.id, 0, PlayOrigin::Own, yaml, sourceHash(yaml), std::string(actor::rep), 0},
               cards, "saved");
}

base::Result<std::int64_t> PlayBook::import(const std::string &yaml, const std::string &fileName)
{
    TRY_ASSIGN(const domain::Play play, plays::parsePlay(yaml, fileName));
    return put(
        {play.id, 0, PlayOrigin::Imported, yaml, sourceHash(yaml), std::string(actor::rep), 0},
        domain::OpenCards::Keep, "imported");
}

base::Result<std::int64_t> PlayBook::goBack(const std::string &playId, std::int64_t version,
                                            domain::OpenCards cards)
{
    TRY_ASSIGN(auto old, m_context.tables().plays.version(playId, version));
    if (!old)
        return noSuchPlay(playId + " " + std::to_string(version));
    old->who = actor::rep;
    return put(std::move(*old), cards, "gone back");
}

base::Status PlayBook::changeState(PlayState state, const char *what)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "play"));
    state.changedMs = step.now();
    TRY(step.tables().plays.setStates({state}));
    TRY(step.log(domain::LedgerKind::PlayChanged, actor::rep, domain::AccountId{},
                 {{"on", state.isOn},
                  {"play", state.playId},
                  {"version", state.version},
                  {"what", std::string(what)}}));
    step.changes().settings = true;
    TRY(step.commit());
    return refresh();
}

base::Status PlayBook::switchOn(const std::string &playId, bool isOn)
{
    TRY_ASSIGN(PlayState state, stateOf(playId));
    if (state.isOn == isOn)
        return {};
    state.isOn = isOn;
    return changeState(std::move(state), isOn ? "on" : "off");
}

base::Status PlayBook::setMode(const std::string &playId, std::optional<domain::Mode> mode)
{
    TRY(stateOf(playId));
    return GuardDesk(m_context).setMode(playId, mode);
}

base::Status PlayBook::refresh()
{
    m_set.setKnown(m_known);
    return m_set.refresh(m_context.tables().plays, m_context.tables().modes);
}

// Cards of the first step that nobody has touched: the old one expires, the new one stands for the
// same signal.
base::Status PlayBook::proposeAnew(Step &step, const domain::Play &play)
{
    TRY_ASSIGN(const auto open, step.tables().actions.open());
    TRY_ASSIGN(const auto modes, step.tables().modes.modes());
    const auto last = modes.find(play.id);
    domain::Play inForce = play;
    inForce.mode = modeInForce(play, last == modes.end() ? nullptr : &last->second);
    for (const auto &before : open) {
        const bool isUntouched = before.state == domain::ActionState::Proposed && !before.isEdited;
        if (before.playId != play.id || before.stepNo != 1 || !isUntouched ||
            before.playVersion >= play.version)
            continue;
        domain::Action gone = before;
        gone.state = domain::ActionState::Expired;
        gone.changedMs = step.now();
        TRY(step.update(gone));
        TRY(step.log(domain::LedgerKind::Expired, actor::rep, gone,
                     {{"new_version", play.version}}));
        TRY(endRunOf(step, before, {domain::ReasonCode::RunStopped, {}}));
        domain::Action anew = before;
        plays::takeStep(anew, inForce, 1);
        anew.id = plays::actionId(play, 1, before.signal);
        anew.createdMs = anew.changedMs = step.now();
        TRY(writeStoredDraft(step, anew, play));
        TRY(step.add(anew));
        TRY(step.log(
            domain::LedgerKind::Proposed, actor::rep, anew,
            {{"instead_of", before.id.text()}, {"play", play.id}, {"version", play.version}}));
        TRY(startRun(step, anew, play));
    }
    return {};
}

base::Status PlayBook::stopRun(const base::Uuid &run)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "run"));
    TRY(engine::stopRun(step, run));
    return step.commit();
}

base::Status PlayBook::pauseRun(const base::Uuid &run, base::UtcMs untilMs)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "run"));
    TRY(engine::pauseRun(step, run, untilMs));
    return step.commit();
}

} // namespace topline::engine
