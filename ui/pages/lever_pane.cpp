#include "ui/pages/lever_pane.h"

#include "ui/look/button.h"
#include "ui/look/marks.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace topline::pages {

using namespace look;

namespace {

constexpr int headTop = 14;
constexpr int sentencesTop = 42;
constexpr qreal labelWidth = 96;
constexpr qreal valueWidth = 56;
constexpr qreal baselineWidth = 100;
constexpr int leastTall = 248;

} // namespace

LeverPane::LeverPane(QWidget *parent)
    : QWidget(parent)
    , m_open(new Button(Button::Kind::Primary, QString(), this))
    , m_task(new Button(Button::Kind::Secondary, tr("Task"), this))
{
    m_open->setIconKind(Icon::Filter);
    connect(m_open, &QAbstractButton::clicked, this, &LeverPane::dealsWanted);
    connect(m_task, &QAbstractButton::clicked, this, &LeverPane::taskWanted);
    m_open->hide();
    m_task->hide();
}

QSize LeverPane::minimumSizeHint() const
{
    return {300, leastTall};
}

void LeverPane::setKeys(const QString &open, const QString &task)
{
    m_open->setKeyHint(open);
    m_task->setKeyHint(task);
}

void LeverPane::setStory(const LeverStory &story)
{
    m_story = story;
    m_open->setText(tr("Open %n deals", nullptr, static_cast<int>(story.deals.size())));
    m_open->setVisible(!story.deals.empty());
    m_task->setVisible(!story.title.isEmpty());
    QStringList spoken{story.title, story.points};
    spoken << story.sentences;
    for (const StoryRow &row : story.rows)
        spoken << QStringLiteral("%1: %2, %3").arg(row.label, row.valueText, row.note);
    setAccessibleName(spoken.join(QStringLiteral(". ")));
    resizeEvent(nullptr);
    update();
}

void LeverPane::resizeEvent(QResizeEvent *)
{
    int x = space::l;
    const int y = QWidget::height() - height::button - space::l;
    for (Button *button : {m_open, m_task}) {
        if (button->isHidden())
            continue;
        button->setGeometry(QRect(QPoint(x, y), button->sizeHint()));
        x += button->sizeHint().width() + space::s;
    }
}

// Sentences in lines that fit, at most four.
QStringList LeverPane::wrapped() const
{
    constexpr qsizetype linesMax = 4;
    QStringList out;
    for (const QString &sentence : m_story.sentences) {
        QTextLayout layout(sentence, look::font(Type::Lead));
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width() - 2 * space::l);
            out << sentence.mid(line.textStart(), line.textLength()).trimmed();
        }
        layout.endLayout();
    }
    if (out.size() > linesMax)
        out.resize(linesMax);
    return out;
}

void LeverPane::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    const QRectF head(space::l, headTop, width() - 2 * space::l, 16);
    if (m_story.title.isEmpty()) {
        m_text.draw(painter, head, tr("No index yet, so no lever to name."),
                    {Type::Dense, t.text3});
        return;
    }
    const qreal taken = textWidth(Type::DenseHead, m_story.points) + space::m;
    m_text.draw(painter, head.adjusted(0, 0, -taken, 0), m_story.title, {Type::DenseHead, t.text});
    m_text.draw(painter, head, m_story.points, {Type::DenseHead, t.text, Qt::AlignRight});
    paintHolds(painter, paintRows(painter, paintSentences(painter, sentencesTop)));
}

qreal LeverPane::paintSentences(QPainter &painter, qreal top)
{
    const Tokens &t = tokensFor(palette());
    for (const QString &line : wrapped()) {
        m_text.draw(painter, {qreal(space::l), top, width() - 2.0 * space::l, 20}, line,
                    {Type::Lead, t.text});
        top += lineHeight(Type::Lead);
    }
    return top + space::s;
}

qreal LeverPane::paintRows(QPainter &painter, qreal top)
{
    const Tokens &t = tokensFor(palette());
    const qreal right = width() - space::l;
    const qreal barLeft = space::l + labelWidth;
    const QRectF bars(barLeft, 0, right - baselineWidth - valueWidth - barLeft, height::bar);
    Scale scale{0, 0};
    for (const StoryRow &row : std::as_const(m_story.rows))
        scale.high = std::max({scale.high, row.value, row.baseline.value_or(0)});
    const qreal bottom = QWidget::height() - height::button - space::l - space::s;
    for (const StoryRow &row : std::as_const(m_story.rows)) {
        if (top + height::waterfallRow > bottom)
            break;
        const QRectF line(space::l, top, right - space::l, height::waterfallRow);
        m_text.draw(painter, {line.left(), top, labelWidth - space::s, line.height()}, row.label,
                    {Type::Dense, t.text2});
        const QRectF bar(bars.left(), line.center().y() - height::bar / 2.0, bars.width(),
                         height::bar);
        drawBar(painter, bar, scale, 0, row.value, row.worst ? t.series : t.mute);
        if (row.baseline)
            drawTick(painter, bar, scale, *row.baseline, t.text);
        m_text.draw(painter, {right - baselineWidth - valueWidth, top, valueWidth, line.height()},
                    row.valueText, {Type::DenseValue, t.text, Qt::AlignRight});
        if (!row.note.isEmpty())
            m_text.draw(painter, {right - baselineWidth, top, baselineWidth, line.height()},
                        row.note, {Type::Dense, t.text3, Qt::AlignRight});
        top += height::waterfallRow;
    }
    return top;
}

void LeverPane::paintHolds(QPainter &painter, qreal top)
{
    const qreal bottom = QWidget::height() - height::button - space::l;
    if (m_story.holds.isEmpty() || top + 34 > bottom)
        return;
    const Tokens &t = tokensFor(palette());
    const qreal right = width() - space::l;
    hLine(painter, space::l, right, top + 6, t.line);
    const QRectF row(space::l, top + 10, right - space::l, 24);
    m_text.draw(painter, {row.left(), row.top(), labelWidth, row.height()}, tr("Deals it holds"),
                {Type::Dense, t.text3});
    m_text.draw(painter, row.adjusted(labelWidth, 0, -72, 0), m_story.holds,
                {Type::DenseValue, t.text});
    m_text.draw(painter, row, m_story.holdsAmount, {Type::DenseValue, t.text, Qt::AlignRight});
}

} // namespace topline::pages
