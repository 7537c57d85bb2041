#include "ui/pages/signals_page.h"

#include "ui/look/button.h"
#include "ui/look/segments.h"
#include "ui/pages/notice_list.h"
#include "ui/pages/section_head.h"
#include "ui/pages/signal_foot.h"
#include "ui/pages/signal_inspector.h"
#include "ui/shell/page_header.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using namespace look;

namespace {

constexpr int loadDelayMs = 500;

} // namespace

SignalsPage::SignalsPage(const shell::PageContext &context)
    : Page(context)
    , m_columns(SignalDelegate::columns())
    , m_loadTimer(new QTimer(this))
{
    m_order.column = SignalDelegate::Name;
    build();
    addCommands();
    m_loadTimer->setSingleShot(true);
    m_loadTimer->setInterval(loadDelayMs);
    connect(m_loadTimer, &QTimer::timeout, this, &SignalsPage::loadIfShown);
    connect(&bridge(), &bridge::Bridge::recordsChanged, this, [this](const domain::ChangeSet &) {
        m_stale = true;
        if (!m_loadTimer->isActive())
            m_loadTimer->start();
    });
    refreshNotices();
}

void SignalsPage::build()
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_header = new shell::PageHeader(tr("Signals"), this);
    m_chip = new Button(Button::Kind::Pill, QString(), this);
    m_chip->setIconKind(Icon::Pencil);
    m_chip->hide();
    connect(m_chip, &QAbstractButton::clicked, this, &SignalsPage::openDetector);
    m_header->addTool(m_chip);
    all->addWidget(m_header);
    all->addWidget(buildTable(), 1);
}

QWidget *SignalsPage::buildTable()
{
    auto *pane = new QWidget(this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(0);
    m_tableHead = new SectionHead(tr("Detectors"), pane);
    auto *tools = new QHBoxLayout(m_tableHead);
    const int title = m_tableHead->titleWidth() + space::m;
    tools->setContentsMargins(isRightToLeft() ? space::l : title, 0,
                              isRightToLeft() ? title : space::l, 0);
    m_scope = new Segments(tr("Which detectors"), {tr("All"), tr("Fired"), tr("Off")}, m_tableHead);
    connect(m_scope, &Segments::chosen, this,
            [this](int index) { setScope(static_cast<SignalScope>(index)); });
    tools->addWidget(m_scope);
    tools->addStretch(1);
    m_tableHead->setTitleRoom(m_scope->sizeHint().width() + space::xl);
    m_tableHead->setFigure(tr("last 90 days"), false);
    layout->addWidget(m_tableHead);
    layout->addSpacing(space::xs);
    m_notices = new NoticeList(space::l, pane);
    m_notices->setContentsMargins(0, 0, 0, space::s);
    layout->addWidget(m_notices);
    auto *head = new TableHead(m_columns, tr("Columns of the detectors"), pane);
    head->setSorting(m_order.column, Qt::AscendingOrder);
    connect(head, &TableHead::sortWanted, this, [this](int column, Qt::SortOrder order) {
        m_order.column = column;
        m_order.down = order == Qt::DescendingOrder;
        refreshTable();
        m_list->scrollTo(m_list->currentIndex());
    });
    layout->addWidget(head);
    m_list = new SignalList(m_model, tr("Detectors"), pane);
    m_list->setItemDelegate(new SignalDelegate(m_model, m_columns, this));
    connect(m_list, &RowList::opened, this, &SignalsPage::openDetector);
    connect(m_list, &SignalList::switchWanted, this, &SignalsPage::switchDetector);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SignalsPage::currentMoved);
    layout->addWidget(m_list, 1);
    return pane;
}

QWidget *SignalsPage::makeInspector()
{
    m_inspector = new SignalInspector(context());
    connect(m_inspector, &SignalInspector::closeWanted, this, [this] {
        Q_EMIT inspectorWanted(false);
        m_list->setFocus();
    });
    connect(m_inspector, &SignalInspector::typed, this,
            [this](const std::string &key, const QString &text) {
                m_told = false;
                m_draft.type(key, text, locale());
                refresh();
            });
    connect(m_inspector, &SignalInspector::valueChosen, this,
            [this](const std::string &key, std::int64_t value) {
                m_told = false;
                m_draft.setValue(key, value, locale());
                refresh();
            });
    connect(m_inspector, &SignalInspector::hitOpened, this, &SignalsPage::openHit);
    m_inspector->installEventFilter(this);
    const SignalFoot *foot = m_inspector->foot();
    connect(foot->tryButton(), &QAbstractButton::clicked, this, &SignalsPage::tryChanges);
    connect(foot->saveButton(), &QAbstractButton::clicked, this, &SignalsPage::save);
    connect(foot->cancelButton(), &QAbstractButton::clicked, this, &SignalsPage::cancel);
    refreshKeys();
    refreshInspector();
    return m_inspector;
}

void SignalsPage::activate()
{
    m_list->setFocus();
    loadIfShown();
}

void SignalsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_told = false;
    refreshNotices();
}

void SignalsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    loadIfShown();
}

ui::text::Format SignalsPage::format() const
{
    const auto zone = base::TimeZone::find(cockpit().zone());
    return {QLocale(), zone.ok() ? *zone : base::TimeZone(), cockpit().now()};
}

void SignalsPage::loadIfShown()
{
    if (m_stale && isVisible())
        load();
}

void SignalsPage::load()
{
    m_stale = false;
    const std::uint64_t question = ++m_asked;
    cockpit().insights().loadSignals(
        bridge().answer<domain::SignalsView>(this, [this, question](const auto &got) {
            if (question == m_asked)
                take(got);
        }));
}

void SignalsPage::take(const base::Result<domain::SignalsView> &got)
{
    m_saving = false;
    m_failed = !got.ok();
    if (got.ok()) {
        m_loaded = true;
        m_view = *got;
        m_draft.setView(m_view);
    } else {
        Q_EMIT bridge().failed(got.error());
    }
    refresh();
}

void SignalsPage::refresh()
{
    refreshTable();
    refreshNotices();
    refreshInspector();
    refreshChip();
    m_chip->setText(tr("%n change(s), not saved", nullptr, m_draft.changes()));
    if (!m_loaded)
        return;
    const ui::text::Format write = format();
    const auto number = [&write](std::int64_t value) {
        return write.number(static_cast<double>(value));
    };
    //: %1 and %2 are counts of events.
    m_header->setMeta(tr("%1 events looked at · %2 of them taken for machines")
                          .arg(number(m_view.events), number(m_view.suspectEvents)));
}

// The inspector says it itself, where it can be seen.
void SignalsPage::refreshChip()
{
    m_chip->setVisible(m_draft.isChanged() &&
                       (m_inspector == nullptr || !m_inspector->isVisible()));
}

bool SignalsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        refreshChip();
    return Page::eventFilter(watched, event);
}

void SignalsPage::refreshTable()
{
    m_applying = true;
    m_model.apply(signalItems(m_view, m_draft, m_order, format()));
    m_applying = false;
    const QModelIndex same = m_model.indexOf(m_type);
    if (same.isValid())
        m_list->setCurrentIndex(same);
    else if (m_list->currentItem() == nullptr)
        m_list->setCurrentIndex({});
    if (!m_list->currentIndex().isValid() && m_model.rowCount() > 0)
        m_list->stepBy(1);
    currentMoved();
    const auto count = [this](auto matches) {
        return std::count_if(m_view.rows.begin(), m_view.rows.end(), matches);
    };
    m_scope->setLabel(0, tr("All %1").arg(m_view.rows.size()));
    m_scope->setLabel(1, tr("Fired %1").arg(count([](const auto &row) { return row.hits > 0; })));
    m_scope->setLabel(2, tr("Off %1").arg(count(
                             [this](const auto &row) { return !m_draft.isEnabled(row.type); })));
}

void SignalsPage::refreshNotices()
{
    QVector<Notice> notices;
    const NoticeAction again{tr("Try again"), [this] { load(); }};
    if (m_failed)
        notices.push_back({QStringLiteral("failed"),
                           Icon::Alert,
                           &Tokens::redText,
                           m_loaded ? tr("This is not the newest state: reading it failed.")
                                    : tr("The detectors could not be read."),
                           {again}});
    else if (m_loaded && m_view.events == 0)
        notices.push_back(
            {QStringLiteral("empty"), Icon::Info, &Tokens::text3,
             tr("No events yet. Detectors look at what comes from the website, the mailbox and the "
                "CRM; once it does, their hits stand here. Thresholds can be set already.")});
    else if (m_loaded && std::none_of(m_view.rows.begin(), m_view.rows.end(),
                                      [](const auto &row) { return row.hits > 0; }))
        notices.push_back({QStringLiteral("quiet"), Icon::Info, &Tokens::text3,
                           tr("No detector has fired in the last 90 days.")});
    else if (m_loaded && m_model.rowCount() == 0)
        notices.push_back({QStringLiteral("none"),
                           Icon::Info,
                           &Tokens::text3,
                           tr("No detector is off."),
                           {{tr("Show all"), [this] { setScope(SignalScope::All); }}}});
    if (m_told)
        notices.push_back({QStringLiteral("saved"), Icon::Check, &Tokens::greenText,
                           tr("Saved; the hits are being found anew. Undo does not reach this: to "
                              "return, change it back here or take the defaults.")});
    m_notices->setNotices(notices);
}

void SignalsPage::refreshInspector()
{
    if (m_inspector != nullptr && m_loaded)
        m_inspector->show(m_view, m_type, m_draft, m_saving);
}

void SignalsPage::currentMoved()
{
    if (m_applying)
        return;
    const SignalItem *item = m_list->currentItem();
    if (item == nullptr || item->type == m_type)
        return;
    m_type = item->type;
    refreshInspector();
}

void SignalsPage::setScope(SignalScope scope)
{
    m_order.scope = scope;
    m_scope->setCurrent(static_cast<int>(scope));
    refresh();
    m_list->scrollTo(m_list->currentIndex());
}

} // namespace topline::pages
