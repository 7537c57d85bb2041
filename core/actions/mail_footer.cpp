#include "core/actions/mail_footer.h"

#include <algorithm>
#include <array>

namespace topline::actions {

namespace {

struct Footer {
    std::string_view language;
    std::string_view countries; // with a blank before and behind each
    std::string_view answer;
    std::string_view link; // what leads over to the address
};

constexpr std::array footers = {
    Footer{"en", "", "No more mail from me: answer with the word “unsubscribe”", " or go to "},
    Footer{"de", " AT CH DE LI ",
           "Keine weiteren Mails von mir: Antworten Sie mit dem Wort „abmelden“",
           " oder öffnen Sie "},
    Footer{"fr", " FR MC ", "Ne plus recevoir mes messages : répondez par le mot « désabonner »",
           " ou ouvrez "},
    Footer{"es", " AR CL CO ES MX PE ",
           "Para no recibir más correos míos, responda con la palabra “baja”", " o abra "},
};

} // namespace

bool isFooterLanguage(std::string_view language)
{
    return language.empty() ||
           std::any_of(footers.begin(), footers.end(),
                       [language](const Footer &one) { return one.language == language; });
}

std::string footerLanguageOf(std::string_view countryCode)
{
    const std::string wanted = ' ' + std::string(countryCode) + ' ';
    const auto *found = std::find_if(footers.begin(), footers.end(), [&wanted](const Footer &one) {
        return one.countries.find(wanted) != std::string_view::npos;
    });
    return std::string(found == footers.end() || countryCode.empty() ? footers.front().language
                                                                     : found->language);
}

std::string unsubscribeLine(std::string_view language, const std::string &link)
{
    const auto *found = std::find_if(footers.begin(), footers.end(), [language](const Footer &one) {
        return one.language == language;
    });
    const Footer &footer = found == footers.end() ? footers.front() : *found;
    std::string out(footer.answer);
    if (!link.empty())
        out += std::string(footer.link) + link;
    return out;
}

} // namespace topline::actions
