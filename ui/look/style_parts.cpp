#include "ui/look/style_parts.h"

#include "ui/look/marks.h"
#include "ui/look/translucency.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

#include <algorithm>
#include <cmath>

namespace topline::look::parts {

namespace {

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

QColor ink(const QStyleOption &option, const Tokens &t)
{
    return has(option, QStyle::State_Enabled) ? t.text : t.disabled;
}

void text(QPainter &painter, const QRectF &box, const QString &words, Type type,
          const QColor &colour, Qt::Alignment align = Qt::AlignLeft)
{
    TextPainter once(1);
    once.draw(painter, box, words, {type, colour, align, Qt::ElideRight});
}

void inputFrame(const QStyleOption &option, QPainter &painter, const Tokens &t)
{
    const bool focused = has(option, QStyle::State_HasFocus);
    const QColor fill = has(option, QStyle::State_Enabled) ? t.surface : t.panel;
    fillOutlined(painter, option.rect,
                 {radius::control, focused ? t.series : t.lineStrong, fill, focused ? 2.0 : 1.0});
}

void buttonFill(const QStyleOption &option, QPainter &painter, const Tokens &t)
{
    QColor fill = t.well;
    const bool preferred = [&option] {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
        return button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton);
    }() && has(option, QStyle::State_Enabled);
    if (preferred)
        fill = t.accent;
    if (has(option, QStyle::State_Enabled)) {
        const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
        if (preferred && (down || has(option, QStyle::State_MouseOver)))
            fill = t.keyAccent;
        else if (!preferred && down)
            fill = t.lineStrong;
        else if (!preferred && has(option, QStyle::State_MouseOver))
            fill = t.key;
    }
    fillRounded(painter, option.rect, radius::control, fill);
    if (has(option, QStyle::State_HasFocus)) {
        const QRectF box = option.rect;
        if (preferred)
            strokeRing(painter, box.adjusted(2, 2, -2, -2), radius::control - 1, t.onAccent);
        else
            strokeRing(painter, box, radius::control, t.series);
    }
}

void popupPanel(const QStyleOption &option, QPainter &painter, const Tokens &t,
                const QWidget *widget)
{
    const qreal round = popupRadius(widget, radius::control);
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.fillRect(option.rect, Qt::transparent);
    painter.restore();
    fillOutlined(painter, option.rect, {round, t.lineStrong, t.raised, 1});
}

void radio(const QStyleOption &option, QPainter &painter, const Tokens &t)
{
    const QRectF box = option.rect;
    const bool on = has(option, QStyle::State_On);
    const bool enabled = has(option, QStyle::State_Enabled);
    const QColor edge = !enabled ? t.disabled : on ? t.accent : t.text3;
    fillOutlined(painter, box, {box.width() / 2, edge, on ? edge : t.surface, 1.5});
    if (on)
        fillRounded(painter, box.adjusted(5, 5, -5, -5), 3, t.onAccent);
}

void rowFill(const QStyleOption &option, QPainter &painter, const Tokens &t, const QWidget *widget)
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(&option);
    const bool focusHere =
        has(option, QStyle::State_Active) && (widget == nullptr || widget->hasFocus());
    if (has(option, QStyle::State_Selected))
        fillCrisp(painter, option.rect, focusHere ? t.accentSoft : t.current);
    else if (has(option, QStyle::State_MouseOver))
        fillCrisp(painter, option.rect, t.hover);
    else if (item != nullptr && item->backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, item->backgroundBrush);
}

Icon arrowIcon(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorSpinUp:
        return Icon::ChevronUp;
    case QStyle::PE_IndicatorArrowLeft:
        return Icon::ChevronLeft;
    case QStyle::PE_IndicatorArrowRight:
        return Icon::ChevronRight;
    default:
        return Icon::ChevronDown;
    }
}

void arrow(QStyle::PrimitiveElement element, const QStyleOption &option, QPainter &painter,
           const Tokens &t)
{
    const int side = std::min({option.rect.width(), option.rect.height(), icon::chip});
    const QPointF at(option.rect.center().x() + 0.5 - side / 2.0,
                     option.rect.center().y() + 0.5 - side / 2.0);
    drawIcon(painter, at, arrowIcon(element), ink(option, t), side);
}

void headerSection(const QStyleOptionHeader &header, QPainter &painter, const Tokens &t)
{
    painter.fillRect(header.rect, t.surface);
    // The line spans from the first column's text to the last one's, as the rows' lines do.
    const bool alone = header.position == QStyleOptionHeader::OnlyOneSection;
    const bool first = alone || header.position == QStyleOptionHeader::Beginning;
    const bool last = alone || header.position == QStyleOptionHeader::End;
    hLine(painter, header.rect.left() + (first ? space::s : 0),
          header.rect.right() + 1 - (last ? space::s : 0), header.rect.bottom(), t.line);
}

void headerLabel(const QStyleOptionHeader &header, QPainter &painter, const Tokens &t)
{
    const bool sorted = header.sortIndicator != QStyleOptionHeader::None;
    const bool right = header.textAlignment.testFlag(Qt::AlignRight);
    QRectF box = QRectF(header.rect).adjusted(space::s, 0, -space::s, 0);
    if (sorted) {
        const Icon icon =
            header.sortIndicator == QStyleOptionHeader::SortUp ? Icon::ArrowUp : Icon::ArrowDown;
        const qreal words = std::min(textWidth(Type::MetaStrong, header.text),
                                     box.width() - icon::chip - space::xs);
        const qreal x = right ? box.right() - icon::chip : box.left() + words + space::xs;
        drawIcon(painter, {x, box.center().y() - icon::chip / 2.0}, icon, t.text, icon::chip);
        if (right)
            box.setRight(x - space::xs);
    }
    text(painter, box, header.text, sorted ? Type::MetaStrong : Type::Meta,
         sorted ? t.text : t.text3, right ? Qt::AlignRight : Qt::AlignLeft);
}

void progress(const QStyleOptionProgressBar &bar, QPainter &painter, const Tokens &t)
{
    const QRectF track(bar.rect.left(), bar.rect.center().y() - 1, bar.rect.width(), height::track);
    const double span = bar.maximum - bar.minimum;
    if (span <= 0) { // busy: a fixed third, since nothing here may move by itself
        drawTrack(painter, track, 0, t.series, t.line);
        fillCrisp(painter,
                  QRectF(track.left() + track.width() / 3, track.top(), track.width() / 3,
                         track.height()),
                  t.series);
        return;
    }
    drawTrack(painter, track, (bar.progress - bar.minimum) / span, t.series, t.line);
}

void comboLabel(const QStyleOptionComboBox &combo, QPainter &painter, const Tokens &t)
{
    const QRectF box = QRectF(combo.rect).adjusted(10, 0, -28, 0);
    text(painter, box, combo.currentText, Type::Body, ink(combo, t));
}

} // namespace

QString withoutMnemonic(const QString &label)
{
    QString out;
    for (qsizetype i = 0; i < label.size(); ++i) {
        if (label[i] == QLatin1Char('&') && ++i == label.size())
            break;
        out += label[i];
    }
    return out;
}

bool isTextInput(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) != nullptr ||
           qobject_cast<const QTextEdit *>(widget) != nullptr ||
           qobject_cast<const QPlainTextEdit *>(widget) != nullptr;
}

bool drawPrimitive(QStyle::PrimitiveElement element, const QStyleOption &option, QPainter &painter,
                   const QWidget *widget)
{
    const Tokens &t = tokensFor(option.palette);
    switch (element) {
    case QStyle::PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView *>(widget) == nullptr)
            strokeRing(painter, option.rect, radius::control, t.series);
        return true;
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck:
        drawCheckBox(painter, option.rect,
                     has(option, QStyle::State_NoChange) ? TickState::Partly
                     : has(option, QStyle::State_On)     ? TickState::On
                                                         : TickState::Off,
                     has(option, QStyle::State_Enabled), t);
        return true;
    case QStyle::PE_IndicatorRadioButton:
        radio(option, painter, t);
        return true;
    case QStyle::PE_PanelLineEdit:
        if (qstyleoption_cast<const QStyleOptionFrame *>(&option)->lineWidth > 0)
            inputFrame(option, painter, t);
        return true;
    case QStyle::PE_FrameLineEdit:
        inputFrame(option, painter, t);
        return true;
    case QStyle::PE_Frame:
        if (isTextInput(widget))
            inputFrame(option, painter, t);
        return true;
    case QStyle::PE_PanelButtonCommand:
    case QStyle::PE_PanelButtonTool:
    case QStyle::PE_PanelButtonBevel:
        buttonFill(option, painter, t);
        return true;
    case QStyle::PE_IndicatorHeaderArrow: // drawn with the label
    case QStyle::PE_FrameDefaultButton:
    case QStyle::PE_FrameStatusBarItem:
    case QStyle::PE_PanelStatusBar:
        return true;
    case QStyle::PE_FrameMenu:
    case QStyle::PE_PanelTipLabel:
    case QStyle::PE_PanelMenu:
        popupPanel(option, painter, t, widget);
        return true;
    case QStyle::PE_PanelItemViewItem:
    case QStyle::PE_PanelItemViewRow:
        rowFill(option, painter, t, widget);
        return true;
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorArrowDown:
    case QStyle::PE_IndicatorArrowLeft:
    case QStyle::PE_IndicatorArrowRight:
    case QStyle::PE_IndicatorSpinUp:
    case QStyle::PE_IndicatorSpinDown:
        arrow(element, option, painter, t);
        return true;
    default:
        return false;
    }
}

bool drawControl(QStyle::ControlElement element, const QStyleOption &option, QPainter &painter,
                 const QStyle &style, const QWidget *widget)
{
    const Tokens &t = tokensFor(option.palette);
    switch (element) {
    case QStyle::CE_PushButtonBevel:
        buttonFill(option, painter, t);
        return true;
    case QStyle::CE_PushButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
        const bool preferred = button->features.testFlag(QStyleOptionButton::DefaultButton) &&
                               has(option, QStyle::State_Enabled);
        text(painter, option.rect, withoutMnemonic(button->text), Type::DenseValue,
             preferred ? t.onAccent : ink(option, t), Qt::AlignHCenter);
        return true;
    }
    case QStyle::CE_HeaderSection:
    case QStyle::CE_HeaderEmptyArea:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(&option))
            headerSection(*header, painter, t);
        else
            painter.fillRect(option.rect, t.surface);
        return true;
    case QStyle::CE_HeaderLabel:
        headerLabel(*qstyleoption_cast<const QStyleOptionHeader *>(&option), painter, t);
        return true;
    case QStyle::CE_Splitter:
        fillCrisp(painter, option.rect, t.line);
        return true;
    case QStyle::CE_MenuItem:
        drawMenuItem(*qstyleoption_cast<const QStyleOptionMenuItem *>(&option), painter);
        return true;
    case QStyle::CE_MenuEmptyArea:
        return true;
    case QStyle::CE_ProgressBar:
        progress(*qstyleoption_cast<const QStyleOptionProgressBar *>(&option), painter, t);
        return true;
    case QStyle::CE_ComboBoxLabel:
        comboLabel(*qstyleoption_cast<const QStyleOptionComboBox *>(&option), painter, t);
        return true;
    case QStyle::CE_ShapedFrame:
        Q_UNUSED(style)
        Q_UNUSED(widget)
        return false;
    default:
        return false;
    }
}

bool drawComplex(QStyle::ComplexControl control, const QStyleOptionComplex &option,
                 QPainter &painter, const QStyle &style, const QWidget *widget)
{
    const Tokens &t = tokensFor(option.palette);
    if (control == QStyle::CC_ScrollBar) {
        const auto &bar = *qstyleoption_cast<const QStyleOptionSlider *>(&option);
        const QRectF slider =
            style.subControlRect(control, &option, QStyle::SC_ScrollBarSlider, widget);
        if (bar.maximum > bar.minimum) {
            const bool upright = bar.orientation == Qt::Vertical;
            const QRectF thumb =
                upright ? slider.adjusted(2, 2, -2, -2) : slider.adjusted(2, 2, -2, -2);
            const bool active =
                has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
            fillRounded(painter, thumb, 3, active ? t.mute : t.lineStrong);
        }
        return true;
    }
    if (control == QStyle::CC_ComboBox) {
        const auto &combo = *qstyleoption_cast<const QStyleOptionComboBox *>(&option);
        if (combo.editable)
            inputFrame(option, painter, t);
        else
            buttonFill(option, painter, t);
        drawIcon(painter, {option.rect.right() - 21.0, option.rect.center().y() - 6.5},
                 Icon::ChevronDown, has(option, QStyle::State_Enabled) ? t.text2 : t.disabled,
                 icon::dense);
        return true;
    }
    return false;
}

QRect scrollBarRect(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const bool upright = bar.orientation == Qt::Vertical;
    const int length = upright ? bar.rect.height() : bar.rect.width();
    const int range = bar.maximum - bar.minimum;
    int thumb = length;
    if (range > 0) {
        const qint64 whole = qint64(range) + bar.pageStep;
        thumb = static_cast<int>(qint64(bar.pageStep) * length / std::max<qint64>(whole, 1));
        thumb = std::clamp(thumb, std::min(32, length), length);
    }
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - thumb, bar.upsideDown);
    const auto span = [&](int from, int to) {
        return upright
                   ? QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), to - from)
                   : QRect(bar.rect.left() + from, bar.rect.top(), to - from, bar.rect.height());
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    case QStyle::SC_ScrollBarSlider:
        return span(start, start + thumb);
    case QStyle::SC_ScrollBarSubPage:
        return span(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return span(start + thumb, length);
    default:
        return {};
    }
}

} // namespace topline::look::parts
