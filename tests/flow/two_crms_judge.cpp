// What Topline may do to two CRMs and has to keep on record: the judging half of TwoCrms.
#include "core/sync/field_texts.h"
#include "tests/flow/two_crms.h"

#include <algorithm>

namespace topline::flow {

namespace {

std::string rowName(RecordKind kind, std::int64_t row)
{
    return std::to_string(static_cast<int>(kind)) + std::to_string(row);
}

template <typename Record> Texts textsOf(const std::optional<Record> &record, bool *isDeleted)
{
    if (!record)
        return {};
    if (isDeleted)
        *isDeleted = record->deleted;
    return sync::textsOf(*record);
}

// Where the links of one system's records led, and what it had said of them last.
std::map<std::string, store::Link> linksOf(store::Tables &tables, const CrmSide &side)
{
    std::map<std::string, store::Link> out;
    for (const auto &[id, record] : side.records) {
        const auto link = need(tables.links.link(record.kind, side.prefix + id));
        if (link && link->reason == store::LinkReason::Shared)
            out[id] = *link;
    }
    return out;
}

} // namespace

Texts TwoCrms::mirrored(RecordKind kind, std::int64_t row, bool *isDeleted)
{
    auto &records = tables().records;
    if (kind == RecordKind::Account)
        return textsOf(need(records.account({row})), isDeleted);
    if (kind == RecordKind::Contact)
        return textsOf(need(records.contact({row})), isDeleted);
    return textsOf(need(records.deal({row})), isDeleted);
}

Snapshot TwoCrms::snapshot(const CrmSide &side) const
{
    Snapshot out;
    for (const auto &id : side.alive())
        out[id] = side.values(id);
    return out;
}

// What the rep sees: live rows by kind and number.
Snapshot TwoCrms::mirror()
{
    Snapshot out;
    const auto take = [&](RecordKind kind, const auto &rows) {
        for (const auto &row : rows) {
            if (!row.deleted)
                out[rowName(kind, row.id.value)] = sync::textsOf(row);
        }
    };
    take(RecordKind::Account, need(tables().records.accounts()));
    take(RecordKind::Contact, need(tables().records.contacts()));
    take(RecordKind::Deal, need(tables().records.deals()));
    return out;
}

// A value that the other CRM had put there and that is lost in the mirror is on record.
void TwoCrms::pull(CrmSide &side)
{
    const auto links = linksOf(tables(), side);
    std::map<std::string, Texts> before;
    for (const auto &[id, link] : links)
        before[id] = mirrored(link.kind, link.row);
    need(m_world.engine().sync(side.connector(), m_world.cancel));
    for (const auto &[id, link] : linksOf(tables(), side)) {
        const auto old = links.find(id);
        if (old == links.end() || old->second.row != link.row ||
            side.records.at(id).isTouched) // a merge or a restore brings more than one version
            continue;
        for (const auto &field : fieldsOf(link.kind)) {
            const auto &base = old->second.base.at(field);
            const auto &ours = before.at(id).at(field);
            const auto &theirs = link.base.at(field);
            if (theirs == base || ours == base || ours == theirs)
                continue;
            domain::Conflict sought;
            sought.system = side.system;
            sought.kind = link.kind;
            sought.record = link.row;
            sought.field = field;
            sought.base = base;
            sought.ours = ours;
            sought.theirs = theirs;
            EXPECT_TRUE(isOnRecord(sought))
                << say(side.prefix + id + " " + field + ": " + ours + " or " + theirs);
            ++tally.conflicts;
        }
    }
    align(0);
}

bool TwoCrms::isOnRecord(const domain::Conflict &sought)
{
    const auto all = need(tables().conflicts.list(1'000'000));
    return std::any_of(all.begin(), all.end(), [&](const auto &one) {
        // One that is still open keeps the base that it began with.
        const bool isFrom = one.base == sought.base || one.state == domain::ConflictState::Open;
        return one.system == sought.system && one.kind == sought.kind &&
               one.record == sought.record && one.field == sought.field && isFrom &&
               one.ours == sought.ours && one.theirs == sought.theirs;
    });
}

// What is overwritten is what the rep saw, or what a decision says; and a value that this CRM had
// before only comes back by a decision. A group of writes may take several such steps at once.
bool TwoCrms::isAccounted(const CrmSide &side, const std::string &id, const std::string &field,
                          const std::pair<std::string, std::string> &change, int steps)
{
    const auto &[old, text] = change;
    std::set<std::string> over; // what this value may be written over
    const auto seen = m_seen.find(text);
    if (seen != m_seen.end() && !side.records.at(id).had.at(field).contains(text))
        over.insert(seen->second);
    for (const auto &one : need(tables().conflicts.list(1'000'000))) {
        if (one.field != field || one.state == domain::ConflictState::Open)
            continue;
        if (one.ours == text)
            over.insert(one.theirs);
        if (one.theirs == text)
            over.insert(one.ours);
    }
    if (over.contains(old))
        return true;
    return steps > 1 && std::any_of(over.begin(), over.end(), [&](const auto &between) {
               return isAccounted(side, id, field, {old, between}, steps - 1);
           });
}

void TwoCrms::judgeWrite(CrmSide &side, const std::string &id, const std::string &field,
                         const std::pair<std::string, std::string> &change)
{
    const auto &[old, text] = change;
    ++tally.writes;
    ++m_written;
    const auto seen = m_seen.find(text);
    tally.decided += seen == m_seen.end() || seen->second != old;
    EXPECT_TRUE(isAccounted(side, id, field, change, pushesGroups() ? 4 : 1))
        << say(side.prefix + id + " " + field + ": " + text + " over " + old);
    side.noteWrite(id, field, text);
}

// What differs between a CRM and the mirror about this id.
std::string TwoCrms::difference(CrmSide &side, const std::string &id)
{
    const auto &record = side.records.at(id);
    const std::string name = side.prefix + id;
    const auto row = need(tables().links.rowOf(record.kind, name));
    const auto link = need(tables().links.link(record.kind, name));
    if (!side.isAlive(id)) {
        if (row == 0 || (link && link->reason != store::LinkReason::Shared))
            return "";
        bool isDeleted = false;
        mirrored(record.kind, row, &isDeleted);
        return isDeleted ? "" : name + " is still here";
    }
    if (row == 0)
        return name + " is not here";
    bool isDeleted = false;
    const auto here = mirrored(record.kind, row, &isDeleted);
    if (isDeleted)
        return name + " is deleted here";
    if (const auto used = need(tables().links.remoteIdIn(record.kind, row, side.system));
        used != name)
        return name + " is called " + used;
    const auto there = side.values(id);
    for (const auto &field : fieldsOf(record.kind)) {
        const auto &known = link ? link->base.at(field) : here.at(field);
        if (known != there.at(field))
            return name + " " + field + ": " + known + " is " + there.at(field);
        CrmSide &other = &side == m_sides[0] ? *m_sides[1] : *m_sides[0];
        const auto twin = need(tables().links.remoteIdIn(record.kind, row, other.system));
        const bool isEither =
            here.at(field) == there.at(field) ||
            (!twin.empty() &&
             other.values(twin.substr(other.prefix.size())).at(field) == here.at(field));
        if (!isEither)
            return name + " " + field + ": neither has " + here.at(field);
    }
    return "";
}

std::string TwoCrms::differences()
{
    if (need(tables().outbox.pendingCount()) != 0)
        return "something waits to be written";
    if (need(tables().conflicts.openCount()) != 0)
        return "something waits for a decision";
    for (CrmSide *side : m_sides) {
        for (const auto &[id, record] : side->records) {
            if (const auto out = difference(*side, id); out != "")
                return out;
        }
    }
    return "";
}

// Nobody does anything: nothing is written and nothing changes any more.
void TwoCrms::expectCalm()
{
    const auto before = mirror();
    const auto there = std::pair(snapshot(m_hub), snapshot(m_sales));
    const auto writes =
        std::pair(m_hub.bench.fake.journal.size(), m_sales.bench.fake.journal.size());
    const auto conflicts = need(tables().conflicts.list(1'000'000)).size();
    for (int i = 0; i < 2; ++i) {
        round();
        EXPECT_EQ(m_written, 0) << say("ping-pong");
    }
    EXPECT_TRUE(mirror() == before) << say("the mirror goes on changing");
    EXPECT_TRUE(std::pair(snapshot(m_hub), snapshot(m_sales)) == there) << say("ping-pong");
    EXPECT_EQ(std::pair(m_hub.bench.fake.journal.size(), m_sales.bench.fake.journal.size()), writes)
        << say("ping-pong");
    EXPECT_EQ(need(tables().conflicts.list(1'000'000)).size(), conflicts)
        << say("old conflicts come again");
}

// The same person or company is one row; a row holds one record of each CRM.
void TwoCrms::expectPairs()
{
    std::set<std::string> rows;
    for (CrmSide *side : m_sides) {
        for (const auto &id : side->alive()) {
            const auto kind = side->records.at(id).kind;
            const auto row = need(tables().links.rowOf(kind, side->prefix + id));
            EXPECT_TRUE(rows.insert(side->system + rowName(kind, row)).second)
                << say(side->prefix + id + " shares its row with another one");
        }
    }
    for (const auto &id : m_hub.alive()) {
        const auto &one = m_hub.records.at(id);
        for (const auto &twinId : m_sales.alive()) {
            const auto &twin = m_sales.records.at(twinId);
            if (one.key != twin.key || one.kind == RecordKind::Deal || one.isTouched ||
                twin.isTouched)
                continue;
            EXPECT_EQ(need(tables().links.rowOf(one.kind, "hs:" + id)),
                      need(tables().links.rowOf(one.kind, "sf:" + twinId)))
                << say(one.key + " is there twice");
            ++tally.shared;
        }
    }
}

} // namespace topline::flow
