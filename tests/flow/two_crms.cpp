#include "tests/flow/two_crms.h"

#include "tests/flow/judged_connector.h"

namespace topline::flow {

namespace {

constexpr int quietRoundsMax = 3;
// HubSpot's list of the deleted is read each half hour.
constexpr base::DurationMs betweenRounds = 31 * base::minuteMs;

} // namespace

TwoCrms::TwoCrms(std::uint64_t seed)
    : m_seed(seed)
    , m_random(seed)
    , m_world(m_hub.connector(), m_clock)
{
    align(0);
    m_world.close();
    setRules();
    need(m_world.open());
}

// For some fields, of every kind.
void TwoCrms::setRules()
{
    using Winner = domain::FieldRule::Winner;
    const auto workspace = need(store::Workspace::open(m_world.file(), m_clock.now()));
    auto transaction = need(workspace->begin());
    for (const RecordKind kind : sharedKinds) {
        for (const auto &field : fieldsOf(kind)) {
            const auto pick = m_random.below(6);
            if (pick < 4)
                need(workspace->tables().settings.setFieldRule(
                    kind, field,
                    domain::FieldRule{static_cast<Winner>(pick),
                                      pick == 2 ? m_random.pick(m_sides)->system : ""}));
        }
    }
    need(transaction.commit());
}

// Waiting for limits moves each side's clock on; they meet again at the latest of them.
void TwoCrms::align(base::DurationMs passed)
{
    const auto now = std::max({m_clock.now(), m_hub.clock().now(), m_sales.clock().now()}) + passed;
    m_clock.set(now);
    m_hub.clock().set(now);
    m_sales.clock().set(now);
}

void TwoCrms::run(int records)
{
    fill(records);
    round();
    for (int storm = 0; storm < 3; ++storm) {
        for (int i = 0; i < records; ++i) {
            align(base::secondMs);
            something();
        }
        round();
    }
    int quiet = 0;
    while (differences() != "" && quiet < 10) {
        round();
        ++quiet;
    }
    EXPECT_LE(quiet, quietRoundsMax) << say(differences());
    EXPECT_EQ(differences(), "") << say("after " + std::to_string(quiet) + " quiet rounds");
    expectCalm();
    expectPairs();
}

void TwoCrms::fill(int records)
{
    for (int i = 0; i < records; ++i)
        addSome();
}

// In one of them, or in both, each with values of its own.
void TwoCrms::addSome()
{
    const RecordKind kind = m_random.pick(sharedKinds);
    const std::string key = "k" + std::to_string(++m_keys);
    const auto which = m_random.below(4);
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        if (which < 2 && which != i)
            continue;
        Texts values;
        for (const auto &field : fieldsOf(kind))
            values[field] = fresh();
        m_sides[i]->add(kind, key, values);
    }
}

void TwoCrms::something()
{
    CrmSide &side = *m_random.pick(m_sides);
    const double draw = m_random.uniform();
    if (draw < 0.50) {
        editThere(side);
    } else if (draw < 0.74) {
        editHere();
    } else if (draw < 0.82) {
        mergeThere(side);
    } else if (draw < 0.87) {
        if (const auto alive = side.alive(); !alive.empty())
            side.remove(m_random.pick(alive));
    } else if (draw < 0.92) {
        if (const auto gone = side.deleted(); !gone.empty())
            side.restore(m_random.pick(gone));
    } else if (draw < 0.96) {
        turnOver();
    } else {
        addSome();
    }
}

void TwoCrms::editThere(CrmSide &side)
{
    const auto alive = side.alive();
    if (alive.empty())
        return;
    const auto &id = m_random.pick(alive);
    side.edit(id, m_random.pick(fieldsOf(side.records.at(id).kind)), fresh());
}

void TwoCrms::mergeThere(CrmSide &side)
{
    const auto alive = side.alive();
    if (alive.size() < 2)
        return;
    const auto winner = m_random.pick(alive);
    const auto loser = m_random.pick(alive);
    const auto kind = side.records.at(winner).kind;
    if (winner != loser && side.records.at(loser).kind == kind && side.canMerge(kind))
        side.merge(winner, loser);
}

// The rep sees the mirror and changes a field of a record in it.
void TwoCrms::editHere()
{
    const auto rows = mirror();
    if (rows.empty())
        return;
    const auto at = std::next(rows.begin(), static_cast<std::ptrdiff_t>(m_random.indexOf(rows)));
    const auto kind = static_cast<RecordKind>(at->first.front() - '0');
    const std::int64_t row = std::stoll(at->first.substr(1));
    const auto field = m_random.pick(fieldsOf(kind));
    domain::FieldEditRequest request;
    if (kind == RecordKind::Deal)
        request.deal.value = row;
    else if (kind == RecordKind::Contact)
        request.contact.value = row;
    else
        request.account.value = row;
    const auto value = fresh();
    request.values[field] = value;
    const auto ids = m_world.engine().editFields(request);
    EXPECT_TRUE(ids.ok()) << say(ids.ok() ? "" : ids.error().text());
    if (!ids.ok())
        return;
    const auto action = *need(tables().actions.action(ids->front()));
    m_seen[value] = action.fields.front().base;
    m_edits.push_back(action.id);
}

// A person changes a decision, be it a rule's or one of their own.
void TwoCrms::turnOver()
{
    const auto all = need(tables().conflicts.list(1'000));
    if (all.empty())
        return;
    const auto &one = m_random.pick(all);
    mayRefuse(m_world.engine().resolveConflict(one.id, m_random.chance(0.5)));
}

// Decisions come too late now and then.
void TwoCrms::mayRefuse(const base::Status &done) const
{
    const bool isFine = done.ok() || done.error().code == base::ErrorCode::Refused ||
                        done.error().code == base::ErrorCode::NotFound;
    EXPECT_TRUE(isFine) << say(isFine ? "" : done.error().text());
}

void TwoCrms::round()
{
    align(betweenRounds);
    m_written = 0;
    for (CrmSide *side : m_sides)
        pull(*side);
    decide();
    align(base::minuteMs); // what is held may leave
    push();
    align(0);
}

void TwoCrms::decide()
{
    for (CrmSide *side : m_sides) {
        if (need(tables().heldDeletes.hasAny()))
            mayRefuse(m_world.engine().confirmDeletes(side->system, true));
    }
    for (const auto &conflict : need(tables().conflicts.list(0))) {
        mayRefuse(m_world.engine().resolveConflict(conflict.id, m_random.chance(0.5)));
    }
}

void TwoCrms::push()
{
    for (CrmSide *side : m_sides) {
        JudgedConnector judged(side->connector(), pushesGroups(), [&] {
            return [this, side, before = snapshot(*side)] { judge(*side, before); };
        });
        need(m_world.engine().drainOutbox(judged, m_world.cancel, side == &m_hub));
    }
}

// Whatever differs after a write is Topline's doing.
void TwoCrms::judge(CrmSide &side, const Snapshot &before)
{
    for (const auto &[id, texts] : snapshot(side)) {
        for (const auto &[field, text] : texts) {
            const auto &old = before.at(id).at(field);
            if (old != text)
                judgeWrite(side, id, field, {old, text});
        }
    }
}

} // namespace topline::flow
