#include "ui/pages/play_page.h"

#include "ui/look/button.h"
#include "ui/pages/hairline.h"
#include "ui/pages/notice_list.h"
#include "ui/pages/question.h"
#include "ui/pages/row_list.h"
#include "ui/shell/page_header.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;

namespace {

constexpr int loadDelayMs = 500;
constexpr int listWide = 340;
constexpr int listLeast = 260;
constexpr qint64 fileMax = 65'536;
const QString pageId = QStringLiteral("plays");

} // namespace

PlayPage::PlayPage(const shell::PageContext &context)
    : Page(context)
    , m_loadTimer(new QTimer(this))
{
    build();
    addCommands();
    const auto showKey = [this] {
        m_pane->setDryRunKey(this->context().commands.keyText(QStringLiteral("plays.try")));
    };
    connect(&context.commands, &shell::Commands::keysChanged, this, showKey);
    showKey();
    m_loadTimer->setSingleShot(true);
    m_loadTimer->setInterval(loadDelayMs);
    connect(m_loadTimer, &QTimer::timeout, this, &PlayPage::loadIfShown);
    connect(&bridge(), &bridge::Bridge::recordsChanged, this, [this](const domain::ChangeSet &) {
        m_stale = true;
        if (!m_loadTimer->isActive())
            m_loadTimer->start();
    });
}

void PlayPage::build()
{
    auto *side = new QWidget(this);
    side->setMinimumWidth(listLeast);
    side->setMaximumWidth(listWide);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 0, 0, 0);
    sideLayout->setSpacing(0);
    m_header = new shell::PageHeader(tr("Plays"), side);
    auto *import = Button::iconOnly(Icon::Download, tr("Import a play"), side);
    connect(import, &QAbstractButton::clicked, this, &PlayPage::importFile);
    m_header->addTool(import);
    sideLayout->addWidget(m_header);
    m_notices = new NoticeList(space::l, side);
    sideLayout->addWidget(m_notices);
    m_list = new RowList(tr("Plays"), side);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(
        new TwoLineDelegate([this](int row) { return m_model.row(row).face; }, this));
    sideLayout->addWidget(m_list, 1);
    m_pane = new PlayPane(context(), this);
    m_pane->hide();
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(side, 2);
    all->addWidget(new Hairline(Qt::Vertical, this));
    all->addWidget(m_pane, 5);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PlayPage::currentMoved);
    connect(m_list, &RowList::opened, this, [this] {
        m_pane->setView(PlayPane::View::Text);
        m_pane->setFocus();
    });
    connect(m_pane, &PlayPane::changed, this, &PlayPage::load);
}

void PlayPage::addCommands()
{
    const auto add = [this](const char *id, const QString &text, const char *key, Icon icon,
                            std::function<void()> run, std::function<bool()> enabled = {}) {
        shell::Command command;
        command.id = pageId + QLatin1Char('.') + QLatin1String(id);
        command.text = text;
        command.key = QLatin1String(key);
        command.page = pageId;
        command.icon = icon;
        command.run = std::move(run);
        command.enabled = std::move(enabled);
        command.inPalette = icon != Icon::None;
        context().commands.add(std::move(command));
    };
    const auto ready = [this] { return m_loaded && !m_id.empty(); };
    add("down", tr("Next play"), "J", Icon::None, [this] { step(1); });
    add("up", tr("Previous play"), "K", Icon::None, [this] { step(-1); });
    const auto view = [&](const char *id, const QString &text, const char *key, Icon icon,
                          PlayPane::View which) {
        add(
            id, text, key, icon, [this, which] { m_pane->setView(which); }, ready);
    };
    view("cadence", tr("Show the cadence"), "1", Icon::ListCheck, PlayPane::View::Cadence);
    view("text", tr("Show the text of the play"), "2", Icon::FileText, PlayPane::View::Text);
    view("trial", tr("Show the dry run"), "3", Icon::Eye, PlayPane::View::Trial);
    view("history", tr("Show the history of the play"), "4", Icon::History,
         PlayPane::View::History);
    view("runs", tr("Show the runs under way"), "5", Icon::Users, PlayPane::View::Runs);
    add(
        "try", tr("Dry run on past data"), "T", Icon::Play, [this] { m_pane->dryRun(); }, ready);
    add(
        "save", tr("Save the text as a new version"), "Ctrl+S", Icon::Check,
        [this] { m_pane->save(); }, [this] { return m_pane->canSave(); });
    add(
        "switch", tr("Switch the play on or off"), "O", Icon::StopCircle,
        [this] { m_pane->toggleOn(); }, ready);
    add("import", tr("Import a play"), "", Icon::Download, [this] { importFile(); });
    add(
        "export", tr("Export the play"), "", Icon::Upload, [this] { m_pane->exportText(); }, ready);
}

QString PlayPage::unsaved() const
{
    return m_pane->isChanged() ? tr("The text of a play is changed and not saved.") : QString();
}

void PlayPage::activate()
{
    m_list->setFocus();
    loadIfShown();
}

void PlayPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    loadIfShown();
}

ui::text::Format PlayPage::format() const
{
    const auto zone = base::TimeZone::find(cockpit().zone());
    return {QLocale(), zone.ok() ? *zone : base::TimeZone(), cockpit().now()};
}

void PlayPage::loadIfShown()
{
    if (m_stale && isVisible())
        load();
}

void PlayPage::load()
{
    m_stale = false;
    const std::uint64_t question = ++m_asked;
    cockpit().plays().loadPlays(
        bridge().answer<domain::PlaysView>(this, [this, question](const auto &got) {
            if (question == m_asked)
                take(got);
        }));
}

void PlayPage::take(const base::Result<domain::PlaysView> &got)
{
    if (!got.ok()) {
        m_notices->setNotices({{QStringLiteral("failed"),
                                Icon::Alert,
                                &Tokens::redText,
                                tr("The plays could not be read."),
                                {{tr("Try again"), [this] { load(); }}}}});
        Q_EMIT bridge().failed(got.error());
        return;
    }
    m_notices->setNotices({});
    m_view = *got;
    m_loaded = true;
    m_applying = true;
    m_model.apply(playLines(m_view, format()));
    m_applying = false;
    const auto on = std::count_if(m_view.rows.begin(), m_view.rows.end(),
                                  [](const auto &row) { return row.play.isOn; });
    m_header->setMeta(tr("%1 on").arg(on));
    if (!m_list->currentIndex().isValid() && m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(0));
    else
        currentMoved();
}

void PlayPage::currentMoved()
{
    const QModelIndex at = m_list->currentIndex();
    if (m_applying || !at.isValid())
        return;
    choose(m_model.row(at.row()).id.toStdString());
}

// A text that is not saved is not thrown away by a move of the cursor.
void PlayPage::choose(const std::string &playId)
{
    if (playId != m_id && m_pane->isChanged()) {
        const Question question =
            makeQuestion(tr("Discard the change?"), tr("Discard the change"), this);
        question.body->addWidget(
            questionWords(tr("The text of this play was changed and is not saved."), Type::Body));
        connect(question.dialog, &QDialog::accepted, this, [this, playId] {
            m_pane->discard();
            choose(playId);
        });
        connect(question.dialog, &QDialog::rejected, this, [this] {
            for (int row = 0; row < m_model.rowCount(); ++row) {
                if (m_model.row(row).id.toStdString() == m_id)
                    m_list->setCurrentIndex(m_model.index(row));
            }
        });
        question.dialog->open();
        question.cancel->setFocus();
        return;
    }
    m_id = playId;
    m_pane->show(m_view, m_id, format());
    m_pane->setVisible(true);
}

void PlayPage::step(int plays)
{
    m_list->setFocus();
    m_list->step(plays);
}

void PlayPage::importFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Import a play"), QString(),
                                                      tr("Plays (*.yaml *.yml)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    const bool isRead = file.open(QIODevice::ReadOnly) && file.size() <= fileMax;
    if (!isRead) {
        m_notices->setNotices({{QStringLiteral("import"), Icon::Alert, &Tokens::redText,
                                tr("%1 cannot be read, or is larger than 64 kB.").arg(path)}});
        return;
    }
    cockpit().plays().import(file.readAll().toStdString(), QFileInfo(path).fileName().toStdString(),
                             bridge().answer<std::int64_t>(this, [this](const auto &got) {
                                 if (got.ok()) {
                                     context().say(tr("Imported as version %1").arg(*got));
                                     load();
                                     return;
                                 }
                                 const auto &place = got.error().place;
                                 m_notices->setNotices(
                                     {{QStringLiteral("import"), Icon::Alert, &Tokens::redText,
                                       tr("Line %1, column %2: %3")
                                           .arg(place ? place->line : 0)
                                           .arg(place ? place->column : 0)
                                           .arg(fromUtf8(got.error().message))}});
                             }));
}

} // namespace topline::pages
