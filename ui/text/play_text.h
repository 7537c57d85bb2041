// Plays in words: conditions and days of steps, what ends a run, how a run stands, where a version
// comes from. Used by the window on the GUI thread and by the terminal program. Pure; cannot fail.
#pragma once

#include "core/domain/play_view.h"
#include "ui/text/format.h"

#include <QString>

namespace topline::ui::text {

QString stepWhenText(domain::StepWhen when);                      // "if nobody answered"
QString stepDayText(const domain::Play &play, std::size_t index); // "day 2", "on a signal"
QString cadenceText(domain::CadenceKind kind);                    // "by business days"
QString exitEventText(domain::ExitEvent event);
QString originText(domain::PlayOrigin origin); // "from the program"

// "if nobody answered, else step 4 · or sooner on: Pricing revisit".
QString stepConditions(const domain::Play &play, std::size_t index);

// "waits until Tue 09:00", "paused: …", "waits for the card of step 1".
QString runStateText(const domain::RunRow &row, const Format &format);

// "4 of 9 accepted", or what is lacking.
QString acceptedText(const domain::PlayFigures &figures, const Format &format);
// "3 led to an answer, a meeting or a win"; empty as long as nothing was proposed.
QString ledToText(const domain::PlayFigures &figures, const Format &format);
// "of 12 carried out, 25 % by itself"; empty when nothing was.
QString automationText(const domain::PlayFigures &figures, const Format &format);
// How the play compares with what was held out, or that this is being collected.
QString liftText(const domain::PlayFigures &figures, const Format &format);

} // namespace topline::ui::text
