// A field of a record as the text that edits, conflicts and effects carry (domain::FieldChange):
// texts as they are, "USD 48000.00", "2026-12-31" or "2026-12-31T14:05:00.000Z" in UTC, whole
// numbers; empty for no value. Field names are those of record_fields ("nextStep", "close"). Used
// by the engine when a person edits, by connectors when they write, and by sync when it compares.
// Pure, any thread; text that cannot be read is InvalidInput with one sentence.
#pragma once

#include "core/base/result.h"
#include "core/crm/record_fields.h"

#include <optional>
#include <string>
#include <string_view>

namespace topline::crm {

// The fields of a deal, contact or account that a person may change here.
bool isEditable(FileKind kind, std::string_view field);

std::string editText(FieldType type, const FieldValue &value);
// `currency` is for amounts that name none.
base::Result<FieldValue> readEditText(FieldType type, std::string_view text,
                                      std::optional<base::Currency> currency = std::nullopt);

// Of an Account, Contact or Deal; nullopt when it has no such field.
template <typename Record>
std::optional<std::string> fieldText(const Record &record, std::string_view field);
// InvalidInput also for a field that it does not have. An amount without a currency keeps the one
// that the record has.
template <typename Record>
base::Status setFieldText(Record &record, std::string_view field, std::string_view text);

} // namespace topline::crm
