#include "ui/text/play_text.h"

#include "ui/text/names_text.h"
#include "ui/text/reason_text.h"

#include <QCoreApplication>

namespace topline::ui::text {

namespace {

// Below these a comparison of two groups says nothing.
constexpr std::int64_t comparedMin = 30;

class PlayText {
    Q_DECLARE_TR_FUNCTIONS(PlayText)

public:
    static QString when(domain::StepWhen when)
    {
        switch (when) {
        case domain::StepWhen::Always:
            return tr("always");
        case domain::StepWhen::NoReply:
            return tr("if nobody answered");
        case domain::StepWhen::Clicked:
            return tr("if a link was clicked");
        case domain::StepWhen::NotClicked:
            return tr("if no link was clicked");
        case domain::StepWhen::NoAnswer:
            return tr("if the call was not answered");
        case domain::StepWhen::NoMeeting:
            return tr("if no meeting was booked");
        }
        return {};
    }

    static QString cadence(domain::CadenceKind kind)
    {
        switch (kind) {
        case domain::CadenceKind::Fixed:
            return tr("by business days");
        case domain::CadenceKind::OnSignals:
            return tr("each step on its signal");
        case domain::CadenceKind::Hybrid:
            return tr("by business days, or sooner on a signal");
        }
        return {};
    }

    static QString exit(domain::ExitEvent event)
    {
        switch (event) {
        case domain::ExitEvent::Reply:
            return tr("an answer");
        case domain::ExitEvent::Meeting:
            return tr("a meeting");
        case domain::ExitEvent::DealClosed:
            return tr("the deal closed");
        }
        return {};
    }

    static QString origin(domain::PlayOrigin origin)
    {
        switch (origin) {
        case domain::PlayOrigin::Shipped:
            return tr("from the program");
        case domain::PlayOrigin::Own:
            return tr("your own");
        case domain::PlayOrigin::Imported:
            return tr("imported");
        }
        return {};
    }

    static QString day(const domain::Play &play, std::size_t index)
    {
        if (index > 0 && play.cadence == domain::CadenceKind::OnSignals)
            return tr("on a signal");
        return tr("day %1").arg(play.steps[index].day);
    }

    static QString conditions(const domain::Play &play, std::size_t index)
    {
        const auto &step = play.steps[index];
        QStringList out;
        if (step.when != domain::StepWhen::Always)
            out += step.elseStep == 0
                       ? when(step.when)
                       : tr("%1, else step %2").arg(when(step.when)).arg(step.elseStep);
        if (!step.onSignals.empty()) {
            QStringList signals;
            for (const auto type : step.onSignals)
                signals += signalTypeText(type);
            const QString names = signals.join(QStringLiteral(", "));
            out += play.cadence == domain::CadenceKind::OnSignals ? tr("on: %1").arg(names)
                                                                  : tr("sooner on: %1").arg(names);
        }
        if (step.answersThread)
            out += tr("in the same thread");
        if (!step.variants.empty())
            out += tr("%n text(s) tried", nullptr, static_cast<int>(step.variants.size()));
        return out.join(QStringLiteral(" · "));
    }

    static QString run(const domain::RunRow &row, const Format &format)
    {
        const auto &run = row.run;
        const bool isByPerson = run.reason.code == domain::ReasonCode::RunStopped;
        if (run.state == domain::RunState::Paused && isByPerson)
            return tr("paused by a person until %1").arg(format.when(run.dueMs.value_or(0)));
        if (run.state == domain::RunState::Paused)
            return tr("paused, goes on %1").arg(format.when(run.dueMs.value_or(0)));
        if (!run.dueMs)
            return tr("waits for the card of step %1").arg(run.stepNo);
        if (run.reason.code != domain::ReasonCode::Proposed)
            return tr("put off to %1: %2")
                .arg(format.when(*run.dueMs), sentence(run.reason, format));
        return tr("next step %1").arg(format.when(*run.dueMs));
    }

    static QString accepted(const domain::PlayFigures &figures, const Format &format)
    {
        if (figures.proposed == 0)
            return tr("nothing proposed yet");
        return tr("%1 of %2 accepted")
            .arg(format.number(static_cast<double>(figures.accepted)),
                 format.number(static_cast<double>(figures.proposed)));
    }

    static QString ledTo(const domain::PlayFigures &figures, const Format &format)
    {
        if (figures.proposed == 0)
            return {};
        return tr("%1 led to an answer, a meeting or a win")
            .arg(format.number(static_cast<double>(figures.outcomes)));
    }

    static QString automation(const domain::PlayFigures &figures, const Format &format)
    {
        if (figures.executed == 0)
            return {};
        const auto share =
            static_cast<double>(figures.autoExecuted) / static_cast<double>(figures.executed);
        return tr("%1 of %2 carried out by itself")
            .arg(format.percent(share), format.number(static_cast<double>(figures.executed)));
    }

    static QString lift(const domain::PlayFigures &figures, const Format &format)
    {
        if (figures.proposed < comparedMin || figures.heldOut < comparedMin)
            return tr("Lift: not enough yet; %1 of %3 proposed, %2 of %3 held out")
                .arg(figures.proposed)
                .arg(figures.heldOut)
                .arg(comparedMin);
        const auto rate = [](std::int64_t part, std::int64_t of) {
            return static_cast<double>(part) / static_cast<double>(of);
        };
        return tr("Answer, meeting or win after %1 of %2, held out %3 of %4")
            .arg(format.percent(rate(figures.outcomes, figures.proposed)))
            .arg(figures.proposed)
            .arg(format.percent(rate(figures.ghostOutcomes, figures.heldOut)))
            .arg(figures.heldOut);
    }
};

} // namespace

QString stepWhenText(domain::StepWhen when)
{
    return PlayText::when(when);
}

QString stepDayText(const domain::Play &play, std::size_t index)
{
    return PlayText::day(play, index);
}

QString cadenceText(domain::CadenceKind kind)
{
    return PlayText::cadence(kind);
}

QString exitEventText(domain::ExitEvent event)
{
    return PlayText::exit(event);
}

QString originText(domain::PlayOrigin origin)
{
    return PlayText::origin(origin);
}

QString stepConditions(const domain::Play &play, std::size_t index)
{
    return PlayText::conditions(play, index);
}

QString runStateText(const domain::RunRow &row, const Format &format)
{
    return PlayText::run(row, format);
}

QString acceptedText(const domain::PlayFigures &figures, const Format &format)
{
    return PlayText::accepted(figures, format);
}

QString ledToText(const domain::PlayFigures &figures, const Format &format)
{
    return PlayText::ledTo(figures, format);
}

QString automationText(const domain::PlayFigures &figures, const Format &format)
{
    return PlayText::automation(figures, format);
}

QString liftText(const domain::PlayFigures &figures, const Format &format)
{
    return PlayText::lift(figures, format);
}

} // namespace topline::ui::text
