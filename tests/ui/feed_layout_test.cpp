#include "tests/ui/feed_window.h"
#include "ui/look/button.h"

#include <QLabel>
#include <QPainter>
#include <QTranslator>

using namespace topline;
using test::FeedWindow;

namespace {

// Every sentence a third longer, as German often is, so that any text that is cut comes to light.
class LongWords final : public QTranslator {
public:
    QString translate(const char *, const char *source, const char *, int n) const override
    {
        QString text = QString::fromUtf8(source);
        if (text.contains(QLatin1String("ddd"))) // a date format, not a sentence
            return text;
        text.replace(QLatin1String("%n"), QString::number(n));
        const qsizetype more = std::max<qsizetype>(text.size() / 3, 2);
        return text + QLatin1Char(' ') + QString(more - 1, QLatin1Char('x'));
    }

    bool isEmpty() const override { return false; }
};

struct Layout {
    QSize size{1440, 900};
    Qt::LayoutDirection direction = Qt::LeftToRight;
    bool longWords = false;

    std::string name() const
    {
        return std::to_string(size.width()) + (direction == Qt::RightToLeft ? "-rtl"
                                               : longWords                  ? "-long"
                                                                            : "");
    }
};

const Layout layouts[] = {
    {{1024, 700}},
    {{1440, 900}},
    {{1920, 1080}},
    {{3840, 2160}},
    {{1024, 700}, Qt::LeftToRight, true},
    {{1440, 900}, Qt::LeftToRight, true},
    {{1440, 900}, Qt::RightToLeft},
    {{1024, 700}, Qt::RightToLeft, true},
};

struct LaidOut {
    explicit LaidOut(const Layout &layout)
    {
        if (layout.longWords)
            QCoreApplication::installTranslator(&words);
        QApplication::setLayoutDirection(layout.direction);
        feed = std::make_unique<FeedWindow>();
        feed->window->resize(layout.size);
        feed->settle();
    }

    ~LaidOut()
    {
        feed.reset();
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QCoreApplication::removeTranslator(&words);
    }

    LaidOut(const LaidOut &) = delete;
    LaidOut &operator=(const LaidOut &) = delete;

    LongWords words;
    std::unique_ptr<FeedWindow> feed;
};

void expectRoom(const QWidget &window)
{
    const QList<QAbstractButton *> buttons = window.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (!button->isVisible())
            continue;
        const std::string name =
            button->text().toStdString() + " " + button->accessibleName().toStdString();
        const bool isFolded = button->width() <= look::width::railNarrow;
        EXPECT_TRUE(isFolded || button->width() >= button->sizeHint().width()) << name;
        EXPECT_TRUE(button->parentWidget()->rect().contains(button->geometry())) << name;
        for (const QAbstractButton *other : buttons) {
            const bool meets = other != button && other->isVisible() &&
                               other->parentWidget() == button->parentWidget() &&
                               other->geometry().intersects(button->geometry());
            EXPECT_FALSE(meets) << name << " over " << other->text().toStdString();
        }
    }
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->wordWrap())
            continue;
        const int wide = label->fontMetrics().horizontalAdvance(label->text());
        EXPECT_LE(wide, label->width()) << label->text().toStdString();
    }
}

void savePicture(QWidget &window, const std::string &name, qreal ratio)
{
    const QString folder = qEnvironmentVariable("TOPLINE_PICTURES");
    if (folder.isEmpty())
        return;
    QPixmap picture(window.size() * ratio);
    picture.setDevicePixelRatio(ratio);
    window.render(&picture);
    picture.save(folder + QLatin1Char('/') + QString::fromStdString(name) + QLatin1String(".png"));
}

} // namespace

TEST(FeedLayout, NothingIsCutOrOverlapsAtAnySize)
{
    for (const Layout &layout : layouts) {
        SCOPED_TRACE(layout.name());
        LaidOut made(layout);
        FeedWindow &f = *made.feed;
        f.press(Qt::Key_J);
        expectRoom(*f.window);
        savePicture(*f.window, "layout-" + layout.name(), 1);
        f.press(Qt::Key_Return); // the inspector, where it slides
        f.press(Qt::Key_X);
        f.press(Qt::Key_J, Qt::ShiftModifier);
        f.press(Qt::Key_A, Qt::ShiftModifier);
        expectRoom(*f.window);
        savePicture(*f.window, "layout-open-" + layout.name(), 1);
    }
}

TEST(FeedLayout, PicturesAtOtherRatios)
{
    FeedWindow f;
    f.press(Qt::Key_J);
    for (const qreal ratio : {1.5, 2.0}) {
        savePicture(*f.window, "ratio-" + std::to_string(static_cast<int>(ratio * 10)), ratio);
        // A hairline stays one device pixel at 1.5 and two at 2, and is never smeared.
        QPixmap strip(QSize(200, look::height::laneBar) * ratio);
        strip.setDevicePixelRatio(ratio);
        strip.fill(Qt::white);
        QPainter painter(&strip);
        look::hLine(painter, 0, 200, look::height::laneBar - look::hairline(painter), Qt::black);
        painter.end();
        const QImage image = strip.toImage().convertToFormat(QImage::Format_RGB32);
        int dark = 0;
        for (int y = 0; y < image.height(); ++y) {
            const int grey = qGray(image.pixel(50, y));
            EXPECT_TRUE(grey == 0 || grey == 255) << "row " << y << " at " << ratio;
            dark += grey == 0 ? 1 : 0;
        }
        EXPECT_EQ(dark, qRound(ratio));
    }
}

TEST(FeedLayout, TheSlidingInspectorLeavesTheReviewButtonsFree)
{
    FeedWindow f;
    f.window->resize(1024, 700);
    f.settle();
    f.press(Qt::Key_X);
    f.press(Qt::Key_Return);
    const auto *body = f.window->findChild<shell::Body *>();
    ASSERT_TRUE(body->isInspectorOpen());
    const QRect inspector(body->inspectors()->mapToGlobal(QPoint(0, 0)),
                          body->inspectors()->size());
    int seen = 0;
    for (const auto *button : f.window->findChildren<look::Button *>()) {
        if (!button->isVisible() || button->text() != QLatin1String("Review"))
            continue;
        ++seen;
        const QRect box(button->mapToGlobal(QPoint(0, 0)), button->size());
        EXPECT_FALSE(inspector.intersects(box));
    }
    EXPECT_EQ(seen, 1);
}
