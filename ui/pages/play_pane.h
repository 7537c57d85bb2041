// One play: its cadence, its text with an editor, the dry run, its history and its runs, with the
// switches above them. Shows what the page gives it; asks the engine for checks, history and dry
// runs, and sends what a person changes. A text under way outlives every reload. Owned by the Plays
// page, GUI thread.
#pragma once

#include "ui/pages/play_parts.h"
#include "ui/shell/page.h"

#include <atomic>
#include <memory>

class QStackedWidget;

namespace topline::shell {
class PageHeader;
} // namespace topline::shell

namespace topline::pages {

class NoticeList;
class PlayEditor;

class PlayPane final : public QWidget {
    Q_OBJECT

public:
    enum class View { Cadence, Text, Trial, History, Runs };

    PlayPane(const shell::PageContext &context, QWidget *parent);
    ~PlayPane() override;

    // The text under way stays where the play is the same.
    void show(const domain::PlaysView &view, const std::string &playId,
              const ui::text::Format &format);
    void setView(View view);

    View view() const;

    // A text that is not saved.
    void setDryRunKey(const QString &key);
    bool isChanged() const;

    bool canSave() const { return isChanged() && m_isSound; }

    void save();
    void discard();
    void dryRun();
    void exportText();
    void toggleOn();

    PlayEditor *editor() const { return m_editor; }

    PlayTrialView *trial() const { return m_trial; }

    PlayHistoryView *history() const { return m_history; }

    PlayRunsView *runs() const { return m_runs; }

Q_SIGNALS:
    // Something was changed in the workspace: the plays are to be read again.
    void changed();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeText();
    void makeTools();
    void loadHistory();
    void takeHistory(const domain::PlayHistory &history);
    void check();
    void refreshTools();
    void setMode(std::optional<domain::Mode> mode);
    void goBack(std::int64_t version);
    void put(domain::OpenCards cards);
    void takeSaved(const base::Result<std::int64_t> &got);
    void tell(const QString &id, look::Icon icon, look::Token colour, const QString &text);
    engine::Done reportChange();

    bridge::Bridge &bridge() const { return m_context.bridge; }

    engine::PlayDesk &desk() const { return m_context.bridge.cockpit().plays(); }

    shell::PageContext m_context;
    ui::text::Format m_format;
    domain::PlayRow m_row;
    std::string m_id;
    QString m_saved; // the text in force
    bool m_isSound = true;
    std::uint64_t m_asked = 0; // late answers to older questions are dropped
    std::shared_ptr<std::atomic<bool>> m_cancel;

    shell::PageHeader *m_header;
    look::Button *m_on;
    look::Button *m_mode;
    look::Segments *m_views;
    QStackedWidget *m_stack;
    PlayPicture *m_picture;
    PlayEditor *m_editor = nullptr;
    NoticeList *m_notices;
    look::Button *m_save = nullptr;
    look::Button *m_discard = nullptr;
    look::Button *m_export = nullptr;
    PlayTrialView *m_trial;
    PlayHistoryView *m_history;
    PlayRunsView *m_runs;
};

} // namespace topline::pages
