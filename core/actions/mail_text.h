// Do once: the encodings of a mail, from UTF-8 to lines of ASCII that every server passes on
// unchanged (RFC 2045, 2047, 5322). Called where messages are written. Pure, any thread; the
// same text always gives the same bytes.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace topline::actions {

// "kim@müller.example" as it stands in an envelope: the host in its ASCII form. Refused for what is
// no plain address of one person, with the reason.
base::Result<std::string> mailAddress(std::string_view address);

// Refused for a line end, a NUL or another control character, which could begin a header of its
// own.
base::Status checkHeaderValue(std::string_view name, std::string_view value);

// Unstructured text of a header, folded; as encoded words where it is not plain ASCII. `used`
// counts what stands before it on the line.
std::string headerText(std::string_view text, std::size_t used);

// "Name <address>" with the name quoted or encoded as it needs; the address is ASCII.
std::string headerMailbox(std::string_view name, const std::string &address, std::size_t used);

// "Tue, 01 Dec 2026 08:00:00 +0000".
std::string headerDate(base::UtcMs at);

// Every line end as CR LF, and one at the end.
std::string withCrLf(std::string_view text);

// Lines of at most 76 characters; none begins with a dot or "From ".
std::string quotedPrintable(std::string_view crLfText);
std::string base64Lines(std::string_view bytes);

} // namespace topline::actions
