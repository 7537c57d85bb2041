// From an address and a sign-in to the calendars of a person (RFC 6764, RFC 4791 6.2.1): the
// principal, its home, what is in there. Called when a calendar is connected, on the courier's
// thread. Changes nothing anywhere.
#pragma once

#include "core/calendar/dav_client.h"

#include <string>
#include <vector>

namespace topline::calendar {

struct FoundCalendar {
    std::string path;
    std::string title;
    bool isWritable = true; // as far as the server says
};

struct CalendarHome {
    std::string principal;                // its path: who it is on this server
    std::string person;                   // as the server names them; may be empty
    std::vector<FoundCalendar> calendars; // those that keep events, in the server's order
};

// NotFound when the address leads to no calendar server or to a home without calendars.
base::Result<CalendarHome> findCalendars(DavClient &client, const crm::CancelToken &cancel);

} // namespace topline::calendar
