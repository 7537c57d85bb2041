#include "tests/sync/two_sided_remote.h"

#include "core/sync/field_texts.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace topline::sync {

using domain::RecordKind;

void Remote::add()
{
    const std::string id = m_prefix + std::to_string(++m_ids);
    auto &record = m_records[id];
    for (const auto &field : editedFields)
        write(record, field, freshValue(), id);
}

void Remote::write(Record &record, const std::string &field, const std::string &value,
                   const std::string &id)
{
    record.fields[field] = value;
    record.history[field].insert(value);
    record.updatedMs = tick();
    m_log.push_back({id, {}, false});
}

std::string Remote::pickAlive()
{
    std::vector<std::string> alive;
    for (const auto &[id, record] : m_records) {
        if (record.isAlive)
            alive.push_back(id);
    }
    return alive.empty() ? std::string() : m_random.pick(alive);
}

void Remote::editSomething()
{
    const std::string id = pickAlive();
    if (id.empty())
        return;
    m_old.push_back(contactOf(id));
    write(m_records[id], m_random.pick(editedFields), freshValue(), id);
}

// Into one of the two, or both into a record with a new id.
void Remote::mergeSome()
{
    const std::string loser = pickAlive();
    std::string survivor = pickAlive();
    if (loser == survivor || loser.empty())
        return;
    std::vector<std::string> losers = {loser};
    if (m_random.chance(0.5)) {
        losers.push_back(survivor);
        const auto fields = m_records[survivor].fields;
        survivor = m_prefix + std::to_string(++m_ids);
        for (const auto &[field, value] : fields)
            write(m_records[survivor], field, value, survivor);
    }
    for (const auto &id : losers) {
        auto &record = m_records[id];
        // The survivor takes some of the loser's values.
        for (const auto &[field, value] : record.fields) {
            if (m_random.chance(0.3))
                write(m_records[survivor], field, value, survivor);
        }
        record.isAlive = false;
        record.mergedInto = survivor;
        tick();
        m_log.push_back({survivor, id, false});
        if (m_random.chance(0.5))
            m_log.push_back({id, {}, true});
    }
    // Some vendors list every id that ever was merged into the survivor.
    if (m_random.chance(0.5)) {
        for (const auto &[id, record] : m_records) {
            if (std::find(losers.begin(), losers.end(), record.mergedInto) != losers.end())
                m_log.push_back({survivor, id, false});
        }
    }
    write(m_records[survivor], "phone", freshValue(), survivor);
}

void Remote::deleteSome()
{
    const std::string id = pickAlive();
    if (id.empty())
        return;
    m_records[id].isAlive = false;
    tick();
    m_log.push_back({id, {}, true});
}

void Remote::restoreSome()
{
    for (auto &[id, record] : m_records) {
        if (record.isAlive || !record.mergedInto.empty() || !m_random.chance(0.3))
            continue;
        record.isAlive = true;
        m_log.push_back({id, {}, false}); // the time of change stays as it was
        return;
    }
}

Remote::Record *Remote::find(std::string id, std::string *now)
{
    for (;;) {
        const auto found = m_records.find(id);
        if (found == m_records.end())
            return nullptr;
        if (found->second.mergedInto.empty()) {
            if (now != nullptr)
                *now = id;
            return found->second.isAlive ? &found->second : nullptr;
        }
        id = found->second.mergedInto;
    }
}

domain::Contact Remote::contactOf(const std::string &id) const
{
    const auto &record = m_records.at(id);
    domain::Contact out;
    out.remoteId = id;
    out.updatedMs = record.updatedMs;
    for (const auto &[field, value] : record.fields)
        EXPECT_TRUE(setText(out, field, value).ok());
    return out;
}

crm::Page Remote::pageOf(const std::string &id) const
{
    crm::Page out;
    out.contacts = {contactOf(id)};
    out.more = true;
    return out;
}

std::vector<crm::Page> Remote::pull(bool hasFaults)
{
    std::vector<crm::Page> out;
    while (m_pulled < m_log.size()) {
        crm::Page page;
        const std::size_t until = std::min(m_log.size(), m_pulled + 1 + m_random.below(12));
        for (; m_pulled < until; ++m_pulled) {
            const auto &entry = m_log[m_pulled];
            if (!entry.mergedFrom.empty())
                page.merged.push_back({RecordKind::Contact, entry.mergedFrom, entry.id});
            const auto &record = m_records.at(entry.id);
            if (entry.isGone && !record.isAlive)
                page.gone.push_back({RecordKind::Contact, entry.id, true});
            if (record.isAlive)
                page.contacts.push_back(contactOf(entry.id));
        }
        if (hasFaults && !m_old.empty() && m_random.chance(0.3)) {
            const auto &late = m_random.pick(m_old);
            if (m_records.at(late.remoteId).isAlive)
                page.contacts.push_back(late);
        }
        page.more = m_pulled < m_log.size();
        out.push_back(page);
        if (hasFaults && m_random.chance(0.2))
            out.push_back(page);
    }
    if (out.empty())
        out.emplace_back();
    return out;
}

} // namespace topline::sync
