// Why an account has its score: a row per criterion and per kind of event, floating bars, and the
// total that they add up to. Part of the account's view, GUI thread; rows are keyed.
#pragma once

#include "core/domain/score.h"
#include "ui/pages/keyed_model.h"
#include "ui/pages/row_list.h"
#include "ui/text/format.h"

namespace topline::pages {

struct ScoreItem {
    enum class Kind { Head, Part, Total };

    QString id;
    Kind kind = Kind::Part;
    QString label;
    QString value;
    double from = 0;
    double to = 0;
    QString spoken;

    const QString &key() const { return id; }

    const QString &text() const { return spoken; }

    bool operator==(const ScoreItem &) const = default;
};

// Parts shown to a tenth of a point, rounded so that they sum to the total shown.
std::vector<ScoreItem> scoreItems(const domain::AccountScore &score,
                                  const ui::text::Format &format);

class AccountScores final : public RowList {
    Q_OBJECT

public:
    explicit AccountScores(QWidget *parent = nullptr);

    void setScore(const domain::AccountScore &score, const ui::text::Format &format);

    const std::vector<ScoreItem> &items() const { return m_model.rows(); }

private:
    KeyedModel<ScoreItem> m_model;
};

} // namespace topline::pages
