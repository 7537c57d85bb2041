#include "core/engine/known_action.h"
#include "core/engine/reads.h"

#include <algorithm>

namespace topline::engine {

namespace {

domain::AuditEffect auditEffect(const domain::Effect &effect,
                                const std::vector<store::Approval> &approvals)
{
    domain::AuditEffect out;
    out.id = effect.id;
    out.channel = effect.channel;
    out.guarantee = domain::guaranteeOf(effect.channel, effect.kind);
    out.state = effect.state;
    out.bytesSha256 = effect.wireSha256;
    for (const auto &approval : approvals) {
        if (approval.wireSha256 != effect.wireSha256)
            continue;
        out.approver = approval.approver;
        out.approvedMs = approval.atMs;
    }
    return out;
}

} // namespace

base::Result<domain::ActionAudit> Reads::audit(const base::Uuid &action)
{
    domain::ActionAudit out;
    TRY_ASSIGN(out.action, knownAction(m_tables, action));
    if (!out.action.playId.empty()) {
        TRY_ASSIGN(const auto version,
                   m_tables.plays.version(out.action.playId, out.action.playVersion));
        if (version)
            out.ruleSha256 = version->sourceSha256;
        for (const auto &play : m_plays) {
            if (play.id == out.action.playId)
                out.playName = play.name;
        }
    }
    if (!out.action.signal.isNull()) {
        TRY_ASSIGN(const auto decisions, m_tables.decisions.ofSignal(out.action.signal));
        for (const auto &decision : decisions) {
            if (decision.playId == out.action.playId)
                out.decision = decision;
        }
    }
    TRY_ASSIGN(const auto approvals, m_tables.outbox.approvals(action));
    TRY_ASSIGN(const auto effects, m_tables.outbox.effectsOf(action));
    for (const auto &effect : effects)
        out.effects.push_back(auditEffect(effect, approvals));
    out.ranByItself = !approvals.empty() && approvals.back().approver == "policy";
    TRY_ASSIGN(out.entries, m_tables.ledger.ofSubject(action));
    return out;
}

} // namespace topline::engine
