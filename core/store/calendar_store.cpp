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

} // namespace topline::store
