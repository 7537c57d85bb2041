#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/play_json.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "core/engine/plays/play_book.h"
#include "core/engine/reads/reads.h"
#include "core/plays/play_file.h"
#include "ui/text/line_diff.h"
#include "ui/text/names_text.h"
#include "ui/text/play_text.h"
#include "ui/text/reason_text.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>

namespace topline::app {

namespace {

constexpr int daysDefault = 30;

base::Result<std::string> readFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file)
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = path + " cannot be read.",
                           .kept = "Nothing was changed."};
    return text.str();
}

base::Result<domain::PlayVersion> versionOf(Session &session, const std::string &id,
                                            std::optional<std::int64_t> number)
{
    TRY_ASSIGN(const auto history, session.engine().reads().playHistory(id));
    const auto wanted = number.value_or(history.state.version);
    for (const auto &version : history.versions) {
        if (version.version == wanted)
            return version;
    }
    return base::Error{.code = base::ErrorCode::NotFound,
                       .message = "The play \"" + id + "\" has no version " +
                                  std::to_string(wanted) + "."};
}

std::optional<std::int64_t> numberOf(const std::string &text)
{
    std::int64_t out = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (fault != std::errc() || end != text.data() + text.size() || out < 1)
        return std::nullopt;
    return out;
}

Reply saved(const std::string &id, std::int64_t version)
{
    Reply out;
    out.document = {{QStringLiteral("id"), toQt(id)},
                    {QStringLiteral("version"), jsonInteger(version)}};
    out.text = QStringLiteral("%1: version %2 is in force.\n").arg(toQt(id)).arg(version);
    return out;
}

base::Result<Reply> switchPlay(const Invocation &invocation, bool isOn)
{
    const auto &id = invocation.arguments.front();
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY(session->engine().playBook().switchOn(id, isOn));
    Reply out;
    out.document = {{QStringLiteral("id"), toQt(id)}, {QStringLiteral("on"), isOn}};
    out.text = QStringLiteral("%1 is %2.\n")
                   .arg(toQt(id), isOn ? QStringLiteral("on") : QStringLiteral("off"));
    return out;
}

// A file, or the text of a play of the workspace.
base::Result<domain::Play> playNamed(Session &session, const std::string &name)
{
    for (const auto &play : session.engine().plays()) {
        if (play.id == name)
            return play;
    }
    TRY_ASSIGN(const auto text, readFile(name));
    return plays::parsePlay(text, name);
}

QString trialText(const domain::PlayTrial &trial)
{
    QString out = QStringLiteral("Would have created %1 actions, suppressed %2, merged %3, held "
                                 "out %4, on %5 accounts.\n")
                      .arg(trial.created)
                      .arg(trial.suppressed)
                      .arg(trial.merged)
                      .arg(trial.heldOut)
                      .arg(trial.accounts);
    out += QStringLiteral("%1 minutes of work; at most %2 later steps; %3 for people who have a "
                          "card now.\n")
               .arg(trial.minutes)
               .arg(trial.laterSteps)
               .arg(trial.overlaps);
    if (trial.deferred > 0)
        out +=
            QStringLiteral("Of those created, %1 mails would have waited:\n").arg(trial.deferred);
    for (const auto &[code, count] : trial.deferredBy)
        out += QStringLiteral("  %1: %2\n").arg(ui::text::ruleName(code)).arg(count);
    if (!trial.suppressedBy.empty())
        out += QStringLiteral("Suppressed, by the rule that was not met:\n");
    for (const auto &[code, count] : trial.suppressedBy)
        out += QStringLiteral("  %1: %2\n").arg(ui::text::ruleName(code)).arg(count);
    return out + QStringLiteral("Nothing was saved.\n");
}

} // namespace

base::Result<Reply> runPlays(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto view, session->engine().reads().plays());
    const auto format = session->format();
    TextTable table({{QStringLiteral("Play")},
                     {QStringLiteral("Name"), false, 28},
                     {QStringLiteral("Version"), true},
                     {QStringLiteral("Mode")},
                     {QStringLiteral("Hits"), true},
                     {QStringLiteral("Proposed"), true},
                     {QStringLiteral("Accepted"), true},
                     {QStringLiteral("By itself")},
                     {QStringLiteral("Runs"), true}});
    QJsonArray rows;
    for (const auto &row : view.rows) {
        rows.append(jsonPlayRow(row));
        const auto &figures = row.figures;
        const QString automation = figures.executed == 0
                                       ? QStringLiteral("–")
                                       : format.percent(static_cast<double>(figures.autoExecuted) /
                                                        static_cast<double>(figures.executed));
        table.add({toQt(row.play.id),
                   toQt(row.play.name) + (row.play.isOn ? QString() : QStringLiteral(" (off)")),
                   QString::number(row.play.version), ui::text::modeText(row.play.mode),
                   QString::number(figures.hits), QString::number(figures.proposed),
                   QString::number(figures.accepted), automation, QString::number(figures.runs)});
    }
    Reply out;
    out.document = {{QStringLiteral("from"), jsonTime(view.fromMs)},
                    {QStringLiteral("until"), jsonTime(view.untilMs)},
                    {QStringLiteral("items"), rows}};
    out.text = table.text();
    return out;
}

base::Result<Reply> runPlaysShow(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    const auto &id = invocation.arguments.front();
    const bool hasVersion = invocation.has("version");
    TRY_ASSIGN(
        const auto version,
        versionOf(*session, id,
                  hasVersion ? std::optional(invocation.number("version", 1)) : std::nullopt));
    TRY_ASSIGN(const auto history, session->engine().reads().playHistory(id));
    QJsonArray versions;
    for (const auto &one : history.versions)
        versions.append(jsonPlayVersion(one));
    Reply out;
    out.document = jsonPlayVersion(version);
    out.document.insert(QStringLiteral("in_force"), jsonInteger(history.state.version));
    out.document.insert(QStringLiteral("on"), history.state.isOn);
    out.document.insert(QStringLiteral("yaml"), toQt(version.yaml));
    out.document.insert(QStringLiteral("versions"), versions);
    out.text = toQt(version.yaml);
    return out;
}

base::Result<Reply> runPlaysCheck(const Invocation &invocation)
{
    const auto &path = invocation.arguments.front();
    TRY_ASSIGN(const auto text, readFile(path));
    TRY_ASSIGN(const auto play, plays::parsePlay(text, path));
    Reply out;
    out.document = {
        {QStringLiteral("id"), toQt(play.id)},
        {QStringLiteral("steps"), jsonInteger(static_cast<std::int64_t>(play.steps.size()))}};
    out.text = QStringLiteral("%1 is sound: %2, %3 step(s).\n")
                   .arg(toQt(path), toQt(play.name))
                   .arg(play.steps.size());
    return out;
}

base::Result<Reply> runPlaysImport(const Invocation &invocation)
{
    const auto &path = invocation.arguments.front();
    TRY_ASSIGN(const auto text, readFile(path));
    TRY_ASSIGN(const auto play, plays::parsePlay(text, path));
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto version, session->engine().playBook().import(text, path));
    return saved(play.id, version);
}

base::Result<Reply> runPlaysExport(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto version, versionOf(*session, invocation.arguments[0], std::nullopt));
    std::ofstream file(invocation.arguments[1], std::ios::binary | std::ios::trunc);
    file << version.yaml;
    file.close();
    if (!file)
        return base::Error{.code = base::ErrorCode::Io,
                           .message = invocation.arguments[1] + " cannot be written."};
    Reply out = saved(version.playId, version.version);
    out.text = QStringLiteral("Version %1 was written to %2.\n")
                   .arg(version.version)
                   .arg(toQt(invocation.arguments[1]));
    return out;
}

base::Result<Reply> runPlaysDryRun(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto play, playNamed(*session, invocation.arguments.front()));
    const auto days =
        static_cast<int>(std::clamp<std::int64_t>(invocation.number("days", daysDefault), 1, 365));
    TRY_ASSIGN(const auto trial, session->engine().reads().tryPlay(play, days));
    Reply out;
    out.document = jsonPlayTrial(trial);
    out.text = trialText(trial);
    return out;
}

base::Result<Reply> runPlaysOn(const Invocation &invocation)
{
    return switchPlay(invocation, true);
}

base::Result<Reply> runPlaysOff(const Invocation &invocation)
{
    return switchPlay(invocation, false);
}

base::Result<Reply> runPlaysDiff(const Invocation &invocation)
{
    const auto &words = invocation.arguments;
    const auto first = numberOf(words[1]);
    const auto second = words.size() > 2 ? numberOf(words[2]) : std::nullopt;
    if (!first || (words.size() > 2 && !second))
        return usageReply("A version is a number from 1.");
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto before, versionOf(*session, words[0], first));
    TRY_ASSIGN(const auto after, versionOf(*session, words[0], second));
    Reply out;
    QJsonArray lines;
    for (const auto &line : ui::text::lineDiff(toQt(before.yaml), toQt(after.yaml))) {
        const QString sign = line.kind == ui::text::DiffKind::Same  ? QStringLiteral(" ")
                             : line.kind == ui::text::DiffKind::Out ? QStringLiteral("-")
                                                                    : QStringLiteral("+");
        lines.append(QString(sign + line.text));
        out.text += sign + line.text + QLatin1Char('\n');
    }
    out.document = {{QStringLiteral("id"), toQt(words[0])},
                    {QStringLiteral("from"), jsonInteger(before.version)},
                    {QStringLiteral("to"), jsonInteger(after.version)},
                    {QStringLiteral("lines"), lines}};
    return out;
}

base::Result<Reply> runPlaysRuns(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto view, session->engine().reads().plays());
    const auto format = session->format();
    TextTable table({{QStringLiteral("Person")},
                     {QStringLiteral("Account")},
                     {QStringLiteral("Play")},
                     {QStringLiteral("Step")},
                     {QStringLiteral("State"), false, 60}});
    QJsonArray rows;
    for (const auto &row : view.runs) {
        rows.append(jsonPlayRun(row));
        table.add({toQt(row.contactName), toQt(row.accountName), toQt(row.playName),
                   QStringLiteral("%1/%2").arg(row.run.stepNo).arg(row.steps),
                   ui::text::runStateText(row, format)});
    }
    Reply out;
    out.document = {{QStringLiteral("items"), rows}};
    out.text = view.runs.empty() ? QStringLiteral("Nobody is in a play now.\n") : table.text();
    return out;
}

} // namespace topline::app
