// The last step of the connect panel: the first sync as it comes in, and how it ends.
#include "ui/pages/connect_panel.h"

#include <QLabel>
#include <QProgressBar>

#include <algorithm>

namespace topline::pages {

using domain::ConnectionState;

namespace {

constexpr int barSteps = 1000;

ui::text::Format formatOf(bridge::Bridge &bridge)
{
    const auto zone = base::TimeZone::find(bridge.cockpit().zone());
    return {QLocale(), zone.ok() ? *zone : base::TimeZone(), bridge.cockpit().now()};
}

} // namespace

void ConnectPanel::startSync()
{
    clearError();
    m_syncing = true;
    m_done = false;
    m_stopAsked = false;
    m_started = false;
    m_meter = {};
    m_meter.setLeast(m_counted);
    showStep(FirstSync);
    m_headline->setText(isChannel() ? tr("%1 is read for the first time").arg(title())
                                    : tr("%1 comes in").arg(title()));
    m_sentence->setText(
        isChannel()
            ? tr("Nothing in it is changed.")
            : tr("The feed fills as records arrive. Nothing in %1 is changed.").arg(title()));
    m_bridge->cockpit().startFirstSync(m_system,
                                       m_bridge->done(this, [this](const base::Status &status) {
                                           if (!status.ok()) {
                                               m_syncing = false;
                                               tell(status.error());
                                               refreshFooter();
                                               return;
                                           }
                                           m_started = true;
                                           if (m_bridge)
                                               takeSync(m_bridge->sync());
                                       }));
}

void ConnectPanel::takeSync(const domain::SyncView &sync)
{
    if (m_step != FirstSync || !m_syncing)
        return;
    for (const domain::ConnectionView &connection : sync.connections) {
        if (connection.system != m_system)
            continue;
        m_started = m_started || connection.syncing;
        m_meter.take(connection, m_bridge->cockpit().now());
        m_progress->setText(m_meter.text(formatOf(*m_bridge)));
        m_objects.apply(objectItems(connection, formatOf(*m_bridge)));
        m_bar->setRange(0, m_meter.share() ? barSteps : 0);
        if (const auto share = m_meter.share())
            m_bar->setValue(static_cast<int>(*share * barSteps));
        if (!m_started || connection.syncing)
            continue;
        takeEnd(connection);
    }
}

// The courier rests now: because it is done, was stopped, or could not go on.
void ConnectPanel::takeEnd(const domain::ConnectionView &connection)
{
    const bool working = std::any_of(connection.objects.begin(), connection.objects.end(),
                                     [](const domain::ObjectProgress &object) {
                                         return object.state == domain::ObjectState::Working;
                                     });
    if (connection.state == ConnectionState::Connected && connection.lastOkMs && !working &&
        connection.error.empty()) {
        m_done = true;
        endSync(isChannel() ? tr("%1 connected").arg(title()) : tr("%1 is here").arg(title()),
                tr("From now on only what changes is read."));
    } else if (m_stopAsked) {
        endSync(tr("The first sync was stopped"),
                tr("What came in is kept. It goes on where it stopped when you start it again."));
    } else if (!connection.error.empty()) {
        base::Error error{base::ErrorCode::Unavailable, connection.error};
        error.reference = connection.errorReference;
        error.kept = tr("What came in is kept.").toStdString();
        error.todo = tr("It is tried again by itself and goes on where it stopped.").toStdString();
        endSync(tr("The first sync stopped"), QString());
        tell(error);
    }
}

void ConnectPanel::endSync(const QString &headline, const QString &sentence)
{
    m_syncing = false;
    m_bar->setVisible(false);
    m_headline->setText(headline);
    m_sentence->setText(sentence);
    refreshFooter();
}

} // namespace topline::pages
