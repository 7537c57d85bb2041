// Words for the connections to CRMs: states, kinds of record, limits, conflicts and findings. Used
// by the window on the GUI thread and by the terminal program. Pure; cannot fail. What the outside
// party said is passed through as plain text.
#pragma once

#include "core/domain/sync_view.h"
#include "ui/text/format.h"

#include <QString>
#include <QStringList>

namespace topline::ui::text {

// "HubSpot" for "hubspot"; a system that is not known keeps its own name.
QString systemText(const std::string &system);

// The name of a connection: that of its system, unless it has one of its own.
QString connectionTitle(const domain::ConnectionView &connection);

// "Connected", "Sign-in needed", "Syncing": in one or two words.
QString connectionStateText(const domain::ConnectionView &connection);
// How fresh it is, or why not: "Synced 2 min ago", "Never synced".
QString connectionAgeText(const domain::ConnectionView &connection, const Format &format);

// "Contacts", "Stage history"; an object that is not known is its own name without underscores.
QString objectText(const std::string &object);
// "61 contacts": counted, in lower case where the language wants that.
QString objectCountText(const std::string &object, std::int64_t count, const QLocale &locale);
QString objectStateText(domain::ObjectState state);

// "812 of 5,000 calls today"; without a budget "812 calls today".
QString callsText(const domain::GateState &gate, const Format &format);
// What the vendor counts for the whole account; empty when it does not tell.
QString remoteCallsText(const std::string &title, const domain::GateState &gate,
                        const Format &format);
// "HubSpot's daily limit is reached; goes on at 00:00." Empty while nothing holds.
QString heldText(const domain::ConnectionView &connection, const Format &format);

QString pendingStateText(const std::string &state);
QString conflictStateText(domain::ConflictState state);
// "Next step" for "nextStep", by the names of imports; unknown fields lose their underscores.
QString fieldText(const std::string &field);
// "Next step: Call" for "nextStep: Call", as writes that wait name themselves; all else as it is.
QString editsText(const std::string &edits);
// A value as edits and conflicts carry it ("USD 48000.00", "2026-12-31"), for people; what is
// neither stays as it is, an empty one is an en dash.
QString valueText(const std::string &value, const Format &format);
// "Deleted in the CRM" for "deleted".
QString findingText(const std::string &code);

// "4,212 contacts and 318 deals": what a first sync brings, in the order of importance.
QString bringsText(const std::map<std::string, std::int64_t> &counts, const QLocale &locale);
// The objects of a count in the order in which people think of them.
std::vector<std::string> orderedObjects(const std::map<std::string, std::int64_t> &counts);

} // namespace topline::ui::text
