// The funnel of the pipeline page: one row per stage with what entered, what is open, and days; the
// share that went on stands between two rows. Enter or a click on a stage opens its deals. GUI
// thread; rows are keyed by stage.
#pragma once

#include "core/domain/funnel.h"
#include "ui/pages/keyed_model.h"
#include "ui/pages/row_list.h"
#include "ui/text/metric_text.h"

#include <QWidget>

namespace topline::pages {

struct FunnelItem {
    domain::StageId stage;
    QString name;
    bool won = false;
    bool headed = false; // a further pipeline begins here
    QString pipeline;
    std::int64_t entered = 0;
    double share = 0; // of the widest row
    QString goOn;     // "69 %", empty on the last stage
    QString open, value, p50, p80;
    bool slower = false; // than in the window before
    std::vector<domain::DealId> deals;
    QString spoken;

    std::int64_t key() const { return stage.value; }

    const QString &text() const { return spoken; }

    bool operator==(const FunnelItem &) const = default;
};

class FunnelView final : public QWidget {
    Q_OBJECT

public:
    explicit FunnelView(QWidget *parent = nullptr);

    void setRows(const std::vector<domain::FunnelRow> &rows, const base::Currency &currency,
                 const ui::text::MetricText &text);

    RowList *list() const { return m_list; }

    // "Proposal takes 17 d; it took 13 d before", of the stage that slowed down most; may be empty.
    const QString &note() const { return m_note; }

Q_SIGNALS:
    void stageOpened(const QString &name, const std::vector<topline::domain::DealId> &deals);

private:
    KeyedModel<FunnelItem> m_model;
    RowList *m_list;
    QString m_note;
};

} // namespace topline::pages
