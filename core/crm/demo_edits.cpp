#include "core/crm/demo_edits.h"

#include "core/base/check.h"
#include "core/crm/edit_text.h"

#include <algorithm>

namespace topline::crm {

namespace {

template <typename Record, typename Stands>
void put(Record &record, const DemoEdits &edits, base::UtcMs atMs, Stands stands)
{
    for (const DemoEdit &edit : edits) {
        if (edit.atMs > atMs)
            break;
        for (const auto &change : edit.fields) {
            if (!stands(change.field, edit.atMs))
                continue;
            // Looked at before it was taken into the journal.
            CHECK(setFieldText(record, change.field, change.value).ok());
            record.updatedMs = std::max(record.updatedMs, edit.atMs);
        }
    }
}

bool always(const std::string & /*field*/, base::UtcMs /*atMs*/)
{
    return true;
}

} // namespace

template <typename Record> std::string demoEditFault(const std::vector<domain::FieldChange> &fields)
{
    Record record;
    for (const auto &change : fields) {
        if (!isEditable(fileKindOf<Record>, change.field))
            return "The demo CRM has no field " + change.field + " that can be edited.";
        if (const auto put = setFieldText(record, change.field, change.value); !put)
            return put.error().message;
    }
    return fields.empty() ? "The demo CRM was asked to change nothing." : "";
}

template std::string demoEditFault<domain::Account>(const std::vector<domain::FieldChange> &);
template std::string demoEditFault<domain::Contact>(const std::vector<domain::FieldChange> &);
template std::string demoEditFault<domain::Deal>(const std::vector<domain::FieldChange> &);

void overlay(domain::Deal &deal, const DemoEdits &edits, base::UtcMs lastStageMs,
             base::UtcMs lastAmountMs, base::UtcMs atMs)
{
    put(deal, edits, atMs, [&](const std::string &field, base::UtcMs editedMs) {
        if (field == "nextStep" || field == "close")
            return editedMs > lastStageMs;
        return field != "amount" || editedMs > lastAmountMs;
    });
}

void overlay(domain::Account &account, const DemoEdits &edits, base::UtcMs atMs)
{
    put(account, edits, atMs, always);
}

void overlay(domain::Contact &contact, const DemoEdits &edits, base::UtcMs atMs)
{
    put(contact, edits, atMs, always);
}

} // namespace topline::crm
