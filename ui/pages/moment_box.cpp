#include "ui/pages/moment_box.h"

#include "ui/look/icons.h"
#include "ui/look/translucency.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScreen>

#include <algorithm>

namespace topline::pages {

using look::Icon;
using look::Type;

namespace {

constexpr int boxWidth = 320;
constexpr int pad = look::space::m;
constexpr int titleTop = 12;
constexpr int inputTop = 36;
constexpr int echoTop = 72;
constexpr int exampleTop = 92;
constexpr int boxHeight = 120;

} // namespace

MomentBox::MomentBox(const QString &title, FormatNow formatNow, QWidget *parent)
    : QWidget(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_title(title)
    , m_formatNow(std::move(formatNow))
    , m_input(new QLineEdit(this))
{
    if (look::canBeTranslucent())
        setAttribute(Qt::WA_TranslucentBackground);
    setFixedSize(boxWidth, boxHeight);
    setAccessibleName(title);
    m_input->setAccessibleName(title);
    m_input->setPlaceholderText(tr("Day, time, or both"));
    m_input->setGeometry(pad, inputTop, boxWidth - 2 * pad, look::height::button);
    setFocusProxy(m_input);
    connect(m_input, &QLineEdit::textChanged, this, &MomentBox::refresh);
    connect(m_input, &QLineEdit::returnPressed, this, &MomentBox::take);
    refresh();
}

void MomentBox::popup(const QPoint &at)
{
    QPoint corner = at;
    if (const QScreen *on = parentWidget()->screen()) {
        const QRect room = on->availableGeometry();
        corner.setX(
            std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width())));
        corner.setY(
            std::clamp(corner.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    }
    move(corner);
    show();
    m_input->setFocus(Qt::PopupFocusReason);
}

void MomentBox::refresh()
{
    const ui::text::Format format = m_formatNow();
    const ui::text::MomentEntry entry = ui::text::readMoment(m_input->text(), format);
    m_isProblem = !entry.ok() && entry.problem != ui::text::MomentProblem::Empty;
    if (!entry.ok()) {
        m_echo = ui::text::momentProblemText(entry.problem);
    } else {
        const int day = base::weekday(format.zone().dateOf(entry.atMs));
        //: Weekday, moment, and how far away it is: "Fri 21 Nov 09:00, in 2 d".
        m_echo = tr("%1 %2, in %3")
                     .arg(format.locale().dayName(day, QLocale::ShortFormat),
                          format.dateTime(entry.atMs), format.span(entry.atMs - format.now()));
        if (entry.movedByClockChange)
            m_echo = tr("The clocks change then: %1").arg(m_echo);
    }
    m_input->setAccessibleDescription(m_echo);
    update();
}

void MomentBox::take()
{
    const ui::text::MomentEntry entry = ui::text::readMoment(m_input->text(), m_formatNow());
    refresh();
    if (!entry.ok()) {
        QAccessibleEvent event(m_input, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
        return;
    }
    close();
    Q_EMIT picked(entry.atMs);
}

void MomentBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void MomentBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    look::mirrorIfRightToLeft(painter, *this);
    const look::Tokens &t = look::tokensFor(palette());
    look::fillOutlined(painter, rect(),
                       {look::popupRadius(this, look::radius::popup), t.lineStrong, t.raised});
    const qreal wide = boxWidth - 2.0 * pad;
    m_text.draw(painter, {pad, titleTop, wide, 16}, m_title, {Type::DenseHead, t.text});
    qreal left = pad;
    if (m_isProblem) {
        look::drawIcon(painter, {left, echoTop + 1.0}, Icon::AlertTriangle, t.amberText,
                       look::icon::dense);
        left += look::icon::dense + look::space::s;
    }
    m_text.draw(painter, {left, echoTop, pad + wide - left, 16}, m_echo,
                {Type::Dense, m_isProblem ? t.amberText : t.text2});
    m_text.draw(painter, {pad, exampleTop, wide, 16},
                tr("in 3 h · tomorrow 14:00 · fri 9 · 30 nov 10:00"), {Type::Meta, t.text3});
}

} // namespace topline::pages
