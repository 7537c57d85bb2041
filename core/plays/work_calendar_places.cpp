#include "core/plays/work_calendar_places.h"

#include <QString>

#include <array>

namespace topline::plays {

namespace {

struct Place {
    std::string_view code;
    std::string_view threeLetters;
    std::string_view zone;  // empty: several
    std::string_view names; // in lower case, parted by '|'
};

constexpr std::array places = {
    Place{"AE", "ARE", "Asia/Dubai", "united arab emirates|uae"},
    Place{"AR", "ARG", "America/Argentina/Buenos_Aires", "argentina"},
    Place{"AT", "AUT", "Europe/Vienna", "austria|österreich"},
    Place{"AU", "AUS", "", "australia"},
    Place{"BE", "BEL", "Europe/Brussels", "belgium|belgique|belgië"},
    Place{"BG", "BGR", "Europe/Sofia", "bulgaria"},
    Place{"BR", "BRA", "", "brazil|brasil"},
    Place{"CA", "CAN", "", "canada"},
    Place{"CH", "CHE", "Europe/Zurich", "switzerland|schweiz|suisse|svizzera"},
    Place{"CL", "CHL", "", "chile"},
    Place{"CN", "CHN", "Asia/Shanghai", "china"},
    Place{"CO", "COL", "America/Bogota", "colombia"},
    Place{"CZ", "CZE", "Europe/Prague", "czechia|czech republic|česko"},
    Place{"DE", "DEU", "Europe/Berlin", "germany|deutschland|allemagne|alemania"},
    Place{"DK", "DNK", "Europe/Copenhagen", "denmark|danmark"},
    Place{"EE", "EST", "Europe/Tallinn", "estonia|eesti"},
    Place{"EG", "EGY", "Africa/Cairo", "egypt"},
    Place{"ES", "ESP", "", "spain|españa|spanien"},
    Place{"FI", "FIN", "Europe/Helsinki", "finland|suomi"},
    Place{"FR", "FRA", "Europe/Paris", "france|frankreich|francia"},
    Place{"GB", "GBR", "Europe/London",
          "united kingdom|great britain|uk|england|scotland|wales|northern ireland"},
    Place{"GR", "GRC", "Europe/Athens", "greece|ελλάδα"},
    Place{"HK", "HKG", "Asia/Hong_Kong", "hong kong"},
    Place{"HR", "HRV", "Europe/Zagreb", "croatia|hrvatska"},
    Place{"HU", "HUN", "Europe/Budapest", "hungary|magyarország"},
    Place{"ID", "IDN", "", "indonesia"},
    Place{"IE", "IRL", "Europe/Dublin", "ireland|éire"},
    Place{"IL", "ISR", "Asia/Jerusalem", "israel"},
    Place{"IN", "IND", "Asia/Kolkata", "india"},
    Place{"IS", "ISL", "Atlantic/Reykjavik", "iceland|ísland"},
    Place{"IT", "ITA", "Europe/Rome", "italy|italia|italien"},
    Place{"JO", "JOR", "Asia/Amman", "jordan"},
    Place{"JP", "JPN", "Asia/Tokyo", "japan|日本"},
    Place{"KE", "KEN", "Africa/Nairobi", "kenya"},
    Place{"KR", "KOR", "Asia/Seoul", "south korea|korea, republic of|republic of korea|korea"},
    Place{"LB", "LBN", "Asia/Beirut", "lebanon"},
    Place{"LT", "LTU", "Europe/Vilnius", "lithuania|lietuva"},
    Place{"LU", "LUX", "Europe/Luxembourg", "luxembourg"},
    Place{"LV", "LVA", "Europe/Riga", "latvia|latvija"},
    Place{"MA", "MAR", "Africa/Casablanca", "morocco|maroc"},
    Place{"MX", "MEX", "", "mexico|méxico"},
    Place{"MY", "MYS", "", "malaysia"},
    Place{"NG", "NGA", "Africa/Lagos", "nigeria"},
    Place{"NL", "NLD", "Europe/Amsterdam", "netherlands|the netherlands|nederland|holland"},
    Place{"NO", "NOR", "Europe/Oslo", "norway|norge"},
    Place{"NZ", "NZL", "", "new zealand"},
    Place{"PA", "PAN", "America/Panama", "panama"},
    Place{"PE", "PER", "America/Lima", "peru|perú"},
    Place{"PH", "PHL", "Asia/Manila", "philippines"},
    Place{"PK", "PAK", "Asia/Karachi", "pakistan"},
    Place{"PL", "POL", "Europe/Warsaw", "poland|polska"},
    Place{"PT", "PRT", "", "portugal"},
    Place{"RO", "ROU", "Europe/Bucharest", "romania|românia"},
    Place{"RU", "RUS", "", "russia|russian federation"},
    Place{"SA", "SAU", "Asia/Riyadh", "saudi arabia"},
    Place{"SE", "SWE", "Europe/Stockholm", "sweden|sverige"},
    Place{"SG", "SGP", "Asia/Singapore", "singapore"},
    Place{"SI", "SVN", "Europe/Ljubljana", "slovenia|slovenija"},
    Place{"SK", "SVK", "Europe/Bratislava", "slovakia|slovensko"},
    Place{"TH", "THA", "Asia/Bangkok", "thailand"},
    Place{"TR", "TUR", "Europe/Istanbul", "turkey|türkiye"},
    Place{"TW", "TWN", "Asia/Taipei", "taiwan"},
    Place{"UA", "UKR", "", "ukraine"},
    Place{"US", "USA", "", "united states|united states of america|usa|u.s.a.|u.s.|america"},
    Place{"VN", "VNM", "Asia/Ho_Chi_Minh", "vietnam|viet nam"},
    Place{"ZA", "ZAF", "Africa/Johannesburg", "south africa"},
};

bool isAmong(std::string_view names, std::string_view name)
{
    while (!names.empty()) {
        const auto end = names.find('|');
        if (names.substr(0, end) == name)
            return true;
        names = end == std::string_view::npos ? std::string_view() : names.substr(end + 1);
    }
    return false;
}

} // namespace

std::string countryCode(std::string_view text)
{
    const QString clean =
        QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).simplified();
    const std::string upper = clean.toUpper().toStdString();
    const std::string lower = clean.toLower().toStdString();
    for (const Place &place : places) {
        if (place.code == upper || place.threeLetters == upper || isAmong(place.names, lower))
            return std::string(place.code);
    }
    return {};
}

std::string zoneOfCountry(std::string_view code)
{
    for (const Place &place : places) {
        if (place.code == code)
            return std::string(place.zone);
    }
    return {};
}

} // namespace topline::plays
