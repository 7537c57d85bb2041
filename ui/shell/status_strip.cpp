#include "ui/shell/status_strip.h"

#include "ui/look/tool_tip.h"
#include "ui/text/sync_text.h"

#include <QAccessible>
#include <QDate>
#include <QStyle>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace topline::shell {

using namespace look;
using ui::text::Format;
using ui::text::fromUtf8;

namespace {

constexpr int tickMs = 1000;
constexpr int messageMs = 6000;
constexpr int letterMs = 80; // to read it by
constexpr int gap = 12;
constexpr int padding = 4;
constexpr int dotSide = 8;
constexpr base::DurationMs staleAfterMs = 30 * base::minuteMs;

} // namespace

StatusItem::StatusItem(bool clickable, QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(clickable ? Qt::TabFocus : Qt::NoFocus);
    setEnabled(true);
    if (!clickable)
        setAttribute(Qt::WA_TransparentForMouseEvents);
    else
        setAttribute(Qt::WA_Hover);
}

void StatusItem::setContent(const Content &content)
{
    if (content == m_content)
        return;
    m_content = content;
    setText(content.text);
    setAccessibleName(content.text);
    updateGeometry();
    update();
}

QSize StatusItem::sizeHint() const
{
    qreal width =
        2 * padding + textWidth(m_content.strong ? Type::MetaStrong : Type::Meta, m_content.text);
    if (m_content.icon != Icon::None)
        width += look::icon::chip + 6;
    if (m_content.dot != nullptr)
        width += dotSide + 6;
    if (!m_content.key.isEmpty())
        width += 6 + textWidth(Type::Meta, m_content.key);
    return {static_cast<int>(std::ceil(width)), look::height::statusBar - 6};
}

void StatusItem::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    const bool hot = focusPolicy() != Qt::NoFocus && (underMouse() || isDown());
    if (hot)
        fillRounded(painter, rect(), radius::control, t.navOn);
    const QColor ink = t.*m_content.colour;
    qreal x = padding;
    if (m_content.dot != nullptr) {
        fillRounded(painter, QRectF(x, (height() - dotSide) / 2.0, dotSide, dotSide), dotSide / 2.0,
                    t.*m_content.dot);
        x += dotSide + 6;
    }
    if (m_content.icon != Icon::None) {
        drawIcon(painter, {x, (height() - look::icon::chip) / 2.0}, m_content.icon, ink,
                 look::icon::chip);
        x += look::icon::chip + 6;
    }
    TextPainter once(2);
    x += once.draw(painter, QRectF(x, 0, width() - x, height()), m_content.text,
                   {m_content.strong ? Type::MetaStrong : Type::Meta, ink});
    if (!m_content.key.isEmpty())
        once.draw(painter, QRectF(x + 6, 0, width() - x - 6, height()), m_content.key,
                  {Type::Meta, hot ? t.text2 : t.text3});
    if (hasFocus())
        strokeRing(painter, rect(), radius::control, t.series);
}

StatusStrip::StatusStrip(std::function<base::UtcMs()> clock, base::TimeZone zone, QWidget *parent)
    : QWidget(parent)
    , m_clock(std::move(clock))
    , m_zone(std::move(zone))
    , m_tick(new QTimer(this))
    , m_messageTimer(new QTimer(this))
    , m_sync(new StatusItem(true, this))
    , m_pending(new StatusItem(true, this))
    , m_conflicts(new StatusItem(true, this))
    , m_aside(new StatusItem(false, this))
    , m_running(new StatusItem(true, this))
    , m_breached(new StatusItem(true, this))
    , m_outbox(new StatusItem(false, this))
    , m_message(new StatusItem(false, this))
    , m_time(new StatusItem(false, this))
    , m_stop(new StatusItem(true, this))
{
    setFixedHeight(look::height::statusBar);
    setAccessibleName(tr("Status"));
    connect(m_tick, &QTimer::timeout, this, &StatusStrip::refresh);
    m_tick->start(tickMs);
    m_messageTimer->setSingleShot(true);
    connect(m_messageTimer, &QTimer::timeout, this, [this] {
        m_message->setContent({});
        place();
    });
    for (StatusItem *item : {m_sync, m_pending, m_conflicts}) {
        connect(item, &StatusItem::clicked, this, &StatusStrip::syncWanted);
        item->setToolTip(tr("Open the Sync page"));
    }
    connect(m_running, &StatusItem::clicked, this, &StatusStrip::feedWanted);
    connect(m_breached, &StatusItem::clicked, this, &StatusStrip::feedWanted);
    connect(m_stop, &StatusItem::clicked, this, &StatusStrip::stopToggled);
    refresh();
}

void StatusStrip::setStatus(const domain::WorkspaceStatus &status)
{
    m_status = status;
    refresh();
}

void StatusStrip::setSync(const domain::SyncView &sync)
{
    m_view = sync;
    refresh();
}

void StatusStrip::setStopKey(const QString &key)
{
    m_stopKey = key;
    refresh();
}

void StatusStrip::showMessage(const QString &message, bool isDone)
{
    m_message->setContent({message,
                           isDone ? Icon::Check : Icon::Info,
                           nullptr,
                           isDone ? &Tokens::accentText : &Tokens::amberText,
                           {},
                           true});
    m_message->setToolTip(plainToolTip(message));
    m_messageTimer->start(std::max(messageMs, letterMs * static_cast<int>(message.size())));
    QAccessibleEvent event(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    place();
}

void StatusStrip::refreshSync(const Format &format)
{
    if (!m_view.connections.empty()) {
        refreshConnections(format);
        return;
    }
    const QString source = fromUtf8(m_status.sourceTitle);
    if (source.isEmpty()) {
        m_sync->setContent({tr("No CRM connected"), Icon::Database, nullptr, &Tokens::text2});
        return;
    }
    // A sync of every few seconds is not worth a word; the first one, or one after a gap, is.
    const bool overdue =
        !m_status.lastSyncMs || format.now() - *m_status.lastSyncMs > base::minuteMs;
    if (m_status.syncing && overdue) {
        m_sync->setContent({tr("%1 syncing").arg(source), Icon::Refresh, nullptr, &Tokens::text2});
        return;
    }
    const bool failed = !m_status.lastSyncError.empty();
    if (!m_status.lastSyncMs) {
        m_sync->setContent({failed ? tr("%1 could not be reached").arg(source)
                                   : tr("%1 not synced yet").arg(source),
                            failed ? Icon::AlertTriangle : Icon::None,
                            failed ? nullptr : &Tokens::mute,
                            failed ? &Tokens::amberText : &Tokens::text2});
        return;
    }
    const bool stale = failed || format.now() - *m_status.lastSyncMs > staleAfterMs;
    m_sync->setContent({tr("%1 synced %2").arg(source, format.ago(*m_status.lastSyncMs)),
                        failed ? Icon::AlertTriangle : Icon::None,
                        failed  ? nullptr
                        : stale ? &Tokens::amber
                                : &Tokens::green,
                        failed ? &Tokens::amberText : &Tokens::text2});
}

// The connection that most needs a look speaks for all: a fault first, then the oldest.
void StatusStrip::refreshConnections(const Format &format)
{
    using domain::ConnectionState;
    const auto needsUser = [](const domain::ConnectionView &connection) {
        return connection.state == ConnectionState::SignInNeeded ||
               connection.state == ConnectionState::OtherOrg;
    };
    const auto isWell = [](const domain::ConnectionView &connection) {
        return connection.state == ConnectionState::Connected && connection.error.empty();
    };
    const auto rank = [&](const domain::ConnectionView &connection) {
        const int fault = needsUser(connection) ? 0 : isWell(connection) ? 2 : 1;
        return std::pair(fault, connection.lastOkMs.value_or(0));
    };
    const auto worst = std::min_element(
        m_view.connections.begin(), m_view.connections.end(),
        [&](const auto &left, const auto &right) { return rank(left) < rank(right); });
    const QString title = ui::text::connectionTitle(*worst);
    const bool well = isWell(*worst);
    const bool overdue = !worst->lastOkMs || format.now() - *worst->lastOkMs > base::minuteMs;
    if (worst->syncing && well && overdue) {
        m_sync->setContent({tr("%1 syncing").arg(title), Icon::Refresh, nullptr, &Tokens::text2});
        return;
    }
    if (!well) {
        m_sync->setContent({tr("%1: %2").arg(title, ui::text::connectionStateText(*worst)),
                            needsUser(*worst) ? Icon::Alert : Icon::AlertTriangle, nullptr,
                            needsUser(*worst) ? &Tokens::redText : &Tokens::amberText});
        return;
    }
    if (!worst->lastOkMs) {
        m_sync->setContent(
            {tr("%1 not synced yet").arg(title), Icon::None, &Tokens::mute, &Tokens::text2});
        return;
    }
    const bool stale = format.now() - *worst->lastOkMs > staleAfterMs;
    m_sync->setContent({tr("%1 synced %2").arg(title, format.ago(*worst->lastOkMs)), Icon::None,
                        stale ? &Tokens::amber : &Tokens::green, &Tokens::text2});
}

void StatusStrip::setClocks()
{
    const auto running = static_cast<int>(m_status.feed.slaRunning);
    const auto breached = static_cast<int>(m_status.feed.slaBreached);
    m_running->setContent({running > 0 ? tr("%n SLA(s) running", nullptr, running) : QString(),
                           Icon::Timer, nullptr, &Tokens::text2});
    m_breached->setContent({breached > 0 ? tr("%n breached", nullptr, breached) : QString(),
                            Icon::Alert, nullptr, &Tokens::redText});
}

void StatusStrip::setOutbox()
{
    QStringList parts;
    if (m_status.feed.inHold > 0)
        parts << tr("%n in hold", nullptr, static_cast<int>(m_status.feed.inHold));
    if (m_status.feed.unknown > 0)
        parts << tr("%n unknown", nullptr, static_cast<int>(m_status.feed.unknown));
    m_outbox->setContent(
        {parts.isEmpty() ? QString() : tr("Outbox: %1").arg(parts.join(QStringLiteral(", "))),
         Icon::Send, nullptr, m_status.feed.unknown > 0 ? &Tokens::amberText : &Tokens::text2});
    m_pending->setContent(
        {m_status.effectsPending > 0
             ? tr("%n pending", nullptr, static_cast<int>(m_status.effectsPending))
             : QString(),
         Icon::None, nullptr, &Tokens::text2});
    const auto open = static_cast<int>(std::count_if(
        m_view.conflicts.begin(), m_view.conflicts.end(), [](const domain::Conflict &conflict) {
            return conflict.state == domain::ConflictState::Open;
        }));
    m_conflicts->setContent({open > 0 ? tr("%n conflict(s)", nullptr, open) : QString(),
                             Icon::Conflict, nullptr, &Tokens::amberText});
    m_aside->setContent({m_status.rejectedRows > 0 ? tr("%n row(s) kept aside", nullptr,
                                                        static_cast<int>(m_status.rejectedRows))
                                                   : QString(),
                         Icon::FileTable, nullptr, &Tokens::amberText});
}

void StatusStrip::refresh()
{
    const base::UtcMs now = m_clock();
    const Format format(locale(), m_zone, now);
    refreshSync(format);
    setClocks();
    setOutbox();
    const base::CivilDate day = m_zone.dateOf(now);
    //: Date and time in the status bar, in Qt's date format.
    const QString date = locale().toString(QDate(day.year, day.month, day.day), tr("ddd d MMM"));
    m_time->setContent(
        {tr("%1, %2").arg(date, format.timeOfDay(now)), Icon::None, nullptr, &Tokens::text3});
    if (m_status.automationStopped)
        m_stop->setContent({tr("Automation stopped: resume"), Icon::Play, nullptr,
                            &Tokens::amberText, m_stopKey, true});
    else
        m_stop->setContent(
            {tr("Stop all automation"), Icon::StopCircle, nullptr, &Tokens::text, m_stopKey, true});
    place();
}

// From both ends towards the middle; what finds no room is left out, least important first. A
// passing message comes before all of it: it is why the person looks here.
void StatusStrip::place()
{
    const int top = 3;
    const auto show = [&](StatusItem *item, int x, int wide = -1) {
        QSize size = item->sizeHint();
        if (wide >= 0)
            size.setWidth(wide);
        item->setGeometry(QStyle::visualRect(layoutDirection(), rect(), {QPoint(x, top), size}));
        item->setVisible(true);
    };
    int right = width() - gap + padding;
    right -= m_stop->sizeHint().width();
    show(m_stop, right);
    m_separators = {right - gap + 0.0};
    right -= 2 * gap + m_time->sizeHint().width();
    show(m_time, right);

    struct Slot {
        StatusItem *item;
        bool group; // a separator before it
    };

    const Slot slots_[] = {{m_sync, false},  {m_pending, false}, {m_conflicts, false},
                           {m_aside, false}, {m_running, true},  {m_breached, false},
                           {m_outbox, true}, {m_message, true}};
    int x = gap - padding;
    const int messageWide =
        m_message->isWanted()
            ? std::min(m_message->sizeHint().width() + 2 * gap, right - 2 * gap - x)
            : 0;
    bool first = true;
    bool pendingGroup = false;
    for (const Slot &slot : slots_) {
        pendingGroup = pendingGroup || slot.group;
        const int before = first ? 0 : pendingGroup ? 2 * gap : gap - padding;
        const bool isMessage = slot.item == m_message;
        const int end = right - gap - (isMessage ? 0 : messageWide);
        const int wide =
            isMessage ? std::min(m_message->sizeHint().width(), std::max(0, end - x - before))
                      : slot.item->sizeHint().width();
        if (!slot.item->isWanted() || wide <= 0 || x + before + wide > end) {
            slot.item->setVisible(false);
            continue;
        }
        if (!first && pendingGroup)
            m_separators.push_back(x + gap);
        show(slot.item, x + before, wide);
        x += before + wide;
        first = false;
        pendingGroup = false;
    }
    update();
}

void StatusStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    painter.fillRect(rect(), t.window);
    hLine(painter, 0, width(), 0, t.line);
    for (const qreal x : m_separators)
        vLine(painter, x, 8, height() - 7, t.lineStrong);
}

} // namespace topline::shell
