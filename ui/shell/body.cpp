#include "ui/shell/body.h"

#include "ui/look/paint.h"

#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::shell {

using namespace look;

namespace {

constexpr int narrowestInspector = 360;
constexpr int narrowestPage = 480;
constexpr int pageLeftVisible = 48; // of the page, while the inspector lies over it

// Fills itself and draws the line that cuts it from the page while it lies above it.
class InspectorStack final : public QStackedWidget {
public:
    using QStackedWidget::QStackedWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokensFor(palette());
        QPainter painter(this);
        painter.fillRect(rect(), t.panel);
        mirrorIfRightToLeft(painter, *this);
        if (contentsMargins().left() > 0)
            vLine(painter, 0, 0, height(), t.lineStrong);
    }
};

} // namespace

Body::Body(QWidget *parent)
    : QWidget(parent)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_pages(new QStackedWidget(this))
    , m_inspectors(new InspectorStack(this))
    , m_inspectorWidth(look::width::inspector)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(m_inspectors);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_pages->setMinimumWidth(narrowestPage);
    m_inspectors->setMinimumWidth(narrowestInspector);
    m_inspectors->hide();
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_inspectorWidth = m_inspectors->width(); });
}

void Body::addPage(Page *page)
{
    m_pages->addWidget(page);
    Pane pane;
    pane.inspector = page->makeInspector();
    pane.open = page->startsWithInspector();
    if (pane.inspector != nullptr)
        m_inspectors->addWidget(pane.inspector);
    m_panes.insert(page, pane);
    connect(page, &Page::footChanged, this, [this] {
        if (m_sliding)
            placeSliding();
    });
    connect(page, &Page::inspectorWanted, this, [this, page](bool open) {
        Pane &changed = m_panes[page];
        (m_sliding ? changed.slidOpen : changed.open) = open;
        if (m_pages->currentWidget() == page)
            apply();
    });
}

int Body::footOfPage() const
{
    const auto *page = qobject_cast<const Page *>(m_pages->currentWidget());
    return page != nullptr ? page->footHeight() : 0;
}

void Body::showPage(Page *page)
{
    m_pages->setCurrentWidget(page);
    apply();
}

void Body::setSliding(bool sliding)
{
    if (m_sliding == sliding)
        return;
    m_sliding = sliding;
    apply();
}

void Body::setInspectorOpen(bool open)
{
    if (auto *page = qobject_cast<Page *>(m_pages->currentWidget()))
        Q_EMIT page->inspectorWanted(open);
}

void Body::setInspectorWidth(int width)
{
    m_inspectorWidth = std::max(width, narrowestInspector);
    apply();
}

void Body::apply()
{
    const Pane pane = m_panes.value(m_pages->currentWidget());
    const bool wanted = pane.inspector != nullptr && (m_sliding ? pane.slidOpen : pane.open);
    if (pane.inspector != nullptr)
        m_inspectors->setCurrentWidget(pane.inspector);
    if (m_sliding) {
        if (m_inspectors->parentWidget() != this) {
            m_inspectors->setParent(this);
            m_inspectors->setContentsMargins(1, 0, 0, 0);
        }
        placeSliding();
        m_inspectors->setVisible(wanted);
        m_inspectors->raise();
        return;
    }
    if (m_inspectors->parentWidget() == this) {
        m_inspectors->setContentsMargins(0, 0, 0, 0);
        m_splitter->addWidget(m_inspectors);
        m_splitter->setStretchFactor(1, 0);
    }
    m_inspectors->setVisible(wanted);
    if (wanted)
        m_splitter->setSizes(
            {std::max(1, m_splitter->width() - m_inspectorWidth - 1), m_inspectorWidth});
}

void Body::placeSliding()
{
    const int wide = std::min(m_inspectorWidth, width() - pageLeftVisible);
    m_inspectors->setGeometry(QStyle::visualRect(
        layoutDirection(), rect(), {width() - wide, 0, wide, height() - footOfPage()}));
}

void Body::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_sliding)
        placeSliding();
    else
        apply();
}

} // namespace topline::shell
