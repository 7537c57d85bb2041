#include "ui/pages/feed_delegate.h"

#include "ui/pages/feed_model.h"

#include <QAbstractItemView>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace topline::pages {

using look::Icon;
using look::TextLook;
using look::Tokens;
using look::Tone;
using look::Type;

namespace {

constexpr int textLeft = 48;
constexpr int iconLeft = 20;
constexpr int clockWidth = 100;
constexpr int probabilityWidth = 52;
constexpr int amountWidth = 76;
constexpr int scoreWidth = 26; // holds 100
constexpr int tierWidth = 44;
constexpr int tierGap = 6; // into which "100" reaches
constexpr int edgeWidth = 3;
constexpr int lineTops[] = {8, 28, 48};

constexpr int undoTextLeft = 28;

QString undoKey()
{
    return QStringLiteral("Ctrl Z");
}

// Left edges of the columns, from the right one.
struct Columns {
    explicit Columns(const QRectF &row)
        : right(row.right() - look::space::l)
        , clock(right - clockWidth)
        , probability(clock - probabilityWidth)
        , amount(probability - amountWidth)
        , score(amount - scoreWidth)
        , tier(score - tierGap - tierWidth)
    {
    }

    qreal right, clock, probability, amount, score, tier;
};

// On very wide windows text stops where it can still be read; numbers keep to the right edge.
qreal textRight(const QRectF &row, qreal right)
{
    return std::min(right, row.left() + textLeft + look::width::textColumnMax);
}

QRectF lineBox(const QRectF &row, int line, qreal left, qreal right)
{
    const int height = line == 2 ? look::lineHeight(Type::Meta) : look::lineHeight(Type::Body);
    return {left, row.top() + lineTops[line], right - left, static_cast<qreal>(height)};
}

QColor clockColour(const CardClock &clock, const Tokens &t)
{
    if (clock.tone == Tone::Outline)
        return t.text;
    if (clock.tone == Tone::Neutral)
        return t.text2;
    return look::toneText(clock.tone, t);
}

} // namespace

struct FeedDelegate::Row {
    QPainter &painter;
    const Tokens &t;
    QRectF rect;
    Columns columns;
    CardFace face;
    bool current = false;
    bool focused = false; // current, and the keys act on it
    bool marked = false;
    bool hovered = false;
    bool lastOrBeforeCurrent = false; // no separator below
    bool proposed = false;
    bool isCall = false;
};

FeedDelegate::FeedDelegate(const FeedModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_format(QLocale(), base::TimeZone(), 0)
{
}

QSize FeedDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, look::height::card};
}

QRect FeedDelegate::clockRect(const QRect &row)
{
    // The whole width: a hold's track runs along the bottom, an edge may change its colour.
    return row;
}

QRect FeedDelegate::undoRect(const QRect &row)
{
    const qreal words = undoTextLeft + look::textWidth(Type::DenseValue, tr("Undo"));
    const int width = static_cast<int>(
        std::ceil(words + look::space::s + look::keyCapWidth(undoKey()) + look::space::xs));
    return {row.right() + 1 - look::space::l - width, row.top() + 33, width,
            look::height::smallButton};
}

void FeedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const domain::FeedCard *card = m_model.card(index.row());
    if (!card)
        return;
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int currentRow = view ? view->currentIndex().row() : -1;
    const QRectF rect(option.rect);
    Row row{*painter, look::tokensFor(option.palette), rect, Columns(rect),
            faceOf(*card, m_format, m_holdMs, m_around)};
    row.current = index.row() == currentRow;
    row.focused = row.current && view && view->hasFocus();
    row.marked = m_model.isMarked(index.row());
    row.hovered = option.state.testFlag(QStyle::State_MouseOver);
    row.lastOrBeforeCurrent = index.row() + 1 == currentRow;
    row.proposed = card->action.state == domain::ActionState::Proposed;
    row.isCall = card->action.kind == domain::ActionKind::Call;
    painter->save();
    if (option.direction == Qt::RightToLeft)
        look::mirror(*painter, rect);
    paintGround(row);
    paintFirstLine(row);
    const qreal sentenceRight = row.face.holdShare ? undoRect(option.rect).left() - look::space::s
                                                   : row.columns.clock - look::space::s;
    m_text.draw(*painter, lineBox(rect, 1, rect.left() + textLeft, textRight(rect, sentenceRight)),
                row.face.sentence, TextLook{Type::Body, row.t.text2});
    paintClock(row);
    paintThirdLine(row);
    if (row.face.holdShare)
        paintHold(row);
    painter->restore();
}

void FeedDelegate::paintGround(const Row &row) const
{
    QPainter &painter = row.painter;
    const QRectF inner = row.rect.adjusted(look::space::s, 0, -look::space::s, 0);
    if (row.face.edge)
        look::fillCrisp(painter, {row.rect.left(), row.rect.top(), edgeWidth, row.rect.height()},
                        look::toneMark(*row.face.edge, row.t));
    if (row.focused)
        look::drawFocusedRow(painter, inner, row.t);
    else if (row.marked)
        look::fillRounded(painter, inner, look::radius::control, row.t.accentSoft);
    else if (row.current)
        look::fillRounded(painter, inner, look::radius::control, row.t.current);
    else if (row.hovered)
        look::fillRounded(painter, inner, look::radius::control, row.t.hover);
    if (!row.current && !row.lastOrBeforeCurrent && !row.face.holdShare)
        look::hLine(painter, row.rect.left() + textLeft, row.columns.right,
                    row.rect.bottom() - look::hairline(painter), row.t.line);
}

void FeedDelegate::paintFirstLine(const Row &row) const
{
    QPainter &painter = row.painter;
    const Columns &at = row.columns;
    const QPointF mark(row.rect.left() + iconLeft, row.rect.top() + lineTops[0] + 2);
    if (row.marked)
        look::drawCheckBox(painter, {mark, QSizeF(16, 16)}, look::TickState::On, true, row.t);
    else
        look::drawIcon(painter, mark, row.face.icon, row.t.text2, look::icon::normal);

    const qreal left = row.rect.left() + textLeft;
    const qreal right = textRight(row.rect, at.tier - look::space::s);
    const qreal used = m_text.draw(painter, lineBox(row.rect, 0, left, right), row.face.title,
                                   TextLook{Type::BodyName, row.t.text});
    const qreal next = left + used + look::space::s;
    if (next + look::space::xl < right)
        m_text.draw(painter, lineBox(row.rect, 0, next, right), row.face.subtitle,
                    TextLook{Type::Body, row.t.text2});

    look::drawTier(painter, lineBox(row.rect, 0, at.tier, at.tier + tierWidth), row.face.tier,
                   row.face.tierBoxed, row.focused, row.t);
    m_text.draw(painter, lineBox(row.rect, 0, at.score - tierGap, at.amount), row.face.score,
                TextLook{Type::BodyName, row.t.text, Qt::AlignRight});
    m_text.draw(painter, lineBox(row.rect, 0, at.amount, at.probability), row.face.amount,
                TextLook{row.face.estimated ? Type::Body : Type::BodyValue,
                         row.face.estimated ? row.t.text2 : row.t.text, Qt::AlignRight});
    m_text.draw(painter, lineBox(row.rect, 0, at.probability, at.clock), row.face.probability,
                TextLook{Type::Body, row.t.text2, Qt::AlignRight});
}

void FeedDelegate::paintClock(const Row &row) const
{
    QPainter &painter = row.painter;
    const CardClock &clock = row.face.clock;
    const QColor colour = clockColour(clock, row.t);
    const Type type = clock.tone == Tone::Neutral ? Type::Body : Type::BodyValue;
    const qreal left = row.columns.clock + look::space::s;
    const QRectF box = lineBox(row.rect, 0, left, row.columns.right);
    const qreal used =
        m_text.draw(painter, box, clock.text, TextLook{type, colour, Qt::AlignRight});
    const qreal iconAt = row.columns.right - used - look::space::xs - look::icon::dense;
    if (clock.icon != Icon::None && iconAt >= row.columns.clock)
        look::drawIcon(painter, {iconAt, box.top() + 3}, clock.icon, colour, look::icon::dense);
    if (clock.track) {
        const QRectF track(row.columns.right - look::width::slaTrack,
                           row.rect.top() + lineTops[1] + 8, look::width::slaTrack,
                           look::height::track);
        const Tone tone = clock.tone == Tone::Outline ? Tone::Accent : clock.tone;
        look::drawTrack(painter, track, *clock.track, look::toneMark(tone, row.t),
                        row.focused ? row.t.keySoft : row.t.well);
    }
}

void FeedDelegate::paintThirdLine(const Row &row) const
{
    QPainter &painter = row.painter;
    qreal left = row.rect.left() + textLeft;
    qreal right = row.columns.right;
    const QColor meta = row.t.text3;
    if (!row.face.holdShare) {
        const QString end = row.face.lastTouch;
        m_text.draw(painter, lineBox(row.rect, 2, row.columns.probability, right), end,
                    TextLook{Type::Meta, meta, Qt::AlignRight});
        right -= look::textWidth(Type::Meta, end) + look::space::m;
    } else {
        right = undoRect(row.rect.toRect()).left() - look::space::s;
    }
    const bool showsHints = row.current && row.proposed && !m_hints.empty();
    const bool isOwn = row.face.waysOut.empty() && showsHints;
    std::vector<KeyHint> hints = isOwn ? m_hints : row.face.waysOut;
    if (isOwn && row.isCall && !m_callHint.first.isEmpty())
        hints.front() = m_callHint;
    if (isOwn && !row.face.folded.isEmpty() && !m_foldHint.first.isEmpty())
        hints.push_back(m_foldHint);
    const auto place = row.focused   ? look::CapPlace::Focused
                       : row.current ? look::CapPlace::Button
                                     : look::CapPlace::Row;
    for (const KeyHint &hint : hints) {
        if (left + look::keyHintWidth(hint.first, hint.second) > right)
            break;
        left += look::drawKeyHint(painter, {left, row.rect.top() + lineTops[2]}, hint.first,
                                  hint.second, place, row.t) +
                look::space::m;
    }
    QString play = row.face.play;
    if (!hints.empty()) {
        // Beside key caps the play stands at the right, before the last touch.
        const qreal width = look::textWidth(Type::Meta, play);
        if (left + width < right)
            m_text.draw(painter, lineBox(row.rect, 2, right - width - 2, right), play,
                        TextLook{Type::Meta, meta, Qt::AlignRight});
        return;
    }
    left +=
        m_text.draw(painter, lineBox(row.rect, 2, left, right), play, TextLook{Type::Meta, meta});
    if (row.face.folded.isEmpty())
        return;
    left += play.isEmpty() ? 0 : look::space::m;
    look::drawIcon(painter, {left, row.rect.top() + lineTops[2] + 2}, Icon::Layers, meta,
                   look::icon::chip);
    m_text.draw(painter, lineBox(row.rect, 2, left + look::icon::normal, right), row.face.folded,
                TextLook{Type::Meta, meta});
}

void FeedDelegate::paintHold(const Row &row) const
{
    QPainter &painter = row.painter;
    const QRectF box = undoRect(row.rect.toRect());
    look::fillOutlined(painter, box, {look::radius::control, row.t.lineStrong, row.t.surface});
    look::drawIcon(painter, box.topLeft() + QPointF(look::space::s, 5), Icon::Undo, row.t.text2,
                   look::icon::dense);
    m_text.draw(painter, box.adjusted(undoTextLeft, 0, 0, 0), tr("Undo"),
                TextLook{Type::DenseValue, row.t.text});
    const QString key = undoKey();
    look::drawKeyCap(painter,
                     {box.right() - look::keyCapWidth(key) - look::space::xs, box.top() + 4}, key,
                     look::CapPlace::Button, row.t);
    const qreal left = row.rect.left() + textLeft;
    const QRectF track(left, row.rect.bottom() - 2, row.columns.right - left, 2);
    look::drawTrack(painter, track, *row.face.holdShare, row.t.series, row.t.line);
}

bool FeedDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                               const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const domain::FeedCard *card = m_model.card(index.row());
        if (card && isInHold(card->action, m_format.now()) &&
            QStyle::visualRect(option.direction, option.rect, undoRect(option.rect))
                .contains(mouse->position().toPoint())) {
            Q_EMIT undoWanted(index);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace topline::pages
