// The views of one play beside its text: the cadence as a picture, the dry run, the history with a
// diff, and the runs under way. Each shows what it is given and asks by signals. Owned by the play
// pane, GUI thread.
#pragma once

#include "ui/pages/play_rows.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace topline::look {
class Button;
class Segments;
} // namespace topline::look

namespace topline::pages {

class RowList;

// Steps with days and branches, and below them the rules it is run by.
class PlayPicture final : public QWidget {
    Q_OBJECT

public:
    explicit PlayPicture(QWidget *parent = nullptr);

    void show(const domain::PlayRow &row, const ui::text::Format &format);

    RowList *list() const { return m_list; }

private:
    PlayLines m_steps;
    RowList *m_list;
    QLabel *m_figures;
    QLabel *m_rules;
};

class PlayTrialView final : public QWidget {
    Q_OBJECT

public:
    explicit PlayTrialView(QWidget *parent = nullptr);

    int days() const;
    void setRunning(bool running);
    void setKey(const QString &key); // of the dry run
    void show(const domain::PlayTrial &trial, const ui::text::Format &format);
    void showFault(const QString &text);
    void clear();

    QString summary() const;

Q_SIGNALS:
    void runWanted();
    void cancelWanted();

private:
    // One figure of the dry run, and which rows it is of.
    struct Figure {
        QString text;
        std::function<bool(const domain::PlayTrialHit &)> has;
    };

    std::vector<Figure> figures(const domain::PlayTrial &trial) const;
    void showRows();

    domain::PlayTrial m_trial;
    std::optional<ui::text::Format> m_format;
    std::vector<Figure> m_figures;
    QComboBox *m_which;
    PlayLines m_hits;
    look::Segments *m_days;
    look::Button *m_run;
    QLabel *m_summary;
    QLabel *m_rules;
    RowList *m_list;
    bool m_running = false;
    QString m_key;
};

class PlayHistoryView final : public QWidget {
    Q_OBJECT

public:
    explicit PlayHistoryView(QWidget *parent = nullptr);

    void show(const domain::PlayHistory &history, const ui::text::Format &format);

    RowList *list() const { return m_list; }

    QPlainTextEdit *diff() const { return m_diff; }

Q_SIGNALS:
    void goBackWanted(std::int64_t version);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshDiff();
    const domain::PlayVersion *chosen() const;

    domain::PlayHistory m_history;
    PlayLines m_versions;
    RowList *m_list;
    QLabel *m_title;
    QPlainTextEdit *m_diff;
    look::Button *m_back;
};

class PlayRunsView final : public QWidget {
    Q_OBJECT

public:
    explicit PlayRunsView(QWidget *parent = nullptr);

    void show(std::vector<PlayLine> lines);

    RowList *list() const { return m_list; }

Q_SIGNALS:
    // The id as text.
    void stopWanted(const QString &run);
    void pauseWanted(const QString &run);

private:
    QString chosen() const;

    PlayLines m_runs;
    RowList *m_list;
    QLabel *m_note;
    look::Button *m_stop;
    look::Button *m_pause;
};

} // namespace topline::pages
