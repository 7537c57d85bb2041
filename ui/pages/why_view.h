// The Why of a card in five tabs: the score as rows that sum exactly, the rank as factors that
// multiply exactly, the rules that were asked, what was approved and sent with every attempt, and
// the deal with its win probability and risk. Part of the inspector, GUI thread. Grows with its
// rows; owes long texts to tooltips.
#pragma once

#include "core/domain/card_detail.h"
#include "ui/look/paint.h"
#include "ui/text/format.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace topline::look {
class Segments;
}

namespace topline::pages {

class DealWhy;

class WhyView final : public QWidget {
    Q_OBJECT

public:
    explicit WhyView(QWidget *parent = nullptr);

    void setDetail(const domain::CardDetail &detail, const ui::text::Format &format);
    void nextTab();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row {
        QString label = {};
        QString value = {};
        std::int64_t milli = 0; // score rows: the length of the bar
        bool total = false;
        std::optional<look::Token> iconColour = {};
        int icon = 0;
    };

    void refresh();
    void place();
    std::vector<Row> scoreRows(const ui::text::Format &format) const;
    std::vector<Row> rankRows(const ui::text::Format &format) const;
    std::vector<Row> ruleRows(const ui::text::Format &format) const;
    std::vector<Row> auditRows(const ui::text::Format &format) const;
    void paintBars(QPainter &painter, qreal top);
    void paintList(QPainter &painter, qreal top);

    domain::CardDetail m_detail;
    base::Uuid m_shownId;
    std::optional<ui::text::Format> m_format;
    std::vector<Row> m_rows;
    QString m_title;
    int m_tab = 0;
    look::Segments *m_tabs;
    DealWhy *m_deal;
    look::TextPainter m_text{64};
};

} // namespace topline::pages
