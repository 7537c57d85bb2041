#include "ui/look/segments.h"

#include "ui/look/paint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QRadioButton>

#include <cmath>

namespace topline::look {

namespace {

constexpr int segmentHeight = 24;
constexpr int segmentPadding = 10;
constexpr int edge = 2;

// A radio button by role and keys, a flat segment by looks.
class Segment final : public QRadioButton {
public:
    using QRadioButton::QRadioButton;

    QSize sizeHint() const override
    {
        return {static_cast<int>(std::ceil(textWidth(Type::DenseValue, text()))) +
                    2 * segmentPadding,
                segmentHeight - 2 * edge};
    }

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint &at) const override { return rect().contains(at); }

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
            update();
        return QRadioButton::event(event);
    }

    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokensFor(palette());
        QPainter painter(this);
        if (isChecked())
            fillRounded(painter, rect(), radius::keyCap, t.segOn);
        else if (underMouse())
            fillRounded(painter, rect(), radius::keyCap, t.key);
        QColor ink = isChecked() || underMouse() ? t.text : t.text2;
        if (!isEnabled())
            ink = t.disabled;
        painter.setFont(look::font(Type::DenseValue));
        painter.setPen(ink);
        const QFontMetricsF &measure = metrics(Type::DenseValue);
        const qreal x = (width() - measure.horizontalAdvance(text())) / 2;
        const qreal baseline =
            std::round((height() - measure.ascent() - measure.descent()) / 2 + measure.ascent());
        painter.drawText(QPointF(x, baseline), text());
        if (hasFocus())
            strokeRing(painter, rect(), radius::keyCap, t.series);
    }
};

} // namespace

Segments::Segments(const QString &accessibleName, const QStringList &labels, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(0);
    for (qsizetype i = 0; i < labels.size(); ++i) {
        auto *segment = new Segment(labels[i], this);
        segment->setFocusPolicy(Qt::StrongFocus);
        m_group->addButton(segment, static_cast<int>(i));
        layout->addWidget(segment);
    }
    if (auto *first = m_group->button(0))
        first->setChecked(true);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT chosen(id);
    });
}

int Segments::current() const
{
    return m_group->checkedId();
}

void Segments::setCurrent(int index)
{
    const QSignalBlocker quiet(m_group);
    if (auto *button = m_group->button(index))
        button->setChecked(true);
}

void Segments::setLabel(int index, const QString &label)
{
    auto *button = m_group->button(index);
    if (!button || button->text() == label)
        return;
    button->setText(label);
    button->updateGeometry();
}

void Segments::setShown(int index, bool shown)
{
    if (auto *button = m_group->button(index))
        button->setVisible(shown);
}

void Segments::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    fillRounded(painter, rect(), radius::control, tokensFor(palette()).well);
}

} // namespace topline::look
