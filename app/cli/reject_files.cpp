#include "app/cli/reject_files.h"

#include "core/base/csv_reader.h"
#include "core/base/file_source.h"
#include "core/base/rejects_writer.h"
#include "core/platform/private_folder.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>

namespace topline::app {

namespace {

namespace fs = std::filesystem;

bool isJsonLines(const std::string &path)
{
    const std::string ending = fs::path(path).extension().string();
    return ending == ".jsonl" || ending == ".ndjson" || ending == ".json";
}

// The rows under the header of the file that they came from.
base::Result<std::string> asCsv(const std::string &source,
                                const std::vector<domain::RejectedRow> &rows)
{
    TRY_ASSIGN(auto bytes, base::openFile(source));
    base::CsvReader reader(std::move(bytes));
    base::CsvRow first;
    TRY_ASSIGN(const bool any, reader.next(first));
    std::vector<std::string> header;
    if (any) {
        for (const auto &cell : first.cells)
            header.emplace_back(cell.text);
    }
    std::string out;
    base::RejectsWriter writer(out, header, reader.delimiter());
    for (const auto &row : rows)
        writer.add(row.place, row.reason, row.raw);
    return out;
}

std::string asLines(const std::vector<domain::RejectedRow> &rows)
{
    std::string out;
    for (const auto &row : rows)
        out += row.raw + "\n";
    return out;
}

base::Status writeNew(const std::string &path, const std::string &text)
{
    std::error_code ignored;
    if (fs::exists(path, ignored))
        return base::Error{base::ErrorCode::Conflict, "There is a file " + path + " already.",
                           "It was left as it is; the rows are kept in the workspace.",
                           "Name another folder with --rejects."};
    errno = 0;
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (file)
        return {};
    const int reason = errno;
    return base::Error{reason == ENOSPC ? base::ErrorCode::DiskFull : base::ErrorCode::Io,
                       "Writing " + path + " failed: " + std::strerror(reason) + ".",
                       "The rows are kept in the workspace."};
}

} // namespace

base::Result<std::vector<std::string>>
writeRejectFiles(const std::vector<domain::RejectedRow> &rows, const std::string &folder)
{
    std::map<std::string, std::vector<domain::RejectedRow>> byFile;
    for (const auto &row : rows)
        byFile[row.place.file].push_back(row);
    std::vector<std::string> out;
    if (byFile.empty())
        return out;
    TRY(platform::makePrivateFolder(folder));
    for (const auto &[source, own] : byFile) {
        const bool lines = isJsonLines(source);
        const std::string name =
            fs::path(source).filename().string() + (lines ? ".rejects.jsonl" : ".rejects.csv");
        std::string text;
        if (lines) {
            text = asLines(own);
        } else {
            TRY_ASSIGN(text, asCsv(source, own));
        }
        const std::string path = (fs::path(folder) / name).string();
        TRY(writeNew(path, text));
        out.push_back(path);
    }
    return out;
}

} // namespace topline::app
