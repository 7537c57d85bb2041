#include "core/actions/draft_content.h"
#include "core/engine/reads/reads.h"
#include "core/engine/step/known_action.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QVariant>

#include <algorithm>
#include <set>

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

// The ledger's row of the proposal holds what was looked at: it is in the hash chain.
std::vector<std::pair<std::string, std::string>>
inputsOf(const std::vector<domain::LedgerEntry> &entries)
{
    std::vector<std::pair<std::string, std::string>> out;
    const auto proposed = std::find_if(entries.begin(), entries.end(), [](const auto &entry) {
        return entry.kind == domain::LedgerKind::Proposed ||
               entry.kind == domain::LedgerKind::HeldOut;
    });
    if (proposed == entries.end())
        return out;
    const QJsonObject payload =
        QJsonDocument::fromJson(QByteArray::fromStdString(proposed->payload)).object();
    for (auto one = payload.begin(); one != payload.end(); ++one)
        out.emplace_back(one.key().toStdString(), one.value().toVariant().toString().toStdString());
    return out;
}

base::Result<std::vector<domain::ContentRow>> contentIn(const store::Tables &tables,
                                                        const domain::ActionAudit &audit)
{
    std::set<base::Uuid> used;
    for (const auto &effect : audit.effects) {
        TRY_ASSIGN(const auto assets, tables.content.usedBy(effect.id));
        used.insert(assets.begin(), assets.end());
    }
    TRY_ASSIGN(auto rows, tables.content.rows());
    std::erase_if(rows, [&](const auto &row) {
        return audit.effects.empty() ? !actions::holdsContent(audit.action.draft.body, row.asset)
                                     : !used.contains(row.asset.id);
    });
    return rows;
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
    out.inputs = inputsOf(out.entries);
    TRY_ASSIGN(out.modelRuns, m_tables.assist.runsOf(action));
    TRY_ASSIGN(out.content, contentIn(m_tables, out));
    return out;
}

} // namespace topline::engine
