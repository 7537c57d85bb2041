// topline-cli: the terminal twin of the window.
#include "app/cli/command_line.h"
#include "app/cli/interrupt.h"
#include "app/cli/json_values.h"
#include "core/platform/private_folder.h"
#include "core/platform/private_memory.h"
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

namespace topline::app {

namespace {

constexpr int statusFailure = 1;
constexpr int statusUsage = 2;

void print(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
}

void printDocument(const QJsonObject &document)
{
    print(stdout, QJsonDocument(document).toJson(QJsonDocument::Indented));
}

int fail(const base::Error &error, bool json, int status)
{
    print(stderr, "topline-cli: " + toQt(error.text()).toUtf8() + '\n');
    if (json)
        printDocument(jsonError(error));
    return status;
}

int run(const std::vector<std::string> &words)
{
    const auto line = parseCommandLine(words);
    if (!line)
        return fail(line.error(), asksForJson(words), statusUsage);
    const Invocation &invocation = line->invocation;
    const auto reply = line->command->run(invocation);
    if (!reply)
        return fail(reply.error(), invocation.json, statusFailure);
    if (reply->usage)
        return fail(*reply->usage, invocation.json, statusUsage);
    if (invocation.json)
        printDocument(reply->document);
    else
        print(stdout, reply->text.toUtf8());
    // A full disk behind a redirected output is a failure, too.
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
        return fail({base::ErrorCode::Io, "The output could not be written."}, false,
                    statusFailure);
    return reply->status;
}

} // namespace

} // namespace topline::app

int main(int argc, char **argv)
{
    topline::platform::restrictNewFiles();
    topline::platform::keepMemoryOutOfCoreFiles();
    topline::app::watchForInterrupt();
    QCoreApplication application(argc, argv);
    // The terminal speaks English whatever the locale, so that scripts find what they look for.
    topline::ui::text::installLanguage(application, QLocale(QLocale::English));
    std::vector<std::string> words;
    for (const QString &word : QCoreApplication::arguments().mid(1))
        words.push_back(word.toStdString());
    return topline::app::run(words);
}
