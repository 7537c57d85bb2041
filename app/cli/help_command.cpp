#include "app/cli/commands.h"
#include "app/cli/json_values.h"

#include <algorithm>

namespace topline::app {

namespace {

const char *const opening =
    "topline-cli works on a Topline workspace from the terminal.\n"
    "\n"
    "usage: topline-cli --workspace FILE [--json] [--as-of TIME] COMMAND [ARGUMENT...]\n"
    "\n"
    "  --workspace FILE  the workspace to work on\n"
    "  --json            one JSON document on standard output; lists stand under \"items\"\n"
    "  --as-of TIME      work as if it were TIME (ISO 8601); the clock stands still there\n"
    "\n"
    "Commands (topline-cli help COMMAND tells more):\n"
    "\n";

const char *const closing =
    "\n"
    "IDs may be shortened to what only one action begins with. Messages go to standard error.\n"
    "Exit status: 0 success, 1 failure, 2 a command line that was not understood.\n";

QString commandLineOf(const CommandSpec &command)
{
    QString out = toQt(command.name);
    if (!command.arguments.empty())
        out += QLatin1Char(' ') + toQt(command.arguments);
    return out;
}

QString overview()
{
    QString out = QLatin1String(opening);
    for (const CommandSpec &command : allCommands())
        out += QStringLiteral("  ") + commandLineOf(command).leftJustified(23) +
               toQt(command.summary) + QLatin1Char('\n');
    return out + QLatin1String(closing);
}

QString optionLine(const OptionSpec &option)
{
    QString name = QStringLiteral("--") + toQt(option.name);
    if (!option.value.empty())
        name += QLatin1Char(' ') + toQt(option.value);
    return QStringLiteral("  ") + name.leftJustified(18) + QLatin1Char(' ') + toQt(option.help) +
           QLatin1Char('\n');
}

QString details(const CommandSpec &command)
{
    QString out = QStringLiteral("usage: topline-cli ");
    if (command.needsWorkspace)
        out += QStringLiteral("--workspace FILE ");
    out += commandLineOf(command);
    if (!command.options.empty())
        out += QStringLiteral(" [OPTIONS]");
    out += QStringLiteral("\n\n") + toQt(command.summary) + QLatin1Char('\n');
    if (command.name == "run")
        out += QStringLiteral(
            "\nAn approved action is held back for 10 seconds, in which undo takes it back. run "
            "waits\nfor that on the machine's clock; with --as-of it moves the clock to the end of "
            "the hold.\n");
    if (command.name == "demo advance")
        out += QStringLiteral(
            "\nThe workspace's clock stays ahead by as much from then on. With --as-of, TIME is "
            "where\nthe days begin, and nothing is kept: give the next command a later TIME.\n");
    if (!command.options.empty())
        out += QLatin1Char('\n');
    for (const OptionSpec &option : command.options)
        out += optionLine(option);
    return out;
}

QJsonObject documentOf(const CommandSpec &command)
{
    QJsonArray options;
    for (const OptionSpec &option : command.options)
        options.append(QJsonObject{{QStringLiteral("name"), toQt(option.name)},
                                   {QStringLiteral("value"), jsonText(option.value)},
                                   {QStringLiteral("help"), toQt(option.help)}});
    return {{QStringLiteral("id"), toQt(command.name)},
            {QStringLiteral("arguments"), jsonText(command.arguments)},
            {QStringLiteral("summary"), toQt(command.summary)},
            {QStringLiteral("options"), options}};
}

} // namespace

base::Result<Reply> runHelp(const Invocation &invocation)
{
    std::string wanted;
    for (const auto &word : invocation.arguments)
        wanted += (wanted.empty() ? "" : " ") + word;
    Reply out;
    QJsonArray items;
    for (const CommandSpec &command : allCommands()) {
        const bool matches =
            wanted.empty() || command.name == wanted || command.name.starts_with(wanted + " ");
        if (!matches)
            continue;
        items.append(documentOf(command));
        if (!wanted.empty())
            out.text += (out.text.isEmpty() ? QString() : QStringLiteral("\n")) + details(command);
    }
    if (items.isEmpty())
        return base::Error{base::ErrorCode::NotFound, "There is no command \"" + wanted + "\".", "",
                           "See topline-cli help."};
    if (wanted.empty())
        out.text = overview();
    out.document = {{QStringLiteral("items"), items}};
    return out;
}

} // namespace topline::app
