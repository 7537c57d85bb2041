// Rows of two lines: an icon, a name with a quiet word after it, a word at the right, and a second
// line in meta. Used by the lists of conflicts, pending writes and findings; GUI thread. The row is
// asked for by its number, so that one delegate serves every keyed model.
#pragma once

#include "ui/look/icons.h"
#include "ui/pages/row_list.h"

#include <functional>

namespace topline::pages {

struct TwoLines {
    look::Icon icon = look::Icon::None;
    look::Token iconColour = &look::Tokens::text3;
    QString name;
    QString after;
    QString right;
    look::Token rightColour = &look::Tokens::text3;
    QString below;
    bool quiet = false; // decided: the name in text2
};

class TwoLineDelegate final : public RowDelegate {
    Q_OBJECT

public:
    using Ask = std::function<TwoLines(int row)>;

    static constexpr int rowTall = 48;

    explicit TwoLineDelegate(Ask ask, QObject *parent);

protected:
    int rowHeight(const QModelIndex &index) const override;
    void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                  const RowState &state) const override;

private:
    Ask m_ask;
};

} // namespace topline::pages
