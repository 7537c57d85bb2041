// Addresses in the one spelling that the do-not-contact list compares: what counts as the same
// mailbox or telephone. Called by the engine before it hashes one. Pure, any thread; empty when the
// text is no address.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace topline::plays {

// "Jörg <Joerg@Bücher.example> " to "joerg@xn--bcher-kva.example": lower case, without name, white
// space and the dot at the end, the host in punycode.
std::string normalMail(std::string_view text);

// The host of a mail address, spelt the same way; empty when there is none.
std::string mailHost(std::string_view text);

// A whole mail domain: "@Bücher.example", "bücher.example" and "https://www.Bücher.example/" to
// "@xn--bcher-kva.example"; empty for a text with a name before the @, or without a dot.
std::string normalDomain(std::string_view text);

// The domains that a mail address is in, the longest first: "@eu.northwind.example",
// "@northwind.example".
std::vector<std::string> domainsOf(std::string_view address);

// "+49 (0)30 123-45 ext. 9" to "+493012345". A national number gets the calling code of the
// country ("DE"), where it is known; else only its digits are left.
std::string normalPhone(std::string_view text, std::string_view countryCode = {});

} // namespace topline::plays
