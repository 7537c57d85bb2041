#include "ui/pages/sync_page.h"

#include "ui/look/button.h"
#include "ui/look/segments.h"
#include "ui/pages/collector_pane.h"
#include "ui/pages/conflict_pane.h"
#include "ui/pages/connection_bar.h"
#include "ui/pages/connection_tile.h"
#include "ui/pages/hairline.h"
#include "ui/pages/missing_pane.h"
#include "ui/pages/notice_list.h"
#include "ui/pages/request_log.h"
#include "ui/pages/row_list.h"
#include "ui/pages/section_head.h"
#include "ui/pages/source_tile.h"
#include "ui/pages/sync_tables.h"
#include "ui/shell/page_header.h"
#include "ui/text/sync_text.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace topline::pages {

using namespace look;

namespace {

constexpr int sideWide = 432;
constexpr int sideNarrow = 344;
constexpr int sideBreak = 1120; // page width below which the side is narrow
constexpr int requestDelayMs = 500;
constexpr int ageMs = 30'000;

QLabel *centred(Type type, const QString &text)
{
    auto *made = new QLabel(text);
    made->setTextFormat(Qt::PlainText);
    made->setFont(look::font(type));
    made->setWordWrap(true);
    made->setAlignment(Qt::AlignHCenter);
    return made;
}

} // namespace

SyncPage::SyncPage(const shell::PageContext &context)
    : Page(context)
    , m_columns(ObjectDelegate::columns())
    , m_requestTimer(new QTimer(this))
    , m_ageTimer(new QTimer(this))
{
    build();
    addCommands();
    addConnectionCommands();
    addSiteCommands();
    m_requestTimer->setSingleShot(true);
    m_requestTimer->setInterval(requestDelayMs);
    connect(m_requestTimer, &QTimer::timeout, this, &SyncPage::loadRequests);
    m_ageTimer->setInterval(ageMs);
    m_ageTimer->start();
    connect(m_ageTimer, &QTimer::timeout, this, [this] {
        if (isVisible())
            show(bridge().sync());
    });
    connect(&bridge(), &bridge::Bridge::syncChanged, this, &SyncPage::show);
    show(bridge().sync());
}

void SyncPage::build()
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_header = new shell::PageHeader(tr("Sync"), this);
    m_now = new Button(Button::Kind::Secondary, tr("Sync now"), this);
    m_now->setIconKind(Icon::Refresh);
    m_connect = new Button(Button::Kind::Secondary, tr("Connect…"), this);
    m_connect->setIconKind(Icon::Plug);
    m_header->addTool(m_connect);
    m_header->addTool(m_now);
    connect(m_connect, &Button::clicked, this, [this] { connectCrm({}); });
    connect(m_now, &Button::clicked, this,
            [this] { this->context().commands.run(QStringLiteral("sync.now")); });
    all->addWidget(m_header);

    buildSite();
    m_body = new QStackedWidget(this);
    m_body->addWidget(buildEmpty());
    auto *full = new QWidget(m_body);
    auto *column = new QVBoxLayout(full);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_strip = new QHBoxLayout;
    m_strip->setSpacing(0);
    m_strip->addWidget(m_siteTile, 1);
    column->addLayout(m_strip);
    column->addWidget(new Hairline(Qt::Horizontal, full));
    auto *panes = new QHBoxLayout;
    panes->setSpacing(0);
    m_left = new QStackedWidget(full);
    m_left->addWidget(buildLeft());
    auto *beside = new QWidget(m_left);
    m_siteBeside = new QVBoxLayout(beside);
    m_siteBeside->setContentsMargins(0, 0, 0, 0);
    m_left->addWidget(beside);
    panes->addWidget(m_left, 1);
    panes->addWidget(new Hairline(Qt::Vertical, full));
    m_conflicts = new ConflictPane(full);
    connect(m_conflicts, &ConflictPane::answered, this, &SyncPage::answerConflict);
    panes->addWidget(m_conflicts);
    column->addLayout(panes, 1);
    m_body->addWidget(full);
    all->addWidget(m_body, 1);
}

QWidget *SyncPage::buildEmpty()
{
    auto *empty = new QWidget(m_body);
    m_siteBelow = new QVBoxLayout(empty);
    m_siteBelow->setContentsMargins(0, 0, 0, 0);
    m_siteBelow->setSpacing(0);
    auto *layout = new QVBoxLayout;
    m_siteBelow->addLayout(layout, 1);
    m_siteBelow->addWidget(new Hairline(Qt::Horizontal, empty));
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    layout->setSpacing(space::s);
    layout->addStretch(2);
    layout->addWidget(centred(Type::FigureTitle, tr("No CRM is connected")));
    QLabel *words =
        centred(Type::Body, tr("Connect HubSpot or Salesforce. A dry run shows the counts first; "
                               "nothing in the CRM is changed by it."));
    words->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(words);
    m_first = new Button(Button::Kind::Primary, tr("Connect a CRM"), empty);
    m_first->setIconKind(Icon::Plug);
    connect(m_first, &Button::clicked, this, [this] { connectCrm({}); });
    layout->addSpacing(space::s);
    layout->addWidget(m_first, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return empty;
}

QWidget *SyncPage::buildLeft()
{
    auto *left = new QWidget(this);
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar = new ConnectionBar(left);
    connect(m_bar, &ConnectionBar::firstSyncWanted, this,
            [this] { cockpit().startFirstSync(m_system, bridge().report()); });
    connect(m_bar, &ConnectionBar::signInWanted, this, [this] { connectCrm(m_system); });
    connect(m_bar, &ConnectionBar::stopWanted, this,
            [this] { cockpit().stopSync(m_system, bridge().report()); });
    connect(m_bar, &ConnectionBar::moreWanted, this, &SyncPage::openMore);
    layout->addWidget(m_bar);
    layout->addWidget(new Hairline(Qt::Horizontal, left));
    m_notices = new NoticeList(space::l, left);
    layout->addWidget(m_notices);
    layout->addSpacing(6);
    m_leftHead = new SectionHead(QString(), left);
    auto *tools = new QHBoxLayout(m_leftHead);
    tools->setContentsMargins(space::l, 0, space::l, 0);
    m_choice = new Segments(tr("What to show"),
                            {tr("Freshness"), tr("Requests"), tr("Missing record")}, m_leftHead);
    connect(m_choice, &Segments::chosen, this,
            [this](int index) { showView(static_cast<View>(index)); });
    tools->addWidget(m_choice);
    tools->addStretch(1);
    layout->addWidget(m_leftHead);
    layout->addSpacing(space::xs);

    m_views = new QStackedWidget(left);
    auto *records = new QWidget(m_views);
    auto *rows = new QVBoxLayout(records);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(new TableHead(m_columns, tr("Columns of the kinds of record"), records));
    m_list = new RowList(tr("Freshness by kind of record"), records);
    m_list->setModel(&m_objects);
    m_list->setItemDelegate(new ObjectDelegate(m_objects, m_columns, this));
    m_noRecords = new QLabel(records);
    m_noRecords->setTextFormat(Qt::PlainText);
    m_noRecords->setFont(look::font(Type::Dense));
    m_noRecords->setForegroundRole(QPalette::PlaceholderText);
    m_noRecords->setContentsMargins(space::l, space::s, space::l, space::s);
    rows->addWidget(m_noRecords);
    rows->addWidget(m_list, 1);
    m_views->addWidget(records);
    m_log = new RequestLog(m_views);
    connect(m_log, &RequestLog::copyWanted, this, &SyncPage::copy);
    m_views->addWidget(m_log);
    m_missing = new MissingPane(bridge(), m_views);
    m_views->addWidget(m_missing);
    layout->addWidget(m_views, 1);
    return left;
}

void SyncPage::activate()
{
    if (bridge().sync().connections.empty())
        m_first->setFocus();
    else if (m_isSiteShown)
        m_site->switchButton()->setFocus();
    else if (m_conflicts->current() != nullptr && m_conflicts->current()->isOpen())
        m_conflicts->conflicts()->setFocus();
    else if (m_views->currentIndex() == Requests)
        m_log->list()->setFocus();
    else
        m_list->setFocus();
}

void SyncPage::showView(View view)
{
    m_choice->setCurrent(view);
    m_views->setCurrentIndex(view);
    if (std::exchange(m_isSiteShown, false))
        show(bridge().sync());
    if (view == Requests)
        loadRequests();
}

void SyncPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_conflicts->setFixedWidth(width() < sideBreak ? sideNarrow : sideWide);
}

void SyncPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    show(bridge().sync());
}

ui::text::Format SyncPage::format() const
{
    const auto zone = base::TimeZone::find(cockpit().zone());
    return {QLocale(), zone.ok() ? *zone : base::TimeZone(), cockpit().now()};
}

const domain::ConnectionView *SyncPage::current() const
{
    for (const domain::ConnectionView &connection : bridge().sync().connections) {
        if (connection.system == m_system)
            return &connection;
    }
    return nullptr;
}

void SyncPage::show(const domain::SyncView &sync)
{
    const int body = sync.connections.empty() ? 0 : 1;
    m_isSiteShown = m_isSiteShown && body == 1; // below the words else, in any case
    const bool takesFocus =
        body != m_body->currentIndex() && m_body->isAncestorOf(QApplication::focusWidget());
    m_body->setCurrentIndex(body);
    m_connect->setVisible(body == 1);
    m_now->setVisible(body == 1);
    for (const domain::ConnectionView &connection : sync.connections)
        m_meters[connection.system].take(connection, cockpit().now());
    if (current() == nullptr)
        m_system = sync.connections.empty() ? std::string() : sync.connections.front().system;
    showTiles(sync);
    showSite(sync);
    m_conflicts->setView(sync, format());
    showCurrent();
    if (takesFocus)
        activate();
    if (isVisible() && m_views->currentIndex() == Requests && !m_requestTimer->isActive())
        m_requestTimer->start();
}

void SyncPage::showTiles(const domain::SyncView &sync)
{
    const auto wanted = static_cast<qsizetype>(sync.connections.size());
    while (m_tiles.size() > wanted)
        delete m_tiles.takeLast();
    while (m_tiles.size() < wanted) {
        auto *tile = new ConnectionTile(this);
        connect(tile, &QAbstractButton::clicked, this, [this, tile] { choose(tile->system()); });
        m_strip->insertWidget(static_cast<int>(m_tiles.size()), tile, 1);
        m_tiles.push_back(tile);
    }
    QStringList titles;
    for (qsizetype i = 0; i < wanted; ++i) {
        const domain::ConnectionView &connection = sync.connections[static_cast<std::size_t>(i)];
        m_tiles[i]->setConnection(connection, format());
        m_tiles[i]->setChecked(!m_isSiteShown && connection.system == m_system);
        titles << ui::text::connectionTitle(connection);
    }
    m_header->setMeta(titles.join(QStringLiteral(" · ")));
}

void SyncPage::showCurrent()
{
    const domain::ConnectionView *connection = current();
    if (connection == nullptr)
        return;
    m_bar->setConnection(*connection, m_meters[m_system], format());
    showNotices(*connection);
    m_objects.apply(objectItems(*connection, format()));
    m_noRecords->setVisible(connection->objects.empty());
    m_noRecords->setText(
        connection->lastOkMs
            ? tr("This source does not tell its kinds of record apart.")
            : tr("Nothing was pulled yet. After the first sync every kind of record stands here "
                 "with the time through which it is complete."));
}

void SyncPage::loadRequests()
{
    using Rows = std::vector<domain::RequestRow>;
    cockpit().loadRequests(bridge().answer<Rows>(this, [this](const base::Result<Rows> &got) {
        if (got.ok())
            m_log->setRequests(*got, format());
        else
            Q_EMIT bridge().failed(got.error());
    }));
}

} // namespace topline::pages
