#include "core/base/repair_file.h"

#include "core/base/file_source.h"
#include "core/base/rejects_writer.h"
#include "core/base/text.h"

#include <algorithm>
#include <string_view>

namespace topline::base {

namespace {

bool endsWith(std::string_view text, std::string_view ending)
{
    return text.size() > ending.size() && text.substr(text.size() - ending.size()) == ending;
}

} // namespace

bool namesJsonLines(const std::string &path)
{
    const std::string lower = lowerAscii(path);
    return endsWith(lower, ".jsonl") || endsWith(lower, ".ndjson") || endsWith(lower, ".json");
}

std::string repairName(const std::string &path)
{
    const std::string ending = namesJsonLines(path) ? ".rejects.jsonl" : ".rejects.csv";
    return endsWith(path, ending) ? path : path + ending;
}

Result<std::string> repairText(const std::string &path, const std::vector<RejectedText> &rejects,
                               CsvOptions options)
{
    std::string out;
    if (namesJsonLines(path)) {
        for (const RejectedText &row : rejects) {
            if (row.place.file == path)
                out += row.raw + "\n";
        }
        return out;
    }
    TRY_ASSIGN(auto source, openFile(path));
    CsvReader reader(std::move(source), options);
    CsvRow header;
    TRY_ASSIGN(const bool any, reader.next(header));
    if (!any)
        return Error{ErrorCode::InvalidInput, path + " is empty."};
    std::vector<std::string> columns;
    for (const CsvCell &cell : header.cells)
        columns.emplace_back(trimmed(cell.text));
    RejectsWriter writer(out, columns, reader.delimiter());
    for (const RejectedText &row : rejects) {
        if (row.place.file == path)
            writer.add(row.place, row.reason, row.raw);
    }
    return out;
}

} // namespace topline::base
