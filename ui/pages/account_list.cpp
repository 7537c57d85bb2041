#include "ui/pages/account_list.h"

#include "ui/look/button.h"
#include "ui/look/segments.h"
#include "ui/pages/account_delegate.h"
#include "ui/pages/note_line.h"
#include "ui/text/account_names.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

#include <array>

namespace topline::pages {

using namespace look;
using domain::LifecycleStage;
using domain::Tier;

namespace {

constexpr int toolsTall = 44;
constexpr int textWide = 240;

constexpr std::array stages{LifecycleStage::Lead,          LifecycleStage::MarketingQualified,
                            LifecycleStage::SalesAccepted, LifecycleStage::SalesQualified,
                            LifecycleStage::Opportunity,   LifecycleStage::Customer};

} // namespace

AccountList::AccountList(QWidget *parent)
    : QWidget(parent)
    , m_shown(&m_accounts)
    , m_columns(AccountDelegate::columns())
    , m_note(new NoteLine(Icon::Info, &Tokens::text3, this))
    , m_fault(new NoteLine(Icon::AlertTriangle, &Tokens::amber, this))
    , m_view(new RowList(tr("Accounts"), this))
    , m_delegate(new AccountDelegate(m_shown, m_columns, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTools());
    auto *head = new TableHead(m_columns, tr("Columns of the accounts"), this);
    head->setSorting(AccountModel::Total, Qt::DescendingOrder);
    connect(head, &TableHead::sortWanted, this, [this](int column, Qt::SortOrder order) {
        m_shown.sortBy(column, order);
        m_view->scrollTo(m_view->currentIndex());
    });
    layout->addWidget(head);
    m_view->setModel(&m_shown);
    m_view->setItemDelegate(m_delegate);
    connect(m_view, &RowList::opened, this,
            [this](const QModelIndex &index) { Q_EMIT opened(m_shown.item(index).row.account); });
    layout->addWidget(m_fault);
    layout->addWidget(m_note);
    layout->addWidget(m_view, 1);
    connect(&m_shown, &QAbstractItemModel::rowsInserted, this, &AccountList::refresh);
    connect(&m_shown, &QAbstractItemModel::rowsRemoved, this, &AccountList::refresh);
    refresh();
}

QWidget *AccountList::makeTools()
{
    auto *tools = new QWidget(this);
    tools->setFixedHeight(toolsTall);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(space::l, space::xs, space::l, 0);
    row->setSpacing(space::s);
    m_text = new QLineEdit(tools);
    m_text->setPlaceholderText(tr("Name, domain, industry or owner"));
    m_text->setAccessibleName(tr("Show accounts with these words"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(textWide);
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown.setText(text);
        refresh();
    });
    m_tier = new Segments(tr("Tier"), {tr("All"), tr("Hot"), tr("Warm"), tr("Cold")}, tools);
    connect(m_tier, &Segments::chosen, this, [this](int index) {
        constexpr std::array tiers{Tier::Hot, Tier::Warm, Tier::Cold};
        m_shown.setTier(index == 0 ? std::nullopt
                                   : std::optional(tiers[static_cast<std::size_t>(index - 1)]));
        refresh();
    });
    m_stageButton = new Button(Button::Kind::Secondary, tr("All stages"), tools);
    m_stageButton->setIconKind(Icon::Filter);
    m_stageButton->setDropDown(true);
    m_stageButton->setSmall(true);
    connect(m_stageButton, &QAbstractButton::clicked, this, &AccountList::openStageMenu);
    m_clear = new Button(Button::Kind::Pill, tr("Show all"), tools);
    m_clear->setIconKind(Icon::X);
    m_clear->setSmall(true);
    m_clear->setKeyHint(tr("Esc"));
    connect(m_clear, &QAbstractButton::clicked, this, [this] {
        clearFilter();
        m_view->setFocus();
    });
    row->addWidget(m_text, 1);
    row->addWidget(m_tier);
    row->addWidget(m_stageButton);
    row->addWidget(m_clear);
    row->addStretch(1);
    return tools;
}

void AccountList::openStageMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &name, std::optional<LifecycleStage> stage) {
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(stage == m_stage);
        connect(action, &QAction::triggered, this, [this, stage] { setStage(stage); });
    };
    add(tr("All stages"), std::nullopt);
    menu->addSeparator();
    for (const LifecycleStage stage : stages)
        add(ui::text::lifecycleLongText(stage), stage);
    menu->popup(m_stageButton->mapToGlobal(QPoint(0, m_stageButton->height() + space::xs)));
}

void AccountList::setStage(std::optional<LifecycleStage> stage)
{
    m_stage = stage;
    m_stageButton->setText(stage ? ui::text::lifecycleLongText(*stage) : tr("All stages"));
    m_shown.setStage(stage);
    refresh();
}

void AccountList::setRows(const std::vector<domain::AccountRow> &rows,
                          const ui::text::Format &format)
{
    m_waiting = false;
    m_trouble.clear();
    m_delegate->setFormat(format);
    m_accounts.setRows(rows, format);
    if (!m_view->currentIndex().isValid())
        m_view->step(0);
    m_view->viewport()->update(); // "3 min ago" has moved on in every row
    refresh();
}

void AccountList::setTrouble(const QString &text)
{
    m_waiting = false;
    m_trouble = text;
    refresh();
}

void AccountList::setWaiting()
{
    m_waiting = m_accounts.rowCount() == 0;
    refresh();
}

void AccountList::setFirstSteps(QWidget *steps)
{
    m_firstSteps = steps;
    auto *all = qobject_cast<QVBoxLayout *>(layout());
    all->insertWidget(all->indexOf(m_view), steps);
    refresh();
}

void AccountList::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void AccountList::clearFilter()
{
    m_text->clear();
    if (m_tier->current() != 0) {
        m_tier->setCurrent(0);
        m_shown.setTier(std::nullopt);
    }
    setStage(std::nullopt);
}

void AccountList::select(domain::AccountId account)
{
    for (int row = 0; row < m_shown.rowCount(); ++row) {
        const QModelIndex index = m_shown.index(row, 0);
        if (m_shown.item(index).row.account == account) {
            m_view->setCurrentIndex(index);
            return;
        }
    }
}

std::optional<domain::AccountId> AccountList::current() const
{
    const QModelIndex at = m_view->currentIndex();
    return at.isValid() ? std::optional(m_shown.item(at).row.account) : std::nullopt;
}

bool AccountList::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (watched != m_text || (type != QEvent::KeyPress && type != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool leaves = key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key != Qt::Key_Escape && !leaves)
        return QWidget::eventFilter(watched, event);
    if (type == QEvent::ShortcutOverride) {
        event->accept(); // these keys mean the field before they mean the page
        return true;
    }
    if (key == Qt::Key_Escape)
        m_text->clear();
    m_view->setFocus();
    if (!m_view->currentIndex().isValid())
        m_view->step(0);
    return true;
}

void AccountList::refresh()
{
    const bool none = m_shown.rowCount() == 0;
    m_fault->setText(m_trouble);
    m_note->setText(m_waiting                       ? tr("Reading the accounts…")
                    : !none || !m_trouble.isEmpty() ? QString()
                    : m_accounts.rowCount() == 0
                        ? tr("No accounts yet. They come with the first import of CSV files or the "
                             "first sync with a CRM.")
                        : tr("No account is like that. Esc shows all again."));
    m_clear->setVisible(isFiltering());
    if (m_firstSteps != nullptr)
        m_firstSteps->setVisible(!m_waiting && m_trouble.isEmpty() && m_accounts.rowCount() == 0);
    if (!none && !m_view->currentIndex().isValid())
        m_view->step(0);
    Q_EMIT shownChanged();
}

} // namespace topline::pages
