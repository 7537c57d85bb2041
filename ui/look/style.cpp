#include "ui/look/style.h"

#include "ui/look/fonts.h"
#include "ui/look/style_parts.h"
#include "ui/look/translucency.h"

#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QPixmapCache>
#include <QStyleFactory>
#include <QStyleOption>

namespace topline::look {

namespace {

constexpr int pixmapCacheKb = 32 * 1024;
constexpr int scrollExtent = 10; // a 6-px thumb with 2 px of air at each side
constexpr int menuItemHeight = 28;
constexpr int indicatorSide = 16;

} // namespace

ToplineStyle::ToplineStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void ToplineStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    const bool isPopup = qobject_cast<QMenu *>(widget) != nullptr ||
                         widget->inherits("QComboBoxPrivateContainer") ||
                         widget->inherits("QTipLabel");
    if (isPopup && canBeTranslucent())
        widget->setAttribute(Qt::WA_TranslucentBackground);
    if (qobject_cast<QComboBox *>(widget) != nullptr || widget->inherits("QScrollBar"))
        widget->setAttribute(Qt::WA_Hover);
}

void ToplineStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                 QPainter *painter, const QWidget *widget) const
{
    if (!parts::drawPrimitive(element, *option, *painter, widget))
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ToplineStyle::drawControl(ControlElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (element == CE_ItemViewItem) {
        // Selection is a soft fill, so that the text keeps its own colour.
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem plain(*item);
            plain.palette.setColor(QPalette::HighlightedText, item->palette.color(QPalette::Text));
            QProxyStyle::drawControl(element, &plain, painter, widget);
            return;
        }
    }
    if (!parts::drawControl(element, *option, *painter, *this, widget))
        QProxyStyle::drawControl(element, option, painter, widget);
}

void ToplineStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    if (!parts::drawComplex(control, *option, *painter, *this, widget))
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int ToplineStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                              const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollExtent;
    case PM_ScrollView_ScrollBarOverlap:
        return scrollExtent; // the thumb lies in the side padding, so that columns stay in place
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_FocusFrameVMargin:
    case PM_MenuHMargin:
    case PM_MenuBarPanelWidth:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_HeaderMargin:
        return 0;
    case PM_SplitterWidth:
        return 1;
    case PM_DefaultFrameWidth:
        return parts::isTextInput(widget) ? 2 : 1; // room for the ring
    case PM_MenuVMargin:
    case PM_MenuPanelWidth:
        return 4;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
        return indicatorSide;
    case PM_ButtonIconSize:
        return 14;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return 16;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_FocusFrameHMargin: // also the side padding of item views
        return 6;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ToplineStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_ScrollView_FrameOnlyAroundContents:
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
    case SH_UnderlineShortcut:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_ToolTip_WakeUpDelay:
        return 400;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize ToplineStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                     const QSize &size, const QWidget *widget) const
{
    QSize made = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        made.setHeight(height::button);
        break;
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        made.setHeight(height::button);
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            made = parts::menuItemSize(*item, menuItemHeight);
        break;
    case CT_HeaderSection:
        made.setHeight(height::tableHead);
        break;
    default:
        break;
    }
    return made;
}

QRect ToplineStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                   SubControl subControl, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return parts::scrollBarRect(*bar, subControl);
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect ToplineStyle::subElementRect(SubElement element, const QStyleOption *option,
                                   const QWidget *widget) const
{
    if (element == SE_LineEditContents)
        return option->rect.adjusted(6, 1, -6, -1);
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

bool installLook()
{
    QPixmapCache::setCacheLimit(pixmapCacheKb);
    QApplication::setStyle(new ToplineStyle);
    const bool bundled = installFonts();
    QApplication::setFont(font(Type::Body));
    return bundled;
}

} // namespace topline::look
