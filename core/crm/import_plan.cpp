#include "core/crm/import_plan.h"

#include "core/base/csv_reader.h"
#include "core/base/file_source.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

namespace topline::crm {

namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::Result;

struct Candidates {
    std::vector<std::string> paths;
    bool fromFolder = false;
};

bool looksLikeTable(const fs::path &path)
{
    const std::string extension = base::lowerAscii(path.extension().string());
    return extension == ".csv" || extension == ".tsv" || extension == ".txt";
}

Result<Candidates> candidatesIn(const std::vector<std::string> &paths)
{
    Candidates out;
    if (paths.empty())
        return Error{ErrorCode::InvalidInput, "Name the files to import, or a folder."};
    std::error_code failure;
    if (paths.size() != 1 || !fs::is_directory(paths.front(), failure)) {
        out.paths = paths;
        return out;
    }
    out.fromFolder = true;
    fs::directory_iterator entries(paths.front(), failure);
    if (failure)
        return Error{ErrorCode::PermissionDenied,
                     "The folder " + paths.front() + " cannot be read: " + failure.message() + "."};
    for (const fs::directory_entry &entry : entries) {
        if (entry.is_regular_file(failure) && looksLikeTable(entry.path()))
            out.paths.push_back(entry.path().string());
    }
    if (out.paths.empty())
        return Error{ErrorCode::InvalidInput,
                     "The folder " + paths.front() + " holds no CSV files."};
    std::sort(out.paths.begin(), out.paths.end());
    return out;
}

// The first row, or nothing for a file without one.
Result<std::optional<PlannedFile>> peek(const Mapping &mapping, const std::string &path)
{
    TRY_ASSIGN(auto source, base::openFile(path));
    PlannedFile out;
    out.path = path;
    out.name = fs::path(path).filename().string();
    out.bytes = source->size();
    base::CsvReader reader(std::move(source), {mapping.delimiter, mapping.encoding});
    base::CsvRow row;
    TRY_ASSIGN(const bool any, reader.next(row));
    if (!any)
        return std::optional<PlannedFile>();
    if (row.fault)
        return Error{ErrorCode::InvalidInput,
                     "The row of column names cannot be read: " + row.fault->reason + ".",
                     {},
                     {},
                     base::Place{path, row.fault->line, row.fault->column, {}}};
    for (const base::CsvCell &cell : row.cells)
        out.header.emplace_back(base::trimmed(cell.text));
    return std::optional(std::move(out));
}

Error emptyFile(const std::string &path)
{
    return {ErrorCode::InvalidInput, path + " is empty: it has no row of column names."};
}

bool anyPatternFits(const FileSpec &spec, const std::string &name)
{
    return std::any_of(spec.patterns.begin(), spec.patterns.end(),
                       [&](const std::string &pattern) { return fitsPattern(pattern, name); });
}

// The spec that the file fits by name and columns. A file that was named itself may have any
// name as long as its columns fit.
Result<std::optional<std::size_t>> specFor(const Mapping &mapping, const PlannedFile &file,
                                           bool named)
{
    std::optional<Error> nearest;
    std::optional<std::size_t> byColumns;
    std::size_t most = 0;
    for (std::size_t i = 0; i < mapping.files.size(); ++i) {
        const auto bound = bindFields(mapping.files[i], file.header);
        const bool nameFits = anyPatternFits(mapping.files[i], file.name);
        if (bound.ok() && nameFits)
            return std::optional(i);
        if (bound.ok() && named && bound->size() > most) {
            byColumns = i;
            most = bound->size();
        }
        if (!bound.ok() && (nameFits || !nearest))
            nearest = bound.error();
    }
    if (byColumns || !named)
        return byColumns;
    Error out = nearest.value();
    out.message = file.path + " does not fit the mapping \"" + mapping.name + "\". " + out.message;
    out.place = base::Place{file.path, 1, 0, {}};
    return out;
}

Result<ImportPlan> planFor(const Mapping &mapping, const Candidates &candidates)
{
    ImportPlan out;
    for (const std::string &path : candidates.paths) {
        auto file = peek(mapping, path);
        if (!file.ok() && !candidates.fromFolder)
            return file.error();
        if (!file.ok() || !*file) {
            if (!candidates.fromFolder)
                return emptyFile(path);
            out.ignored.push_back(path);
            continue;
        }
        PlannedFile planned = std::move(**file);
        TRY_ASSIGN(const auto spec, specFor(mapping, planned, !candidates.fromFolder));
        if (!spec) {
            out.ignored.push_back(path);
            continue;
        }
        planned.spec = *spec;
        out.bytes += planned.bytes;
        out.boundFields += bindFields(mapping.files[*spec], planned.header)->size();
        out.files.push_back(std::move(planned));
    }
    std::stable_sort(out.files.begin(), out.files.end(),
                     [&](const PlannedFile &a, const PlannedFile &b) {
                         return mapping.files[a.spec].kind < mapping.files[b.spec].kind;
                     });
    return out;
}

} // namespace

Result<ImportPlan> planImport(const Mapping &mapping, const std::vector<std::string> &paths)
{
    TRY_ASSIGN(const Candidates candidates, candidatesIn(paths));
    TRY_ASSIGN(ImportPlan out, planFor(mapping, candidates));
    if (out.files.empty())
        return Error{ErrorCode::InvalidInput,
                     "None of the " + std::to_string(candidates.paths.size()) + " files in " +
                         paths.front() + " fits the mapping \"" + mapping.name + "\"."};
    return out;
}

Result<std::size_t> detectMapping(const std::vector<Mapping> &mappings,
                                  const std::vector<std::string> &paths)
{
    TRY_ASSIGN(const Candidates candidates, candidatesIn(paths));
    // A file that cannot be read is worth more than "no preset fits".
    for (const std::string &path : candidates.paths) {
        if (candidates.fromFolder)
            break;
        TRY_ASSIGN(const auto file, peek(Mapping(), path));
        if (!file)
            return emptyFile(path);
    }
    std::optional<std::size_t> best;
    std::size_t bestFiles = 0;
    std::size_t bestFields = 0;
    for (std::size_t i = 0; i < mappings.size(); ++i) {
        const auto plan = planFor(mappings[i], candidates);
        const std::size_t files = plan.ok() ? plan->files.size() : 0;
        const std::size_t fields = plan.ok() ? plan->boundFields : 0;
        if (files > bestFiles || (files == bestFiles && fields > bestFields)) {
            best = i;
            bestFiles = files;
            bestFields = fields;
        }
    }
    if (best)
        return *best;
    return Error{ErrorCode::InvalidInput,
                 "No preset knows the columns of these files.",
                 {},
                 "Name a mapping file that says which column is what."};
}

} // namespace topline::crm
