// The short lists of an account's view: open cards, deals and signals, two lines a row. GUI thread;
// rows are keyed.
#pragma once

#include "core/domain/account_view.h"
#include "ui/pages/keyed_model.h"
#include "ui/pages/row_list.h"
#include "ui/pages/two_line_delegate.h"
#include "ui/text/format.h"

#include <vector>

namespace topline::pages {

struct PairItem {
    QString id;
    TwoLines face;
    QString spoken;

    const QString &key() const { return id; }

    const QString &text() const { return spoken; }

    // The face is made of what is spoken.
    bool operator==(const PairItem &other) const
    {
        return id == other.id && spoken == other.spoken && face.after == other.face.after &&
               face.right == other.face.right && face.below == other.face.below;
    }
};

std::vector<PairItem> cardItems(const domain::AccountView &view, const ui::text::Format &format);
std::vector<PairItem> dealItems(const domain::AccountView &view, const ui::text::Format &format);
// At most `most`.
std::vector<PairItem> signalItems(const domain::AccountView &view, std::size_t most,
                                  const ui::text::Format &format);

class PairList final : public RowList {
    Q_OBJECT

public:
    explicit PairList(const QString &accessibleName, QWidget *parent = nullptr);

    void setItems(std::vector<PairItem> items);

    const std::vector<PairItem> &items() const { return m_model.rows(); }

private:
    KeyedModel<PairItem> m_model;
};

} // namespace topline::pages
