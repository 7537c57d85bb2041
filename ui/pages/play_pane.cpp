#include "ui/pages/play_pane.h"

#include "ui/look/button.h"
#include "ui/look/segments.h"
#include "ui/pages/notice_list.h"
#include "ui/pages/play_editor.h"
#include "ui/pages/row_list.h"
#include "ui/shell/page_header.h"
#include "ui/text/names_text.h"
#include "ui/text/play_text.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;

PlayPane::PlayPane(const shell::PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_format(QLocale(), base::TimeZone(), 0)
    , m_header(new shell::PageHeader(QString(), this))
    , m_on(new Button(Button::Kind::Secondary, tr("Switch off"), this))
    , m_mode(new Button(Button::Kind::Secondary, QString(), this))
    , m_views(new Segments(tr("What is shown of the play"),
                           {tr("Cadence"), tr("Text"), tr("Dry run"), tr("History"), tr("Runs")},
                           this))
    , m_stack(new QStackedWidget(this))
    , m_picture(new PlayPicture(this))
    , m_notices(new NoticeList(space::l, this))
    , m_trial(new PlayTrialView(this))
    , m_history(new PlayHistoryView(this))
    , m_runs(new PlayRunsView(this))
{
    makeTools();
    auto *views = new QHBoxLayout;
    views->setContentsMargins(space::l, space::s, space::l, space::s);
    views->addWidget(m_views);
    views->addStretch(1);
    m_stack->addWidget(m_picture);
    m_stack->addWidget(makeText());
    m_stack->addWidget(m_trial);
    m_stack->addWidget(m_history);
    m_stack->addWidget(m_runs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(views);
    layout->addWidget(m_notices);
    layout->addWidget(m_stack, 1);
    connect(m_views, &Segments::chosen, this, [this](int index) { setView(View{index}); });
    connect(m_trial, &PlayTrialView::runWanted, this, &PlayPane::dryRun);
    connect(m_trial, &PlayTrialView::cancelWanted, this, [this] {
        if (m_cancel)
            *m_cancel = true;
    });
    connect(m_history, &PlayHistoryView::goBackWanted, this, &PlayPane::goBack);
    connect(m_runs, &PlayRunsView::stopWanted, this, [this](const QString &run) {
        if (const auto id = base::Uuid::parse(run.toStdString()))
            desk().stopRun(*id, reportChange());
    });
    connect(m_runs, &PlayRunsView::pauseWanted, this, [this](const QString &run) {
        constexpr base::DurationMs week = 7 * base::dayMs;
        if (const auto id = base::Uuid::parse(run.toStdString()))
            desk().pauseRun(*id, bridge().cockpit().now() + week, reportChange());
    });
}

PlayPane::~PlayPane()
{
    if (m_cancel)
        *m_cancel = true;
}

void PlayPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_cancel)
        *m_cancel = true; // nobody waits for it
}

void PlayPane::setDryRunKey(const QString &key)
{
    m_trial->setKey(key);
}

void PlayPane::makeTools()
{
    m_mode->setDropDown(true);
    m_header->addTool(m_mode);
    m_header->addTool(m_on);
    connect(m_on, &QAbstractButton::clicked, this, &PlayPane::toggleOn);
    auto *menu = new QMenu(this);
    for (const auto mode : {domain::Mode::Approval, domain::Mode::Draft, domain::Mode::Auto})
        connect(menu->addAction(ui::text::modeText(mode)), &QAction::triggered, this,
                [this, mode] { setMode(mode); });
    menu->addSeparator();
    connect(menu->addAction(tr("As the text says")), &QAction::triggered, this,
            [this] { setMode({}); });
    connect(m_mode, &QAbstractButton::clicked, this,
            [this, menu] { menu->popup(m_mode->mapToGlobal(QPoint(0, m_mode->height()))); });
}

QWidget *PlayPane::makeText()
{
    auto *pane = new QWidget(this);
    m_editor = new PlayEditor(pane);
    // In the order in which they stand, which is that of Tab.
    m_export = new Button(Button::Kind::Plain, tr("Export…"), pane);
    m_discard = new Button(Button::Kind::Secondary, tr("Discard"), pane);
    m_save = new Button(Button::Kind::Primary, tr("Save"), pane);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::l, space::s, space::l, space::s);
    foot->setSpacing(space::s);
    foot->addWidget(m_export);
    foot->addStretch(1);
    foot->addWidget(m_discard);
    foot->addWidget(m_save);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_editor, 1);
    layout->addLayout(foot);
    connect(m_editor, &PlayEditor::changed, this, &PlayPane::check);
    connect(m_editor, &QPlainTextEdit::textChanged, this, &PlayPane::refreshTools);
    connect(m_save, &QAbstractButton::clicked, this, &PlayPane::save);
    connect(m_discard, &QAbstractButton::clicked, this, &PlayPane::discard);
    connect(m_export, &QAbstractButton::clicked, this, &PlayPane::exportText);
    return pane;
}

void PlayPane::show(const domain::PlaysView &view, const std::string &playId,
                    const ui::text::Format &format)
{
    m_format = format;
    const auto row = std::find_if(view.rows.begin(), view.rows.end(),
                                  [&](const auto &one) { return one.play.id == playId; });
    if (row == view.rows.end())
        return;
    const bool isOther = playId != m_id;
    const bool isNewer = row->play.version != m_row.play.version;
    m_id = playId;
    m_row = *row;
    m_picture->show(m_row, format);
    m_runs->show(runLines(view, playId, format));
    if (isOther) {
        m_notices->setNotices({});
        if (m_cancel)
            *m_cancel = true;
        m_trial->clear();
        m_saved.clear();
        m_editor->setDocumentText(QString());
    }
    if (isOther || isNewer)
        loadHistory();
    refreshTools();
}

void PlayPane::setView(View view)
{
    m_views->setCurrent(static_cast<int>(view));
    m_stack->setCurrentIndex(static_cast<int>(view));
}

PlayPane::View PlayPane::view() const
{
    return View{m_stack->currentIndex()};
}

bool PlayPane::isChanged() const
{
    return !m_saved.isEmpty() && m_editor->toPlainText() != m_saved;
}

void PlayPane::refreshTools()
{
    const auto &play = m_row.play;
    m_header->setTitle(fromUtf8(play.name));
    QString meta = tr("version %1, %2").arg(play.version).arg(ui::text::originText(m_row.origin));
    if (!play.isOn)
        meta += QStringLiteral(" · ") + tr("off");
    if (m_row.offered)
        meta += QStringLiteral(" · ") +
                tr("the program offers version %1: see History").arg(*m_row.offered);
    m_header->setMeta(meta);
    m_on->setText(play.isOn ? tr("Switch off") : tr("Switch on"));
    m_mode->setText(ui::text::modeText(play.mode));
    m_save->setEnabled(canSave());
    m_discard->setEnabled(isChanged());
    m_views->setLabel(1, isChanged() ? tr("Text, not saved") : tr("Text"));
}

} // namespace topline::pages
