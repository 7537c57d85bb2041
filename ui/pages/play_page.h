// The Plays page: every play with its figures of the last 30 days at the left, the chosen one in
// full at the right. Asks the engine when it comes to the front and, once for many, when records
// changed; a text under way outlives every answer. GUI thread.
#pragma once

#include "ui/pages/play_pane.h"
#include "ui/pages/play_rows.h"
#include "ui/shell/page.h"

class QTimer;

namespace topline::pages {

class RowList;

class PlayPage final : public shell::Page {
    Q_OBJECT

public:
    explicit PlayPage(const shell::PageContext &context);

    void activate() override;
    QString unsaved() const override;

    RowList *list() const { return m_list; }

    PlayPane *pane() const { return m_pane; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void addCommands();
    void load();
    void loadIfShown();
    void take(const base::Result<domain::PlaysView> &got);
    void currentMoved();
    void choose(const std::string &playId);
    void step(int plays);
    void importFile();
    ui::text::Format format() const;

    domain::PlaysView m_view;
    std::string m_id; // the one at the right
    bool m_loaded = false;
    bool m_stale = true;
    bool m_applying = false;
    std::uint64_t m_asked = 0; // late answers to older questions are dropped

    PlayLines m_model;
    shell::PageHeader *m_header = nullptr;
    RowList *m_list = nullptr;
    NoticeList *m_notices = nullptr;
    PlayPane *m_pane = nullptr;
    QTimer *m_loadTimer = nullptr;
};

} // namespace topline::pages
