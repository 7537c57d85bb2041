#include "core/engine/intake/import_source.h"

#include "core/crm/csv_import.h"
#include "core/engine/intake/known_records.h"
#include "core/engine/mapping_choice.h"
#include "core/intake/draft_links.h"
#include "core/intake/event_import.h"
#include "core/intake/segment_message.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

namespace topline::engine {

namespace {

// The names that records have in reports, where those of files differ.
std::string kindName(crm::FileKind kind)
{
    switch (kind) {
    case crm::FileKind::StageHistory:
        return "stage_changes";
    case crm::FileKind::AmountHistory:
        return "amount_changes";
    case crm::FileKind::Activities:
        return "events";
    default:
        return std::string(crm::fileKindName(kind));
    }
}

class CrmFiles final : public ImportSource {
public:
    CrmFiles(crm::Mapping mapping, crm::ImportPlan plan, store::Tables &tables, base::UtcMs nowMs)
        : m_tables(tables)
        , m_mapping(std::move(mapping))
        , m_import(m_mapping, std::move(plan), options(tables, nowMs))
    {
    }

    base::Result<bool> next(ImportBatchOfRows &batch) override
    {
        crm::ImportBatch read;
        TRY_ASSIGN(const bool any, m_import.next(read));
        batch.kind = kindName(read.kind);
        batch.rows = read.rows;
        batch.page = std::move(read.records.page);
        batch.sources = std::move(read.sources);
        batch.rejects = std::move(read.rejects);
        // Activities name their records by id, which the store resolves; one that the files do
        // not have either is kept without it.
        for (auto &draft : read.records.activities) {
            static_cast<void>(findWho(m_tables, draft));
            batch.page.events.push_back(std::move(draft.event));
        }
        return any;
    }

    domain::ImportProgress progress() const override { return m_import.progress(); }

    std::string mapping() const override { return m_mapping.name; }

private:
    static crm::ImportOptions options(store::Tables &tables, base::UtcMs nowMs)
    {
        crm::ImportOptions out;
        out.nowMs = nowMs;
        out.known = [&tables](domain::RecordKind kind, crm::LookUp lookUp,
                              const std::string &text) {
            return findKnownRecord(tables, kind, lookUp, text);
        };
        return out;
    }

    store::Tables &m_tables;
    const crm::Mapping m_mapping;
    crm::CsvImport m_import;
};

class EventFiles final : public ImportSource {
public:
    EventFiles(std::vector<std::string> paths, store::Tables &tables, base::UtcMs nowMs)
        : m_tables(tables)
        , m_paths(std::move(paths))
        , m_nowMs(nowMs)
    {
        for (const auto &path : m_paths) {
            std::error_code fault;
            const auto bytes = std::filesystem::file_size(path, fault);
            m_bytesTotal += fault ? 0 : static_cast<std::int64_t>(bytes);
        }
    }

    // Opens the first file, so that a wrong one is refused before anything is written.
    base::Status begin() { return openNext(); }

    base::Result<bool> next(ImportBatchOfRows &batch) override
    {
        batch.kind = "events";
        while (m_open) {
            intake::EventBatch read;
            TRY_ASSIGN(const bool any, m_open->next(read));
            batch.rows = read.rows;
            batch.rejects = std::move(read.rejects);
            sortOut(read.events, batch);
            if (any)
                return true;
            m_bytesBefore += m_open->progress().bytesRead;
            m_rowsBefore += m_open->progress().rows;
            TRY(openNext());
        }
        return false;
    }

    domain::ImportProgress progress() const override
    {
        domain::ImportProgress out{m_bytesBefore, m_bytesTotal, m_rowsBefore, 0};
        if (m_open) {
            out.bytesRead += m_open->progress().bytesRead;
            out.rows += m_open->progress().rows;
        }
        return out;
    }

    std::string mapping() const override { return "events"; }

private:
    // The ids of visitors in files are those that the collector's pages have.
    static void sortOut(std::vector<domain::EventDraft> &drafts, ImportBatchOfRows &batch)
    {
        batch.incoming.source = intake::segmentSource;
        for (auto &draft : drafts) {
            if (draft.anonymousId.empty() && draft.userId.empty()) {
                batch.page.events.push_back(std::move(draft.event));
                continue;
            }
            intake::addLinks(draft, {}, batch.incoming.links);
            batch.incoming.drafts.push_back(std::move(draft));
        }
    }

    base::Status openNext()
    {
        m_open.reset();
        if (m_next == m_paths.size())
            return {};
        intake::EventImportOptions options;
        options.format.nowMs = m_nowMs;
        options.findWho = [this](domain::EventDraft &draft) {
            auto nobody = findWho(m_tables, draft);
            const bool isVisitor = !draft.anonymousId.empty() || !draft.userId.empty();
            return isVisitor ? std::nullopt : std::move(nobody);
        };
        TRY_ASSIGN(m_open, intake::EventImport::open(m_paths[m_next++], std::move(options)));
        return {};
    }

    store::Tables &m_tables;
    std::vector<std::string> m_paths;
    base::UtcMs m_nowMs;
    std::unique_ptr<intake::EventImport> m_open;
    std::size_t m_next = 0;
    std::int64_t m_bytesTotal = 0;
    std::int64_t m_bytesBefore = 0;
    std::int64_t m_rowsBefore = 0;
};

base::Result<crm::Mapping> chooseMapping(const ImportRequest &request)
{
    if (!request.mapping.empty())
        return mappingNamed(request.mapping);
    TRY_ASSIGN(auto presets, crm::presetMappings());
    TRY_ASSIGN(const auto number, crm::detectMapping(presets, request.paths));
    return std::move(presets[number]);
}

// A folder stands for the files in it, by name.
base::Result<std::vector<std::string>> filesOf(const std::vector<std::string> &paths)
{
    std::vector<std::string> out;
    for (const auto &path : paths) {
        std::error_code fault;
        if (!std::filesystem::is_directory(path, fault)) {
            out.push_back(path);
            continue;
        }
        std::vector<std::string> inside;
        for (const auto &entry : std::filesystem::directory_iterator(path, fault)) {
            if (entry.is_regular_file(fault))
                inside.push_back(entry.path().string());
        }
        std::sort(inside.begin(), inside.end());
        out.insert(out.end(), inside.begin(), inside.end());
    }
    if (out.empty())
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = "There is no file to import.",
                           .kept = "Nothing was changed.",
                           .todo = "Name a file, or a folder with files."};
    return out;
}

} // namespace

base::Result<std::unique_ptr<ImportSource>> openCrmFiles(const ImportRequest &request,
                                                         store::Tables &tables, base::UtcMs nowMs)
{
    TRY_ASSIGN(auto mapping, chooseMapping(request));
    TRY_ASSIGN(auto plan, crm::planImport(mapping, request.paths));
    return std::unique_ptr<ImportSource>(
        std::make_unique<CrmFiles>(std::move(mapping), std::move(plan), tables, nowMs));
}

base::Result<std::unique_ptr<ImportSource>> openEventFiles(const ImportRequest &request,
                                                           store::Tables &tables, base::UtcMs nowMs)
{
    TRY_ASSIGN(auto paths, filesOf(request.paths));
    auto files = std::make_unique<EventFiles>(std::move(paths), tables, nowMs);
    TRY(files->begin());
    return std::unique_ptr<ImportSource>(std::move(files));
}

} // namespace topline::engine
