// The widget style: a proxy over Fusion that draws the window's own controls flat and by token.
// Installed once by main (and by GUI tests) on the GUI thread. It reads every colour from the
// widget's palette, so it needs no telling when the scheme changes.
#pragma once

#include <QProxyStyle>

namespace topline::look {

class ToplineStyle final : public QProxyStyle {
    Q_OBJECT

public:
    ToplineStyle();

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;

    void polish(QWidget *widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr,
                  const QWidget *widget = nullptr,
                  QStyleHintReturn *returnData = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                         SubControl subControl, const QWidget *widget = nullptr) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget = nullptr) const override;
};

// Style, fonts and application font in one call; the palette is Theme's business.
// False means that the bundled font is missing from this build (the window still works).
bool installLook();

} // namespace topline::look
