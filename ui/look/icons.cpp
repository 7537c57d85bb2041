#include "ui/look/icons.h"

#include "ui/look/paint.h"
#include "ui/look/tokens.h"

#include <QByteArray>
#include <QFile>
#include <QPaintDevice>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <cmath>
#include <cstddef>

namespace topline::look {

namespace {

constexpr auto names = std::to_array<const char *>({"",
                                                    "alert",
                                                    "alert-triangle",
                                                    "arrow-down",
                                                    "arrow-right",
                                                    "arrow-up",
                                                    "arrow-up-right",
                                                    "ban",
                                                    "bar-chart",
                                                    "bell",
                                                    "building",
                                                    "calendar",
                                                    "calendar-plus",
                                                    "calendar-x",
                                                    "check",
                                                    "check-circle",
                                                    "check-square",
                                                    "chevron-down",
                                                    "chevron-left",
                                                    "chevron-right",
                                                    "chevron-up",
                                                    "circle",
                                                    "clock",
                                                    "command",
                                                    "conflict",
                                                    "copy",
                                                    "corner-down-right",
                                                    "cursor",
                                                    "database",
                                                    "dollar-circle",
                                                    "dot-circle",
                                                    "download",
                                                    "external-link",
                                                    "eye",
                                                    "file-table",
                                                    "file-text",
                                                    "filter",
                                                    "flag",
                                                    "folder",
                                                    "gauge",
                                                    "hand",
                                                    "help-circle",
                                                    "history",
                                                    "hourglass",
                                                    "id-card",
                                                    "inbox",
                                                    "info",
                                                    "keyboard",
                                                    "layers",
                                                    "ledger",
                                                    "list-check",
                                                    "lock",
                                                    "mail",
                                                    "mail-alert",
                                                    "mail-check",
                                                    "mail-x",
                                                    "merge",
                                                    "minus",
                                                    "monitor",
                                                    "moon",
                                                    "more",
                                                    "note",
                                                    "pause",
                                                    "pencil",
                                                    "phone",
                                                    "phone-incoming",
                                                    "play",
                                                    "plays",
                                                    "plug",
                                                    "plus",
                                                    "redo",
                                                    "refresh",
                                                    "reply",
                                                    "search",
                                                    "send",
                                                    "settings",
                                                    "shield-check",
                                                    "sparkle",
                                                    "star",
                                                    "stop-circle",
                                                    "sun",
                                                    "swap",
                                                    "table",
                                                    "timer",
                                                    "trending-up",
                                                    "undo",
                                                    "upload",
                                                    "user",
                                                    "user-circle",
                                                    "user-x",
                                                    "users",
                                                    "video",
                                                    "x",
                                                    "x-circle",
                                                    "zap"});
static_assert(names.size() == static_cast<std::size_t>(Icon::Count));

QPixmap render(const QString &file, const QColor &colour, int size, qreal ratio)
{
    QFile source(QStringLiteral(":/icons/") + file + QStringLiteral(".svg"));
    const int pixels = static_cast<int>(std::lround(size * ratio));
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    if (source.open(QIODevice::ReadOnly)) {
        QByteArray svg = source.readAll();
        svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    }
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QPixmap cached(const QString &file, const QColor &colour, int size, qreal ratio)
{
    const QString key = QStringLiteral("topline/%1/%2/%3/%4")
                            .arg(file)
                            .arg(colour.rgb(), 0, 16)
                            .arg(size)
                            .arg(std::lround(ratio * 100));
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(file, colour, size, ratio);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

} // namespace

QString iconName(Icon icon)
{
    return QString::fromLatin1(names[static_cast<std::size_t>(icon)]);
}

QPixmap iconPixmap(Icon icon, const QColor &colour, int size, qreal devicePixelRatio)
{
    if (icon == Icon::None)
        return {};
    return cached(iconName(icon), colour, size, devicePixelRatio);
}

void drawIcon(QPainter &painter, QPointF at, Icon icon, const QColor &colour, int size)
{
    if (icon == Icon::None)
        return;
    const qreal ratio = ratioOf(painter);
    const Upright upright(painter, {at, QSizeF(size, size)});
    painter.drawPixmap(onDevicePixels(painter, at), iconPixmap(icon, colour, size, ratio));
}

QIcon menuIcon(Icon icon, const QPalette &palette)
{
    const Tokens &tokens = tokensFor(palette);
    QIcon made;
    for (const qreal ratio : {1.0, 2.0}) {
        const auto add = [&](const QColor &colour, QIcon::Mode mode) {
            made.addPixmap(iconPixmap(icon, colour, look::icon::normal, ratio), mode);
        };
        add(tokens.text2, QIcon::Normal);
        add(tokens.text, QIcon::Active);
        add(tokens.text, QIcon::Selected);
        add(tokens.disabled, QIcon::Disabled);
    }
    return made;
}

QPixmap productMark(int size, qreal devicePixelRatio)
{
    return cached(QStringLiteral("topline"), QColor(), size, devicePixelRatio);
}

} // namespace topline::look
