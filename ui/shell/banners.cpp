#include "ui/shell/banners.h"

#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/look/paint.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace topline::shell {

using namespace look;

namespace {

constexpr int rowHeight = 40;

struct Colours {
    Token fill;
    Token ink;
    Icon icon;
};

Colours coloursOf(Banner::Tone tone)
{
    switch (tone) {
    case Banner::Tone::Warning:
        return {&Tokens::amberSoft, &Tokens::amberText, Icon::AlertTriangle};
    case Banner::Tone::Fault:
        return {&Tokens::redSoft, &Tokens::redText, Icon::Alert};
    case Banner::Tone::Info:
        break;
    }
    return {&Tokens::accentSoft, &Tokens::accentText, Icon::Info};
}

// As tall as its words need: what happened, what was kept and what to do must all be read.
class Row final : public QWidget {
public:
    Row(const Banner &banner, QWidget *parent)
        : QWidget(parent)
        , m_colours(coloursOf(banner.tone))
        , m_layout(new QHBoxLayout(this))
    {
        setMinimumHeight(rowHeight);
        setAccessibleName(banner.text);
        m_layout->setContentsMargins(space::l, 0, space::s, 0);
        m_layout->setSpacing(space::xs);
        m_layout->addSpacing(icon::normal + space::s);
        auto *text = new QLabel(banner.text);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setFont(look::font(Type::Body));
        text->setContentsMargins(0, space::s, space::m, space::s);
        m_layout->addWidget(text, 1);
    }

    void addButton(Button *button) { m_layout->addWidget(button); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokensFor(palette());
        QPainter painter(this);
        mirrorIfRightToLeft(painter, *this);
        painter.fillRect(rect(), t.*m_colours.fill);
        hLine(painter, 0, width(), height() - hairline(painter), t.line);
        drawIcon(painter, {space::l, (rowHeight - icon::normal) / 2.0}, m_colours.icon,
                 t.*m_colours.ink, icon::normal);
    }

private:
    Colours m_colours;
    QHBoxLayout *m_layout;
};

} // namespace

Banners::Banners(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Banners::show(const Banner &banner)
{
    if (m_closed.contains(banner.id) ||
        (m_rows.contains(banner.id) && m_texts.value(banner.id) == banner.text))
        return;
    takeOut(banner.id);
    m_texts.insert(banner.id, banner.text);
    auto *row = new Row(banner, this);
    if (banner.action && !banner.actionText.isEmpty()) {
        auto *button = new Button(Button::Kind::Outlined, banner.actionText, row);
        button->setSmall(true);
        connect(button, &Button::clicked, this, banner.action);
        row->addButton(button);
    }
    if (banner.closable) {
        auto *close = Button::iconOnly(Icon::X, tr("Close"), row);
        connect(close, &Button::clicked, this, [this, id = banner.id] {
            m_closed.insert(id);
            takeOut(id);
        });
        row->addButton(close);
    }
    m_rows.insert(banner.id, row);
    m_layout->addWidget(row);
    row->setVisible(!isUnseen(banner.id));
    if (isUnseen(banner.id))
        return;
    QAccessibleEvent event(row, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Banners::setUnseen(const QString &prefix)
{
    m_unseen = prefix;
    for (auto row = m_rows.constBegin(); row != m_rows.constEnd(); ++row)
        row.value()->setVisible(!isUnseen(row.key()));
}

bool Banners::isUnseen(const QString &id) const
{
    return !m_unseen.isEmpty() && id.startsWith(m_unseen);
}

void Banners::hide(const QString &id)
{
    m_closed.remove(id);
    takeOut(id);
}

void Banners::takeOut(const QString &id)
{
    if (QWidget *row = m_rows.take(id)) {
        const QWidget *focus = window()->focusWidget(); // also while a dialog stands above
        const bool hadFocus = focus && row->isAncestorOf(focus);
        m_layout->removeWidget(row);
        row->hide();
        row->deleteLater();
        if (hadFocus)
            Q_EMIT focusLost();
    }
}

} // namespace topline::shell
