#include "core/engine/intake/import_run.h"

#include "core/engine/intake/incoming.h"
#include "core/engine/intake/record_intake.h"

#include <filesystem>
#include <utility>

namespace topline::engine {

namespace {

constexpr std::size_t rejectsInReportMax = 1'000;

std::string sourceName(const ImportRequest &request)
{
    std::string out;
    for (const auto &path : request.paths) {
        if (!out.empty())
            out += ", ";
        out += std::filesystem::path(path).filename().string();
    }
    return out;
}

void add(domain::ImportCounts &total, const domain::ImportCounts &part)
{
    total.read += part.read;
    total.added += part.added;
    total.changed += part.changed;
    total.unchanged += part.unchanged;
    total.rejected += part.rejected;
}

} // namespace

base::Result<std::unique_ptr<ImportRun>>
ImportRun::start(Context &context, const ImportRequest &request, domain::ProgressCallback progress)
{
    std::unique_ptr<ImportRun> run(new ImportRun(context));
    run->m_progress = std::move(progress);
    TRY(run->open(request));
    return run;
}

base::Status ImportRun::open(const ImportRequest &request)
{
    m_startedMs = m_context.clock.now();
    m_report.dryRun = request.dryRun;
    auto source = request.events ? openEventFiles(request, m_context.tables(), m_startedMs)
                                 : openCrmFiles(request, m_context.tables(), m_startedMs);
    if (!source.ok())
        return source.error();
    m_source = std::move(source).value();
    m_report.mapping = m_source->mapping();
    TRY_ASSIGN(Step step, Step::begin(m_context, "import"));
    if (request.dryRun) {
        m_dryStep.emplace(std::move(step));
        return {};
    }
    TRY_ASSIGN(m_run,
               step.tables().imports.start(sourceName(request), m_report.mapping, m_startedMs));
    return step.commit();
}

bool ImportRun::goesOn()
{
    if (!m_progress)
        return true;
    domain::ImportProgress progress = m_source->progress();
    progress.elapsedMs = m_context.clock.now() - m_startedMs;
    m_report.cancelled = !m_progress(progress);
    return !m_report.cancelled;
}

base::Result<bool> ImportRun::next()
{
    ImportBatchOfRows batch;
    TRY_ASSIGN(const bool any, m_source->next(batch));
    if (!any)
        return false;
    if (m_dryStep) {
        TRY(takeBatch(*m_dryStep, batch));
    } else {
        TRY_ASSIGN(Step step, Step::begin(m_context, "batch"));
        TRY(takeBatch(step, batch));
        TRY(keepAside(step, batch));
        TRY(step.commit());
    }
    return goesOn();
}

base::Status ImportRun::takeBatch(Step &step, const ImportBatchOfRows &batch)
{
    TRY_ASSIGN(const auto applied, takeIn(step, batch.page));
    for (const auto &[kind, counts] : applied.byKind)
        add(m_report.byKind[kind], counts);
    if (!batch.incoming.drafts.empty()) {
        TRY_ASSIGN(const auto counts, takeIncoming(step, batch.incoming));
        auto &events = m_report.byKind[batch.kind];
        events.read += counts.added + counts.known;
        events.added += counts.added;
        events.unchanged += counts.known;
    }
    const auto rejected = static_cast<std::int64_t>(batch.rejects.size());
    if (rejected > 0) {
        m_report.byKind[batch.kind].read += rejected;
        m_report.byKind[batch.kind].rejected += rejected;
    }
    for (const auto &row : batch.rejects) {
        if (m_report.rejects.size() < rejectsInReportMax)
            m_report.rejects.push_back(row);
    }
    return {};
}

base::Status ImportRun::keepAside(Step &step, const ImportBatchOfRows &batch)
{
    for (const auto &fields : batch.sources)
        TRY(step.tables().sourceFields.put(fields));
    for (const auto &row : batch.rejects)
        TRY(step.tables().imports.addReject(m_run, row));
    step.changes().sync = true;
    return {};
}

base::Result<domain::ImportReport> ImportRun::finish()
{
    if (m_dryStep) {
        m_dryStep.reset(); // rolls back: nothing has changed
        return m_report;
    }
    TRY_ASSIGN(Step step, Step::begin(m_context, "imported"));
    TRY(step.tables().imports.finish(m_run, m_report));
    TRY(step.commit());
    return m_report;
}

} // namespace topline::engine
