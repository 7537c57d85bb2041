// Do once: what stands under every mail, in the language of whoever reads it: how to get no more of
// them. Called where messages are written, and where a language is chosen. Pure, any thread. The
// words that people are told to answer with are those that core/intake understands.
#pragma once

#include <string>
#include <string_view>

namespace topline::actions {

// "en", "de", "fr", "es", or empty: by the recipient.
bool isFooterLanguage(std::string_view language);

// What is read in that country ("DE"), where that is one of them beyond doubt; else English.
std::string footerLanguageOf(std::string_view countryCode);

// One line without its end; English for a language that is not known. `link`: may be empty.
std::string unsubscribeLine(std::string_view language, const std::string &link);

} // namespace topline::actions
