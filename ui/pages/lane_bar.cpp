#include "ui/pages/lane_bar.h"

#include "ui/look/button.h"
#include "ui/look/paint.h"
#include "ui/text/names_text.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <cmath>

namespace topline::pages {

using domain::Lane;
using look::Type;

namespace {

constexpr int laneCount = 5;
constexpr int tabGap = 16;
constexpr int countGap = 6;
constexpr int underline = 2;
constexpr int overhang = tabGap / 2; // of a tab's reach and ring beyond its text

} // namespace

class LaneTab final : public QAbstractButton {
public:
    LaneTab(const QString &name, QWidget *parent)
        : QAbstractButton(parent)
    {
        setText(name);
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setAccessibleName(name);
    }

    void setCount(std::int64_t count)
    {
        m_count = count > 0 ? locale().toString(static_cast<qlonglong>(count)) : QString();
        setAccessibleName(text() + QLatin1Char(' ') +
                          locale().toString(static_cast<qlonglong>(count)));
        update();
    }

    QSize sizeHint() const override
    {
        qreal width = look::textWidth(Type::BodyName, text()) + 1;
        if (!m_count.isEmpty())
            width += countGap + look::textWidth(Type::Meta, m_count) + 1;
        return {static_cast<int>(std::ceil(width)) + 2 * overhang, look::height::laneBar};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        look::mirrorIfRightToLeft(painter, *this);
        const look::Tokens &t = look::tokensFor(palette());
        const QRectF box = QRectF(rect()).adjusted(overhang, 0, -overhang, 0);
        const bool hot = isChecked() || underMouse() || isDown();
        const qreal used =
            m_text.draw(painter, box, text(),
                        {isChecked() ? Type::BodyName : Type::BodyValue, hot ? t.text : t.text2});
        m_text.draw(painter, box.adjusted(used + countGap, 1, 1, 1), m_count,
                    {Type::Meta, t.text3});
        if (isChecked())
            look::fillCrisp(painter,
                            {box.left(), height() - underline * 1.0, box.width(), underline},
                            t.accent);
        if (hasFocus())
            look::strokeRing(painter, QRectF(rect()).adjusted(1, 4, -1, -4), look::radius::control,
                             t.series);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }

    // Checked means "in front", which only the page decides.
    void nextCheckState() override {}

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
            update();
        return QAbstractButton::event(event);
    }

private:
    QString m_count;
    look::TextPainter m_text{8};
};

LaneBar::LaneBar(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(look::height::laneBar);
    setAccessibleName(tr("Lanes"));
    for (int lane = 0; lane < laneCount; ++lane) {
        auto *tab = new LaneTab(ui::text::laneText(static_cast<Lane>(lane)), this);
        connect(tab, &QAbstractButton::clicked, this,
                [this, lane] { Q_EMIT laneChosen(static_cast<Lane>(lane)); });
        m_tabs.push_back(tab);
    }
    m_pill = new look::Button(look::Button::Kind::Pill, QString(), this);
    m_pill->setIconKind(look::Icon::ArrowUp);
    m_pill->setSmall(true);
    m_pill->hide();
    connect(m_pill, &QAbstractButton::clicked, this, &LaneBar::arrivalsWanted);
    setCurrent(Lane::Now);
}

void LaneBar::setCounts(const domain::FeedCounts &counts)
{
    for (std::size_t lane = 0; lane < m_tabs.size(); ++lane)
        m_tabs[lane]->setCount(counts.lanes[lane]);
    place();
}

void LaneBar::setCurrent(Lane lane)
{
    for (std::size_t at = 0; at < m_tabs.size(); ++at)
        m_tabs[at]->setChecked(at == static_cast<std::size_t>(lane));
}

void LaneBar::setArrivals(int count, const QString &key)
{
    m_pill->setText(tr("%n new, press", nullptr, count));
    m_pill->setKeyHint(key);
    m_pill->setVisible(count > 0);
    place();
}

void LaneBar::place()
{
    const auto put = [this](QWidget *widget, const QRect &box) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), box));
    };
    int left = look::space::l - overhang;
    for (LaneTab *tab : m_tabs) {
        const int width = tab->sizeHint().width();
        put(tab, {left, 0, width, height()});
        left += width + tabGap - 2 * overhang;
    }
    const QSize pill = m_pill->sizeHint();
    put(m_pill, {width() - look::space::l - pill.width() + look::space::xs,
                 (height() - pill.height()) / 2 - 1, pill.width(), pill.height()});
}

void LaneBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const look::Tokens &t = look::tokensFor(palette());
    painter.fillRect(rect(), t.surface);
    look::hLine(painter, 0, width(), height() - look::hairline(painter), t.line);
}

void LaneBar::resizeEvent(QResizeEvent *)
{
    place();
}

} // namespace topline::pages
