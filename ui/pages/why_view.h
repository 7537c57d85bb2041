// The Why of a card in five tabs: the score as rows that sum exactly, the rank as factors that
// multiply exactly, the rules that were asked, what was approved and sent with every attempt, and
// the deal with its win probability and risk. Part of the inspector, GUI thread. Grows with its
// rows; owes long texts to tooltips.
#pragma once

#include "core/domain/audit.h"
#include "core/domain/card_detail.h"
#include "ui/look/paint.h"
#include "ui/text/format.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace topline::look {
class Button;
class Segments;
} // namespace topline::look

namespace topline::pages {

class DealWhy;

class WhyView final : public QWidget {
    Q_OBJECT

public:
    explicit WhyView(QWidget *parent = nullptr);

    void setDetail(const domain::CardDetail &detail, const ui::text::Format &format);
    // What the Audit tab says beyond the detail; of another action it is dropped.
    void setAudit(const domain::ActionAudit &audit);
    void nextTab();

    const domain::ActionAudit &audit() const { return m_audit; }

Q_SIGNALS:
    void auditWanted(); // all of it, in a window of its own

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
        bool isWords = false; // wraps over as many lines as it needs
    };

    void refresh();
    void place();
    std::vector<Row> wrapped(std::vector<Row> rows) const;
    int placeAll(int top);
    std::vector<Row> scoreRows(const ui::text::Format &format) const;
    std::vector<Row> rankRows(const ui::text::Format &format) const;
    std::vector<Row> ruleRows(const ui::text::Format &format) const;
    std::vector<Row> auditRows(const ui::text::Format &format) const;
    void paintBars(QPainter &painter, qreal top);
    void paintList(QPainter &painter, qreal top);

    domain::CardDetail m_detail;
    domain::ActionAudit m_audit;
    base::Uuid m_shownId;
    std::optional<ui::text::Format> m_format;
    std::vector<Row> m_rows;
    QString m_title;
    int m_tab = 0;
    look::Segments *m_tabs;
    DealWhy *m_deal;
    look::Button *m_all;
    look::TextPainter m_text{64};
};

} // namespace topline::pages
