#include "tests/bench/bench_workspace.h"

#include "core/plays/shipped_plays.h"
#include "tests/bench/synthetic_crm.h"

#include <QDir>

#include <algorithm>

namespace topline::bench {

namespace {

QString folderTemplate()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QDir(memory).exists() ? memory : QDir::tempPath()) +
           QStringLiteral("/topline-bench-XXXXXX");
}

} // namespace

BenchWorkspace::BenchWorkspace()
    : clock(birthMs)
    , m_folder(folderTemplate())
{
    folder = m_folder.path().toStdString();
    file = folder + "/w.topline";
    engine::EngineParts parts{clock, m_ids,
                              need(store::Workspace::create(file, m_ids.next(), clock.now())),
                              need(plays::loadShippedPlays())};
    m_engine = need(engine::Engine::open(std::move(parts)));
}

void BenchWorkspace::fill(std::int64_t events)
{
    constexpr std::int64_t pageEvents = 5'000;
    m_accounts = std::max<std::int64_t>(1, events / eventsPerAccount);
    need(m_engine->applyPage("bench", syntheticRecords(m_accounts)));
    for (std::int64_t first = 0; first < events; first += pageEvents) {
        const auto count = std::min(pageEvents, events - first);
        need(m_engine->applyPage("bench", syntheticEvents(first, count, m_accounts)));
    }
    need(m_engine->derive());
}

} // namespace topline::bench
