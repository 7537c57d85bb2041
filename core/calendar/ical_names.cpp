#include "core/calendar/ical_names.h"

#include "core/base/calendar.h"

#include <QByteArray>
#include <QTimeZone>

namespace topline::calendar {

std::string zoneNamed(std::string_view name)
{
    if (name.size() > 100)
        return {};
    if (name == "GMT")
        return "UTC";
    if (const auto zone = base::TimeZone::find(name); zone.ok())
        return zone->name();
    // Programs put their own name before it, with slashes.
    for (std::size_t at = name.find('/'); at != std::string_view::npos;
         at = name.find('/', at + 1)) {
        if (const auto zone = base::TimeZone::find(name.substr(at + 1)); zone.ok())
            return zone->name();
    }
    const QByteArray iana = QTimeZone::windowsIdToDefaultIanaId(
        QByteArray(name.data(), static_cast<qsizetype>(name.size())));
    if (const auto zone = base::TimeZone::find(iana.toStdString()); zone.ok())
        return zone->name();
    return {};
}

} // namespace topline::calendar
