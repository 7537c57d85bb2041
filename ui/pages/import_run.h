// One import under way: runs it on the engine through the bridge, turns progress into words
// (counts, rate, time left) and can cancel it. Owned by the import panel, GUI thread; the engine
// calls from its own thread, which never touches the panel. What was taken in before a cancel
// stays.
#pragma once

#include "ui/bridge/bridge.h"
#include "ui/text/format.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <memory>

namespace topline::pages {

// "12,400 rows, 8,200 per second, 4 s left"; parts that cannot be known yet are left out.
QString progressText(const domain::ImportProgress &progress, const QLocale &locale);

// 0 to 1; nothing while the whole is not known.
std::optional<double> progressShare(const domain::ImportProgress &progress);

class ImportRun final : public QObject {
    Q_OBJECT

public:
    explicit ImportRun(bridge::Bridge &bridge, QObject *parent = nullptr);
    ~ImportRun() override;

    void start(const engine::ImportRequest &request);
    void cancel();

    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(const topline::domain::ImportProgress &progress);
    void finished(const topline::domain::ImportReport &report);
    void failed(const topline::base::Error &error);

private:
    bridge::Bridge &m_bridge;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    bool m_running = false;
};

} // namespace topline::pages
