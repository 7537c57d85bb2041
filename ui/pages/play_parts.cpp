#include "ui/pages/play_parts.h"

#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/look/segments.h"
#include "ui/pages/hairline.h"
#include "ui/pages/row_list.h"
#include "ui/text/guard_limit_text.h"
#include "ui/text/names_text.h"
#include "ui/text/play_text.h"
#include "ui/text/reason_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;

namespace {

QLabel *wordsIn(QWidget *parent, Type type = Type::Dense, QPalette::ColorRole role = QPalette::Text)
{
    auto *out = new QLabel(parent);
    out->setTextFormat(Qt::PlainText);
    out->setWordWrap(true);
    out->setFont(look::font(type));
    out->setForegroundRole(role);
    out->setContentsMargins(space::l, space::s, space::l, space::s);
    out->setTextInteractionFlags(Qt::TextSelectableByMouse);
    out->setFocusPolicy(Qt::NoFocus);
    return out;
}

RowList *listOf(PlayLines &lines, const QString &name, QWidget *parent)
{
    auto *list = new RowList(name, parent);
    list->setModel(&lines);
    list->setItemDelegate(
        new TwoLineDelegate([&lines](int row) { return lines.row(row).face; }, list));
    return list;
}

QVBoxLayout *column(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

QHBoxLayout *toolRow()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::l, space::s, space::l, space::s);
    row->setSpacing(space::s);
    return row;
}

// What a document may name by its key is said in words; sentences stay as they were written.
QString listed(const std::vector<std::string> &lines)
{
    QStringList out;
    for (const auto &line : lines) {
        const auto kind = domain::parseActionKind(line);
        out += kind ? ui::text::actionKindText(*kind) : fromUtf8(line);
    }
    return out.join(QStringLiteral("; "));
}

} // namespace

PlayPicture::PlayPicture(QWidget *parent)
    : QWidget(parent)
    , m_list(listOf(m_steps, tr("Steps of the play"), this))
    , m_figures(wordsIn(this, Type::Dense, QPalette::PlaceholderText))
    , m_rules(wordsIn(this))
{
    auto *layout = column(this);
    layout->addWidget(m_figures);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    layout->addWidget(m_list, 1);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    layout->addWidget(m_rules);
}

void PlayPicture::show(const domain::PlayRow &row, const ui::text::Format &format)
{
    const auto &play = row.play;
    m_steps.apply(stepLines(play));
    QStringList figures = {fromUtf8(play.goal)};
    QStringList counts = {
        tr("Last 30 days: %Ln hit(s)", nullptr, static_cast<int>(row.figures.hits)),
        ui::text::acceptedText(row.figures, format), ui::text::ledToText(row.figures, format)};
    counts += ui::text::automationText(row.figures, format);
    counts.removeAll(QString());
    figures += counts.join(QStringLiteral(" · "));
    figures += ui::text::liftText(row.figures, format);
    for (const auto &variant : row.test.variants)
        figures +=
            tr("Text “%1” of step %2: %3 of %Ln people, %4", nullptr,
               static_cast<int>(variant.people))
                .arg(fromUtf8(variant.name))
                .arg(variant.stepNo)
                .arg(variant.outcomes)
                .arg(row.test.isEnough ? tr("enough for a word on it") : tr("not enough yet"));
    m_figures->setText(figures.join(QLatin1Char('\n')));
    QStringList rules = {ui::text::modeReasonText(row.mode, format)};
    for (std::size_t at = 1; at < std::min<std::size_t>(row.mode.history.size(), 4); ++at)
        rules += ui::text::modeChangeText(row.mode.history[at], format);
    if (play.steps.size() > 1) {
        QStringList exits;
        for (const auto event : play.exits)
            exits += ui::text::exitEventText(event);
        rules +=
            tr("Goes on %1; ends with %2, and always when the person opts out or mail bounces.")
                .arg(ui::text::cadenceText(play.cadence), exits.join(QStringLiteral(", ")));
    }
    if (!play.rules.may.empty())
        rules += tr("May: %1").arg(listed(play.rules.may));
    if (!play.rules.mustAsk.empty())
        rules += tr("Must ask: %1").arg(listed(play.rules.mustAsk));
    if (!play.rules.mustNot.empty())
        rules += tr("Must not: %1").arg(listed(play.rules.mustNot));
    if (!play.rules.escalateTo.empty())
        rules += tr("Escalates to: %1")
                     .arg(play.rules.escalateTo == "owner"     ? tr("the owner")
                          : play.rules.escalateTo == "manager" ? tr("the manager")
                                                               : fromUtf8(play.rules.escalateTo));
    m_rules->setText(rules.join(QLatin1Char('\n')));
}

PlayTrialView::PlayTrialView(QWidget *parent)
    : QWidget(parent)
    , m_which(new QComboBox(this))
    , m_days(new Segments(tr("How far back"), {tr("30 days"), tr("60 days"), tr("90 days")}, this))
    , m_run(new Button(Button::Kind::Primary, tr("Dry run"), this))
    , m_summary(wordsIn(this, Type::Body))
    , m_rules(wordsIn(this, Type::Dense, QPalette::PlaceholderText))
    , m_list(listOf(m_hits, tr("What the dry run found"), this))
{
    auto *layout = column(this);
    auto *tools = toolRow();
    tools->addWidget(m_days);
    tools->addStretch(1);
    tools->addWidget(m_run);
    layout->addLayout(tools);
    layout->addWidget(m_summary);
    layout->addWidget(m_rules);
    auto *filter = toolRow();
    m_which->setAccessibleName(tr("Which rows are shown"));
    m_which->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    filter->addWidget(m_which);
    filter->addStretch(1);
    layout->addLayout(filter);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    layout->addWidget(m_list, 1);
    connect(m_which, &QComboBox::currentIndexChanged, this, &PlayTrialView::showRows);
    connect(m_run, &QAbstractButton::clicked, this, [this] {
        if (m_running)
            Q_EMIT cancelWanted();
        else
            Q_EMIT runWanted();
    });
    clear();
}

int PlayTrialView::days() const
{
    return 30 * (m_days->current() + 1);
}

void PlayTrialView::setKey(const QString &key)
{
    m_key = key;
    setRunning(m_running);
}

void PlayTrialView::setRunning(bool running)
{
    m_running = running;
    m_run->setText(running ? tr("Cancel") : tr("Dry run"));
    m_run->setKeyHint(running ? QString() : m_key);
    if (running)
        m_summary->setText(tr("Looking at the past …"));
}

void PlayTrialView::clear()
{
    m_trial = {};
    m_figures.clear();
    m_which->clear();
    m_which->hide();
    m_hits.apply({});
    m_rules->clear();
    m_summary->setText(tr("Tells what the text as it stands would have done. Nothing is stored."));
}

QString PlayTrialView::summary() const
{
    return m_summary->text();
}

void PlayTrialView::showFault(const QString &text)
{
    clear();
    m_summary->setText(text);
}

void PlayTrialView::show(const domain::PlayTrial &trial, const ui::text::Format &format)
{
    const auto count = [](std::int64_t value) { return static_cast<int>(value); };
    QStringList parts = {tr("Would have created %Ln action(s)", nullptr, count(trial.created))};
    if (trial.deferred > 0)
        parts += tr("%Ln of them with a mail that waits", nullptr, count(trial.deferred));
    parts += {tr("suppressed %Ln", nullptr, count(trial.suppressed)),
              tr("merged %Ln", nullptr, count(trial.merged)),
              tr("held out %Ln", nullptr, count(trial.heldOut))};
    m_summary->setText(parts.join(QStringLiteral(", ")) + QLatin1Char('.'));
    QStringList rules;
    rules +=
        tr("%Ln account(s) looked at", nullptr, count(trial.accounts)) + QStringLiteral(" · ") +
        tr("%Ln minute(s) of work", nullptr, count(trial.minutes)) + QStringLiteral(" · ") +
        tr("at most %Ln later step(s)", nullptr, count(trial.laterSteps)) + QStringLiteral(" · ") +
        tr("%Ln for people who have a card now", nullptr, count(trial.overlaps));
    m_rules->setText(rules.join(QLatin1Char('\n')));
    m_trial = trial;
    m_format = format;
    m_figures = figures(trial);
    const QSignalBlocker quiet(m_which);
    m_which->clear();
    for (const auto &figure : m_figures)
        m_which->addItem(figure.text);
    m_which->show();
    showRows();
}

std::vector<PlayTrialView::Figure> PlayTrialView::figures(const domain::PlayTrial &trial) const
{
    using domain::ReasonCode;
    const auto decided = [](ReasonCode code) {
        return [code](const domain::PlayTrialHit &hit) { return hit.decided.code == code; };
    };
    const auto number = [this](std::int64_t value) { return locale().toString(qlonglong(value)); };
    std::vector<Figure> out = {
        {tr("Everything: %1").arg(number(trial.hits)), [](const auto &) { return true; }},
        {tr("Created: %1").arg(number(trial.created)), decided(ReasonCode::Proposed)}};
    for (const auto &[code, count] : trial.deferredBy)
        out.push_back(
            {tr("Created, its mail waits: %1: %2").arg(ui::text::ruleName(code), number(count)),
             [code = code](const auto &hit) {
                 return hit.deferred && hit.deferred->code == code;
             }});
    for (const auto &[code, count] : trial.suppressedBy)
        out.push_back(
            {tr("Suppressed: %1: %2").arg(ui::text::ruleName(code), number(count)), decided(code)});
    if (trial.merged > 0)
        out.push_back({tr("Merged into an open card: %1").arg(number(trial.merged)),
                       decided(ReasonCode::OpenActionMerged)});
    if (trial.heldOut > 0)
        out.push_back(
            {tr("Held out: %1").arg(number(trial.heldOut)), decided(ReasonCode::HeldOut)});
    return out;
}

void PlayTrialView::showRows()
{
    const int at = m_which->currentIndex();
    if (at < 0 || at >= static_cast<int>(m_figures.size()) || !m_format)
        return;
    domain::PlayTrial shown = m_trial;
    const auto &has = m_figures[static_cast<std::size_t>(at)].has;
    std::erase_if(shown.newest, [&](const auto &hit) { return !has(hit); });
    m_hits.apply(trialLines(shown, *m_format));
}

PlayRunsView::PlayRunsView(QWidget *parent)
    : QWidget(parent)
    , m_list(listOf(m_runs, tr("Runs under way"), this))
    , m_note(wordsIn(this, Type::Dense, QPalette::PlaceholderText))
    , m_stop(new Button(Button::Kind::Secondary, tr("Stop the run"), this))
    , m_pause(new Button(Button::Kind::Secondary, tr("Pause for a week"), this))
{
    auto *layout = column(this);
    auto *tools = toolRow();
    tools->addWidget(m_pause);
    tools->addWidget(m_stop);
    tools->addStretch(1);
    layout->addLayout(tools);
    layout->addWidget(m_note);
    layout->addWidget(m_list, 1);
    m_note->setText(tr("Nobody is in this play now."));
    connect(m_stop, &QAbstractButton::clicked, this, [this] { Q_EMIT stopWanted(chosen()); });
    connect(m_pause, &QAbstractButton::clicked, this, [this] { Q_EMIT pauseWanted(chosen()); });
}

QString PlayRunsView::chosen() const
{
    const QModelIndex at = m_list->currentIndex();
    return at.isValid() ? m_runs.row(at.row()).id : QString();
}

void PlayRunsView::show(std::vector<PlayLine> lines)
{
    const bool hasRuns = !lines.empty();
    m_runs.apply(std::move(lines));
    if (hasRuns && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_runs.index(0));
    m_note->setVisible(!hasRuns);
    m_stop->setEnabled(hasRuns);
    m_pause->setEnabled(hasRuns);
}

} // namespace topline::pages
