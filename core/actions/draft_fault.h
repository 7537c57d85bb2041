// What is wrong with the text of a draft, a template or a piece of content, said in one way. Called
// where they are checked and filled in; pure, any thread.
#pragma once

#include "core/base/result.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace topline::actions {

// InvalidInput at a field, such as "subject".
inline base::Error fieldFault(std::string field, std::string message, std::string todo,
                              std::string kept = "Nothing was changed.")
{
    return {.code = base::ErrorCode::InvalidInput,
            .message = std::move(message),
            .kept = std::move(kept),
            .todo = std::move(todo),
            .place = base::Place{.file = {}, .line = 0, .column = 0, .field = std::move(field)}};
}

inline base::Error draftFault(std::string field, std::string message, std::string todo)
{
    return fieldFault(std::move(field), std::move(message), std::move(todo), "The draft is kept.");
}

// Line breaks among them: in the line of a header they would begin another one.
inline bool hasControlCharacter(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    });
}

} // namespace topline::actions
