#include "core/sync/roll_call.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

namespace topline::sync {

using base::Result;
using domain::RecordKind;

namespace {

constexpr base::DurationMs newsMs = 30 * base::minuteMs;

constexpr std::array<std::pair<const char *, RecordKind>, 3> objects = {
    {{"accounts", RecordKind::Account},
     {"contacts", RecordKind::Contact},
     {"deals", RecordKind::Deal}}};

std::string objectOf(RecordKind kind)
{
    const auto *found = std::find_if(objects.begin(), objects.end(),
                                     [&](const auto &one) { return one.second == kind; });
    return found == objects.end() ? std::string() : found->first;
}

} // namespace

struct RollCall::Place {
    RecordKind kind = RecordKind::Contact;
    std::int64_t expected = 0;
    bool isOpen = false; // something could not be told
    std::string after;   // the last id that was called
};

struct RollCall::Last {
    base::UtcMs atMs = 0;
    std::int64_t left = 0; // missing afterwards: known, and no news
};

RollCall::RollCall(store::Tables &tables, std::string system, base::UtcMs nowMs)
    : m_tables(tables)
    , m_system(std::move(system))
    , m_nowMs(nowMs)
{
}

std::string RollCall::key(const std::string &object) const
{
    return "sync.roll_call." + m_system + (object.empty() ? "" : "." + object);
}

Result<std::optional<RollCall::Place>> RollCall::place() const
{
    TRY_ASSIGN(const auto text, m_tables.settings.value(key()));
    if (!text)
        return std::optional<Place>();
    Place out;
    int kind = 0;
    std::istringstream in(*text);
    in >> kind >> out.expected >> out.isOpen >> out.after;
    out.kind = static_cast<RecordKind>(kind);
    if (in.fail() || objectOf(out.kind).empty())
        return std::optional<Place>(); // begins again
    return std::optional<Place>(std::move(out));
}

// By the last comparison of counts; what waits for a person is counted here and not there.
Result<std::int64_t> RollCall::missing(const std::string &object) const
{
    TRY_ASSIGN(const auto progress, m_tables.syncObjects.object(m_system, object));
    if (!progress || !progress->remoteCount || !progress->localCount)
        return std::int64_t{0};
    return std::max<std::int64_t>(0, *progress->localCount - *progress->remoteCount);
}

Result<bool> RollCall::isDue(RecordKind kind, std::int64_t missing) const
{
    if (missing == 0)
        return false;
    TRY_ASSIGN(const auto text, m_tables.settings.value(key(objectOf(kind))));
    if (!text)
        return true;
    Last last;
    std::istringstream in(*text);
    in >> last.atMs >> last.left;
    const base::DurationMs since = m_nowMs - last.atMs;
    TRY_ASSIGN(const std::int64_t held, m_tables.heldDeletes.count(m_system, kind));
    return (missing > held && since >= base::dayMs) || (missing > last.left && since >= newsMs);
}

Result<std::optional<RollCallAsk>> RollCall::next() const
{
    TRY_ASSIGN(auto at, place());
    for (std::size_t i = 0; !at && i < objects.size(); ++i) {
        const auto &[object, kind] = objects[i];
        TRY_ASSIGN(const std::int64_t number, missing(object));
        TRY_ASSIGN(const bool isWanted, isDue(kind, number));
        if (isWanted)
            at = Place{kind, number, false, {}};
    }
    if (!at)
        return std::optional<RollCallAsk>();
    RollCallAsk out{at->kind, {}, false, at->expected};
    TRY_ASSIGN(out.remoteIds, m_tables.syncObjects.localIds(m_system, objectOf(at->kind), at->after,
                                                            rollCallIds + 1));
    out.isLast = out.remoteIds.size() <= static_cast<std::size_t>(rollCallIds);
    if (!out.isLast)
        out.remoteIds.pop_back();
    return std::optional<RollCallAsk>(std::move(out));
}

base::Status RollCall::answered(const RollCallAsk &ask, RollCallOutcome outcome)
{
    TRY_ASSIGN(const auto before, place());
    const bool isOpen = (before && before->isOpen) || outcome == RollCallOutcome::Failed;
    if (ask.isLast || outcome == RollCallOutcome::CannotTell) {
        TRY(m_tables.settings.removeValue(key()));
        return finish(objectOf(ask.kind), isOpen);
    }
    std::ostringstream out;
    out << static_cast<int>(ask.kind) << ' ' << ask.expected << ' ' << isOpen << ' '
        << ask.remoteIds.back();
    return m_tables.settings.setValue(key(), out.str());
}

base::Status RollCall::finish(const std::string &object, bool isOpen)
{
    TRY_ASSIGN(auto progress, m_tables.syncObjects.object(m_system, object));
    if (!progress)
        return {};
    TRY_ASSIGN(progress->localCount, m_tables.syncObjects.localCount(m_system, object));
    TRY(m_tables.syncObjects.put(m_system, *progress));
    TRY_ASSIGN(const std::int64_t left, missing(object));
    return m_tables.settings.setValue(key(object), std::to_string(m_nowMs) + " " +
                                                       std::to_string(isOpen ? 0 : left));
}

} // namespace topline::sync
