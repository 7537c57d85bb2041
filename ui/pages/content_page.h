// The Drafts page: content and snippets that drafts are made with, hosts that their links may lead
// to, and the language model, if the workspace has one. GUI thread. Reads the shelf when it comes
// to the front and after every change of its own.
#pragma once

#include "core/domain/content.h"
#include "ui/shell/page.h"

class QStackedWidget;

namespace topline::look {
class Segments;
} // namespace topline::look

namespace topline::pages {

class AssetPane;
class ContentPane;
class ModelPane;

class ContentPage final : public shell::Page {
    Q_OBJECT

public:
    explicit ContentPage(const shell::PageContext &context);

    void activate() override;

    AssetPane *assets() const { return m_assets; }

    ModelPane *model() const { return m_model; }

    void choose(int pane);

private:
    void addCommands();
    void load();

    look::Segments *m_segments;
    QStackedWidget *m_stack;
    AssetPane *m_assets;
    QVector<ContentPane *> m_panes;
    ModelPane *m_model;
};

} // namespace topline::pages
