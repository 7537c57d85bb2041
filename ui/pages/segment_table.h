// The segments of the velocity page: rows by source, rep, size or industry with their figures and
// the index points by which they lift or drag the index; the rows add up to the total. Enter opens
// the deals of a segment. GUI thread; rows are keyed, sorting moves them.
#pragma once

#include "core/domain/metric.h"
#include "ui/pages/keyed_model.h"
#include "ui/pages/row_list.h"
#include "ui/pages/table_columns.h"
#include "ui/text/metric_text.h"

#include <QWidget>

namespace topline::look {
class Segments;
} // namespace topline::look

namespace topline::pages {

struct SegmentItem {
    QString id;
    QString name;
    domain::SegmentRow row;
    double shownDrag = 0; // rounded so that the rows add up
    QString wonOf, winRate, cycle, size, pipeline, drag;
    QString spoken;

    const QString &key() const { return id; }

    const QString &text() const { return spoken; }

    bool operator==(const SegmentItem &other) const;
};

class SegmentTable final : public QWidget {
    Q_OBJECT

public:
    enum Column { Name, WonOf, WinRate, Cycle, Size, Pipeline, DragBar, Drag };

    explicit SegmentTable(QWidget *parent = nullptr);

    void setReport(const domain::VelocityReport &report, const ui::text::MetricText &text);
    void setSegment(domain::Segment segment);

    domain::Segment segment() const { return m_segment; }

    const std::vector<SegmentItem> &items() const { return m_model.rows(); }

    RowList *list() const { return m_list; }

Q_SIGNALS:
    void segmentOpened(const QString &name, const std::vector<topline::domain::DealId> &deals);

private:
    void refresh();

    domain::VelocityReport m_report;
    ui::text::MetricText m_words;
    domain::Segment m_segment = domain::Segment::Source;
    TableColumns m_columns;
    KeyedModel<SegmentItem> m_model;
    look::Segments *m_choice;
    TableHead *m_head;
    RowList *m_list;
};

} // namespace topline::pages
