// The commands of the pipeline page: moving in the table, opening a deal, making tasks.
#include "ui/pages/deal_inspector.h"
#include "ui/pages/deal_task.h"
#include "ui/pages/forecast_view.h"
#include "ui/pages/kpi_tile.h"
#include "ui/pages/pipeline_page.h"
#include "ui/pages/row_list.h"

#include <utility>

namespace topline::pages {

using look::Icon;
using ui::text::fromUtf8;
using ui::text::MetricText;

namespace {

const QString pageId = QStringLiteral("pipeline");

} // namespace

void PipelinePage::addCommands()
{
    const auto add = [this](const QString &id, const QString &text, const QString &key, Icon icon,
                            std::function<void()> run, bool inPalette = true) {
        context().commands.add({QStringLiteral("pipeline.") + id,
                                text,
                                key,
                                pageId,
                                icon,
                                std::move(run),
                                {},
                                {},
                                {},
                                inPalette});
    };
    add(
        QStringLiteral("down"), tr("Next deal"), QStringLiteral("J"), Icon::None,
        [this] { step(1); }, false);
    add(
        QStringLiteral("up"), tr("Previous deal"), QStringLiteral("K"), Icon::None,
        [this] { step(-1); }, false);
    add(QStringLiteral("open"), tr("Open the deal"), QString(), Icon::Eye, [this] { openDeal(); });
    add(QStringLiteral("task"), tr("Make a task from this"), QStringLiteral("T"), Icon::CheckSquare,
        [this] { makeTask(); });
    add(QStringLiteral("nextStep"), tr("Change the next step"), QStringLiteral("E"), Icon::Pencil,
        [this] {
            openDeal();
            if (m_inspector != nullptr)
                m_inspector->editNextStep();
        });
    add(QStringLiteral("why"), tr("Why: risk, win probability, timeline"), QStringLiteral("W"),
        Icon::Info, [this] {
            const bool first = m_inspector != nullptr && !m_inspector->isVisible();
            openDeal();
            if (m_inspector != nullptr && !first)
                m_inspector->nextTab();
        });
    add(QStringLiteral("account"), tr("Open the account of the deal"), QStringLiteral("L"),
        Icon::Building, [this] {
            if (m_inspector != nullptr)
                m_inspector->openAccount();
        });
    add(QStringLiteral("back"), tr("Show all open deals"), QStringLiteral("Esc"), Icon::Filter,
        [this] {
            if (isForecast() && m_forecastView->isFiltered())
                m_forecastView->clearFilter();
            else if (!isForecast() && !m_filterLabel.isEmpty())
                clearFilter();
            else
                Q_EMIT inspectorWanted(false);
        });
    const auto refreshKey = [this] {
        for (KpiTile *tile : std::as_const(m_tiles))
            tile->setTaskKey(context().commands.keyText(QStringLiteral("pipeline.task")));
        m_forecastView->setBackKey(context().commands.keyText(QStringLiteral("pipeline.back")));
        m_forecastView->setCallKey(context().commands.keyText(QStringLiteral("pipeline.call")));
    };
    connect(&context().commands, &shell::Commands::keysChanged, this, refreshKey);
    refreshKey();
}

void PipelinePage::openDeal()
{
    const auto deal = currentDeal();
    if (!deal || m_inspector == nullptr)
        return;
    m_inspector->showDeal(*deal);
    Q_EMIT inspectorWanted(true);
}

void PipelinePage::step(int rows)
{
    activeList()->setFocus();
    activeList()->step(rows);
}

void PipelinePage::makeTask()
{
    const MetricText words = text();
    engine::TaskRequest request;
    const auto *tile = qobject_cast<KpiTile *>(focusWidget());
    if (tile != nullptr) {
        request = taskFromFigure(tile->figure(), m_deals, words);
    } else if (const auto deal = currentDeal(); deal && m_deals.find(*deal) != nullptr) {
        request = taskFromDeal(*m_deals.find(*deal),
                               m_risk ? riskStory(*m_risk, *deal) : DealRiskStory(), words);
    } else {
        return;
    }
    const QString subject = fromUtf8(request.subject);
    cockpit().makeTask(request, bridge().done(this, [this, subject](const base::Status &status) {
        if (!status.ok()) {
            Q_EMIT bridge().failed(status.error());
            return;
        }
        if (context().say)
            context().say(tr("Task made: %1").arg(subject));
    }));
}

} // namespace topline::pages
