// Writes records as the CSV files of a layout. A record that came from a file of that layout gets
// its original cells back wherever they still say what the record says; all else is written afresh,
// guarded against formulas. Called by the engine on a reading thread; streams, holds one row.
// Nothing appears under its final name before finish(), and nothing that exists is overwritten.
#pragma once

#include "core/base/result.h"
#include "core/crm/mapping.h"
#include "core/domain/source_fields.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace topline::crm {

// What a column that refers to a record by something else than its id holds.
struct RecordNames {
    std::string name;
    std::string email;
    std::string domain;
};

// What the export must ask about records that others refer to, by remote id.
struct ExportLookUps {
    std::function<RecordNames(domain::RecordKind kind, const std::string &remoteId)> names;
    std::function<std::optional<domain::Stage>(const std::string &remoteId)> stage;
};

struct ExportedFile {
    std::string path;
    FileKind kind = FileKind::Accounts;
    std::int64_t rows = 0;
};

struct ExportSummary {
    std::vector<ExportedFile> files;             // in the order in which they were begun
    std::map<std::string, std::int64_t> skipped; // records of kinds that the layout has no file for
};

// Records of a kind must come with their originals first, in the order of the originals; those
// without follow and are added to the first file of their kind.
class CsvExport {
public:
    // `mapping` must outlive the export. The folder is made, for its owner only, where it is not.
    CsvExport(const Mapping &mapping, std::string folder, ExportLookUps lookUps);
    ~CsvExport(); // without finish(): leaves nothing behind

    // For the records of fileKindOf. Conflict when a file of that name exists already; Io or
    // DiskFull when it cannot be written.
    template <typename Record>
    base::Status add(const Record &record, const domain::SourceFields *original = nullptr);

    // Gives the files their names.
    base::Result<ExportSummary> finish();

private:
    struct Output;

    base::Result<Output *> outputFor(FileKind kind, const domain::SourceFields *original);
    base::Result<Output *> begin(FileKind kind, std::string name, std::vector<std::string> columns,
                                 const FileSpec &spec);
    const FileSpec *specFor(FileKind kind, const std::string &file,
                            const std::vector<std::string> &columns) const;
    base::Status flush(Output &output) const;

    const Mapping &m_mapping;
    std::string m_folder;
    ExportLookUps m_lookUps;
    std::vector<std::unique_ptr<Output>> m_outputs;
    std::map<std::string, std::int64_t> m_skipped;
    bool m_finished = false;
};

} // namespace topline::crm
