#include "ui/look/button.h"
#include "ui/look/icons.h"
#include "ui/look/marks.h"
#include "ui/look/segments.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontInfo>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QTest>

#include <gtest/gtest.h>

namespace topline::look {

TEST(Fonts, BundledFamilyHasTabularFigures)
{
    if (!QFile::exists(QStringLiteral(":/fonts/ToplineSans-Regular.otf")))
        GTEST_SKIP() << "this build bundles no font";
    EXPECT_EQ(QFontInfo(font(Type::Body)).family(), QStringLiteral("Topline Sans"));
    for (const Type type : {Type::Meta, Type::DenseValue, Type::BodyName}) {
        const qreal one = textWidth(type, QStringLiteral("1111"));
        for (const char *digits : {"0000", "8888", "7777", "4444"})
            EXPECT_NEAR(textWidth(type, QString::fromLatin1(digits)), one, 0.1) << digits;
    }
}

TEST(Icons, EveryIconHasADrawingThatTakesItsColour)
{
    for (int i = 1; i < static_cast<int>(Icon::Count); ++i) {
        const auto icon = static_cast<Icon>(i);
        const QImage image = iconPixmap(icon, QColor(0, 128, 0), icon::normal, 2).toImage();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                inked += qAlpha(image.pixel(x, y)) > 128 && qGreen(image.pixel(x, y)) > 64 ? 1 : 0;
        EXPECT_GT(inked, 10) << iconName(icon).toStdString();
        EXPECT_EQ(image.width(), 32);
    }
}

TEST(Popups, AreSquareWhereNothingCanShowThroughTheirCorners)
{
    const auto corner = [](bool translucent) {
        QMenu menu;
        menu.ensurePolished();
        menu.setAttribute(Qt::WA_TranslucentBackground, translucent);
        QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::black);
        QPainter painter(&image);
        QStyleOption option;
        option.initFrom(&menu);
        option.rect = image.rect();
        QApplication::style()->drawPrimitive(QStyle::PE_PanelMenu, &option, &painter, &menu);
        painter.end();
        return image.pixelColor(0, 0);
    };
    EXPECT_EQ(corner(true).alpha(), 0);
    EXPECT_EQ(corner(false), tokensFor(QApplication::palette()).lineStrong);
}

TEST(Theme, PaletteCarriesItsScheme)
{
    EXPECT_EQ(schemeOf(paletteOf(Scheme::Light)), Scheme::Light);
    EXPECT_EQ(schemeOf(paletteOf(Scheme::Dark)), Scheme::Dark);
    EXPECT_EQ(tokensFor(paletteOf(Scheme::Dark)).surface, tokensOf(Scheme::Dark).surface);
}

TEST(Theme, ChoosingAppliesAndTells)
{
    Theme theme(SchemeChoice::Light);
    int told = 0;
    QObject::connect(&theme, &Theme::changed, [&told] { ++told; });
    theme.setChoice(SchemeChoice::Dark);
    EXPECT_EQ(told, 1);
    EXPECT_EQ(schemeOf(QApplication::palette()), Scheme::Dark);
    theme.setChoice(SchemeChoice::Dark);
    EXPECT_EQ(told, 1);
    theme.setChoice(SchemeChoice::Light);
    EXPECT_EQ(schemeOf(QApplication::palette()), Scheme::Light);
}

TEST(Style, DialogButtonsDoNotShowTheAmpersandOfTheirKey)
{
    const auto drawn = [](const char *label) {
        QPushButton button(QString::fromLatin1(label));
        button.resize(120, 28);
        return button.grab().toImage();
    };
    EXPECT_EQ(drawn("&Cancel"), drawn("Cancel"));
    EXPECT_EQ(drawn("This && that"), drawn("This &&& that"));
    EXPECT_NE(drawn("This && that"), drawn("This that"));
}

TEST(Button, ReturnClicksAndTheRingShowsFocus)
{
    QWidget window;
    Button button(Button::Kind::Secondary, QStringLiteral("Snooze"), &window);
    button.setKeyHint(QStringLiteral("H"));
    button.resize(button.sizeHint());
    window.resize(200, 60);
    window.show();
    const QImage without = button.grab().toImage();
    button.setFocus();
    ASSERT_TRUE(QTest::qWaitFor([&button] { return button.hasFocus(); }, 2000));
    EXPECT_NE(button.grab().toImage(), without);
    int clicks = 0;
    QObject::connect(&button, &QAbstractButton::clicked, [&clicks] { ++clicks; });
    QTest::keyClick(&button, Qt::Key_Return);
    QTest::keyClick(&button, Qt::Key_Space);
    EXPECT_EQ(clicks, 2);
}

TEST(Segments, ArrowKeysChooseAndSettingIsSilent)
{
    Segments segments(QStringLiteral("Why"), {QStringLiteral("Score"), QStringLiteral("Rank")});
    int chosen = -1;
    QObject::connect(&segments, &Segments::chosen, [&chosen](int index) { chosen = index; });
    segments.setCurrent(1);
    EXPECT_EQ(segments.current(), 1);
    EXPECT_EQ(chosen, -1);
    segments.show();
    auto *second = segments.findChildren<QAbstractButton *>().at(1);
    second->setFocus();
    ASSERT_TRUE(QTest::qWaitFor([second] { return second->hasFocus(); }, 2000));
    QTest::keyClick(second, Qt::Key_Left);
    EXPECT_EQ(chosen, 0);
}

TEST(Marks, BarsStandOnTheirScale)
{
    const QRectF rect(100, 0, 200, 8);
    const Scale scale{-10, 10};
    EXPECT_DOUBLE_EQ(scale.at(rect, 0), 200);
    EXPECT_DOUBLE_EQ(scale.at(rect, -10), 100);
    EXPECT_DOUBLE_EQ(scale.at(rect, 99), 300);
}

TEST(TextPainter, ElidesAndSaysSo)
{
    const QString text = QStringLiteral("Director of Operations, Brightwell Foods");
    EXPECT_TRUE(TextPainter::isElided(text, Type::Body, 80));
    EXPECT_FALSE(TextPainter::isElided(text, Type::Body, 800));
    QImage image(400, 20, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    TextPainter lines;
    EXPECT_LE(lines.draw(painter, QRectF(0, 0, 80, 20), text, {Type::Body, Qt::black}), 80.5);
}

} // namespace topline::look
