// What an engine is made of, given to it by the composition in app or by a test. Plain values and
// references; whoever opens the engine fills it.
#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/crm/connector.h"
#include "core/domain/play.h"
#include "core/engine/step/crash_hook.h"
#include "core/store/install_mark.h"
#include "core/store/workspace.h"

#include <memory>
#include <string>
#include <vector>

namespace topline::engine {

// What the engine is made of. Clock and ids must outlive it.
struct EngineParts {
    base::Clock &clock;
    base::IdSource &ids;
    std::unique_ptr<store::Workspace> workspace;
    std::vector<domain::Play> plays;
    std::string sourceTitle = {};         // of the connected source, for people
    CrashHook crashHook = {};             // tests only
    store::InstallMarks *marks = nullptr; // what tells copies apart; null: nothing does
};

} // namespace topline::engine
