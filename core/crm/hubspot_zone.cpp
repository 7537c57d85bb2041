#include "core/crm/hubspot_zone.h"

#include "core/base/text.h"

#include <QByteArray>
#include <QList>
#include <QTimeZone>

#include <array>
#include <map>
#include <utility>

namespace topline::crm {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 2> signs = {
    {{"_slash_", "/"}, {"_hyphen_", "-"}}};

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

// Small letters to the name as it is written.
const std::map<std::string, std::string> &zones()
{
    static const std::map<std::string, std::string> all = [] {
        std::map<std::string, std::string> out;
        for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
            out.emplace(base::lowerAscii(id.toStdString()), id.toStdString());
        return out;
    }();
    return all;
}

} // namespace

std::string currentZoneName(const std::string &name)
{
    // Old names that the vendor still gives and not every system knows.
    static const std::map<std::string, std::string> renamed = {
        {"us/alaska", "America/Anchorage"},   {"us/arizona", "America/Phoenix"},
        {"us/central", "America/Chicago"},    {"us/eastern", "America/New_York"},
        {"us/hawaii", "Pacific/Honolulu"},    {"us/mountain", "America/Denver"},
        {"us/pacific", "America/Los_Angeles"}};
    const auto found = renamed.find(base::lowerAscii(name));
    return found == renamed.end() ? name : found->second;
}

std::string hubspotZoneName(std::string_view option)
{
    std::string name(option);
    for (const auto &[word, sign] : signs)
        name = replaced(std::move(name), word, sign);
    const auto found = zones().find(base::lowerAscii(currentZoneName(name)));
    return found == zones().end() ? std::string() : found->second;
}

std::string hubspotZoneOption(std::string_view name)
{
    std::string option = base::lowerAscii(name);
    for (const auto &[word, sign] : signs)
        option = replaced(std::move(option), sign, word);
    return option;
}

} // namespace topline::crm
