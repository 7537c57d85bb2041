#include "ui/shell/nav_rail.h"

#include "ui/look/marks.h"
#include "ui/text/format.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::shell {

using namespace look;

namespace {

constexpr int sideMargin = 8;
constexpr int iconLeft = 8;
constexpr int textLeft = 32;
constexpr int headHeight = 56;
constexpr int groupHeight = 36;
constexpr int userHeight = 40;
constexpr int avatar = 20;
constexpr int markSide = 20;

QString initialsOf(const QString &name)
{
    QString initials;
    for (const QString &word : name.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (initials.size() < 2)
            initials += word[0].toUpper();
    }
    return initials;
}

} // namespace

NavItem::NavItem(Icon icon, const QString &title, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
{
    setText(title);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    refreshNames();
}

void NavItem::setBadge(std::int64_t badge)
{
    if (m_badge == badge)
        return;
    m_badge = badge;
    refreshNames();
    update();
}

void NavItem::setNarrow(bool narrow)
{
    m_narrow = narrow;
    refreshNames();
    update();
}

void NavItem::setKeyHint(const QString &key)
{
    m_key = key;
    refreshNames();
}

void NavItem::refreshNames()
{
    setAccessibleName(m_badge > 0 ? tr("%1, %2 open").arg(text()).arg(m_badge) : text());
    const QString key = m_key.isEmpty() ? QString() : QStringLiteral("  ") + m_key;
    setToolTip(m_narrow || !m_key.isEmpty() ? text() + key : QString());
}

QSize NavItem::sizeHint() const
{
    return {32, look::height::navItem};
}

bool NavItem::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

void NavItem::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        focusNextChild();
    else if (event->key() == Qt::Key_Up)
        focusPreviousChild();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void NavItem::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    const QRectF box = rect();
    const bool on = isChecked();
    if (on)
        fillRounded(painter, box, radius::control, t.navOn);
    else if (underMouse() || isDown())
        fillRounded(painter, box, radius::control, t.well);
    const qreal top = (box.height() - icon::normal) / 2;
    drawIcon(painter, {iconLeft, top}, m_icon, on ? t.accentText : t.text2, icon::normal);
    TextPainter once(2);
    const QString badge =
        m_badge > 0 ? locale().toString(static_cast<qlonglong>(m_badge)) : QString();
    if (m_narrow) {
        if (m_badge > 0) {
            const qreal wide = std::max<qreal>(12, textWidth(Type::MetaStrong, badge) + 4);
            const QRectF spot(box.right() - wide, box.top(), wide, 14);
            fillRounded(painter, spot, 4, on ? t.navOn : t.window);
            once.draw(painter, spot, badge, {Type::MetaStrong, t.text2, Qt::AlignHCenter});
        }
    } else {
        const qreal badgeWidth = badge.isEmpty() ? 0 : textWidth(Type::Dense, badge) + space::s;
        once.draw(painter,
                  QRectF(textLeft, 0, box.width() - textLeft - space::s - badgeWidth, box.height()),
                  text(), {on ? Type::BodyValue : Type::Body, on ? t.text : t.text2});
        once.draw(painter, QRectF(0, 0, box.width() - space::s, box.height()), badge,
                  {Type::Dense, t.text2, Qt::AlignRight});
    }
    if (hasFocus())
        strokeRing(painter, box, radius::control, t.series);
}

NavRail::NavRail(const std::vector<PageEntry> &pages, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Pages"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(sideMargin, headHeight, sideMargin, userHeight + 4);
    layout->setSpacing(look::height::navGap);
    for (const PageEntry &page : pages) {
        if (!page.group.isEmpty() && (m_groups.isEmpty() || m_groups.last().name != page.group)) {
            m_groups.push_back({page.group, new QWidget(this)});
            layout->addWidget(m_groups.last().place);
        }
        auto *item = new NavItem(page.icon, page.title, this);
        item->setCheckable(true);
        connect(item, &NavItem::clicked, this, [this, id = page.id] { Q_EMIT pageChosen(id); });
        layout->addWidget(item);
        m_items.push_back({page.id, item, page.badge, page.syncBadge});
    }
    layout->addStretch(1);
    m_settings = new NavItem(Icon::Settings, tr("Settings"), this);
    layout->addWidget(m_settings);
    connect(m_settings, &NavItem::clicked, this, &NavRail::settingsChosen);
    setNarrow(false);
}

void NavRail::setNarrow(bool narrow)
{
    m_narrow = narrow;
    setFixedWidth((narrow ? look::width::railNarrow : look::width::rail) + 1);
    for (const Item &item : m_items)
        item.button->setNarrow(narrow);
    m_settings->setNarrow(narrow);
    for (const Group &group : m_groups)
        group.place->setFixedHeight(narrow ? space::l : groupHeight);
    update();
}

void NavRail::setCurrent(const QString &pageId)
{
    for (const Item &item : m_items)
        item.button->setChecked(item.pageId == pageId);
}

void NavRail::setStatus(const domain::WorkspaceStatus &status)
{
    for (const Item &item : m_items) {
        if (item.badge)
            item.button->setBadge(item.badge(status));
    }
    const QString user = ui::text::fromUtf8(status.userName);
    if (user != m_user) {
        m_user = user;
        update();
    }
}

void NavRail::setSync(const domain::SyncView &sync)
{
    for (const Item &item : m_items) {
        if (item.syncBadge)
            item.button->setBadge(item.syncBadge(sync));
    }
}

void NavRail::setKeyHint(const QString &pageId, const QString &key)
{
    for (const Item &item : m_items) {
        if (item.pageId == pageId)
            item.button->setKeyHint(key);
    }
}

void NavRail::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    painter.fillRect(rect(), t.window);
    const qreal line = hairline(painter);
    vLine(painter, width() - line, 0, height(), t.line);
    const QRectF mark(m_narrow ? 14 : 16, 18, markSide, markSide);
    {
        const Upright upright(painter, mark);
        painter.drawPixmap(onDevicePixels(painter, mark.topLeft()),
                           productMark(markSide, ratioOf(painter)));
    }
    TextPainter once(3);
    if (!m_narrow)
        once.draw(painter, QRectF(44, 18, width() - 60.0, 20), QStringLiteral("Topline"),
                  {Type::BodyName, t.text});
    for (const Group &group : m_groups) {
        const QRectF box(group.place->geometry());
        if (m_narrow)
            hLine(painter, sideMargin, width() - sideMargin, box.center().y(), t.line);
        else
            once.draw(painter, QRectF(16, box.bottom() - 24, width() - 32.0, 20), group.name,
                      {Type::Dense, t.text3});
    }
    const QString user = m_user.isEmpty() ? tr("Everybody") : m_user;
    const QRectF face(m_narrow ? 14 : 16, height() - userHeight + 8, avatar, avatar);
    fillOutlined(painter, face, {avatar / 2.0, t.lineStrong, t.window, 1});
    if (m_user.isEmpty())
        drawIcon(painter, face.topLeft() + QPointF(4, 4), Icon::Users, t.text2, icon::chip);
    else {
        painter.setFont(look::font(Type::MetaStrong));
        QFont small = look::font(Type::MetaStrong);
        small.setPixelSize(9);
        painter.setFont(small);
        painter.setPen(t.text2);
        const Upright upright(painter, face);
        painter.drawText(face, Qt::AlignCenter, initialsOf(m_user));
    }
    if (!m_narrow)
        once.draw(painter, QRectF(44, face.top(), width() - 60.0, avatar), user,
                  {Type::Dense, t.text2});
}

} // namespace topline::shell
