#include "tests/ui/sample_cards.h"
#include "ui/look/fonts.h"
#include "ui/look/theme.h"
#include "ui/pages/feed_delegate.h"
#include "ui/pages/feed_model.h"

#include <QImage>
#include <QListView>
#include <QPainter>

#include <gtest/gtest.h>

using namespace topline;
using pages::CardFace;
using namespace Qt::Literals::StringLiterals;

namespace {

ui::text::Format sampleFormat()
{
    return {QLocale(QLocale::English, QLocale::UnitedStates), base::TimeZone(), tests::sampleNowMs};
}

CardFace face(std::size_t number)
{
    return pages::faceOf(tests::sampleCards()[number], sampleFormat(), 10 * base::secondMs);
}

struct Picture {
    explicit Picture(look::Scheme scheme, qreal ratio = 1)
    {
        look::installFonts();
        engine::FeedUpdate update;
        update.changed = tests::sampleCards();
        model.apply(update);
        model.setMarked(5, true);
        auto *delegate = new pages::FeedDelegate(model, &view);
        delegate->setFormat(sampleFormat());
        delegate->setHints({{u"A"_s, u"Approve"_s},
                            {u"H"_s, u"Snooze"_s},
                            {u"D"_s, u"Dismiss"_s},
                            {u"W"_s, u"Why"_s}});
        view.setModel(&model);
        view.setItemDelegate(delegate);
        view.setPalette(look::paletteOf(scheme));
        view.setFrameShape(QFrame::NoFrame);
        view.setUniformItemSizes(true);
        view.resize(838, 72 * model.rowCount());
        view.setCurrentIndex(model.index(1));
        image = QImage(view.size() * ratio, QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        view.show();
        view.setFocus();
        QPainter painter(&image);
        view.render(&painter);
        painter.end();
        const QString folder = qEnvironmentVariable("TOPLINE_PICTURES");
        if (!folder.isEmpty())
            image.save(QStringLiteral("%1/cards-%2-%3.png")
                           .arg(folder, scheme == look::Scheme::Light ? u"light"_s : u"dark"_s)
                           .arg(ratio));
    }

    pages::FeedModel model;
    QListView view;
    QImage image;
};

} // namespace

TEST(CardFace, ABreachedInboundCardCountsUp)
{
    const CardFace late = face(0);
    EXPECT_EQ(late.clock.text, QLatin1String("2:18 over"));
    EXPECT_EQ(late.clock.icon, look::Icon::Alert);
    EXPECT_EQ(late.edge, look::Tone::Red);
    EXPECT_EQ(late.amount, QLatin1String("~$26,100"));
    EXPECT_EQ(late.lastTouch, QLatin1String("no touch yet"));
}

TEST(CardFace, TheLastFifthOfAnSlaIsAmberWithItsOwnMark)
{
    EXPECT_EQ(face(1).clock.text, QLatin1String("3:41 left"));
    EXPECT_EQ(face(1).clock.tone, look::Tone::Outline);
    EXPECT_EQ(face(2).clock.tone, look::Tone::Amber);
    EXPECT_EQ(face(2).clock.icon, look::Icon::Hourglass);
}

TEST(CardFace, AHeldApprovalSaysWhenItLeaves)
{
    EXPECT_EQ(face(3).clock.text, QLatin1String("sends in 7 s"));
    ASSERT_TRUE(face(3).holdShare.has_value());
    EXPECT_DOUBLE_EQ(*face(3).holdShare, 0.7);
}

TEST(CardFace, UnknownAndFailedAlwaysShowTheirWaysOut)
{
    ASSERT_EQ(face(4).waysOut.size(), 2U);
    EXPECT_EQ(face(4).lastTouch, QLatin1String("never resent by itself"));
    ASSERT_EQ(face(6).waysOut.size(), 2U);
    EXPECT_EQ(face(6).sentence,
              QLatin1String("Not sent: the address was refused (550). Nothing was delivered."));
}

TEST(CardFace, AScreenReaderHearsWhoWhyAndWhen)
{
    const QString heard = pages::described(tests::sampleCards()[1], sampleFormat());
    for (const char *part : {"Dana Reyes", "CFO, Northwind Logistics", "HOT", "3:41 left"})
        EXPECT_TRUE(heard.contains(QLatin1String(part))) << part << " in " << heard.toStdString();
}

TEST(FeedDelegate, PaintsTheEdgeOfABreachInBothThemes)
{
    for (const auto scheme : {look::Scheme::Light, look::Scheme::Dark}) {
        const Picture picture(scheme);
        EXPECT_EQ(picture.image.pixelColor(1, 36), look::tokensOf(scheme).red);
        EXPECT_EQ(picture.image.pixelColor(1, 72 * 4 + 36), look::tokensOf(scheme).amber);
        EXPECT_EQ(picture.image.pixelColor(1, 72 * 5 + 36), look::tokensOf(scheme).surface);
    }
}

TEST(FeedDelegate, DrawsHairlinesCrispAtTwiceTheSize)
{
    const Picture picture(look::Scheme::Light, 2);
    // Below the third card, which neither is nor touches the focused one.
    const int y = 72 * 3 * 2 - 2;
    EXPECT_EQ(picture.image.pixelColor(400, y), look::tokensOf(look::Scheme::Light).line);
    EXPECT_EQ(picture.image.pixelColor(400, y + 2), look::tokensOf(look::Scheme::Light).surface);
}
