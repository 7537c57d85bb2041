// The wiring, in one place: clock, ids, workspace, plays, the demo company's CRM, the connections
// to real ones, and the engine made of them. Made once by main, on its thread; the terminal uses
// the engine as it is, the window gets threads put around it. What cannot be opened is an Error
// that says why and leaves the file.
#pragma once

#include "app/crm_connections.h"
#include "app/model_access.h"
#include "app/window_collector.h"
#include "app/workspace_clock.h"
#include "core/base/result.h"
#include "core/crm/connector.h"
#include "core/crm/demo_journal.h"
#include "core/engine/cockpit.h"
#include "core/engine/engine.h"
#include "core/platform/install_mark_files.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace topline::app {

struct OpenOptions {
    std::optional<base::UtcMs> asOfMs;       // the clock stands still there
    std::vector<std::string> playFiles = {}; // used beside the built-in plays
    base::DurationMs aheadMs = 0;            // of the machine's clock; tests work in the morning
};

struct NewWorkspace {
    std::optional<std::uint64_t> demoSeed; // the demo company of this seed
    std::string zone;                      // IANA; empty: the machine's, or UTC with asOfMs
};

class Composition {
public:
    // Makes a workspace file and opens it. Nothing is synced yet.
    static base::Result<std::unique_ptr<Composition>>
    create(const std::string &path, const NewWorkspace &what, const OpenOptions &options = {});
    static base::Result<std::unique_ptr<Composition>> open(const std::string &path,
                                                           const OpenOptions &options = {});
    ~Composition();

    engine::Engine &engine() { return *m_engine; } // not after startCockpit()

    crm::Connector *connector() { return m_connector.get(); } // the demo company's, or null

    // Signs in to real CRMs and opens what was signed in.
    crm::ConnectionSource &source() { return m_crms->source(); }

    const WorkspaceClock &clock() const { return m_clock; }

    // Demo workspaces: time moves on by this much, here and (unless the clock stands still) in
    // later sessions too. Refused for any other workspace.
    base::Status moveClockAhead(base::DurationMs byMs);

    // Hands the engine over to threads for the window. Must end before this object does.
    std::unique_ptr<engine::Cockpit> startCockpit();

private:
    explicit Composition(const OpenOptions &options);

    base::Status start(std::unique_ptr<store::Workspace> workspace, const OpenOptions &options);

    WorkspaceClock m_clock;
    platform::InstallMarkFiles m_marks;
    std::string m_path;
    std::unique_ptr<base::IdSource> m_ids;
    std::unique_ptr<crm::DemoJournal> m_journal;
    std::unique_ptr<crm::Connector> m_connector;
    std::unique_ptr<CrmConnections> m_crms;
    std::unique_ptr<ModelConnection> m_model;
    std::unique_ptr<WindowCollector> m_collector;
    std::unique_ptr<engine::Engine> m_engine;
};

} // namespace topline::app
