#include "ui/pages/import_run.h"

#include <algorithm>
#include <utility>

namespace topline::pages {

namespace {

// Before this much time a rate says nothing.
constexpr base::DurationMs rateAfterMs = 500;

} // namespace

QString progressText(const domain::ImportProgress &progress, const QLocale &locale)
{
    const auto number = [&locale](double value) {
        return locale.toString(static_cast<qlonglong>(value));
    };
    QStringList parts{ImportRun::tr("%1 rows").arg(number(static_cast<double>(progress.rows)))};
    if (progress.elapsedMs >= rateAfterMs) {
        const double seconds = static_cast<double>(progress.elapsedMs) / 1000.0;
        parts << ImportRun::tr("%1 per second")
                     .arg(number(static_cast<double>(progress.rows) / seconds));
        if (const auto share = progressShare(progress); share && *share > 0.01 && *share < 1) {
            const double left = seconds * (1 - *share) / *share;
            parts << (left < 90 ? ImportRun::tr("%1 s left").arg(number(std::max(left, 1.0)))
                                : ImportRun::tr("%1 min left").arg(number(left / 60 + 0.5)));
        }
    }
    return parts.join(QStringLiteral(", "));
}

std::optional<double> progressShare(const domain::ImportProgress &progress)
{
    if (progress.bytesTotal <= 0)
        return std::nullopt;
    return std::clamp(static_cast<double>(progress.bytesRead) /
                          static_cast<double>(progress.bytesTotal),
                      0.0, 1.0);
}

ImportRun::ImportRun(bridge::Bridge &bridge, QObject *parent)
    : QObject(parent)
    , m_bridge(bridge)
    , m_cancelled(std::make_shared<std::atomic<bool>>(false))
{
}

ImportRun::~ImportRun()
{
    cancel();
}

void ImportRun::start(const engine::ImportRequest &request)
{
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_running = true;
    const std::function<void(domain::ImportProgress)> tell =
        [this](const domain::ImportProgress &progress) { Q_EMIT progressed(progress); };
    const auto post = m_bridge.poster<domain::ImportProgress>(this, tell);
    const auto keepGoing = [post, cancelled = m_cancelled](const domain::ImportProgress &progress) {
        post(progress);
        return !cancelled->load();
    };
    using Report = domain::ImportReport;
    m_bridge.cockpit().importFiles(
        request, keepGoing,
        m_bridge.answer<Report>(this, [this](const base::Result<Report> &report) {
            m_running = false;
            if (report.ok())
                Q_EMIT finished(*report);
            else
                Q_EMIT failed(report.error());
        }));
}

void ImportRun::cancel()
{
    m_cancelled->store(true);
}

} // namespace topline::pages
