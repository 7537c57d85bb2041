// What the tests of core/assist share: facts of one made-up deal, settings, and a chat endpoint's
// answer. Plain values, any thread.
#pragma once

#include "core/assist/model_request.h"

#include <string>

namespace topline::assist {

ModelFacts sampleFacts();
domain::AssistSettings sampleSettings();

// The body that an endpoint answers with for this text.
std::string chatAnswer(const std::string &text, const std::string &finish = "stop");

} // namespace topline::assist
