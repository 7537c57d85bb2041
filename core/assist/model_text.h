// What becomes of a language model's answer: a draft's text and nothing else. Called by the engine
// when an answer has come. Pure, any thread. Recipient, subject, attachments and links are never
// taken from it; what it wrote of them is removed, leaves a gap that blocks sending, and is told.
#pragma once

#include "core/base/result.h"
#include "core/domain/assist.h"

#include <string>
#include <string_view>

namespace topline::assist {

// The text of the first choice. Refused: not the promised form, cut off by the model's limit,
// empty, longer than 8 KiB, or a wish to use a tool.
base::Result<std::string> answerText(const std::string &body);

// Values put back for their placeholders. Refused: a needed placeholder is missing, one was
// invented, or the text fills in what only code may.
base::Result<domain::ModelText> takeModelText(std::string_view answer,
                                              const domain::ModelRequest &request);

// The fact that marks a draft; its prefix is how the mark is found.
inline constexpr std::string_view writtenByPrefix = "written by: ";
std::string writtenBy(const std::string &model);
bool isWrittenByModel(const domain::Draft &draft);

// The draft with the text in place of its own: recipient, subject and facts stay.
domain::Draft draftWith(const domain::Draft &draft, const domain::ModelText &text,
                        const std::string &model);

} // namespace topline::assist
