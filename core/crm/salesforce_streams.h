// Which objects of Salesforce are read, in which order, and which of their fields are which of
// ours. One table for pull, count, push and drift. Called by the connector's parts; pure, any
// thread. Only fields that the describe shows are ever named in a query.
#pragma once

#include "core/crm/connector.h"
#include "core/crm/salesforce_schema.h"

#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace topline::crm {

// In the order in which they are read: what is referred to comes first.
enum class SalesforceStreamKind {
    Users,
    Products,
    Accounts,
    Contacts,
    Leads,
    Members, // of campaigns
    Roles,   // changes of a deal's contacts: brings the deal again
    Deals,
    DealNotes, // enhanced notes by what they stand on, in the order in which that counts
    ContactNotes,
    LeadNotes,
    AccountNotes,
    History, // stages and amounts
    Emails,
    Tasks,
    Meetings,
    HeldMeetings, // those whose end came since the last pass
    Notes,        // classic ones
};

struct SalesforceWanted {
    std::string_view path;
    std::string_view field;  // of record_fields; empty: only needed to make others
    bool isOptional = false; // organisations without it are as they should be
};

struct SalesforceStream {
    SalesforceStreamKind kind = SalesforceStreamKind::Users;
    std::string_view key;      // in the cursor
    std::string_view object;   // API name
    std::string_view progress; // as in counts and progress
    std::optional<domain::RecordKind> record;
    std::string_view stamp = "SystemModstamp";
    std::string_view filter;      // of every pass, a part of where()
    std::string_view firstFilter; // of the first one, besides
    bool hasMaster = false;       // merges leave the winner's id
    bool startsNow = false;       // what was before the first pass comes with other objects
    std::span<const SalesforceWanted> wanted;
    bool isExtra = false;                       // not in every plan, and nobody misses it there
    std::array<std::string_view, 2> needs = {}; // objects that its filter or its sense rests on

    // A note may stand on several records: these four tell it once when one call brings them.
    bool isNoteLink() const
    {
        return kind >= SalesforceStreamKind::DealNotes &&
               kind <= SalesforceStreamKind::AccountNotes;
    }

    std::string where() const; // of every pass

    // Also what was deleted, merged or archived. Notes of deleted records are nobody's.
    bool readsDeleted() const
    {
        return kind != SalesforceStreamKind::Users && kind != SalesforceStreamKind::History &&
               !isNoteLink();
    }
};

std::span<const SalesforceStream> salesforceStreams();
const SalesforceStream &salesforceStream(SalesforceStreamKind kind);

// What the stream reads; null when that, or what it needs, is not there for this user.
const SalesforceObject *salesforceObjectOf(const SalesforceStream &stream,
                                           const SalesforceSchema &schema);
// The first object that is not there, when there is one; else the stream's own.
std::string_view salesforceAbsentOf(const SalesforceStream &stream, const SalesforceSchema &schema);

struct SalesforceSelection {
    std::string text;              // "Id, SystemModstamp, Name"
    std::set<std::string> missing; // our field names that are not shown
    std::set<std::string> hidden;  // their paths that are not shown
    std::set<std::string> drift;   // those of them that every organisation has
};

// `isPlain`: of records that it refers to only what it cannot do without.
SalesforceSelection salesforceSelection(const SalesforceStream &stream,
                                        const SalesforceObject &object, bool isPlain = false);

// The field of Salesforce that is this field of ours; nothing when there is none to be written.
std::optional<std::string_view> salesforceFieldOf(const SalesforceStream &stream,
                                                  std::string_view field);

} // namespace topline::crm
