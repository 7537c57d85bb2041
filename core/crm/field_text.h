// Text of a cell ↔ value of a field, by the way in which a mapping says it is written. Called for
// every cell by imports and exports; pure, any thread. A cell that cannot be read is InvalidInput
// with one sentence; an empty one is no value.
#pragma once

#include "core/base/result.h"
#include "core/crm/mapping.h"

#include <string>
#include <string_view>

namespace topline::crm {

// A reference gives the text as it stands; finding the record is the caller's task. `currency` is
// what the row says for amounts that name none; unset: the mapping's.
base::Result<FieldValue> parseField(FieldType type, const FieldSource &source,
                                    std::string_view text,
                                    std::optional<base::Currency> currency = std::nullopt);

// The text that parseField reads back as this value.
std::string formatField(FieldType type, const FieldSource &source, const FieldValue &value,
                        std::optional<base::Currency> currency = std::nullopt);

// The text of a field that has several columns, or none but a constant: the parts that are not
// empty, with the separator between them.
std::string joinedText(const FieldSource &source, const std::vector<std::size_t> &columns,
                       const std::vector<std::string_view> &cells);

} // namespace topline::crm
