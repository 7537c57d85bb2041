#include "ui/look/button.h"

#include "ui/look/marks.h"

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace topline::look {

namespace {

constexpr int ringRoom = 0;

QColor pressedStep(const QColor &fill, const Tokens &t)
{
    return fill == t.key ? t.lineStrong : t.key;
}

} // namespace

Button::Button(Kind kind, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_kind(kind)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::ArrowCursor);
}

Button *Button::iconOnly(Icon icon, const QString &name, QWidget *parent)
{
    auto *made = new Button(Kind::Plain, QString(), parent);
    made->setIconKind(icon);
    made->setToolTip(name);
    made->setAccessibleName(name);
    return made;
}

void Button::setIconKind(Icon icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

void Button::setKeyHint(const QString &key)
{
    m_key = key;
    updateGeometry();
    update();
}

void Button::setSmall(bool small)
{
    m_small = small;
    updateGeometry();
    update();
}

void Button::setDropDown(bool dropDown)
{
    m_dropDown = dropDown;
    updateGeometry();
    update();
}

int Button::padding() const
{
    return m_small ? space::s : 10;
}

int Button::boxHeight() const
{
    return m_small ? height::smallButton : height::button;
}

int Button::contentWidth() const
{
    qreal width = std::ceil(textWidth(Type::DenseValue, text()));
    const auto add = [&width](qreal part) { width += (width > 0 ? space::s : 0) + part; };
    if (m_icon != Icon::None)
        add(look::icon::dense);
    if (!m_key.isEmpty())
        add(keyCapWidth(m_key));
    if (m_dropDown)
        add(look::icon::dense);
    return static_cast<int>(std::ceil(width));
}

QSize Button::sizeHint() const
{
    if (text().isEmpty() && m_key.isEmpty())
        return {boxHeight(), boxHeight()};
    return {contentWidth() + 2 * padding() + ringRoom, boxHeight()};
}

QSize Button::minimumSizeHint() const
{
    return sizeHint();
}

Button::Colours Button::colours() const
{
    const Tokens &t = tokensFor(palette());
    Colours c;
    switch (m_kind) {
    case Kind::Primary:
        c = {t.accent, {}, t.onAccent, t.onAccent};
        if (isDown() || underMouse())
            c.fill = t.keyAccent;
        break;
    case Kind::Secondary:
        c = {t.well, {}, t.text, t.text2};
        break;
    case Kind::Outlined:
        c = {t.surface, t.lineStrong, t.text, t.text2};
        if (underMouse())
            c.fill = t.hover;
        break;
    case Kind::Pill:
        c = {t.accentSoft, {}, t.accentText, t.accentText};
        break;
    case Kind::Plain:
        c = {Qt::transparent, {}, t.text2, t.text2};
        if (underMouse() || isChecked())
            c.fill = t.well;
        break;
    }
    if (m_kind == Kind::Pill && (underMouse() || isDown()))
        c.fill = t.keySoft;
    else if (m_kind == Kind::Secondary && underMouse())
        c.fill = t.key;
    if (isDown() && m_kind != Kind::Primary && m_kind != Kind::Pill)
        c.fill = pressedStep(c.fill, t);
    if (!isEnabled()) {
        c.text = c.icon = t.disabled;
        if (m_kind == Kind::Primary)
            c.fill = t.well;
    }
    return c;
}

void Button::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    const Colours c = colours();
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    const QRectF box(0, (height() - boxHeight()) / 2.0, width(), boxHeight());
    if (c.edge.isValid())
        fillOutlined(painter, box, {radius::control, c.edge, c.fill, 1});
    else if (c.fill.alpha() > 0)
        fillRounded(painter, box, radius::control, c.fill);
    qreal x = std::floor(box.left() + (box.width() - contentWidth()) / 2);
    if (m_icon != Icon::None) {
        const int side =
            text().isEmpty() && m_key.isEmpty() ? look::icon::normal : look::icon::dense;
        if (text().isEmpty() && m_key.isEmpty())
            x = box.left() + (box.width() - side) / 2;
        drawIcon(painter, {x, box.top() + (box.height() - side) / 2}, m_icon, c.icon, side);
        x += side + space::s;
    }
    if (!text().isEmpty()) {
        painter.setFont(look::font(Type::DenseValue));
        painter.setPen(c.text);
        const QFontMetricsF &measure = metrics(Type::DenseValue);
        const qreal wide = std::ceil(measure.horizontalAdvance(text()));
        const qreal baseline =
            std::round(box.top() + (box.height() - measure.ascent() - measure.descent()) / 2 +
                       measure.ascent());
        const Upright upright(painter, {x, box.top(), wide, box.height()});
        painter.drawText(QPointF(x, baseline), text());
        x += wide + space::s;
    }
    if (!m_key.isEmpty()) {
        CapPlace place = CapPlace::Button;
        if (m_kind == Kind::Primary && isEnabled())
            place = CapPlace::Primary;
        else if (m_kind == Kind::Pill)
            place = CapPlace::Focused;
        else if (m_kind != Kind::Secondary)
            place = CapPlace::Row;
        x += drawKeyCap(painter, {x, box.top() + (box.height() - look::height::inlineChip) / 2},
                        m_key, place, t) +
             space::s;
    }
    if (m_dropDown)
        drawIcon(painter, {x, box.top() + (box.height() - look::icon::dense) / 2},
                 Icon::ChevronDown, c.icon, look::icon::dense);
    if (hasFocus())
        drawFocus(painter, box, t);
}

// On the accent fill the ring stands inside, in the colour of the text.
void Button::drawFocus(QPainter &painter, const QRectF &box, const Tokens &tokens) const
{
    if (m_kind == Kind::Primary && isEnabled())
        strokeRing(painter, box.adjusted(2, 2, -2, -2), radius::control - 1, tokens.onAccent);
    else
        strokeRing(painter, box, radius::control, tokens.series);
}

void Button::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        event->accept();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

bool Button::event(QEvent *event)
{
    // Enter presses the button, even where a page has a command on it.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
            event->accept();
    }
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

} // namespace topline::look
