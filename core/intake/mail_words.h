// The words of a mail as a person reads them: valid, without markup, without what is quoted; and
// whether they only ask for no more mail. Called by mail_parts and mail_signal, on a courier's
// thread. Pure, linear in the length of the text, cannot fail.
#pragma once

#include <string>
#include <string_view>

namespace topline::intake {

// Valid UTF-8 without control characters; line ends as '\n', or as blanks on one line.
std::string printable(std::string_view text, bool keepLines);

// What a page shows, without what it quotes; lines where its blocks end.
std::string textOfHtml(std::string_view html);

// What was written anew: up to the quoted message or the signature. At most 4,000 bytes.
std::string newTextOf(std::string_view text);

// "Please unsubscribe me" and its like, in the languages of common mail, with nothing else.
bool asksForNoMore(std::string_view newText);

} // namespace topline::intake
