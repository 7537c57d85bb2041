// A whole world in one test: a folder that goes away, a clock that stands still until moved, a CRM
// that outlives every crash, and an engine that can be closed and opened again. Used by the flow
// tests, on one thread. A failure to set up ends the test program with its reason.
#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/crm/connector.h"
#include "core/engine/engine.h"
#include "core/store/statement_hook.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <vector>

namespace topline::flow {

inline constexpr base::UtcMs birthMs = 1'788'264'000'000; // Tuesday 2026-09-01T12:00:00Z

// The value, or the end of the test program with the error.
template <typename T> T need(base::Result<T> result)
{
    if (!result.ok()) {
        ADD_FAILURE() << result.error().text();
        std::abort();
    }
    return std::move(result).value();
}

inline void need(const base::Status &status)
{
    if (!status.ok()) {
        ADD_FAILURE() << status.error().text();
        std::abort();
    }
}

class World {
public:
    // Makes the workspace and opens it. What is given must outlive the world.
    World(crm::Connector &crm, base::FixedClock &clock);

    base::FixedClock &clock;
    crm::CancelToken cancel;

    crm::Connector &crm() { return *m_crm; }

    void talkTo(crm::Connector &crm) { m_crm = &crm; }

    engine::Engine &engine() { return *m_engine; }

    bool isOpen() const { return m_engine != nullptr; }

    const std::string &file() const { return m_file; }

    std::string folder() const { return m_folder.path().toStdString(); }

    // Opens the workspace again, with something that watches or breaks it. What was open is closed
    // first, as a crash would close it.
    base::Status open(store::StatementHook *statements = nullptr, engine::CrashHook crash = {});

    void close() { m_engine.reset(); }

    void sync() { need(m_engine->sync(*m_crm, cancel)); }

    engine::DrainReport drain() { return need(m_engine->drainOutbox(*m_crm, cancel)); }

    // A copy of the closed workspace file, and back to it.
    void keepCopy(const std::string &name);
    void restoreCopy(const std::string &name);

private:
    crm::Connector *m_crm;
    QTemporaryDir m_folder;
    std::string m_file;
    base::SeededIdSource m_ids{1};
    std::unique_ptr<engine::Engine> m_engine;
};

// The cards of a feed that wait for approval and could leave as they are.
std::vector<base::Uuid> approvable(const std::vector<domain::FeedCard> &feed);

} // namespace topline::flow
