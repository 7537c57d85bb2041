// Makes records out of the field values of a row: finds what the row refers to, gives ids to
// records of files without ids, and adds the stages and records that only a reference names. Used
// by CsvImport, in the order of FileKind; one thread. A row that cannot stand is a RowFault with
// one sentence; it leaves nothing in the batch but what its references made.
#pragma once

#include "core/crm/connector.h"
#include "core/crm/mapping.h"
#include "core/crm/record_names.h"
#include "core/crm/stage_catalogue.h"
#include "core/domain/source_fields.h"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace topline::crm {

// The remote id of a record that the workspace already has, for rows that refer to it by name,
// mail address or domain; nothing when there is none.
using KnownRecords = std::function<std::optional<std::string>(
    domain::RecordKind kind, LookUp lookUp, const std::string &text)>;

struct RowFault {
    std::size_t field = 0; // of fieldsOf(kind)
    std::string reason;
};

// The values of one row by field number, and the sources that they were read by (null: none).
struct RowValues {
    std::vector<FieldValue> values;
    std::vector<const FieldSource *> sources;
    std::uint32_t file = 0; // number in the plan
    std::uint32_t line = 0;
    std::string rowKey; // stands in for the id of an activity without one
    // Deals: when a stage was entered, by stage name.
    std::vector<std::pair<std::string, base::UtcMs>> stageDates;
};

// What records came out of some rows; a page is in the order in which it must be applied.
struct BuiltRecords {
    Page page;
    std::vector<domain::EventDraft> activities;
};

class RecordBuilder {
public:
    RecordBuilder(const Mapping &mapping, KnownRecords known, base::UtcMs nowMs);

    // Name tables are kept only for look-ups that these specs use.
    void prepareFor(const FileSpec &spec);

    // The fault, or nothing; `remoteId` is what source cells are kept under (empty: not kept).
    std::optional<RowFault> build(const FileSpec &spec, RowValues &row, BuiltRecords &out,
                                  std::string &remoteId);

    // For messages about a second row with the same id.
    void setFileNames(std::vector<std::string> names) { m_fileNames = std::move(names); }

private:
    struct Links {
        std::string account;
        std::string contact;
        std::string deal;
    };

    std::optional<RowFault> buildKind(const FileSpec &spec, RowValues &row, Page &page,
                                      std::string &remoteId);
    std::optional<RowFault> resolve(FileKind kind, RowValues &row, Page &page);
    std::optional<RowFault> resolveReference(const FieldSource &source, FieldType type,
                                             FieldValue &value, Page &page);
    void resolveStage(FileKind kind, RowValues &row, Page &page);
    void createNamed(FieldType type, LookUp lookUp, const std::string &text, Page &page);
    std::optional<RowFault> noteId(FileKind kind, const std::string &remoteId,
                                   const RowValues &row);
    std::optional<RowFault> finish(domain::Owner &owner, const RowValues &row, Page &page);
    std::optional<RowFault> finish(domain::Product &product, const RowValues &row, Page &page);
    std::optional<RowFault> finish(domain::Stage &stage, const RowValues &row, Page &page);
    std::optional<RowFault> finish(domain::Account &account, const RowValues &row, Page &page);
    std::optional<RowFault> finish(domain::Contact &contact, const RowValues &row, Page &page);
    std::optional<RowFault> finish(domain::Deal &deal, const RowValues &row, Page &page);
    template <typename Record>
    std::optional<RowFault> buildRecord(RowValues &row, Page &page, std::string &remoteId);
    std::optional<RowFault> buildQuota(const RowValues &row, Page &page, std::string &remoteId);
    std::optional<RowFault> buildLink(const FileSpec &spec, const RowValues &row);
    void buildActivity(const RowValues &row, std::vector<domain::EventDraft> &out);
    void remember(const domain::Owner &owner);
    void remember(const domain::Product &product);

    void remember(const domain::Stage &) {}

    void remember(const domain::Account &account);
    void remember(const domain::Contact &contact);
    void remember(const domain::Deal &deal);
    const Links *linksOf(FileKind subject, const std::string &id) const;

    std::string m_mapping;
    KnownRecords m_known;
    base::UtcMs m_nowMs;
    NameIndex m_names;
    StageCatalogue m_stages;
    std::array<RowIndex, 11> m_rows; // by FileKind
    std::unordered_map<std::string, Links> m_links;
    std::vector<std::string> m_fileNames;
};

} // namespace topline::crm
