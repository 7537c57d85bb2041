// The part of the Sync page about events of the customer's own site.
#include "ui/look/button.h"
#include "ui/pages/collector_dialogs.h"
#include "ui/pages/collector_pane.h"
#include "ui/pages/source_tile.h"
#include "ui/pages/sync_page.h"
#include "ui/text/collector_text.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;

namespace {

Chip siteChip(const domain::CollectorView &view)
{
    Chip chip{ui::text::collectorStateText(view), Tone::Neutral, Icon::None, true};
    if (view.isListening) {
        chip.tone = Tone::Green;
        chip.icon = Icon::Check;
    } else if (!view.fault.empty()) {
        chip.tone = Tone::Amber;
        chip.icon = Icon::AlertTriangle;
    }
    return chip;
}

} // namespace

void SyncPage::buildSite()
{
    m_site = new CollectorPane(this);
    m_siteTile = new SourceTile(this);
    connect(m_siteTile, &QAbstractButton::clicked, this, [this] { chooseSite(); });
    connect(m_site, &CollectorPane::switchWanted, this, &SyncPage::switchSite);
    connect(m_site, &CollectorPane::portWanted, this,
            [this] { setSite(bridge().sync().collector.isOn); });
    connect(m_site, &CollectorPane::keyWanted, this, &SyncPage::askSiteKey);
    connect(m_site, &CollectorPane::copyWanted, this, &SyncPage::copy);
}

void SyncPage::addSiteCommands()
{
    const auto add = [this](const char *id, const QString &text, const char *key, Icon icon,
                            std::function<void()> run, std::function<bool()> enabled = {}) {
        shell::Command command;
        command.id = QStringLiteral("sync.") + QLatin1String(id);
        command.text = text;
        command.key = QLatin1String(key);
        command.page = QStringLiteral("sync");
        command.icon = icon;
        command.run = std::move(run);
        command.enabled = std::move(enabled);
        context().commands.add(std::move(command));
    };
    const auto isOn = [this] { return bridge().sync().collector.isOn; };
    add("site", tr("Events of your own site"), "E", Icon::Cursor, [this] { chooseSite(); });
    add(
        "siteOn", tr("Turn on events of your own site"), "", Icon::Play,
        [this] { switchSite(true); }, [isOn] { return !isOn(); });
    add(
        "siteOff", tr("Turn off events of your own site"), "", Icon::StopCircle,
        [this] { switchSite(false); }, isOn);
    add("siteKey", tr("New write key for your own site…"), "", Icon::Lock,
        [this] { askSiteKey(); });
}

void SyncPage::showSite(const domain::SyncView &sync)
{
    const domain::CollectorView &view = sync.collector;
    m_site->setView(view, format());
    m_siteTile->setFace({tr("Events of your own site"), siteChip(view),
                         view.isOn ? ui::text::collectorPlaceText(view) : QString(),
                         view.isOn || view.lastMs ? ui::text::collectorAgeText(view, format())
                                                  : tr("Takes nothing in"),
                         view.added > 0 ? ui::text::collectorStoredText(view) : QString()});
    // One pane at two places: below the words that no CRM is connected, or beside the conflicts.
    QVBoxLayout *place = sync.connections.empty() ? m_siteBelow : m_siteBeside;
    if (place->indexOf(m_site) < 0)
        place->addWidget(m_site);
    m_siteTile->setChecked(m_isSiteShown);
    m_left->setCurrentIndex(m_isSiteShown ? 1 : 0);
}

void SyncPage::chooseSite()
{
    m_isSiteShown = true;
    show(bridge().sync());
    m_site->switchButton()->setFocus();
}

void SyncPage::switchSite(bool on)
{
    // Without a key nothing could be let in, so turning it on makes the first one.
    if (on && !bridge().sync().collector.hasKey)
        makeSiteKey([this] { setSite(true); });
    else
        setSite(on);
}

void SyncPage::setSite(bool on)
{
    cockpit().collector().set(on, m_site->port(), bridge().report());
}

void SyncPage::askSiteKey()
{
    if (bridge().sync().collector.hasKey)
        askNewWriteKey(this, [this] { makeSiteKey({}); });
    else
        makeSiteKey({});
}

void SyncPage::makeSiteKey(std::function<void()> then)
{
    cockpit().collector().makeWriteKey(bridge().answer<std::string>(
        this, [this, then = std::move(then)](const base::Result<std::string> &key) {
            if (!key.ok()) {
                Q_EMIT bridge().failed(key.error());
                return;
            }
            if (then)
                then();
            domain::CollectorView at;
            at.port = m_site->port();
            showWriteKey(fromUtf8(*key), ui::text::collectorUrlText(at), this);
        }));
}

} // namespace topline::pages
