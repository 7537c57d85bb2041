// A CalDAV calendar behind the contract of every CRM: its busy times come, bookings go, each once.
// Made by the composition, driven on a courier's thread. It never sends invitations: those are
// mails, effects of their own. Failures as crm::Connector promises.
#pragma once

#include "core/calendar/caldav_cursor.h"
#include "core/calendar/caldav_discovery.h"
#include "core/calendar/ical_read.h"
#include "core/crm/connector.h"

namespace topline::calendar {

// How far ahead a pull looks.
inline constexpr base::DurationMs busyAheadMs = 60 * base::dayMs;

class CalDavConnector final : public crm::Connector {
public:
    explicit CalDavConnector(CalDavParts parts)
        : m_client(std::move(parts))
    {
    }

    std::string system() const override { return "calendar"; }

    std::string title() const override { return "Calendar"; }

    // The calendars that this sign-in has, to choose from.
    base::Result<CalendarHome> calendars(const crm::CancelToken &cancel)
    {
        return findCalendars(m_client, cancel);
    }

    // What is busy between two times, asked for now.
    base::Result<domain::BusyTimes> freeBusy(base::UtcMs fromMs, base::UtcMs untilMs,
                                             const crm::CancelToken &cancel);

    // Of the account's calendar; without a path of the first that can be written: webUrl says
    // which.
    base::Result<domain::SourceProfile> inspect(const crm::CancelToken &cancel) override;
    base::Result<std::map<std::string, std::int64_t>>
    count(const crm::CancelToken &cancel) override;

    // The busy times of the next 60 days, always whole; read anew when something changed there, and
    // twice a day, since the days go on. Entries that may be ours are looked for since two days
    // ago, and as far back as the cursor says that one is open (withOpenSince), 60 days at most.
    base::Result<crm::Page> pull(const std::string &cursor,
                                 const crm::CancelToken &cancel) override;

    crm::PushAnswer push(const domain::Effect &effect, const crm::CancelToken &cancel) override;
    std::vector<crm::PushAnswer> pushGated(std::span<const domain::Effect> effects,
                                           crm::PushGate &gate,
                                           const crm::CancelToken &cancel) override;
    crm::PushAnswer lookUp(const domain::Effect &effect, const crm::CancelToken &cancel) override;

private:
    struct Read {
        std::vector<IcalEntry> entries;
        std::int64_t unread = 0; // that are there and could not be read
    };

    base::Result<CalDavCursor> readAll(base::UtcMs openSinceMs, const crm::CancelToken &cancel);
    base::Result<bool> isUnchanged(CalDavCursor &cursor, const crm::CancelToken &cancel);
    base::Result<Read> entries(base::UtcMs fromMs, base::UtcMs untilMs,
                               const crm::CancelToken &cancel);
    CalDavCursor cursorOf(const Read &read, base::UtcMs fromMs, base::UtcMs untilMs) const;
    base::Result<CalDavCursor> query(base::UtcMs fromMs, base::UtcMs untilMs,
                                     const crm::CancelToken &cancel);
    base::Status readMarks(CalDavCursor &cursor, const crm::CancelToken &cancel);

    DavClient m_client;
};

} // namespace topline::calendar
