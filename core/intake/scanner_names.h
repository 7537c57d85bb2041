// Names by which machines that open mails and follow links give themselves away. Asked wherever an
// event says with which program it came about; pure, any thread.
#pragma once

#include <string_view>

namespace topline::intake {

// A mail scanner, link preview, crawler or script rather than somebody's browser or mail program.
bool isScanner(std::string_view userAgent);

} // namespace topline::intake
