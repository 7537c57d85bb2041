#include "core/base/refusal.h"

#include <utility>

namespace topline::base {

namespace {

constexpr const char *keptAll = "Nothing was changed.";

} // namespace

Error refusal(std::string message, std::string todo)
{
    return {ErrorCode::Refused, std::move(message), keptAll, std::move(todo)};
}

Error wrongField(std::string field, std::string message, std::string todo)
{
    Error out{ErrorCode::InvalidInput, std::move(message), keptAll, std::move(todo)};
    out.place = Place{"", 0, 0, std::move(field)};
    return out;
}

} // namespace topline::base
