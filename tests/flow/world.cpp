#include "tests/flow/world.h"

#include "core/actions/draft.h"
#include "core/plays/shipped_plays.h"

#include <QDir>

#include <filesystem>

namespace topline::flow {

namespace fs = std::filesystem;

namespace {

// Memory where there is some: thousands of runs each sync dozens of times.
QString folderTemplate()
{
    const QString memory = QStringLiteral("/dev/shm");
    const bool isThere = fs::is_directory(memory.toStdString());
    return (isThere ? memory : QDir::tempPath()) + QStringLiteral("/topline-XXXXXX");
}

} // namespace

World::World(crm::Connector &connector, base::FixedClock &worldClock)
    : clock(worldClock)
    , m_crm(&connector)
    , m_folder(folderTemplate())
    , m_file(m_folder.path().toStdString() + "/w.topline")
{
    need(store::Workspace::create(m_file, m_ids.next(), clock.now())).reset();
    need(open());
}

base::Status World::open(store::StatementHook *statements, engine::CrashHook crash)
{
    m_engine.reset();
    store::OpenOptions options;
    options.hook = statements;
    TRY_ASSIGN(auto workspace, store::Workspace::open(m_file, clock.now(), options));
    TRY_ASSIGN(auto plays, plays::loadShippedPlays());
    engine::EngineParts parts{clock, m_ids, std::move(workspace), std::move(plays)};
    parts.sourceTitle = m_crm->title();
    parts.crashHook = std::move(crash);
    TRY_ASSIGN(m_engine, engine::Engine::open(std::move(parts)));
    return {};
}

void World::keepCopy(const std::string &name)
{
    fs::copy_file(m_file, folder() + "/" + name, fs::copy_options::overwrite_existing);
}

void World::restoreCopy(const std::string &name)
{
    fs::remove(m_file + "-wal");
    fs::remove(m_file + "-shm");
    fs::copy_file(folder() + "/" + name, m_file, fs::copy_options::overwrite_existing);
}

std::vector<base::Uuid> approvable(const std::vector<domain::FeedCard> &feed)
{
    std::vector<base::Uuid> out;
    for (const auto &card : feed) {
        if (card.action.state == domain::ActionState::Proposed &&
            actions::checkSendable(card.action.kind, card.action.draft).ok())
            out.push_back(card.action.id);
    }
    return out;
}

} // namespace topline::flow
