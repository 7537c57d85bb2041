// The fields of a record as texts by name, for comparing and merging them one by one; the same
// texts that edits carry. Called by core/sync and by the engine when a person decides a conflict.
// Pure, any thread. A text that cannot be that field is InvalidInput.
#pragma once

#include "core/base/result.h"
#include "core/crm/record_fields.h"
#include "core/domain/records.h"

#include <map>
#include <string>

namespace topline::sync {

using FieldTexts = std::map<std::string, std::string>;

// Every field that people and CRMs write: not id, times of the record itself, nor "deleted". An
// empty text is no value. Money as "1054.50" (US dollars) or "EUR 12.50", times as ISO 8601,
// references as remote ids.
template <typename Record> FieldTexts textsOf(const Record &record);

// A reference that changes loses its row id, so that the store resolves the new name.
template <typename Record>
base::Status setText(Record &record, const std::string &field, const std::string &text);

// Equal as values of that field ("12.50" is "USD 12.5"); texts that cannot be read are compared
// as they stand.
bool sameText(domain::RecordKind kind, const std::string &field, const std::string &a,
              const std::string &b);

} // namespace topline::sync
