#include "ui/pages/play_rows.h"

#include "ui/text/draft_text.h"
#include "ui/text/names_text.h"
#include "ui/text/play_text.h"
#include "ui/text/reason_text.h"

#include <QCoreApplication>

namespace topline::pages {

using look::Icon;
using look::Tokens;
using ui::text::fromUtf8;

namespace {

const QString dot = QStringLiteral(" · ");

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlayRows)
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(dot);
}

PlayLine line(QString id, TwoLines face)
{
    const QString spoken = joined({face.name, face.after, face.right, face.below});
    return {std::move(id), std::move(face), spoken};
}

QString triggersOf(const domain::Play &play)
{
    QStringList out;
    for (const auto type : play.triggers)
        out += ui::text::signalTypeText(type);
    return out.join(QStringLiteral(", "));
}

} // namespace

bool PlayLine::operator==(const PlayLine &other) const
{
    return id == other.id && spoken == other.spoken && face.icon == other.face.icon &&
           face.iconColour == other.face.iconColour && face.quiet == other.face.quiet &&
           face.rightColour == other.face.rightColour;
}

Icon iconOf(domain::ActionKind kind)
{
    switch (kind) {
    case domain::ActionKind::Call:
        return Icon::Phone;
    case domain::ActionKind::Email:
        return Icon::Mail;
    case domain::ActionKind::StageChange:
        return Icon::ArrowRight;
    case domain::ActionKind::Meeting:
        return Icon::Calendar;
    case domain::ActionKind::Note:
        return Icon::Note;
    default:
        return Icon::CheckSquare;
    }
}

std::vector<PlayLine> playLines(const domain::PlaysView &view, const ui::text::Format &format)
{
    std::vector<PlayLine> out;
    for (const auto &row : view.rows) {
        TwoLines face;
        face.name = fromUtf8(row.play.name);
        face.quiet = !row.play.isOn;
        face.icon = row.play.isOn ? Icon::Play : Icon::Pause;
        if (!row.play.isOn)
            face.after = Words::tr("off");
        else if (row.offered)
            face.after = Words::tr("newer version offered");
        face.right = row.figures.hits == 0
                         ? ui::text::Format::missing()
                         : Words::tr("%Ln hit(s)", nullptr, static_cast<int>(row.figures.hits));
        const bool hasFigures = row.figures.proposed > 0;
        face.below = joined({ui::text::modeText(row.play.mode),
                             hasFigures ? ui::text::acceptedText(row.figures, format) : QString(),
                             hasFigures ? Words::tr("%Ln outcome(s)", nullptr,
                                                    static_cast<int>(row.figures.outcomes))
                                        : QString(),
                             triggersOf(row.play)});
        PlayLine built = line(fromUtf8(row.play.id), std::move(face));
        built.spoken = joined({built.spoken, ui::text::ledToText(row.figures, format)});
        out.push_back(std::move(built));
    }
    return out;
}

std::vector<PlayLine> stepLines(const domain::Play &play)
{
    std::vector<PlayLine> out;
    for (std::size_t i = 0; i < play.steps.size(); ++i) {
        const auto &step = play.steps[i];
        TwoLines face;
        face.icon = iconOf(step.kind);
        face.name = Words::tr("%1. %2").arg(i + 1).arg(ui::text::actionKindText(step.kind));
        face.after = ui::text::templateWords(fromUtf8(step.subject));
        face.right = ui::text::stepDayText(play, i);
        const QString conditions = ui::text::stepConditions(play, i);
        face.below = i == 0                 ? Words::tr("on: %1").arg(triggersOf(play))
                     : conditions.isEmpty() ? Words::tr("always")
                                            : conditions;
        out.push_back(line(QString::number(i), std::move(face)));
    }
    return out;
}

std::vector<PlayLine> runLines(const domain::PlaysView &view, const std::string &playId,
                               const ui::text::Format &format)
{
    std::vector<PlayLine> out;
    for (const auto &row : view.runs) {
        if (!playId.empty() && row.run.playId != playId)
            continue;
        TwoLines face;
        const bool isPaused = row.run.state == domain::RunState::Paused;
        face.icon = isPaused ? Icon::Pause : Icon::Play;
        face.name = fromUtf8(row.contactName.empty() ? row.accountName : row.contactName);
        face.after = fromUtf8(row.contactName.empty() ? std::string() : row.accountName);
        face.right = Words::tr("step %1 of %2").arg(row.run.stepNo).arg(row.steps);
        face.below = ui::text::runStateText(row, format);
        out.push_back(line(fromUtf8(row.run.id.text()), std::move(face)));
    }
    return out;
}

std::vector<PlayLine> versionLines(const domain::PlayHistory &history,
                                   const ui::text::Format &format)
{
    std::vector<PlayLine> out;
    for (const auto &version : history.versions) {
        TwoLines face;
        const bool isInForce = version.version == history.state.version;
        face.icon = isInForce ? Icon::Check : Icon::History;
        if (isInForce)
            face.iconColour = &Tokens::green;
        face.name = Words::tr("Version %1").arg(version.version);
        face.after = isInForce ? Words::tr("in force") : QString();
        face.right = format.when(version.atMs);
        face.below = ui::text::originText(version.origin);
        out.push_back(line(QString::number(version.version), std::move(face)));
    }
    return out;
}

std::vector<PlayLine> trialLines(const domain::PlayTrial &trial, const ui::text::Format &format)
{
    std::vector<PlayLine> out;
    for (std::size_t i = 0; i < trial.newest.size(); ++i) {
        const auto &hit = trial.newest[i];
        const bool isMade = hit.decided.code == domain::ReasonCode::Proposed;
        TwoLines face;
        face.icon = isMade                                                     ? Icon::Plus
                    : hit.decided.code == domain::ReasonCode::HeldOut          ? Icon::ShieldCheck
                    : hit.decided.code == domain::ReasonCode::OpenActionMerged ? Icon::Merge
                                                                               : Icon::Ban;
        face.name = fromUtf8(hit.contactName.empty() ? hit.accountName : hit.contactName);
        face.after = fromUtf8(hit.contactName.empty() ? std::string() : hit.accountName);
        face.right = format.when(hit.atMs);
        face.quiet = !isMade;
        face.below = hit.deferred ? ui::text::sentence(*hit.deferred, format)
                     : isMade     ? ui::text::sentence(hit.whyNow, format)
                                  : ui::text::sentence(hit.decided, format);
        out.push_back(line(QString::number(i), std::move(face)));
    }
    return out;
}

} // namespace topline::pages
