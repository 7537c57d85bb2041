#include "core/store/calendar_store.h"

#include "core/store/query.h"
#include "core/store/text_list.h"

#include <string>
#include <vector>

namespace topline::store {

namespace {

using domain::CalendarAccount;

constexpr const char *accountKey = "calendar.account";

std::vector<std::string> textsOf(const CalendarAccount &account)
{
    return {account.url,     account.user, account.path, account.title,
            account.address, account.name, account.zone, account.caFile};
}

} // namespace

base::Result<std::optional<CalendarAccount>> CalendarStore::account() const
{
    TRY_ASSIGN(const auto stored, readOne(m_database, "SELECT value FROM setting WHERE key = ?",
                                          std::optional<std::string>(), accountKey));
    if (!stored)
        return std::optional<CalendarAccount>();
    const auto texts = decodeTexts(*stored);
    if (!texts || texts->size() != textsOf({}).size())
        return base::Error{base::ErrorCode::Corrupt, "The settings of the calendar cannot be read.",
                           "Nothing was changed.", "Connect the calendar again."};
    CalendarAccount out;
    std::size_t at = 0;
    for (std::string *text : {&out.url, &out.user, &out.path, &out.title, &out.address, &out.name,
                              &out.zone, &out.caFile})
        *text = (*texts)[at++];
    return std::optional<CalendarAccount>(std::move(out));
}

base::Status CalendarStore::setAccount(const CalendarAccount &account)
{
    return write(m_database,
                 "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE "
                 "SET value = ?2 WHERE value <> ?2",
                 accountKey, encodeTexts(textsOf(account)));
}

base::Status CalendarStore::removeAccount()
{
    return write(m_database, "DELETE FROM setting WHERE key = ?", accountKey);
}

base::Result<bool> CalendarStore::keepAnswer(const domain::InviteAnswer &answer)
{
    TRY(write(m_database,
              "INSERT INTO invite_answer (meeting, address, answer, proposed_ms, stamp_ms) "
              "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE "
              "SET answer = ?3, proposed_ms = ?4, stamp_ms = ?5 WHERE stamp_ms <= ?5",
              answer.meeting, answer.address, answer.answer, answer.proposedMs, answer.stampMs));
    return m_database.changes() > 0;
}

base::Result<std::vector<domain::InviteAnswer>>
CalendarStore::answers(const base::Uuid &meeting) const
{
    return readRows<domain::InviteAnswer>(
        m_database,
        "SELECT address, answer, proposed_ms, stamp_ms FROM invite_answer WHERE meeting = ? "
        "ORDER BY address",
        [&meeting](Statement &statement, domain::InviteAnswer &row) {
            row.meeting = meeting;
            statement.read(row.address, row.answer, row.proposedMs, row.stampMs);
        },
        meeting);
}

} // namespace topline::store
