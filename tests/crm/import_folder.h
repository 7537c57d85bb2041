// A folder of made-up CSV files and everything that an import of it gives. For tests of imports and
// exports only; one thread; the folder goes when the object goes.
#pragma once

#include "core/base/rejects_writer.h"
#include "core/crm/csv_import.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <vector>

namespace topline::crm {

class ImportFolder {
public:
    ImportFolder()
    {
        std::string pattern = testing::TempDir() + "topline-import-XXXXXX";
        m_path = mkdtemp(pattern.data());
    }

    ImportFolder(const ImportFolder &) = delete;
    ImportFolder &operator=(const ImportFolder &) = delete;

    ~ImportFolder() { std::filesystem::remove_all(m_path); }

    const std::string &path() const { return m_path; }

    std::string write(const std::string &name, const std::string &text) const
    {
        const std::string path = m_path + "/" + name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }

    static std::string read(const std::string &path)
    {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

private:
    std::string m_path;
};

// All batches of an import in one.
struct Imported {
    Page page;
    std::vector<domain::EventDraft> activities;
    std::vector<domain::SourceFields> sources;
    std::vector<domain::RejectedRow> rejects;
    std::map<std::string, std::int64_t> rows; // by kind
    std::string rejectsCsv;                   // of the last file that had some
    std::size_t batches = 0;
    std::string error;
};

inline Imported importAll(const Mapping &mapping, const std::vector<std::string> &paths,
                          ImportOptions options = {})
{
    Imported out;
    auto plan = planImport(mapping, paths);
    if (!plan.ok()) {
        out.error = plan.error().text();
        return out;
    }
    CsvImport import(mapping, *plan, options);
    ImportBatch batch;
    const auto append = [](auto &to, const auto &from) {
        to.insert(to.end(), from.begin(), from.end());
    };
    while (true) {
        const auto more = import.next(batch);
        if (!more.ok()) {
            out.error = more.error().text();
            return out;
        }
        if (!*more)
            return out;
        ++out.batches;
        out.rows[std::string(fileKindName(batch.kind))] += batch.rows;
        const Page &page = batch.records.page;
        append(out.page.owners, page.owners);
        append(out.page.quotas, page.quotas);
        append(out.page.products, page.products);
        append(out.page.stages, page.stages);
        append(out.page.accounts, page.accounts);
        append(out.page.contacts, page.contacts);
        append(out.page.deals, page.deals);
        append(out.page.stageChanges, page.stageChanges);
        append(out.page.amountChanges, page.amountChanges);
        append(out.activities, batch.records.activities);
        append(out.sources, batch.sources);
        append(out.rejects, batch.rejects);
        if (!batch.rejects.empty()) {
            out.rejectsCsv.clear();
            base::RejectsWriter writer(out.rejectsCsv, batch.header, batch.delimiter);
            for (const domain::RejectedRow &row : batch.rejects)
                writer.add(row.place, row.reason, row.raw);
        }
    }
}

inline Mapping preset(const std::string &name)
{
    const auto presets = presetMappings();
    EXPECT_TRUE(presets.ok()) << presets.error().text();
    for (const Mapping &mapping : *presets) {
        if (mapping.name == name)
            return mapping;
    }
    ADD_FAILURE() << "there is no preset " << name;
    return {};
}

inline Mapping mappingOf(const std::string &yaml)
{
    auto out = parseMapping(yaml, "test.yaml");
    EXPECT_TRUE(out.ok()) << out.error().text();
    return out.ok() ? *out : Mapping();
}

} // namespace topline::crm
