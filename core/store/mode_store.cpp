#include "core/store/mode_store.h"

#include "core/domain/effect.h"
#include "core/domain/mail.h"
#include "core/store/query.h"

namespace topline::store {

using base::Result;
using domain::ModeChange;
using domain::PlayConduct;

namespace {

void readChange(Statement &statement, ModeChange &change)
{
    statement.read(change.playId, change.mode, change.why, change.count, change.of, change.atMs);
}

// Facts of an action count since the last change of its play's mode.
#define TOPLINE_SINCE_MODE                                                                         \
    "coalesce((SELECT m.at_ms FROM play_mode m WHERE m.play_id = a.play_id "                       \
    "ORDER BY m.id DESC LIMIT 1), -9000000000000000)"

using Conducts = std::map<std::string, PlayConduct>;

base::Status readApprovals(Database &database, Conducts &out)
{
    Statement statement(database, "SELECT a.play_id, count(*), sum(1 - a.edited) FROM action a "
                                  "WHERE a.play_id <> '' AND EXISTS (SELECT 1 FROM approval p "
                                  "WHERE p.action_id = a.id AND p.approver = 'rep' "
                                  "AND p.at_ms > " TOPLINE_SINCE_MODE ") GROUP BY a.play_id");
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return {};
        std::string play;
        std::int64_t approvals = 0;
        std::int64_t unedited = 0;
        statement.read(play, approvals, unedited);
        out[play].approvals = approvals;
        out[play].unedited = unedited;
    }
}

base::Status readMails(Database &database, Conducts &out)
{
    Statement statement(database,
                        "SELECT a.play_id, count(*) FROM effect f JOIN action a "
                        "ON a.id = f.action_id WHERE f.state = ? AND f.channel = ? "
                        "AND a.play_id <> '' AND f.changed_ms > " TOPLINE_SINCE_MODE
                        " GROUP BY a.play_id",
                        domain::EffectState::Sent, domain::Channel::Mail);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return {};
        std::string play;
        std::int64_t mails = 0;
        statement.read(play, mails);
        out[play].mails = mails;
    }
}

base::Status readComplaints(Database &database, Conducts &out)
{
    using domain::MailKind;
    Statement statement(database,
                        "SELECT a.play_id, count(DISTINCT a.id) FILTER (WHERE m.kind = ?1), "
                        "count(DISTINCT a.id) FILTER (WHERE m.kind = ?2), "
                        "count(DISTINCT a.id) FILTER (WHERE m.kind = ?3) FROM mail_message m "
                        "JOIN action a ON a.uuid = m.action WHERE m.kind IN (?1, ?2, ?3) "
                        "AND m.at_ms > " TOPLINE_SINCE_MODE " GROUP BY a.play_id",
                        MailKind::Bounce, MailKind::Unsubscribe, MailKind::Complaint);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return {};
        std::string play;
        PlayConduct part;
        statement.read(play, part.bounces, part.unsubscribes, part.complaints);
        auto &all = out[play];
        all.bounces = part.bounces;
        all.unsubscribes = part.unsubscribes;
        all.complaints = part.complaints;
    }
}

} // namespace

Result<std::map<std::string, ModeChange>> ModeStore::modes() const
{
    std::map<std::string, ModeChange> out;
    Statement statement(m_database, "SELECT play_id, mode, why, count, of, at_ms FROM play_mode "
                                    "ORDER BY id");
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        ModeChange change;
        readChange(statement, change);
        out[change.playId] = change;
    }
}

Result<std::vector<ModeChange>> ModeStore::history(std::int64_t limit) const
{
    std::vector<ModeChange> out;
    Statement statement(m_database,
                        "SELECT play_id, mode, why, count, of, at_ms FROM play_mode "
                        "ORDER BY id DESC LIMIT ?",
                        limit);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        readChange(statement, out.emplace_back());
    }
}

base::Status ModeStore::add(const ModeChange &change)
{
    return write(m_database,
                 "INSERT INTO play_mode (play_id, mode, why, count, of, at_ms) "
                 "VALUES (?, ?, ?, ?, ?, ?)",
                 change.playId, change.mode, change.why, change.count, change.of, change.atMs);
}

Result<std::vector<PlayConduct>> ModeStore::conduct() const
{
    Conducts byPlay;
    TRY(readApprovals(m_database, byPlay));
    TRY(readMails(m_database, byPlay));
    TRY(readComplaints(m_database, byPlay));
    std::vector<PlayConduct> out;
    for (auto &[play, conduct] : byPlay) {
        conduct.playId = play;
        out.push_back(conduct);
    }
    return out;
}

Result<std::map<std::pair<std::string, domain::OwnerId>, std::int64_t>>
ModeStore::proposedSince(base::UtcMs sinceMs) const
{
    std::map<std::pair<std::string, domain::OwnerId>, std::int64_t> out;
    Statement statement(m_database,
                        "SELECT play_id, owner_id, count(*) FROM action WHERE created_ms >= ?1 "
                        "AND changed_ms >= ?1 AND play_id <> '' GROUP BY play_id, owner_id",
                        sinceMs);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        std::string play;
        domain::OwnerId owner;
        std::int64_t count = 0;
        statement.read(play, owner, count);
        out[{play, owner}] = count;
    }
}

} // namespace topline::store
