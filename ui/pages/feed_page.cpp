#include "ui/pages/feed_page.h"

#include "ui/look/button.h"
#include "ui/pages/call_pane.h"
#include "ui/pages/feed_inspector.h"
#include "ui/pages/feed_view.h"
#include "ui/pages/lane_bar.h"
#include "ui/pages/review_strip.h"
#include "ui/shell/page_header.h"
#include "ui/text/names_text.h"

#include <QApplication>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using domain::FeedCard;
using domain::Lane;

namespace {

constexpr int laneCount = 5;

} // namespace

FeedPage::FeedPage(const shell::PageContext &pageContext)
    : shell::Page(pageContext)
    , m_delegate(new FeedDelegate(m_model, this))
    , m_header(new shell::PageHeader(tr("Feed")))
    , m_lanes(new LaneBar)
    , m_view(new FeedView)
    , m_review(new ReviewStrip)
{
    // Tab goes through the page in the order in which its parts are put in.
    auto *search = new look::Button(look::Button::Kind::Outlined, tr("Search everything"));
    search->setIconKind(look::Icon::Search);
    search->setKeyHint(QStringLiteral("/"));
    connect(search, &QAbstractButton::clicked, this,
            [this] { context().commands.run(QStringLiteral("palette")); });
    m_header->addTool(search);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_lanes);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_review);
    m_review->hide();
    m_header->setLine(false);

    m_view->setModel(&m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setAccessibleName(tr("Action feed"));
    m_delegate->setFormat(format());
    m_model.setDescribe(
        [this](const FeedCard &card) { return described(card, format(), m_around); });

    connect(&bridge(), &bridge::Bridge::feedChanged, this, &FeedPage::takeFeed);
    connect(&bridge(), &bridge::Bridge::statusChanged, this, &FeedPage::refreshSurroundings);
    connect(&bridge(), &bridge::Bridge::syncChanged, this, &FeedPage::refreshSurroundings);
    connect(m_view, &FeedView::secondPassed, this, [this] {
        m_delegate->setFormat(format());
        refreshWords();
    });
    connect(m_view, &FeedView::currentMoved, this, &FeedPage::takeCurrent);
    connect(m_view, &QAbstractItemView::doubleClicked, this,
            [this] { Q_EMIT inspectorWanted(true); });
    connect(m_lanes, &LaneBar::laneChosen, this, &FeedPage::showLane);
    connect(m_lanes, &LaneBar::arrivalsWanted, this, &FeedPage::showArrivals);
    connect(&m_model, &FeedModel::arrivalsChanged, this, [this] { refreshWords(); });
    connect(&m_model, &FeedModel::marksChanged, this, &FeedPage::refreshReview);
    connect(m_delegate, &FeedDelegate::undoWanted, this,
            [this] { context().commands.run(QStringLiteral("undo")); });
    connect(m_review, &ReviewStrip::leaveOutWanted, this, &FeedPage::leaveOut);
    connect(m_review, &ReviewStrip::approveWanted, this, &FeedPage::approveMarked);
    connect(m_review, &ReviewStrip::cancelWanted, this, [this] { m_model.clearMarks(); });
    connect(&context().commands, &shell::Commands::keysChanged, this, &FeedPage::refreshHints);
    m_firstFill = new FirstFill(bridge(), m_view);
    addCommands();
    refreshHints();
    refreshSurroundings();
    takeFeed(bridge().wholeFeed());
}

ui::text::Format FeedPage::format() const
{
    const auto zone = base::TimeZone::find(cockpit().zone());
    return {locale(), zone.ok() ? *zone : base::TimeZone(), cockpit().now()};
}

void FeedPage::activate()
{
    m_view->setFocus();
}

QWidget *FeedPage::makeInspector()
{
    m_inspector = new FeedInspector(context());
    connect(m_inspector, &FeedInspector::draftLeft, this, &FeedPage::takeFocusBack);
    m_inspector->setSurroundings(m_around);
    connect(m_inspector->call(), &CallPane::began, this, &FeedPage::takeCall);
    connect(m_inspector->call(), &CallPane::ended, this, &FeedPage::takeCall);
    connect(m_inspector->call(), &CallPane::ended, this,
            [this](const base::Uuid &id) { afterAction({id}); });
    connect(m_inspector->call(), &CallPane::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_inspector, &FeedInspector::closeWanted, this, [this] {
        Q_EMIT inspectorWanted(false);
        m_view->setFocus();
    });
    takeCurrent();
    return m_inspector;
}

void FeedPage::open(const shell::PageRequest &request)
{
    if (!request.action)
        return;
    const FeedCard *card = m_model.card(*request.action);
    if (!card) {
        m_wanted = *request.action;
        return;
    }
    if (card->lane != m_model.lane())
        showLane(card->lane);
    if (!m_model.rowOf(*request.action))
        m_model.showArrivals();
    if (const auto row = m_model.rowOf(*request.action))
        m_view->setCurrentIndex(m_model.index(*row));
    Q_EMIT inspectorWanted(true);
}

void FeedPage::takeFeed(const engine::FeedUpdate &update)
{
    const bool wasEmpty = m_model.rowCount() == 0;
    m_counts = update.counts;
    m_delegate->setFormat(format());
    m_model.apply(update);
    if (m_firstFill->isFilling() && m_model.arrivals() > 0)
        m_model.showArrivals();
    if (!m_wanted.isNull() && m_model.card(m_wanted)) {
        shell::PageRequest request;
        request.action = std::exchange(m_wanted, {});
        open(request);
    }
    // A new day may begin with nothing due now: open the first lane that has work.
    if (wasEmpty && m_model.rowCount() == 0 && m_model.lane() == Lane::Now &&
        m_counts.lanes[0] == 0 && m_counts.lanes[1] > 0 && !m_view->currentIndex().isValid())
        showLane(Lane::Today);
    if (!m_view->currentIndex().isValid() && m_model.rowCount() > 0)
        m_view->setCurrentIndex(m_model.index(0));
    m_lanes->setCounts(m_counts);
    refreshWords();
    if (m_inspector && current()) {
        const base::Uuid id = current()->action.id;
        const bool touched =
            std::any_of(update.changed.begin(), update.changed.end(),
                        [&](const FeedCard &card) { return card.action.id == id; });
        if (touched)
            m_inspector->showCard(*current());
    }
}

void FeedPage::takeCurrent()
{
    if (!m_inspector)
        return;
    if (const FeedCard *card = current())
        m_inspector->showCard(*card);
    else
        m_inspector->clear();
}

void FeedPage::showLane(Lane lane)
{
    m_model.setLane(lane);
    m_lanes->setCurrent(lane);
    if (m_model.rowCount() > 0)
        m_view->setCurrentIndex(m_model.index(0));
    m_view->scrollToTop();
    takeCurrent();
    refreshWords();
}

void FeedPage::showArrivals()
{
    m_model.showArrivals();
    m_view->scrollToTop();
    if (!m_view->currentIndex().isValid() && m_model.rowCount() > 0)
        m_view->setCurrentIndex(m_model.index(0));
    m_view->setFocus();
    refreshWords();
}

const FeedCard *FeedPage::current() const
{
    return m_model.card(m_view->currentIndex().row());
}

std::vector<base::Uuid> FeedPage::targets() const
{
    std::vector<base::Uuid> out = m_model.marked();
    if (out.empty() && current())
        out.push_back(current()->action.id);
    return out;
}

// From the draft only: it also ends when its card changes from outside, and the hand may be in the
// palette or on another page by then.
void FeedPage::takeFocusBack()
{
    const QWidget *now = QApplication::focusWidget();
    if (!now || m_inspector->isAncestorOf(now))
        m_view->setFocus();
}

QString FeedPage::unsaved() const
{
    return m_inspector ? m_inspector->call()->unsaved() : QString();
}

int FeedPage::footHeight() const
{
    return m_review->isHidden() ? 0 : m_review->minimumHeight();
}

void FeedPage::refreshReview()
{
    std::vector<FeedCard> cards;
    for (const base::Uuid &id : m_model.marked())
        cards.push_back(*m_model.card(id));
    m_review->setCards(cards, {bridge().status().mailsToday, bridge().status().mailsPerDay});
    m_review->setVisible(!cards.empty());
    if (m_review->isOpen())
        askReview();
    Q_EMIT footChanged();
    m_view->viewport()->update();
}

void FeedPage::refreshSurroundings()
{
    m_around = surroundingsOf(bridge().status(), bridge().sync());
    if (m_inspector && m_inspector->call()->isRunning())
        m_around.call = std::pair(m_inspector->call()->action(), m_inspector->call()->startedMs());
    m_delegate->setSurroundings(m_around);
    if (m_inspector)
        m_inspector->setSurroundings(m_around);
    m_view->viewport()->update();
}

void FeedPage::refreshWords()
{
    const ui::text::Format write = format();
    const std::int64_t left = m_counts.lanes[0] + m_counts.lanes[1];
    const std::int64_t whole = left + m_counts.doneToday;
    QStringList meta;
    meta += whole > 0 ? tr("%1 of %2 done").arg(m_counts.doneToday).arg(whole) : tr("nothing due");
    if (m_counts.minutesNow > 0)
        meta += tr("about %1").arg(write.span(m_counts.minutesNow * base::minuteMs));
    if (m_counts.slaRunning + m_counts.slaBreached > 0)
        meta +=
            tr("%n SLA(s)", nullptr, static_cast<int>(m_counts.slaRunning + m_counts.slaBreached));
    m_header->setMeta(meta.join(QStringLiteral(" · ")));
    m_header->setTrack(whole > 0 ? std::optional(static_cast<double>(m_counts.doneToday) /
                                                 static_cast<double>(whole))
                                 : std::nullopt);
    m_lanes->setArrivals(m_model.arrivals(),
                         context().commands.keyText(QStringLiteral("feed.arrivals")));

    // The next lane with work, in the order of Tab.
    QString end;
    QString key;
    for (int step = 1; step < laneCount - 1; ++step) {
        const auto lane = static_cast<Lane>((static_cast<int>(m_model.lane()) + step) % laneCount);
        const auto count = m_counts.lanes[static_cast<int>(lane)];
        if (lane == Lane::Done || count == 0)
            continue;
        end = tr("Next is %1: %n action(s)", nullptr, static_cast<int>(count))
                  .arg(ui::text::laneText(lane));
        key = QStringLiteral("Tab");
        break;
    }
    m_view->setEnd(end, key);
    const QString next =
        m_counts.nextSlaMs
            ? tr("The next SLA ends at %1.").arg(write.timeOfDay(*m_counts.nextSlaMs))
            : QString();
    const QString done = tr("Done today: %1.").arg(m_counts.doneToday);
    m_view->setEmpty(m_model.lane() == Lane::Now ? tr("Nothing waits for you now")
                                                 : tr("This lane is clear"),
                     QString(next + QLatin1Char(' ') + done).trimmed());
}

} // namespace topline::pages
