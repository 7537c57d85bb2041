#include "core/crm/record_names.h"

#include "core/base/check.h"

#include <algorithm>
#include <functional>

namespace topline::crm {

namespace {

std::string keyOf(LookUp lookUp, std::string_view text)
{
    return lookUp == LookUp::Name ? nameKey(text) : base::lowerAscii(base::trimmed(text));
}

} // namespace

std::size_t NameIndex::tableNumber(domain::RecordKind kind, LookUp lookUp)
{
    const auto number = static_cast<std::size_t>(kind) * 4 + static_cast<std::size_t>(lookUp);
    CHECK(number < 32);
    return number;
}

void NameIndex::want(domain::RecordKind kind, LookUp lookUp)
{
    m_tables[tableNumber(kind, lookUp)].wanted = true;
}

void NameIndex::add(domain::RecordKind kind, LookUp lookUp, std::string_view text,
                    const std::string &remoteId)
{
    Table &table = m_tables[tableNumber(kind, lookUp)];
    text = base::trimmed(text);
    if (!table.wanted || text.empty())
        return;
    Entries &entries = table.entries[keyOf(lookUp, text)];
    const bool known = std::any_of(entries.begin(), entries.end(),
                                   [&](const auto &entry) { return entry.second == remoteId; });
    if (!known)
        entries.emplace_back(text, remoteId);
}

NameMatch NameIndex::find(domain::RecordKind kind, LookUp lookUp, std::string_view text,
                          std::string &remoteId) const
{
    const Table &table = m_tables[tableNumber(kind, lookUp)];
    const auto found = table.entries.find(keyOf(lookUp, text));
    if (found == table.entries.end())
        return NameMatch::None;
    const Entries &entries = found->second;
    if (entries.size() == 1) {
        remoteId = entries.front().second;
        return NameMatch::One;
    }
    const auto isExact = [&](const auto &entry) { return entry.first == base::trimmed(text); };
    if (std::count_if(entries.begin(), entries.end(), isExact) != 1)
        return NameMatch::Several;
    remoteId = std::find_if(entries.begin(), entries.end(), isExact)->second;
    return NameMatch::One;
}

std::pair<std::uint32_t, std::uint32_t> RowIndex::note(std::string_view id, std::uint32_t file,
                                                       std::uint32_t line)
{
    CHECK(line > 0);
    if (m_used * 4 >= m_slots.size() * 3)
        grow();
    const std::uint64_t hash = std::hash<std::string_view>{}(id);
    std::size_t at = hash & (m_slots.size() - 1);
    while (m_slots[at].line != 0) {
        if (m_slots[at].hash == hash)
            return {m_slots[at].file, m_slots[at].line};
        at = (at + 1) & (m_slots.size() - 1);
    }
    m_slots[at] = {hash, file, line};
    ++m_used;
    return {0, 0};
}

void RowIndex::grow()
{
    std::vector<Slot> old(std::max<std::size_t>(1024, m_slots.size() * 2));
    old.swap(m_slots);
    for (const Slot &slot : old) {
        if (slot.line == 0)
            continue;
        std::size_t at = slot.hash & (m_slots.size() - 1);
        while (m_slots[at].line != 0)
            at = (at + 1) & (m_slots.size() - 1);
        m_slots[at] = slot;
    }
}

} // namespace topline::crm
