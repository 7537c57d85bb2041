#include "core/base/result.h"

namespace topline::base {

std::string Error::text() const
{
    std::string out;
    if (place) {
        out += place->file;
        if (place->line > 0)
            out += ":" + std::to_string(place->line);
        if (place->column > 0)
            out += ":" + std::to_string(place->column);
        if (!out.empty())
            out += ": ";
        if (!place->field.empty())
            out += place->field + ": ";
    }
    out += message;
    if (!kept.empty())
        out += " " + kept;
    if (!todo.empty())
        out += " " + todo;
    return out;
}

} // namespace topline::base
