// What can be done on the Signals page: moving, switching, trying, saving and taking back.
#include "ui/look/button.h"
#include "ui/pages/signal_foot.h"
#include "ui/pages/signal_inspector.h"
#include "ui/pages/signals_page.h"
#include "ui/text/names_text.h"

#include <algorithm>

namespace topline::pages {

using look::Icon;

namespace {

const QString pageId = QStringLiteral("signals");

} // namespace

void SignalsPage::addCommands()
{
    const auto add = [this](const char *id, const QString &text, const char *key, Icon icon,
                            std::function<void()> run, std::function<bool()> enabled = {}) {
        shell::Command command;
        command.id = QStringLiteral("signals.") + QLatin1String(id);
        command.text = text;
        command.key = QLatin1String(key);
        command.page = pageId;
        command.icon = icon;
        command.run = std::move(run);
        command.enabled = std::move(enabled);
        command.inPalette = icon != Icon::None;
        command.where = command.id == QLatin1String("signals.switch") ? m_list : nullptr;
        context().commands.add(std::move(command));
    };
    const auto ready = [this] { return isReady(); };
    add("down", tr("Next detector"), "J", Icon::None, [this] { step(1); });
    add("up", tr("Previous detector"), "K", Icon::None, [this] { step(-1); });
    add(
        "switch", tr("Turn the detector on or off"), "Space", Icon::StopCircle,
        [this] { switchDetector(m_type); }, ready);
    add(
        "edit", tr("Change the thresholds"), "E", Icon::Pencil, [this] { openDetector(); }, ready);
    add(
        "defaults", tr("Back to the default thresholds"), "", Icon::Undo,
        [this] { backToDefaults(); }, ready);
    add(
        "try", tr("Try the change on the last 90 days"), "T", Icon::Play, [this] { tryChanges(); },
        [this] { return isReady() && m_draft.canTry(); });
    add(
        "save", tr("Save the change"), "Ctrl+S", Icon::Check, [this] { save(); },
        [this] { return isReady() && m_draft.canSave(); });
    add("fired", tr("Show only detectors that fired, or all"), "F", Icon::Filter, [this] {
        setScope(m_order.scope == SignalScope::Fired ? SignalScope::All : SignalScope::Fired);
    });
    add("back", tr("Take the change back"), "Esc", Icon::X, [this] { back(); });
    connect(&context().commands, &shell::Commands::keysChanged, this, &SignalsPage::refreshKeys);
}

void SignalsPage::refreshKeys()
{
    if (m_inspector == nullptr)
        return;
    const shell::Commands &commands = context().commands;
    SignalFoot *foot = m_inspector->foot();
    foot->setKeys(commands.keyText(QStringLiteral("signals.try")),
                  commands.keyText(QStringLiteral("signals.save")),
                  commands.keyText(QStringLiteral("signals.back")));
}

void SignalsPage::step(int detectors)
{
    m_list->setFocus();
    m_list->stepBy(detectors);
}

void SignalsPage::openDetector()
{
    if (m_inspector == nullptr || !m_loaded)
        return;
    Q_EMIT inspectorWanted(true);
    m_inspector->takeFocus();
}

// Off or on is tried at once: there is nothing more to type.
void SignalsPage::switchDetector(domain::SignalType type)
{
    if (!isReady())
        return;
    m_type = type;
    m_told = false;
    m_draft.setEnabled(type, !m_draft.isEnabled(type));
    Q_EMIT inspectorWanted(true);
    if (m_draft.canTry())
        tryChanges();
    else
        refresh();
}

void SignalsPage::backToDefaults()
{
    m_told = false;
    for (const domain::DetectorRow &row : m_view.rows) {
        if (row.type != m_type)
            continue;
        for (const domain::DetectorParameter &parameter : row.parameters)
            m_draft.setValue(parameter.key, parameter.standard, locale());
    }
    Q_EMIT inspectorWanted(true);
    refresh();
}

void SignalsPage::tryChanges()
{
    if (!isReady() || !m_draft.canTry())
        return;
    const std::uint64_t number = m_draft.beginTrial();
    refresh();
    cockpit().insights().dryRunSignals(
        m_draft.policy(), bridge().answer<domain::DryRun>(this, [this, number](const auto &got) {
            if (!m_draft.endTrial(number, got))
                return;
            if (!got.ok())
                Q_EMIT bridge().failed(got.error());
            refresh();
        }));
}

void SignalsPage::save()
{
    if (!isReady() || !m_draft.canSave())
        return;
    m_saving = true;
    refreshInspector();
    cockpit().insights().setSignalPolicy(m_draft.policy(),
                                         bridge().done(this, [this](const base::Status &status) {
                                             if (!status.ok()) {
                                                 m_saving = false;
                                                 Q_EMIT bridge().failed(status.error());
                                                 refreshInspector();
                                                 return;
                                             }
                                             m_told = true;
                                             if (context().say)
                                                 context().say(tr("Signals saved"));
                                             m_list->setFocus();
                                             load(); // what is saved is no change any more
                                         }));
}

void SignalsPage::cancel()
{
    if (m_saving)
        return;
    m_draft.clear();
    refresh();
    m_list->setFocus();
}

void SignalsPage::back()
{
    if (m_draft.isChanged()) {
        cancel();
        return;
    }
    Q_EMIT inspectorWanted(false);
    m_list->setFocus();
}

void SignalsPage::openHit(const HitItem &hit)
{
    shell::PageRequest request;
    request.page = QStringLiteral("accounts");
    request.account = hit.account;
    if (hit.deal.isSet())
        request.deals = {hit.deal};
    request.label = hit.name;
    context().goTo(request);
}

} // namespace topline::pages
