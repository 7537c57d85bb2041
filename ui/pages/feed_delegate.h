// Paints the 72-px cards of the feed: three lines at y 8, 28 and 48, columns from the right edge,
// the ring of the focused card, the hold with its Undo. Owned by the feed page, GUI thread. The
// page calls setNow() each second and repaints only clockRect() of the rows in view.
#pragma once

#include "ui/look/paint.h"
#include "ui/pages/card_face.h"

#include <QStyledItemDelegate>

namespace topline::pages {

class FeedModel;

class FeedDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    FeedDelegate(const FeedModel &model, QObject *parent);

    // Locale, zone and moment of everything that is written.
    void setFormat(const ui::text::Format &format) { m_format = format; }

    const ui::text::Format &format() const { return m_format; }

    void setSurroundings(Surroundings around) { m_around = std::move(around); }

    void setHoldMs(base::DurationMs holdMs) { m_holdMs = holdMs; }

    // The keys of the focused card, as the registry has them.
    // Stands behind the hints where cards are folded under this one.
    void setFoldHint(const KeyHint &hint) { m_foldHint = hint; }

    // In place of the first hint on the card of a call.
    void setCallHint(const KeyHint &hint) { m_callHint = hint; }

    void setHints(std::vector<KeyHint> hints) { m_hints = std::move(hints); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // What changes by itself as time passes.
    static QRect clockRect(const QRect &row);
    static QRect undoRect(const QRect &row);

Q_SIGNALS:
    void undoWanted(const QModelIndex &index);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    struct Row;

    void paintGround(const Row &row) const;
    void paintFirstLine(const Row &row) const;
    void paintClock(const Row &row) const;
    void paintThirdLine(const Row &row) const;
    void paintHold(const Row &row) const;

    const FeedModel &m_model;
    ui::text::Format m_format;
    base::DurationMs m_holdMs = 10 * base::secondMs;
    std::vector<KeyHint> m_hints;
    KeyHint m_foldHint;
    KeyHint m_callHint;
    Surroundings m_around;
    mutable look::TextPainter m_text;
};

} // namespace topline::pages
