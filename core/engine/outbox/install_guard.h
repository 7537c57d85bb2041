// Sees to it that only one copy of a workspace acts: raises its epoch at each opening, compares the
// file with the mark that this computer keeps of it, freezes what does not fit, and renews the mark
// before anything leaves. Owned by EngineState, on the engine's thread. Without marks (tests, runs
// of another time) it changes nothing and finds nothing.
#pragma once

#include "core/base/result.h"
#include "core/engine/step/step.h"
#include "core/store/install_mark.h"
#include "core/store/install_store.h"

#include <optional>

namespace topline::engine {

// What a file and the mark of it say about each other; None: it is the one that acted last.
struct InstallEvidence {
    store::Install install; // as stored
    std::optional<store::InstallMark> mark;
    store::InstallPlace place;
    std::int64_t ledgerSeq = 0;
    std::string hashAtMark; // of the file's ledger, at the row that the mark names
};

domain::FreezeReason reasonToFreeze(const InstallEvidence &evidence);

class InstallGuard {
public:
    // `marks` may be null; else it must outlive this.
    InstallGuard(Context &context, store::InstallMarks *marks)
        : m_context(context)
        , m_marks(marks)
    {
    }

    // Once, before the outbox recovers.
    base::Status begin();
    // Before effects are marked on the wire: Refused, and the workspace frozen, when another copy
    // has taken over.
    base::Status beforeWire();
    // After that, before a byte leaves: the mark outside knows of them. A failure must keep them
    // from leaving.
    base::Status afterWire();
    // When nothing is going on: what happened since is known outside too. A failure does no harm.
    void rest();
    // A person says that this computer takes over. The do-not-contact list, consents and counts of
    // the file that acted until now are taken along, where it is on this computer. Plays that ran
    // by themselves ask first again.
    base::Status takeOver();

    // Why nothing may leave; None: something may.
    domain::FreezeReason why() const
    {
        return m_isFrozen ? m_install.why : domain::FreezeReason::None;
    }

private:
    base::Result<store::InstallMark> markNow();
    base::Result<InstallEvidence> evidence();
    base::Status open(domain::FreezeReason why);
    base::Result<bool> uniteWithOther();
    base::Status refuseIn(Step &step, domain::FreezeReason why);
    base::Status freeze();

    Context &m_context;
    store::InstallMarks *m_marks;
    base::Uuid m_workspace;
    store::Install m_install;
    bool m_isFrozen = false;
    base::Status m_fault; // the mark could not be written
};

} // namespace topline::engine
