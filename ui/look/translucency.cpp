#include "ui/look/translucency.h"

#include <QByteArray>
#include <QGuiApplication>
#include <QLibrary>
#include <QWidget>

namespace topline::look {

namespace {

// The library that Qt's own X11 platform has loaded already: no link of ours is needed.
[[maybe_unused]] bool hasCompositor(void *display)
{
    using InternAtom = unsigned long (*)(void *, const char *, int);
    using SelectionOwner = unsigned long (*)(void *, unsigned long);
    using DefaultScreen = int (*)(void *);
    QLibrary x11(QStringLiteral("X11"), 6);
    const auto atom = reinterpret_cast<InternAtom>(x11.resolve("XInternAtom"));
    const auto owner = reinterpret_cast<SelectionOwner>(x11.resolve("XGetSelectionOwner"));
    const auto screen = reinterpret_cast<DefaultScreen>(x11.resolve("XDefaultScreen"));
    if (!atom || !owner || !screen)
        return false;
    // A compositor owns this selection as long as it runs.
    const QByteArray name = "_NET_WM_CM_S" + QByteArray::number(screen(display));
    return owner(display, atom(display, name.constData(), 0)) != 0;
}

} // namespace

bool canBeTranslucent()
{
#if QT_CONFIG(xcb)
    // Other platforms answer with an interface, too, but have no display behind it.
    const auto *x11 = QGuiApplication::platformName() == QLatin1String("xcb")
                          ? qGuiApp->nativeInterface<QNativeInterface::QX11Application>()
                          : nullptr;
    if (x11)
        return hasCompositor(x11->display());
#endif
    return true;
}

double popupRadius(const QWidget *popup, double wanted)
{
    const bool isSquare = popup && !popup->window()->testAttribute(Qt::WA_TranslucentBackground);
    return isSquare ? 0.0 : wanted;
}

} // namespace topline::look
