#include "tests/bench/paired.h"

#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <optional>

using namespace topline;

namespace {

constexpr int timeoutMs = 120'000;

QString program(const char *name)
{
    return QStringLiteral(TOPLINE_BIN_DIR "/") + QLatin1String(name);
}

// A home of its own, with the demo company founded and synced once.
class Home {
public:
    Home()
        : m_environment(QProcessEnvironment::systemEnvironment())
    {
        m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            m_environment.insert(QLatin1String(name), m_folder.path());
    }

    QString workspace() const { return m_folder.filePath(QStringLiteral("demo.topline")); }

    void found() const
    {
        if (QFile::exists(workspace()))
            return;
        run(program("topline-cli"),
            {QStringLiteral("--workspace"), workspace(), QStringLiteral("new"),
             QStringLiteral("--demo"), QStringLiteral("--seed"), QStringLiteral("1")});
        run(program("topline-cli"),
            {QStringLiteral("--workspace"), workspace(), QStringLiteral("sync")});
    }

    // Standard output of a program that must end well.
    QString run(const QString &path, const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(path, arguments);
        if (!process.waitForFinished(timeoutMs) || process.exitCode() != 0) {
            std::fprintf(stderr, "start_bench: %s failed\n", qPrintable(path));
            std::abort();
        }
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    // Milliseconds from before the program was started to the moment that it prints under this
    // word.
    double millisecondsTo(const QString &word, const QString &path,
                          const QStringList &arguments) const
    {
        const auto from = std::chrono::steady_clock::now().time_since_epoch();
        const QString said = run(path, arguments);
        for (const QString &line : said.split(QLatin1Char('\n'))) {
            if (line.startsWith(word + QLatin1Char(' '))) {
                const std::chrono::nanoseconds at(line.section(QLatin1Char(' '), 1).toLongLong());
                return std::chrono::duration<double, std::milli>(at - from).count();
            }
        }
        std::fprintf(stderr, "start_bench: %s did not say \"%s\"\n", qPrintable(path),
                     qPrintable(word));
        std::abort();
    }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

void measure(benchmark::State &state, const QString &word, const QStringList &arguments,
             const Home &home)
{
    std::vector<double> limits;
    std::vector<double> times;
    for (auto _ : state) {
        limits.push_back(
            home.millisecondsTo(QStringLiteral("first-frame"), program("empty_window"), {}));
        times.push_back(home.millisecondsTo(word, program("topline"), arguments));
        state.SetIterationTime(times.back() / 1e3);
    }
    state.counters["limit_ms"] = bench::median(limits);
    state.counters["ours_ms"] = bench::median(times);
    state.counters["ratio"] = bench::median(times) / bench::median(limits);
}

// Nothing is there yet: the window offers its choices.
void firstStart(benchmark::State &state)
{
    const Home home;
    measure(state, QStringLiteral("first-frame"), {QStringLiteral("--measure-start")}, home);
}

// The demo company's workspace, to the first frame of the window.
void toFirstFrame(benchmark::State &state)
{
    const Home home;
    home.found();
    measure(state, QStringLiteral("first-frame"),
            {QStringLiteral("--measure-start"), QStringLiteral("--workspace"), home.workspace()},
            home);
}

// The same, to the first frame with cards in the feed.
void toFirstCards(benchmark::State &state)
{
    const Home home;
    home.found();
    measure(state, QStringLiteral("first-cards"),
            {QStringLiteral("--measure-start"), QStringLiteral("--workspace"), home.workspace()},
            home);
}

BENCHMARK(firstStart)->Iterations(15)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(toFirstFrame)->Iterations(15)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(toFirstCards)->Iterations(15)->UseManualTime()->Unit(benchmark::kMillisecond);

} // namespace
