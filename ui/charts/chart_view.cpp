#include "ui/charts/chart_view.h"

#include "ui/charts/chart_table.h"
#include "ui/charts/qt_chart_canvas.h"
#include "ui/look/icons.h"
#include "ui/look/table.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QStackedLayout>

namespace topline::charts {

namespace {

constexpr int ringRoom = 4;

class QtChartView final : public ChartView {
public:
    QtChartView(Size size, QWidget *parent)
        : ChartView(parent)
        , m_layers(new QStackedLayout(this))
        , m_canvas(new QtChartCanvas(size, this))
        , m_table(new look::Table(QString(), this))
        , m_model(new ChartTableModel(this))
    {
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(tr("Chart")); // until setChart() gives it its title
        m_layers->setContentsMargins(ringRoom, ringRoom, ringRoom, ringRoom);
        m_layers->addWidget(m_canvas);
        m_layers->addWidget(m_table);
        m_table->setModel(m_model);
        m_table->setRowHeight(look::height::evidenceRow);
        m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    }

    void setChart(const LineChart &chart) override
    {
        m_chart = chart;
        setAccessibleName(chart.title);
        setAccessibleDescription(chart.tooFew.isEmpty() ? tr("Chart; its menu shows a table.")
                                                        : chart.tooFew);
        m_table->setAccessibleName(chart.title);
        m_model->setChart(&m_chart);
        m_canvas->setChartData(&m_chart);
    }

    const LineChart &chart() const override { return m_chart; }

    void showTable(bool table) override
    {
        m_layers->setCurrentWidget(table ? static_cast<QWidget *>(m_table) : m_canvas);
        if (table && hasFocus())
            m_table->setFocus();
    }

    bool isTableShown() const override { return m_layers->currentWidget() == m_table; }

    QPixmap picture() override
    {
        constexpr qreal ratio = 2;
        QPixmap pixmap(m_canvas->size() * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(look::tokensFor(palette()).surface);
        QPainter painter(&pixmap);
        m_canvas->QWidget::render(&painter, QPoint(), QRegion(), QWidget::DrawChildren);
        return pixmap;
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!hasFocus())
            return;
        QPainter painter(this);
        look::strokeRing(painter, rect(), look::radius::ring, look::tokensFor(palette()).series);
    }

    void focusInEvent(QFocusEvent *event) override
    {
        ChartView::focusInEvent(event);
        update();
    }

    void focusOutEvent(QFocusEvent *event) override
    {
        ChartView::focusOutEvent(event);
        update();
    }

    void contextMenuEvent(QContextMenuEvent *event) override
    {
        QMenu menu(this);
        QAction *table = menu.addAction(tr("Show as table"));
        table->setCheckable(true);
        table->setChecked(isTableShown());
        menu.addSeparator();
        QAction *picture =
            menu.addAction(look::menuIcon(look::Icon::Copy, palette()), tr("Copy as picture"));
        QAction *csv =
            menu.addAction(look::menuIcon(look::Icon::Table, palette()), tr("Copy data as CSV"));
        const QAction *chosen = menu.exec(event->globalPos());
        if (chosen == table)
            showTable(!isTableShown());
        else if (chosen == picture)
            copyPicture();
        else if (chosen == csv)
            copyCsv();
    }

private:
    LineChart m_chart;
    QStackedLayout *m_layers;
    QtChartCanvas *m_canvas;
    look::Table *m_table;
    ChartTableModel *m_model;
};

} // namespace

void ChartView::copyPicture()
{
    QApplication::clipboard()->setPixmap(picture());
}

void ChartView::copyCsv()
{
    QApplication::clipboard()->setText(chart().csv());
}

ChartView *makeChartView(ChartView::Size size, QWidget *parent)
{
    return new QtChartView(size, parent);
}

} // namespace topline::charts
