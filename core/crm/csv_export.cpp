#include "core/crm/csv_export.h"

#include "core/base/csv_writer.h"
#include "core/crm/export_row.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace topline::crm {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using domain::SourceFields;

namespace {

constexpr std::size_t flushBytes = 256 * 1024;

struct CloseFile {
    void operator()(std::FILE *file) const { std::fclose(file); }
};

Error writeFailure(const std::string &path)
{
    const int reason = errno;
    return {reason == ENOSPC ? ErrorCode::DiskFull : ErrorCode::Io,
            "Writing " + path + " failed: " + std::strerror(reason) + ".", "Nothing was exported."};
}

// Names come from the workspace, which may come from elsewhere: never out of the folder.
std::string safeName(const std::string &name)
{
    const std::string file = fs::path(name).filename().string();
    return file.empty() || file == "." || file == ".." ? "export.csv" : file;
}

// "sales_teams*.csv" is written as "sales_teams.csv".
std::string defaultName(const FileSpec &spec)
{
    std::string out;
    std::copy_if(spec.patterns.front().begin(), spec.patterns.front().end(),
                 std::back_inserter(out), [](char c) { return c != '*' && c != '?'; });
    return out;
}

std::vector<std::string> defaultColumns(const FileSpec &spec)
{
    std::vector<std::string> out;
    for (const FieldSpec &field : spec.fields) {
        for (const std::string &column : field.sources.front().columns) {
            if (std::find(out.begin(), out.end(), column) == out.end())
                out.push_back(column);
        }
    }
    return out;
}

std::vector<std::string> columnsOf(const SourceFields &original)
{
    std::vector<std::string> out;
    for (const auto &[column, cell] : original.cells)
        out.push_back(column);
    return out;
}

} // namespace

struct CsvExport::Output {
    ExportedFile file;
    std::string source; // name of the file that the originals came from
    std::vector<std::string> columns;
    std::vector<BoundField> fields;
    std::string partPath;
    std::unique_ptr<std::FILE, CloseFile> stream;
    std::string buffer;
};

CsvExport::CsvExport(const Mapping &mapping, std::string folder, ExportLookUps lookUps)
    : m_mapping(mapping)
    , m_folder(std::move(folder))
    , m_lookUps(std::move(lookUps))
{
}

CsvExport::~CsvExport()
{
    std::error_code ignored;
    for (const auto &output : m_outputs) {
        output->stream.reset();
        if (!m_finished)
            fs::remove(output->partPath, ignored);
    }
}

const FileSpec *CsvExport::specFor(FileKind kind, const std::string &file,
                                   const std::vector<std::string> &columns) const
{
    const FileSpec *fallback = nullptr;
    for (const FileSpec &spec : m_mapping.files) {
        if (spec.kind != kind)
            continue;
        const bool binds = bindFields(spec, columns).ok();
        const bool named =
            std::any_of(spec.patterns.begin(), spec.patterns.end(),
                        [&](const auto &pattern) { return fitsPattern(pattern, file); });
        if (binds && named)
            return &spec;
        if (fallback == nullptr || (binds && !bindFields(*fallback, columns).ok()))
            fallback = &spec;
    }
    return fallback;
}

Result<CsvExport::Output *> CsvExport::outputFor(FileKind kind, const SourceFields *original)
{
    if (original == nullptr) {
        for (const auto &output : m_outputs) {
            if (output->file.kind == kind)
                return output.get();
        }
        for (const FileSpec &spec : m_mapping.files) {
            if (spec.kind == kind)
                return begin(kind, defaultName(spec), defaultColumns(spec), spec);
        }
        return static_cast<Output *>(nullptr);
    }
    for (const auto &output : m_outputs) {
        const bool fits =
            output->file.kind == kind && output->source == original->file &&
            output->columns.size() == original->cells.size() &&
            std::equal(output->columns.begin(), output->columns.end(), original->cells.begin(),
                       [](const auto &column, const auto &cell) { return column == cell.first; });
        if (fits)
            return output.get();
    }
    std::vector<std::string> columns = columnsOf(*original);
    const FileSpec *spec = specFor(kind, original->file, columns);
    if (spec == nullptr)
        return static_cast<Output *>(nullptr);
    return begin(kind, original->file, std::move(columns), *spec);
}

Result<CsvExport::Output *> CsvExport::begin(FileKind kind, std::string name,
                                             std::vector<std::string> columns, const FileSpec &spec)
{
    std::error_code failure;
    if (fs::create_directories(m_folder, failure))
        fs::permissions(m_folder, fs::perms::owner_all, failure);
    if (failure)
        return Error{ErrorCode::Io,
                     "The folder " + m_folder + " cannot be made: " + failure.message() + "."};
    auto output = std::make_unique<Output>();
    output->source = name;
    output->columns = std::move(columns);
    output->fields = fieldsToWrite(spec, output->columns);
    output->file.kind = kind;
    fs::path path = fs::path(m_folder) / safeName(name);
    // Rows of one file name with other columns go into a file of their own.
    const fs::path first = path;
    for (int number = 2; std::any_of(m_outputs.begin(), m_outputs.end(),
                                     [&](const auto &other) { return other->file.path == path; });
         ++number)
        path = first.parent_path() /
               (first.stem().string() + "-" + std::to_string(number) + first.extension().string());
    output->file.path = path.string();
    output->partPath = path.string() + ".part";
    if (fs::exists(path, failure))
        return Error{ErrorCode::Conflict, path.string() + " exists already.",
                     "It was left as it is.", "Export into an empty folder."};
    output->stream.reset(std::fopen(output->partPath.c_str(), "wbx"));
    if (!output->stream)
        return writeFailure(output->partPath);
    fs::permissions(output->partPath, fs::perms::owner_read | fs::perms::owner_write, failure);

    base::CsvWriter writer(
        output->buffer, {m_mapping.delimiter != '\0' ? m_mapping.delimiter : ',', m_mapping.crLf});
    for (const std::string &column : output->columns)
        writer.cell(column);
    writer.endRow();
    m_outputs.push_back(std::move(output));
    return m_outputs.back().get();
}

Status CsvExport::flush(Output &output) const
{
    const std::size_t written =
        std::fwrite(output.buffer.data(), 1, output.buffer.size(), output.stream.get());
    if (written != output.buffer.size() || std::fflush(output.stream.get()) != 0)
        return writeFailure(output.partPath);
    output.buffer.clear();
    return {};
}

template <typename Record> Status CsvExport::add(const Record &record, const SourceFields *original)
{
    constexpr FileKind kind = fileKindOf<Record>;
    TRY_ASSIGN(Output *const output, outputFor(kind, original));
    if (output == nullptr) {
        ++m_skipped[std::string(fileKindName(kind))];
        return {};
    }
    std::vector<std::string> cells(output->columns.size());
    if (original != nullptr) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            cells[i] = original->cells[i].second;
    }
    const bool stageIds =
        std::any_of(m_mapping.files.begin(), m_mapping.files.end(),
                    [](const FileSpec &spec) { return spec.kind == FileKind::Stages; });
    ExportRow(output->fields, m_lookUps, stageIds).render(record, cells);

    base::CsvWriter writer(
        output->buffer, {m_mapping.delimiter != '\0' ? m_mapping.delimiter : ',', m_mapping.crLf});
    for (const std::string &cell : cells)
        writer.cell(cell);
    writer.endRow();
    ++output->file.rows;
    return output->buffer.size() < flushBytes ? Status() : flush(*output);
}

Result<ExportSummary> CsvExport::finish()
{
    ExportSummary out;
    out.skipped = m_skipped;
    for (const auto &output : m_outputs) {
        TRY(flush(*output));
        if (std::FILE *stream = output->stream.release(); std::fclose(stream) != 0)
            return writeFailure(output->partPath);
    }
    m_finished = true;
    for (const auto &output : m_outputs) {
        std::error_code failure;
        fs::rename(output->partPath, output->file.path, failure);
        if (failure)
            return Error{ErrorCode::Io, output->file.path + " cannot be given its name: " +
                                            failure.message() + "."};
        out.files.push_back(output->file);
    }
    return out;
}

template Status CsvExport::add(const domain::Owner &, const SourceFields *);
template Status CsvExport::add(const domain::Quota &, const SourceFields *);
template Status CsvExport::add(const domain::Product &, const SourceFields *);
template Status CsvExport::add(const domain::Stage &, const SourceFields *);
template Status CsvExport::add(const domain::Account &, const SourceFields *);
template Status CsvExport::add(const domain::Contact &, const SourceFields *);
template Status CsvExport::add(const domain::Deal &, const SourceFields *);
template Status CsvExport::add(const domain::StageChange &, const SourceFields *);
template Status CsvExport::add(const domain::AmountChange &, const SourceFields *);
template Status CsvExport::add(const domain::EventDraft &, const SourceFields *);

} // namespace topline::crm
