#include "ui/look/fonts.h"

#include <QDirIterator>
#include <QFontDatabase>
#include <QFontInfo>
#include <QStringList>

#include <array>
#include <cstddef>
#include <memory>

namespace topline::look {

namespace {

QFont makeFont(const TypeSpec &spec)
{
    QFont made;
    made.setFamilies({QStringLiteral("Topline Sans"),
                      QFontDatabase::systemFont(QFontDatabase::GeneralFont).family()});
    made.setPixelSize(spec.px);
    made.setWeight(static_cast<QFont::Weight>(spec.weight));
    made.setLetterSpacing(QFont::PercentageSpacing, spec.spacingPercent);
    made.setHintingPreference(QFont::PreferNoHinting);
    made.setStyleStrategy(QFont::PreferAntialias);
    return made;
}

struct Entry {
    QFont font;
    QFontMetricsF metrics;
};

const Entry &entry(Type type)
{
    static std::array<std::unique_ptr<Entry>, typeCount> cache;
    auto &slot = cache[static_cast<std::size_t>(type)];
    if (!slot) {
        const QFont made = makeFont(typeSpec(type));
        slot = std::make_unique<Entry>(Entry{made, QFontMetricsF(made)});
    }
    return *slot;
}

} // namespace

bool installFonts()
{
    bool any = false;
    QDirIterator files(QStringLiteral(":/fonts"));
    while (files.hasNext())
        any = QFontDatabase::addApplicationFont(files.next()) >= 0 || any;
    return any;
}

const QFont &font(Type type)
{
    return entry(type).font;
}

const QFontMetricsF &metrics(Type type)
{
    return entry(type).metrics;
}

qreal textWidth(Type type, const QString &text)
{
    return entry(type).metrics.horizontalAdvance(text);
}

} // namespace topline::look
