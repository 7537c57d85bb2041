#include "core/engine/drafts/content_csv.h"

#include "core/actions/draft_content.h"
#include "core/base/csv_reader.h"
#include "core/base/csv_writer.h"
#include "core/base/text.h"

#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace topline::engine {

namespace {

constexpr std::array<std::string_view, 12> columns = {
    "title",      "url",   "text",    "stages", "industries", "personas",
    "objections", "sizes", "retired", "uses",   "replies",    "won"};

std::string joined(const std::vector<std::string> &texts)
{
    std::string out;
    for (const auto &text : texts)
        out += (out.empty() ? "" : "; ") + text;
    return out;
}

std::vector<std::string> parted(std::string_view text)
{
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto end = text.find(';');
        const auto part = base::trimmed(text.substr(0, end));
        if (!part.empty())
            out.emplace_back(part);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return out;
}

class Rows {
public:
    explicit Rows(const std::string &text)
        : m_reader(base::memorySource(text, "content.csv"))
    {
    }

    base::Result<ContentCsv> read()
    {
        base::CsvRow row;
        TRY_ASSIGN(const bool hasHead, m_reader.next(row));
        if (hasHead)
            readHead(row);
        if (!m_column.contains("title"))
            return base::Error{.code = base::ErrorCode::InvalidInput,
                               .message = "The table has no column \"title\".",
                               .kept = "Nothing was changed.",
                               .todo = "Export the content once to see the columns."};
        for (;;) {
            TRY_ASSIGN(const bool isThere, m_reader.next(row));
            if (!isThere)
                return std::move(m_out);
            if (row.fault)
                fault(row, 0, row.fault->reason);
            else
                take(row);
        }
    }

private:
    void readHead(const base::CsvRow &row)
    {
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            m_column.emplace(base::lowerAscii(base::trimmed(base::unguarded(row.cells[i].text))),
                             i);
    }

    std::string cell(const base::CsvRow &row, const char *name) const
    {
        const auto at = m_column.find(name);
        if (at == m_column.end() || at->second >= row.cells.size())
            return {};
        return std::string(base::trimmed(base::unguarded(row.cells[at->second].text)));
    }

    void take(const base::CsvRow &row)
    {
        domain::ContentAsset asset;
        asset.title = cell(row, "title");
        asset.url = cell(row, "url");
        asset.text = cell(row, "text");
        asset.tags = {parted(cell(row, "stages")), parted(cell(row, "industries")),
                      parted(cell(row, "personas")), parted(cell(row, "objections")),
                      parted(cell(row, "sizes"))};
        const std::string retired = base::lowerAscii(cell(row, "retired"));
        asset.isRetired = retired == "yes" || retired == "1" || retired == "true";
        if (const auto status = actions::checkContent(asset); !status.ok()) {
            const auto at = m_column.find(status.error().place ? status.error().place->field : "");
            fault(row, at == m_column.end() ? 0 : at->second, status.error().message);
            return;
        }
        if (!m_titles.insert(asset.title).second) {
            fault(row, m_column.at("title"), "This title stands in the table twice.");
            return;
        }
        m_out.assets.push_back(std::move(asset));
    }

    void fault(const base::CsvRow &row, std::size_t column, std::string message)
    {
        m_out.faults.push_back({.code = base::ErrorCode::InvalidInput,
                                .message = std::move(message),
                                .kept = "This row was left out.",
                                .todo = {},
                                .place = row.place(column)});
    }

    base::CsvReader m_reader;
    std::map<std::string, std::size_t> m_column;
    std::set<std::string> m_titles;
    ContentCsv m_out;
};

} // namespace

std::string contentCsv(const std::vector<domain::ContentRow> &rows)
{
    std::string out;
    base::CsvWriter writer(out);
    for (const auto name : columns)
        writer.cell(name);
    writer.endRow();
    for (const auto &[asset, counts] : rows) {
        for (const auto &text :
             {asset.title, asset.url, asset.text, joined(asset.tags.stages),
              joined(asset.tags.industries), joined(asset.tags.personas),
              joined(asset.tags.objections), joined(asset.tags.sizes),
              std::string(asset.isRetired ? "yes" : "no"), std::to_string(counts.uses),
              std::to_string(counts.replies), std::to_string(counts.won)})
            writer.cell(text);
        writer.endRow();
    }
    return out;
}

base::Result<ContentCsv> readContentCsv(const std::string &text)
{
    return Rows(text).read();
}

} // namespace topline::engine
