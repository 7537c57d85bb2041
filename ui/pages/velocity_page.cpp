#include "ui/pages/velocity_page.h"

#include "ui/look/button.h"
#include "ui/pages/hairline.h"
#include "ui/pages/index_chart.h"
#include "ui/pages/index_head.h"
#include "ui/pages/lever_pane.h"
#include "ui/pages/lever_tile.h"
#include "ui/pages/note_line.h"
#include "ui/pages/owner_choice.h"
#include "ui/pages/section_head.h"
#include "ui/pages/segment_table.h"
#include "ui/pages/waterfall.h"
#include "ui/shell/page_header.h"
#include "ui/text/rounding.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using namespace look;
using domain::Lever;
using ui::text::fromUtf8;
using ui::text::MetricText;

namespace {

constexpr int paneWide = 423;
constexpr int paneNarrow = 344;
constexpr int paneBreak = 1120; // page width below which the panes are narrow

constexpr int waterfallLeast = 392;
constexpr int waterfallRows = 6;
constexpr int waterfallFrame = 78; // head and note

const QString pageId = QStringLiteral("velocity");

} // namespace

VelocityPage::VelocityPage(const shell::PageContext &given)
    : Page(given)
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_header = new shell::PageHeader(tr("Velocity"), this);
    m_owner = new OwnerChoice(bridge(), this);
    connect(m_owner, &OwnerChoice::chosen, this, &VelocityPage::load);
    m_header->addTool(m_owner);
    auto *copy = new Button(Button::Kind::Secondary, tr("Copy chart"), this);
    copy->setIconKind(Icon::Copy);
    connect(copy, &QAbstractButton::clicked, this,
            [this] { context().commands.run(QStringLiteral("velocity.copy")); });
    m_header->addTool(copy);
    all->addWidget(m_header);
    all->addWidget(buildIndex(), 3);
    all->addWidget(new Hairline(Qt::Horizontal, this));
    auto *levers = new QHBoxLayout;
    levers->setSpacing(0);
    for (const Lever lever :
         {Lever::WinRate, Lever::Cycle, Lever::DealSize, Lever::PipelinePerRep}) {
        if (!m_levers.isEmpty())
            levers->addWidget(new Hairline(Qt::Vertical, this));
        m_levers.push_back(new LeverTile(lever, this));
        levers->addWidget(m_levers.back(), 1);
    }
    all->addLayout(levers);
    all->addWidget(new Hairline(Qt::Horizontal, this));
    all->addWidget(buildBottom(), 3);
    addCommands();
    copy->setKeyHint(context().commands.keyText(QStringLiteral("velocity.copy")));
    connect(&bridge(), &bridge::Bridge::recordsChanged, this, [this](const domain::ChangeSet &) {
        m_stale = true;
        loadIfShown();
    });
}

QWidget *VelocityPage::buildIndex()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    m_indexHead = new IndexHead(row);
    left->addWidget(m_indexHead);
    m_chart = charts::makeChartView(charts::ChartView::Size::Full, row);
    m_chart->setMinimumHeight(140);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(space::m, 0, space::m, space::m);
    inset->addWidget(m_chart);
    left->addLayout(inset, 1);
    layout->addLayout(left, 1);
    layout->addWidget(new Hairline(Qt::Vertical, row));
    m_pane = new LeverPane(row);
    connect(m_pane, &LeverPane::dealsWanted, this,
            [this] { openDeals(m_pane->story().dealsLabel, m_pane->story().deals); });
    connect(m_pane, &LeverPane::taskWanted, this, &VelocityPage::makeTask);
    layout->addWidget(m_pane);
    return row;
}

QWidget *VelocityPage::buildBottom()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_waterfallSide = new QWidget(row);
    auto *side = new QVBoxLayout(m_waterfallSide);
    side->setContentsMargins(0, 6, 0, 0);
    side->setSpacing(0);
    auto *head = new SectionHead(tr("What moved it this week"), m_waterfallSide);
    head->setFigure(tr("exact, in index points"), false);
    side->addWidget(head);
    side->addSpacing(space::xs);
    m_waterfall = new Waterfall(m_waterfallSide);
    connect(m_waterfall, &Waterfall::leverOpened, this, &VelocityPage::openLever);
    side->addWidget(m_waterfall);
    m_waterfallNote = new NoteLine(Icon::Info, &Tokens::text3, m_waterfallSide);
    side->addWidget(m_waterfallNote);
    side->addStretch(1);
    m_waterfallSide->installEventFilter(this);
    layout->addWidget(m_waterfallSide);
    layout->addWidget(new Hairline(Qt::Vertical, row));
    m_segments = new SegmentTable(row);
    connect(m_segments, &SegmentTable::segmentOpened, this, &VelocityPage::openDeals);
    layout->addWidget(m_segments, 1);
    return row;
}

void VelocityPage::addCommands()
{
    const auto add = [this](const char *id, const QString &text, const QString &key, Icon icon,
                            std::function<void()> run) {
        shell::Command command;
        command.id = QLatin1String("velocity.") + QLatin1String(id);
        command.text = text;
        command.key = key;
        command.page = pageId;
        command.icon = icon;
        command.run = std::move(run);
        context().commands.add(std::move(command));
    };
    add("open", tr("Open the deals of the weakest lever"), QString(), Icon::Filter,
        [this] { openDeals(m_pane->story().dealsLabel, m_pane->story().deals); });
    add("task", tr("Make a task from this"), QStringLiteral("T"), Icon::CheckSquare,
        [this] { makeTask(); });
    add("copy", tr("Copy the chart as a picture"), QStringLiteral("Ctrl+C"), Icon::Copy, [this] {
        auto *focused = qobject_cast<charts::ChartView *>(focusWidget());
        (focused != nullptr ? focused : m_chart)->copyPicture();
        if (context().say)
            context().say(tr("Chart copied"));
    });
    const auto refreshKeys = [this] {
        m_pane->setKeys(context().commands.keyText(QStringLiteral("velocity.open")),
                        context().commands.keyText(QStringLiteral("velocity.task")));
    };
    connect(&context().commands, &shell::Commands::keysChanged, this, refreshKeys);
    refreshKeys();
}

void VelocityPage::activate()
{
    m_segments->list()->setFocus();
    loadIfShown();
}

void VelocityPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const int wide = width() < paneBreak ? paneNarrow : paneWide;
    m_pane->setFixedWidth(wide);
    m_waterfallSide->setFixedWidth(std::max(wide, waterfallLeast));
}

// The rows of the waterfall shrink before the last of them would be cut.
bool VelocityPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_waterfallSide && event->type() == QEvent::Resize) {
        const int room = m_waterfallSide->height() - waterfallFrame;
        m_waterfall->setRowHeight(
            std::clamp(room / waterfallRows, height::evidenceRow, height::tableRow));
    }
    return Page::eventFilter(watched, event);
}

void VelocityPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    loadIfShown();
}

MetricText VelocityPage::text() const
{
    const auto zone = base::TimeZone::find(cockpit().zone());
    return MetricText(
        ui::text::Format(QLocale(), zone.ok() ? *zone : base::TimeZone(), cockpit().now()));
}

void VelocityPage::loadIfShown()
{
    if (m_stale && isVisible())
        load();
}

void VelocityPage::load()
{
    m_stale = false;
    const std::uint64_t question = ++m_asked;
    engine::VelocityRequest request;
    request.owner = m_owner->owner();
    cockpit().loadVelocity(
        request, bridge().answer<domain::VelocityReport>(this, [this, question](const auto &got) {
            if (question != m_asked)
                return;
            if (got.ok())
                show(*got);
            else
                Q_EMIT bridge().failed(got.error());
        }));
}

void VelocityPage::show(const domain::VelocityReport &report)
{
    if (report.weeks.empty())
        return;
    m_report = report;
    const MetricText words = text();
    const domain::RviWeek &week = report.weeks.back();
    m_header->setMeta(
        tr("RVI of week %1 · %2 · %3")
            .arg(week.isoWeek)
            .arg(tr("%n reps", nullptr, static_cast<int>(week.reps)),
                 tr("%n closed deals in 13 weeks", nullptr, static_cast<int>(week.closedN))));
    m_indexHead->setWeek(week, words);
    m_chart->setChart(indexChart(report, words));
    QVector<double> parts;
    for (const domain::LeverValue &lever : week.levers)
        parts.push_back(lever.basePoints);
    const QVector<double> shown = ui::text::roundedToSum(parts, week.rvi ? *week.rvi - 100 : 0, 1);
    for (qsizetype i = 0; i < m_levers.size(); ++i)
        m_levers[i]->setReport(report, week.rvi ? std::optional(shown[i]) : std::nullopt, words);
    m_pane->setStory(leverStory(report, words));
    m_waterfall->setReport(report, words);
    m_waterfallNote->setText(m_waterfall->items().empty()
                                 ? tr("Two weeks with an index are needed.")
                                 : tr("The rows add up to %1. Enter opens the deals behind a row.")
                                       .arg(words.points(week.change)));
    m_segments->setReport(report, words);
}

void VelocityPage::openDeals(const QString &label, const std::vector<domain::DealId> &deals)
{
    if (deals.empty())
        return;
    shell::PageRequest request;
    request.page = QStringLiteral("pipeline");
    request.deals = deals;
    request.label = label;
    context().goTo(request);
}

void VelocityPage::openLever(Lever lever)
{
    openDeals(MetricText::leverTitle(lever), m_report.leverDeals[static_cast<std::size_t>(lever)]);
}

// Of the segment in focus, else of the weakest lever.
void VelocityPage::makeTask()
{
    const LeverStory &story = m_pane->story();
    engine::TaskRequest request;
    const QModelIndex at = m_segments->list()->currentIndex();
    if (m_segments->list()->hasFocus() && at.isValid()) {
        request.subject = tr("Look into %1").arg(at.data().toString()).toStdString();
    } else if (!story.title.isEmpty()) {
        request.subject = QStringLiteral("%1, %2").arg(story.title, story.points).toStdString();
        request.body = story.sentences.join(QLatin1Char('\n')).toStdString();
    } else {
        return;
    }
    cockpit().makeTask(request, bridge().done(this, [this, subject = fromUtf8(request.subject)](
                                                        const base::Status &status) {
        if (!status.ok())
            Q_EMIT bridge().failed(status.error());
        else if (context().say)
            context().say(tr("Task made: %1").arg(subject));
    }));
}

} // namespace topline::pages
