// A million events from 50 clients through topline-cli collect, against appending the same bodies
// to a file and syncing it as often as the collector commits. TOPLINE_CLI and a number of events
// may be given as arguments.
#include "tests/app/collector_load.h"
#include "tests/app/collector_process.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace topline::app {

namespace {

QJsonObject ask(const QString &workspace, const QStringList &words)
{
    QProcess process;
    process.start(QStringLiteral(TOPLINE_CLI),
                  QStringList{QStringLiteral("--json"), QStringLiteral("--workspace"), workspace} +
                      words);
    process.waitForFinished(-1);
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

double bareAppendSeconds(const std::string &path, std::int64_t events)
{
    const std::string row(250, 'x');
    std::string block;
    for (int i = 0; i < 5'000; ++i)
        block += row;
    const auto start = std::chrono::steady_clock::now();
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    for (std::int64_t done = 0; done < events; done += 5'000) {
        if (::write(file, block.data(), block.size()) < 0)
            break;
        ::fdatasync(file);
    }
    ::close(file);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

int run(std::int64_t events)
{
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("w.topline"));
    ask(workspace, {QStringLiteral("new")});
    const std::string key = ask(workspace, {QStringLiteral("collector"), QStringLiteral("new-key")})
                                .value(QLatin1String("write_key"))
                                .toString()
                                .toStdString();
    CollectorProcess collector(TOPLINE_CLI, workspace.toStdString());
    const auto report = loadCollector(collector.port(), key, {50, events, 100, 1});
    const auto peakMiB = collector.peakKiB() / 1'024;
    collector.kill();
    const auto stored = ask(workspace, {QStringLiteral("status")})
                            .value(QLatin1String("counts"))
                            .toObject()
                            .value(QLatin1String("events"))
                            .toInteger(-1);
    const double bare =
        bareAppendSeconds(folder.filePath(QStringLiteral("bare")).toStdString(), events);
    const auto at = [&](double share) {
        return report.answerMs.empty()
                   ? 0.0
                   : report.answerMs[static_cast<std::size_t>(
                         share * static_cast<double>(report.answerMs.size() - 1))];
    };
    const auto count = static_cast<double>(events);
    std::printf("sent %lld, unique and valid %lld, stored %lld\n", static_cast<long long>(events),
                static_cast<long long>(report.uniqueValid), static_cast<long long>(stored));
    std::printf("%.1f s, %.0f events/s; answers p50 %.0f ms, p99 %.0f ms; busy %lld, other %lld\n",
                report.seconds, count / report.seconds, at(0.5), at(0.99),
                static_cast<long long>(report.busy), static_cast<long long>(report.other));
    std::printf("peak memory %lld MiB; bare append %.0f rows/s\n", static_cast<long long>(peakMiB),
                count / bare);
    return stored == report.uniqueValid && report.other == 0 ? 0 : 1;
}

} // namespace

} // namespace topline::app

int main(int argc, char **argv)
{
    return topline::app::run(argc > 1 ? std::atoll(argv[1]) : 1'000'000);
}
