#include "core/engine/outbox/install_guard.h"

#include "core/engine/guards/play_set.h"
#include "core/engine/guards/send_guard_desk.h"
#include "core/store/suppress_union.h"

#include <string>
#include <utility>

namespace topline::engine {

using domain::FreezeReason;

namespace {

base::Error otherCopyActs()
{
    return {.code = base::ErrorCode::Refused,
            .message = "Another copy of this workspace has taken over.",
            .kept = "Nothing was sent from here.",
            .todo = "Go on there, or say that this computer takes over."};
}

std::string nameOf(FreezeReason why)
{
    switch (why) {
    case FreezeReason::None:
        return "none";
    case FreezeReason::Restored:
        return "restored";
    case FreezeReason::OtherMachine:
        return "other machine";
    case FreezeReason::OlderCopy:
        return "older copy";
    case FreezeReason::NoMark:
        return "no mark";
    case FreezeReason::OtherCopy:
        return "other copy";
    }
    return {};
}

// What a play earned may have been lost again since this file was made: it asks first until a
// person lets it run by itself anew. How many there were.
base::Result<std::int64_t> takeBackAuto(Step &step)
{
    TRY_ASSIGN(const auto modes, step.tables().modes.modes());
    std::int64_t out = 0;
    for (const auto &[play, last] : modes) {
        if (last.mode != domain::Mode::Auto)
            continue;
        TRY(noteMode(step,
                     {play, domain::Mode::Approval, domain::ModeWhy::ByHand, 0, 0, step.now()},
                     actor::rep));
        ++out;
    }
    return out;
}

} // namespace

FreezeReason reasonToFreeze(const InstallEvidence &evidence)
{
    const store::Install &file = evidence.install;
    if (!evidence.mark) // new, or the first start of a program that keeps marks
        return file.epoch == 0 ? FreezeReason::None : FreezeReason::NoMark;
    const store::InstallMark &mark = *evidence.mark;
    if (mark.place.machine != evidence.place.machine)
        return FreezeReason::OtherMachine;
    const bool isInPlace =
        mark.place.path == evidence.place.path || mark.place.fileId == evidence.place.fileId;
    if (!isInPlace)
        return FreezeReason::OtherCopy;
    if (file.epoch > 0 && mark.install != file.id)
        return FreezeReason::OtherCopy;
    const bool isShorter = mark.ledgerSeq > evidence.ledgerSeq ||
                           (mark.ledgerSeq > 0 && mark.ledgerHash != evidence.hashAtMark);
    if (mark.epoch > file.epoch || mark.wires > file.wires || isShorter)
        return FreezeReason::OlderCopy;
    return FreezeReason::None;
}

base::Result<store::InstallMark> InstallGuard::markNow()
{
    store::InstallMark out;
    TRY_ASSIGN(const auto install, m_context.tables().install.read());
    TRY_ASSIGN(const auto tail, m_context.tables().ledger.tail());
    out.install = install.id;
    out.place = m_marks->placeOf(m_context.workspace.path().string());
    out.epoch = install.epoch;
    out.wires = install.wires;
    if (tail) {
        out.ledgerSeq = tail->seq;
        out.ledgerHash = tail->hash;
    }
    return out;
}

base::Result<InstallEvidence> InstallGuard::evidence()
{
    InstallEvidence out;
    TRY_ASSIGN(out.install, m_context.tables().install.read());
    auto mark = m_marks->read(m_workspace);
    if (mark.ok()) // one that cannot be read says nothing, so that a person is asked
        out.mark = std::move(mark).value();
    out.place = m_marks->placeOf(m_context.workspace.path().string());
    TRY_ASSIGN(const auto tail, m_context.tables().ledger.tail());
    out.ledgerSeq = tail ? tail->seq : 0;
    if (out.mark && out.mark->ledgerSeq > 0) {
        TRY_ASSIGN(const auto rows, m_context.tables().ledger.range(out.mark->ledgerSeq, 1));
        out.hashAtMark = rows.empty() ? std::string() : rows.front().hash;
    }
    return out;
}

base::Status InstallGuard::begin()
{
    TRY_ASSIGN(m_isFrozen, m_context.tables().settings.frozen());
    TRY_ASSIGN(m_install, m_context.tables().install.read());
    if (m_isFrozen && m_install.why == FreezeReason::None)
        m_install.why = FreezeReason::Restored;
    m_context.tables().outbox.actAs(m_install.epoch);
    if (!m_marks)
        return {};
    TRY_ASSIGN(const auto info, m_context.tables().settings.info());
    m_workspace = info.id;
    TRY_ASSIGN(const auto found, evidence());
    const FreezeReason why = reasonToFreeze(found);
    if (m_install.epoch == 0) {
        m_install.id = found.mark ? found.mark->install : m_context.ids.next();
        // The mark comes first: if it were the other way round, an end in between would look like a
        // lost mark.
        if (!found.mark)
            m_fault = m_marks->write(m_workspace, {m_install.id, found.place});
        if (!m_fault.ok())
            return {}; // told by whoever wants to send
    }
    return open(why);
}

base::Status InstallGuard::open(FreezeReason why)
{
    ++m_install.epoch;
    TRY_ASSIGN(Step step, Step::begin(m_context, "install"));
    if (!m_isFrozen && why != FreezeReason::None)
        TRY(refuseIn(step, why));
    TRY(step.tables().install.put(m_install));
    TRY(step.commit());
    m_context.tables().outbox.actAs(m_install.epoch);
    if (m_isFrozen)
        return {};
    TRY_ASSIGN(const auto mark, markNow());
    m_fault = m_marks->advance(m_workspace, mark);
    return {};
}

base::Status InstallGuard::refuseIn(Step &step, FreezeReason why)
{
    m_isFrozen = true;
    m_install.why = why;
    TRY(step.tables().settings.setFrozen(true));
    step.changes().settings = true;
    return step.log(domain::LedgerKind::PolicyChanged, actor::engine, domain::AccountId{},
                    {{"frozen", true}, {"why", nameOf(why)}});
}

base::Status InstallGuard::beforeWire()
{
    if (!m_marks)
        return {};
    TRY(m_fault);
    TRY_ASSIGN(const auto found, m_marks->read(m_workspace));
    const bool isOurs = found && found->install == m_install.id && found->epoch <= m_install.epoch;
    return isOurs ? base::Status() : freeze();
}

base::Status InstallGuard::afterWire()
{
    if (!m_marks)
        return {};
    TRY_ASSIGN(const auto mark, markNow());
    auto advanced = m_marks->advance(m_workspace, mark);
    if (!advanced.ok() && advanced.error().code == base::ErrorCode::Conflict)
        return freeze();
    return advanced;
}

// Another copy acts meanwhile.
base::Status InstallGuard::freeze()
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "freeze"));
    TRY(refuseIn(step, FreezeReason::OtherCopy));
    TRY(step.tables().install.put(m_install));
    TRY(step.commit());
    return otherCopyActs();
}

void InstallGuard::rest()
{
    if (!m_marks || m_isFrozen)
        return;
    const auto mark = markNow();
    if (mark.ok())
        static_cast<void>(m_marks->advance(m_workspace, *mark));
}

// The file that acted until now may know of people who must not be written to, and of mails that
// left today, what this copy does not. Where it is still there, nothing of that is forgotten.
base::Result<bool> InstallGuard::uniteWithOther()
{
    if (!m_marks)
        return false;
    const auto mark = m_marks->read(m_workspace);
    if (!mark.ok() || !*mark) // who acted before is not known
        return false;
    const auto own = m_context.workspace.path();
    const store::InstallPlace here = m_marks->placeOf(own.string());
    const auto &there = (*mark)->place;
    if (there.machine != here.machine || there.path.empty() || there.path == here.path)
        return false;
    TRY_ASSIGN(const bool isOurs, store::isWorkspace(there.path, m_workspace));
    if (!isOurs)
        return false;
    TRY(store::uniteLists(m_context.workspace.database(), there.path));
    return true;
}

base::Status InstallGuard::takeOver()
{
    TRY_ASSIGN(const bool isUnited, uniteWithOther());
    store::Install taken = m_install;
    taken.why = FreezeReason::None;
    if (m_marks) {
        // Whoever acted before finds another name in the mark, and freezes. An end before the
        // commit leaves this copy frozen as well: a person is asked once more.
        taken.id = m_context.ids.next();
        TRY_ASSIGN(auto mark, markNow());
        mark.install = taken.id;
        TRY(m_marks->write(m_workspace, mark));
    }
    TRY_ASSIGN(Step step, Step::begin(m_context, "thaw"));
    if (m_marks)
        TRY(step.tables().install.put(taken));
    TRY(step.tables().settings.setFrozen(false));
    TRY_ASSIGN(const std::int64_t asksAgain, takeBackAuto(step));
    Payload payload = {{"frozen", false}, {"lists_united", isUnited}};
    if (asksAgain > 0)
        payload.emplace("plays_ask_again", asksAgain);
    TRY(step.log(domain::LedgerKind::PolicyChanged, actor::rep, domain::AccountId{}, payload));
    step.changes().settings = true;
    TRY(step.commit());
    m_install = taken;
    m_isFrozen = false;
    const auto &tables = m_context.tables();
    return m_context.playSet ? m_context.playSet->refresh(tables.plays, tables.modes)
                             : base::Status();
}

} // namespace topline::engine
