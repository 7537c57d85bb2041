// The forecast side of the pipeline page: switching between deals and forecast, asking the engine
// for a span, and a rep's own call on a deal.
#include "ui/look/segments.h"
#include "ui/pages/deal_inspector.h"
#include "ui/pages/forecast_view.h"
#include "ui/pages/owner_choice.h"
#include "ui/pages/pipeline_page.h"
#include "ui/shell/page_header.h"

#include <QMenu>
#include <QStackedWidget>

#include <array>

namespace topline::pages {

using domain::ForecastCategory;
using look::Icon;
using ui::text::ForecastText;

namespace {

constexpr std::array spans = {domain::ForecastSpan::Days30, domain::ForecastSpan::Days60,
                              domain::ForecastSpan::Days90, domain::ForecastSpan::Quarter};

// In the order of their keys, 1 to 4.
constexpr std::array callable = {ForecastCategory::Commit, ForecastCategory::Best,
                                 ForecastCategory::Pipeline, ForecastCategory::Omitted};

} // namespace

void PipelinePage::buildForecast()
{
    m_view = new look::Segments(tr("Deals or forecast"), {tr("Deals"), tr("Forecast")}, this);
    connect(m_view, &look::Segments::chosen, this,
            [this](int index) { showForecast(index == forecastPage); });
    QStringList names;
    for (const domain::ForecastSpan span : spans)
        names << ForecastText::span(span);
    m_span = new look::Segments(tr("Span of the forecast"), names, this);
    m_span->setCurrent(static_cast<int>(spans.size()) - 1);
    m_span->hide();
    connect(m_span, &look::Segments::chosen, this, &PipelinePage::loadForecast);
    m_header->addTool(m_span);
    m_header->addTool(m_view);
    m_forecastView = new ForecastView(this);
    m_views->addWidget(m_forecastView);
    connect(m_forecastView, &ForecastView::dealsWanted, this, &PipelinePage::filterBy);
    connect(m_forecastView, &ForecastView::callWanted, this, &PipelinePage::openCallMenu);
    connect(m_forecastView, &ForecastView::opened, this, &PipelinePage::openDeal);
    connect(m_forecastView, &ForecastView::currentChanged, this, [this] {
        if (const auto deal = currentDeal();
            isForecast() && deal && m_inspector != nullptr && m_inspector->isVisible())
            m_inspector->showDeal(*deal);
    });
}

void PipelinePage::addForecastCommands()
{
    const auto add = [this](const char *id, const QString &text, const QString &key, Icon icon,
                            std::function<void()> run, bool inForecast) {
        shell::Command command;
        command.id = QLatin1String("pipeline.") + QLatin1String(id);
        command.text = text;
        command.key = key;
        command.page = QStringLiteral("pipeline");
        command.icon = icon;
        command.run = std::move(run);
        if (inForecast)
            command.enabled = [this] { return isForecast(); };
        context().commands.add(std::move(command));
    };
    add(
        "forecast", tr("Show deals or forecast"), QStringLiteral("F"), Icon::BarChart,
        [this] { showForecast(!isForecast()); }, false);
    add(
        "span", tr("Forecast the next span"), QStringLiteral("S"), Icon::Calendar,
        [this] {
            m_span->setCurrent((m_span->current() + 1) % static_cast<int>(spans.size()));
            loadForecast();
        },
        true);
    add(
        "record", tr("Open deals or track record of the forecast"), QStringLiteral("R"),
        Icon::History, [this] { m_forecastView->toggleRecord(); }, true);
    add(
        "copy", tr("Copy the chart as a picture"), QStringLiteral("Ctrl+C"), Icon::Copy,
        [this] {
            m_forecastView->copyChart();
            if (context().say)
                context().say(tr("Chart copied"));
        },
        true);
    add(
        "call", tr("Call the deal …"), QStringLiteral("C"), Icon::Pencil,
        [this] { openCallMenu(); }, true);
    for (std::size_t i = 0; i < callable.size(); ++i) {
        const std::string id = "call" + std::to_string(i + 1);
        add(
            id.c_str(), tr("Call the deal: %1").arg(ForecastText::category(callable[i])),
            QString::number(i + 1), Icon::Pencil, [this, i] { callDeal(callable[i]); }, true);
    }
    add(
        "call0", tr("Take the call back: as by its stage"), QStringLiteral("0"), Icon::Undo,
        [this] { callDeal(std::nullopt); }, true);
    m_forecastView->setCallKey(context().commands.keyText(QStringLiteral("pipeline.call")));
}

bool PipelinePage::isForecast() const
{
    return m_views->currentIndex() == forecastPage;
}

void PipelinePage::showForecast(bool forecast)
{
    m_view->setCurrent(forecast ? forecastPage : 0);
    m_views->setCurrentIndex(forecast ? forecastPage : 0);
    m_span->setVisible(forecast);
    activeList()->setFocus();
    if (forecast && m_forecastStale)
        loadForecast();
    refreshMeta();
    if (const auto deal = currentDeal(); deal && m_inspector != nullptr && m_inspector->isVisible())
        m_inspector->showDeal(*deal);
}

void PipelinePage::loadForecast()
{
    m_forecastStale = false;
    const std::uint64_t question = ++m_forecastAsked;
    engine::ForecastRequest request;
    request.owner = m_owner->owner();
    request.span = spans[static_cast<std::size_t>(m_span->current())];
    m_forecast.reset();
    refreshMeta();
    cockpit().loadForecast(
        request, bridge().answer<domain::ForecastReport>(this, [this, question](const auto &got) {
            if (question != m_forecastAsked)
                return;
            if (!got.ok()) {
                m_forecastStale = true;
                refreshMeta();
                Q_EMIT bridge().failed(got.error());
                return;
            }
            m_forecast = std::make_shared<const domain::ForecastReport>(*got);
            showForecastReport();
            refreshMeta();
        }));
}

void PipelinePage::showForecastReport()
{
    ForecastDeals::Accounts accounts;
    for (const domain::DealRow &row : m_report.deals) {
        if (!row.accountName.empty())
            accounts[row.deal] = ui::text::fromUtf8(row.accountName);
    }
    m_forecastView->setReport(*m_forecast, ForecastText(text().format(), m_forecast->currency),
                              accounts);
}

void PipelinePage::refreshMeta()
{
    const ui::text::Format format = text().format();
    if (!isForecast()) {
        m_header->setMeta(
            m_report.asOfMs == 0
                ? tr("%1 · reading the deals …").arg(m_owner->text())
                : tr("%1 · as of %2").arg(m_owner->text(), format.timeOfDay(m_report.asOfMs)));
        return;
    }
    m_header->setMeta(
        m_forecast ? tr("%1 · until %2 · as of %3")
                         .arg(m_owner->text(),
                              ForecastText(format, m_forecast->currency).lastDay(*m_forecast),
                              format.timeOfDay(m_forecast->asOfMs))
        : m_forecastStale ? m_owner->text()
                          : tr("%1 · working out the forecast …").arg(m_owner->text()));
}

void PipelinePage::openCallMenu()
{
    const auto deal = currentDeal();
    if (!deal || !m_forecast)
        return;
    const auto found = std::find_if(m_forecast->deals.begin(), m_forecast->deals.end(),
                                    [&deal](const auto &each) { return each.deal == *deal; });
    if (found == m_forecast->deals.end())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    int digit = 0;
    for (const ForecastCategory category : callable) {
        QAction *action = menu->addAction(
            QStringLiteral("&%1  %2").arg(++digit).arg(ForecastText::category(category)), this,
            [this, category] { callDeal(category); });
        action->setCheckable(true);
        action->setChecked(found->called == category);
    }
    menu->addSeparator();
    QAction *back =
        menu->addAction(QStringLiteral("&0  %1").arg(
                            tr("As by its stage: %1").arg(ForecastText::category(found->mapped))),
                        this, [this] { callDeal(std::nullopt); });
    back->setCheckable(true);
    back->setChecked(!found->called);
    const RowList *list = m_forecastView->list();
    const QRect row = list->visualRect(list->currentIndex());
    menu->popup(list->viewport()->mapToGlobal(row.bottomLeft() + QPoint(look::space::l, 0)));
    menu->setActiveAction(menu->actions().first());
}

void PipelinePage::callDeal(std::optional<ForecastCategory> category)
{
    const auto deal = currentDeal();
    if (!deal)
        return;
    const QString name = m_forecastView->currentName();
    const QString said = category ? tr("%1 called %2").arg(name, ForecastText::category(*category))
                                  : tr("The call on %1 was taken back").arg(name);
    cockpit().callDeal(*deal, category, bridge().done(this, [this, said](const base::Status &done) {
        if (!done.ok()) {
            Q_EMIT bridge().failed(done.error());
            return;
        }
        if (context().say)
            context().say(said);
        loadForecast();
    }));
}

} // namespace topline::pages
