// What an import remembers of records already read, so that later rows can refer to them by name,
// mail address or domain, and so that a second row of the same id is noticed. Used by RecordBuilder
// within one import; one thread. Memory grows with the records that can be referred to, and by 16
// to 32 bytes for each row with an id.
#pragma once

#include "core/crm/mapping.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace topline::crm {

enum class NameMatch { None, One, Several };

class NameIndex {
public:
    // Only what is wanted is kept.
    void want(domain::RecordKind kind, LookUp lookUp);
    void add(domain::RecordKind kind, LookUp lookUp, std::string_view text,
             const std::string &remoteId);

    // Several: more than one record has this name, and none has it letter by letter alone.
    NameMatch find(domain::RecordKind kind, LookUp lookUp, std::string_view text,
                   std::string &remoteId) const;

private:
    using Entries = std::vector<std::pair<std::string, std::string>>; // text, remote id

    struct Table {
        bool wanted = false;
        std::unordered_map<std::string, Entries> entries;
    };

    static std::size_t tableNumber(domain::RecordKind kind, LookUp lookUp);

    std::array<Table, 32> m_tables;
};

// Where an id was first seen, by its hash.
class RowIndex {
public:
    // Notes the row, and gives the file and line of an earlier one with this id, or line 0.
    std::pair<std::uint32_t, std::uint32_t> note(std::string_view id, std::uint32_t file,
                                                 std::uint32_t line);

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t file = 0;
        std::uint32_t line = 0; // 0: free
    };

    void grow();

    std::vector<Slot> m_slots;
    std::size_t m_used = 0;
};

} // namespace topline::crm
