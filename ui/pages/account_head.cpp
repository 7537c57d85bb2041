#include "ui/pages/account_head.h"

#include "ui/look/button.h"
#include "ui/look/tool_tip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace topline::pages {

using namespace look;

AccountHead::AccountHead(QWidget *parent)
    : QWidget(parent)
    , m_back(new Button(Button::Kind::Plain, tr("Accounts"), this))
    , m_row(new QHBoxLayout(this))
{
    setFixedHeight(height::pageHeader);
    m_back->setAccessibleName(tr("Back to all accounts"));
    connect(m_back, &QAbstractButton::clicked, this, &AccountHead::backWanted);
    m_row->setContentsMargins(isRightToLeft() ? space::l : space::s, 0,
                              isRightToLeft() ? space::s : space::l, 0);
    m_row->setSpacing(space::s);
    m_row->addWidget(m_back);
    m_row->addStretch(1);
}

void AccountHead::setNames(const QString &name, const QString &meta)
{
    m_name = name;
    m_meta = meta;
    setAccessibleName(name);
    setAccessibleDescription(meta);
    refreshToolTip();
    update();
}

void AccountHead::addTool(QWidget *tool)
{
    m_row->addWidget(tool, 0, Qt::AlignVCenter);
}

// Counted from where lines begin, so that it serves both directions.
qreal AccountHead::left() const
{
    return space::s + m_back->width() + space::xs;
}

qreal AccountHead::right() const
{
    qreal out = width() - space::l;
    for (int i = 1; i < m_row->count(); ++i) {
        const QWidget *tool = m_row->itemAt(i)->widget();
        if (tool != nullptr && tool->isVisibleTo(this))
            out = std::min<qreal>(
                out,
                QStyle::visualRect(layoutDirection(), rect(), tool->geometry()).left() - space::m);
    }
    return out;
}

void AccountHead::refreshToolTip()
{
    const qreal taken = left() + icon::chip + space::s + textWidth(Type::Title, m_name) + space::m;
    const bool fits = taken + textWidth(Type::Dense, m_meta) <= right();
    setToolTip(fits ? QString() : plainToolTip(m_name + QLatin1Char('\n') + m_meta));
}

void AccountHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refreshToolTip();
}

void AccountHead::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    painter.fillRect(rect(), t.surface);
    const qreal tall = height::pageHeader;
    qreal x = left();
    const Icon chevron = isRightToLeft() ? Icon::ChevronLeft : Icon::ChevronRight;
    drawIcon(painter, {x, (tall - icon::chip) / 2}, chevron, t.text3, icon::chip);
    x += icon::chip + space::s;
    x += m_text.draw(painter, QRectF(x, 0, right() - x, tall), m_name, {Type::Title, t.text});
    x += space::m;
    if (right() - x > space::xl)
        m_text.draw(painter, QRectF(x, 1, right() - x, tall), m_meta, {Type::Dense, t.text2});
    hLine(painter, 0, width(), tall - hairline(painter), t.line);
}

} // namespace topline::pages
