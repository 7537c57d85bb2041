#include "core/plays/play_words.h"

#include "core/domain/play.h"

namespace topline::plays {

Words signalWords()
{
    Words out;
    for (const auto type : domain::signalTypes())
        out.push_back(domain::signalTypeName(type));
    return out;
}

Words kindWords()
{
    return {"call", "email", "task", "stage_change", "meeting", "note"};
}

Words stepWhenWords()
{
    Words out;
    for (int when = 0; when <= static_cast<int>(domain::StepWhen::NoMeeting); ++when)
        out.push_back(domain::stepWhenName(static_cast<domain::StepWhen>(when)));
    return out;
}

} // namespace topline::plays
