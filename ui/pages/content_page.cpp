#include "ui/pages/content_page.h"

#include "ui/look/button.h"
#include "ui/look/segments.h"
#include "ui/pages/content_model_pane.h"
#include "ui/pages/content_panes.h"
#include "ui/shell/page_header.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace topline::pages {

using look::Button;

ContentPage::ContentPage(const shell::PageContext &context)
    : Page(context)
    , m_segments(new look::Segments(tr("Drafts"),
                                    {tr("Content"), tr("Snippets"), tr("Links"), tr("Model")}))
    , m_stack(new QStackedWidget)
    , m_assets(new AssetPane(context))
    , m_model(new ModelPane(context))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *header = new shell::PageHeader(tr("Drafts"));
    auto *take = new Button(Button::Kind::Secondary, tr("Import…"));
    auto *write = new Button(Button::Kind::Secondary, tr("Export…"));
    header->addTool(m_segments);
    header->addTool(take);
    header->addTool(write);
    layout->addWidget(header);
    layout->addWidget(m_stack, 1);
    m_panes = {m_assets, new SnippetPane(context), new LinkPane(context)};
    for (ContentPane *pane : m_panes) {
        m_stack->addWidget(pane);
        connect(pane, &ContentPane::changed, this, &ContentPage::load);
    }
    m_stack->addWidget(m_model);
    connect(m_segments, &look::Segments::chosen, this, &ContentPage::choose);
    connect(take, &QAbstractButton::clicked, m_assets, &AssetPane::importFile);
    connect(write, &QAbstractButton::clicked, m_assets, &AssetPane::exportFile);
    addCommands();
}

void ContentPage::addCommands()
{
    const QString names[] = {tr("Show the content"), tr("Show the snippets"), tr("Show the links"),
                             tr("Show the model")};
    const char *const ids[] = {"drafts.content", "drafts.snippets", "drafts.links", "drafts.model"};
    for (int i = 0; i < 4; ++i) {
        shell::Command command;
        command.id = QLatin1String(ids[i]);
        command.text = names[i];
        command.key = QString::number(i + 1);
        command.page = QStringLiteral("drafts");
        command.run = [this, i] {
            choose(i);
            activate();
        };
        context().commands.add(std::move(command));
    }
}

void ContentPage::choose(int pane)
{
    m_segments->setCurrent(pane);
    m_stack->setCurrentIndex(pane);
}

void ContentPage::activate()
{
    load();
    m_model->load();
    if (m_stack->currentIndex() < m_panes.size())
        m_panes[m_stack->currentIndex()]->takeFocus();
    else
        m_model->takeFocus();
}

void ContentPage::load()
{
    bridge().cockpit().drafts().loadShelf(
        bridge().answer<domain::Shelf>(this, [this](base::Result<domain::Shelf> shelf) {
            if (!shelf.ok())
                return bridge().report()(base::Status(shelf.error()));
            for (ContentPane *pane : m_panes)
                pane->setShelf(*shelf);
        }));
}

} // namespace topline::pages
