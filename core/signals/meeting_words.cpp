#include "core/signals/meeting_words.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <vector>

namespace topline::signals {

namespace {

// Two sides round its beginning; the next meeting with the same person begins later.
constexpr base::DurationMs sameStartMs = 10 * base::minuteMs;

// Ids rise with what was told. Who says the same again adds nothing: the first stands, and with it
// whatever followed from it.
bool isReplaced(const domain::Event &event, const std::vector<domain::Event> &words)
{
    const domain::Event *last = &event;
    for (const auto &word : words) {
        if (isAboutSameMeeting(event, word) && last->id < word.id)
            last = &word;
    }
    return last->kind != event.kind ||
           std::any_of(words.begin(), words.end(), [&](const auto &word) {
               return isAboutSameMeeting(event, word) && word.kind == event.kind &&
                      word.id < event.id;
           });
}

} // namespace

bool isMeetingWord(domain::EventKind kind)
{
    return kind == domain::EventKind::MeetingHeld || kind == domain::EventKind::MeetingMissed ||
           kind == domain::EventKind::MeetingCancelled;
}

bool isAboutSameMeeting(const domain::Event &a, const domain::Event &b)
{
    const auto first = a.contact.id;
    const auto second = b.contact.id;
    const bool isSamePerson = first == second || !first.isSet() || !second.isSet();
    return isMeetingWord(a.kind) && isMeetingWord(b.kind) && isSamePerson &&
           std::abs(a.atMs - b.atMs) <= sameStartMs;
}

void settleMeetings(domain::AccountHistory &history)
{
    std::vector<domain::Event> words;
    std::copy_if(history.events.begin(), history.events.end(), std::back_inserter(words),
                 [](const auto &event) { return isMeetingWord(event.kind); });
    std::erase_if(history.events, [&](const domain::Event &event) {
        return isMeetingWord(event.kind) && isReplaced(event, words);
    });
}

} // namespace topline::signals
