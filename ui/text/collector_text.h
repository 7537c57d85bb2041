// Words for the collector of events of the customer's own site: its state, address and counts. Used
// by the window on the GUI thread. Pure; cannot fail. Faults are passed through as plain text.
#pragma once

#include "core/domain/collector_view.h"
#include "ui/text/format.h"

#include <QString>

namespace topline::ui::text {

// "Off", "Listening", "Not listening".
QString collectorStateText(const domain::CollectorView &view);
// "127.0.0.1:8127", in the digits that a program reads.
QString collectorPlaceText(const domain::CollectorView &view);
// What a Segment client is given as its host: "http://127.0.0.1:8127".
QString collectorUrlText(const domain::CollectorView &view);
// "Last event 2 min ago", "No event since the start".
QString collectorAgeText(const domain::CollectorView &view, const Format &format);
// "1,204 events stored".
QString collectorStoredText(const domain::CollectorView &view);
// The same with all that was left out: "12 sent again", "3 not usable", "1 request refused".
QString collectorCountsText(const domain::CollectorView &view);

} // namespace topline::ui::text
