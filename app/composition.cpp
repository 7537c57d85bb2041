#include "app/composition.h"

#include "app/crm_makers.h"
#include "core/base/calendar.h"
#include "core/base/hash.h"
#include "core/crm/demo_connector.h"
#include "core/crm/demo_shelf.h"
#include "core/engine/drafts/draft_work.h"
#include "core/engine/threads/cockpit_thread.h"
#include "core/platform/keychain_vault.h"
#include "core/platform/loopback_receiver.h"
#include "core/platform/random_ids.h"
#include "core/plays/play_file.h"
#include "core/plays/shipped_plays.h"

#include <QTimeZone>

#include <charconv>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

namespace topline::app {

namespace {

const std::string clockAheadKey = "demo.clock_ahead_ms";
// The demo company's accounts are held out by the published check vectors of this salt.
const std::string demoSalt = "holdout:demo-2025";

std::string machineZone()
{
    const std::string name = QTimeZone::systemTimeZoneId().toStdString();
    return base::TimeZone::find(name).ok() ? name : "UTC";
}

// How far the demo's time is ahead of the machine's.
base::Result<base::DurationMs> storedAhead(store::Tables &tables)
{
    TRY_ASSIGN(const auto text, tables.settings.value(clockAheadKey));
    base::DurationMs out = 0;
    if (text)
        std::from_chars(text->data(), text->data() + text->size(), out);
    return out;
}

// With a clock that stands still the ids follow from it and from what is in the workspace, so that
// the same commands give the same file.
std::unique_ptr<base::IdSource> idsFor(const OpenOptions &options, const std::string &salt)
{
    if (!options.asOfMs)
        return std::make_unique<platform::RandomIdSource>();
    const std::string name = std::to_string(*options.asOfMs) + "\n" + salt;
    return std::make_unique<base::SeededIdSource>(base::leadingUint64(base::sha256(name)));
}

base::Result<domain::Play> readPlay(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file)
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = "The play " + path + " cannot be read.",
                           .kept = "Nothing was changed."};
    return plays::parsePlay(text.str(), path);
}

// A file may replace a built-in play of the same id.
base::Result<std::vector<domain::Play>> allPlays(const std::vector<std::string> &files)
{
    TRY_ASSIGN(auto out, plays::loadShippedPlays());
    for (const auto &path : files) {
        TRY_ASSIGN(auto play, readPlay(path));
        std::erase_if(out, [&](const auto &known) { return known.id == play.id; });
        out.push_back(std::move(play));
    }
    return out;
}

// Inside the transaction that makes the workspace what it is.
base::Status settle(store::Workspace &workspace, const NewWorkspace &what, const std::string &zone,
                    base::UtcMs nowMs)
{
    TRY_ASSIGN(auto transaction, workspace.begin());
    auto &settings = workspace.tables().settings;
    TRY_ASSIGN(domain::Policy policy, settings.policy());
    policy.zone = zone;
    if (what.demoSeed) {
        policy.holdout.salt = demoSalt;
        TRY(settings.setDemo({static_cast<std::int64_t>(*what.demoSeed), nowMs}));
    }
    TRY(settings.setPolicy(policy));
    return transaction.commit();
}

base::Status fillShelf(engine::Engine &engine, base::UtcMs nowMs)
{
    for (const auto &asset : crm::demoContent(nowMs))
        TRY(engine.drafts().saveContent(asset));
    for (const auto &snippet : crm::demoSnippets(nowMs))
        TRY(engine.drafts().saveSnippet(snippet));
    return {};
}

} // namespace

Composition::Composition(const OpenOptions &options)
    : m_clock(options.asOfMs)
    , m_marks(platform::defaultMarkFolder())
{
    m_clock.moveAhead(options.aheadMs);
}

Composition::~Composition() = default;

base::Result<std::unique_ptr<Composition>>
Composition::create(const std::string &path, const NewWorkspace &what, const OpenOptions &options)
{
    const std::string zone = !what.zone.empty() ? what.zone
                             : options.asOfMs   ? std::string("UTC")
                                                : machineZone();
    TRY(base::TimeZone::find(zone));
    std::unique_ptr<Composition> out(new Composition(options));
    const auto ids = idsFor(options, "new " + std::to_string(what.demoSeed.value_or(0)));
    TRY_ASSIGN(auto workspace, store::Workspace::create(path, ids->next(), out->m_clock.now()));
    TRY(settle(*workspace, what, zone, out->m_clock.now()));
    TRY(out->start(std::move(workspace), options));
    if (what.demoSeed)
        TRY(fillShelf(*out->m_engine, out->m_clock.now()));
    return out;
}

base::Result<std::unique_ptr<Composition>> Composition::open(const std::string &path,
                                                             const OpenOptions &options)
{
    std::unique_ptr<Composition> out(new Composition(options));
    TRY_ASSIGN(auto workspace, store::Workspace::open(path, out->m_clock.now()));
    TRY(out->start(std::move(workspace), options));
    return out;
}

base::Status Composition::start(std::unique_ptr<store::Workspace> workspace,
                                const OpenOptions &options)
{
    auto &tables = workspace->tables();
    m_path = workspace->path().string();
    TRY_ASSIGN(const auto tail, tables.ledger.tail());
    m_ids = idsFor(options, tail ? tail->hash : "");
    TRY_ASSIGN(const auto demo, tables.settings.demo());
    if (demo) {
        TRY_ASSIGN(const auto ahead, storedAhead(tables));
        if (!m_clock.standsStill())
            m_clock.moveAhead(ahead);
        m_journal = std::make_unique<crm::FileDemoJournal>(crm::FileDemoJournal::pathFor(m_path));
        m_connector = std::make_unique<crm::DemoConnector>(
            crm::DemoOptions{static_cast<std::uint64_t>(demo->seed), demo->anchorMs}, m_clock,
            *m_journal);
    }
    TRY_ASSIGN(const auto info, tables.settings.info());
    m_crms = std::make_unique<CrmConnections>(
        info.id.text(), m_clock, crmMakers(),
        std::vector(std::begin(platform::signInPorts), std::end(platform::signInPorts)));
    m_model = std::make_unique<ModelConnection>(m_crms->clientFor("model"),
                                                [] { return platform::openVault().vault; });
    m_collector = std::make_unique<WindowCollector>(m_clock, m_crms->pace());
    TRY_ASSIGN(auto plays, allPlays(options.playFiles));
    engine::EngineParts parts{m_clock, *m_ids, std::move(workspace), std::move(plays)};
    // What stands still in time is made anew with the same ids, and nothing leaves from it.
    if (!options.asOfMs)
        parts.marks = &m_marks;
    if (m_connector)
        parts.sourceTitle = m_connector->title();
    TRY_ASSIGN(m_engine, engine::Engine::open(std::move(parts)));
    return {};
}

base::Status Composition::moveClockAhead(base::DurationMs byMs)
{
    TRY_ASSIGN(const auto demo, m_engine->tables().settings.demo());
    if (!demo)
        return base::Error{.code = base::ErrorCode::Refused,
                           .message = "Only the demo company's time can be moved.",
                           .kept = "Nothing was changed."};
    if (!m_clock.standsStill()) {
        TRY_ASSIGN(const auto ahead, storedAhead(m_engine->tables()));
        TRY(m_engine->setValue(clockAheadKey, std::to_string(ahead + byMs)));
    }
    m_clock.moveAhead(byMs);
    return {};
}

std::unique_ptr<engine::Cockpit> Composition::startCockpit()
{
    return std::make_unique<engine::CockpitThread>(engine::CockpitParts{
        .engine = std::move(m_engine),
        .connector = m_connector.get(),
        .workspaceFile = m_path,
        .clock = m_clock,
        .source = &m_crms->source(),
        .collector = m_collector.get(),
        .model = m_model->access(),
    });
}

} // namespace topline::app
