#include "ui/pages/account_timeline.h"

#include "ui/look/button.h"
#include "ui/look/segments.h"
#include "ui/pages/account_timeline_delegate.h"
#include "ui/pages/note_line.h"
#include "ui/pages/section_head.h"
#include "ui/text/account_names.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <array>
#include <numeric>

namespace topline::pages {

using namespace look;
using domain::TimelineGroup;
using ui::text::Format;

namespace {

constexpr std::array groups{TimelineGroup::Mail,    TimelineGroup::Web, TimelineGroup::Meetings,
                            TimelineGroup::Product, TimelineGroup::Crm, TimelineGroup::Engine};

std::int64_t countOf(const domain::AccountView &view, std::optional<TimelineGroup> group)
{
    if (group)
        return view.timelineCounts[static_cast<std::size_t>(*group)];
    return std::accumulate(view.timelineCounts.begin(), view.timelineCounts.end(), std::int64_t{0});
}

QStringList groupNames()
{
    QStringList out{AccountTimeline::tr("All")};
    for (const TimelineGroup group : groups)
        out << ui::text::timelineGroupText(group);
    return out;
}

} // namespace

AccountTimeline::AccountTimeline(QWidget *parent)
    : QWidget(parent)
    , m_format(QLocale(), {}, 0)
    , m_head(new SectionHead(tr("Timeline"), this))
    , m_groups(new Segments(tr("Groups of the timeline"), groupNames(), this))
    , m_trust(new Button(Button::Kind::Secondary, tr("It was a person"), this))
    , m_read(new Button(Button::Kind::Secondary, tr("Read the mail"), this))
    , m_note(new NoteLine(Icon::Info, &Tokens::text3, this))
    , m_list(new RowList(tr("Timeline"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(0);
    auto *tools = new QHBoxLayout(m_head);
    tools->setContentsMargins(space::l, 0, space::l, 0);
    tools->addStretch(1);
    m_trust->setIconKind(Icon::User);
    m_trust->setSmall(true);
    m_trust->hide();
    connect(m_trust, &QAbstractButton::clicked, this, &AccountTimeline::trustWanted);
    tools->addWidget(m_trust);
    m_read->setIconKind(Icon::Mail);
    m_read->setSmall(true);
    m_read->hide();
    connect(m_read, &QAbstractButton::clicked, this, &AccountTimeline::letterWanted);
    connect(m_list, &RowList::opened, this, [this] {
        if (letter())
            Q_EMIT letterWanted();
    });
    tools->addWidget(m_read);
    layout->addWidget(m_head);
    auto *filter = new QHBoxLayout;
    filter->setContentsMargins(space::l, space::xs, space::s, space::xs);
    filter->addWidget(m_groups);
    filter->addStretch(1);
    layout->addLayout(filter);
    connect(m_groups, &Segments::chosen, this, [this](int index) {
        m_group =
            index == 0 ? std::nullopt : std::optional(groups[static_cast<std::size_t>(index - 1)]);
        refresh();
    });
    m_list->setUniformItemSizes(false);
    m_list->setModel(&m_model);
    auto *delegate = new MomentDelegate(m_model, *m_list, this);
    m_list->setItemDelegate(delegate);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, delegate](const QModelIndex &now, const QModelIndex &before) {
                refreshTrust();
                for (const QModelIndex &index : {now, before}) {
                    if (index.isValid() && !m_model.row(index.row()).body.isEmpty())
                        Q_EMIT delegate->sizeHintChanged(index);
                }
            });
    layout->addWidget(m_note);
    layout->addWidget(m_list, 1);
}

void AccountTimeline::startOver()
{
    m_group.reset();
    m_groups->setCurrent(0);
    m_trusted.clear();
    m_model.apply({});
}

void AccountTimeline::setView(const domain::AccountView &view, const Format &format)
{
    m_view = view;
    m_format = format;
    refresh();
}

void AccountTimeline::refresh()
{
    m_model.apply(momentRows(m_view, m_group, m_trusted, m_format));
    if (!m_list->currentIndex().isValid() || m_model.row(m_list->currentIndex().row()).isDay)
        step(0);
    m_list->viewport()->update();
    refreshGroups();
    refreshTrust();
    const auto shown = static_cast<std::int64_t>(m_view.timeline.size());
    const std::int64_t all = countOf(m_view, std::nullopt);
    m_note->setText(all == 0 ? tr("Nothing is known to have happened here yet.")
                    : m_model.rowCount() == 0
                        ? tr("Nothing of this kind among the newest %1.").arg(shown)
                    : shown < all ? tr("The newest %1 of %2 are listed.")
                                        .arg(m_format.number(static_cast<double>(shown)),
                                             m_format.number(static_cast<double>(all)))
                                  : QString());
}

// Counts stand in the names as far as there is room for them.
void AccountTimeline::refreshGroups()
{
    const QStringList names = groupNames();
    for (const bool withCounts : {true, false}) {
        for (int i = 0; i < names.size(); ++i) {
            const auto group =
                i == 0 ? std::nullopt : std::optional(groups[static_cast<std::size_t>(i - 1)]);
            const std::int64_t count = countOf(m_view, group);
            m_groups->setShown(i, i == 0 || count > 0 || m_group == group);
            m_groups->setLabel(i, withCounts ? QStringLiteral("%1 %2").arg(names[i]).arg(count)
                                             : names[i]);
        }
        m_groups->layout()->invalidate();
        m_hasCounts = withCounts;
        if (m_groups->sizeHint().width() <= width() - space::l - space::s)
            break;
    }
    refreshHead();
}

// Where there was no room for the counts, that of the chosen group stands here.
void AccountTimeline::refreshHead()
{
    const QString since =
        m_view.sinceMs > 0 ? tr("since %1").arg(m_format.date(m_view.sinceMs)) : QString();
    m_head->setNote(
        m_hasCounts
            ? since
            : tr("%1, %2", "count and since when")
                  .arg(m_format.number(static_cast<double>(countOf(m_view, m_group))), since));
}

void AccountTimeline::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refreshGroups();
    m_list->doItemsLayout(); // the text of the current row wraps anew
}

const MomentRow *AccountTimeline::current() const
{
    const QModelIndex at = m_list->currentIndex();
    return at.isValid() ? &m_model.row(at.row()) : nullptr;
}

std::optional<domain::EventId> AccountTimeline::trustable() const
{
    const MomentRow *row = current();
    const bool can = row != nullptr && (row->isMachine || row->isTrusted);
    return can ? std::optional(row->event) : std::nullopt;
}

bool AccountTimeline::isCurrentTrusted() const
{
    const MomentRow *row = current();
    return row != nullptr && row->isTrusted;
}

void AccountTimeline::setTrusted(domain::EventId event, bool isTrusted)
{
    if (isTrusted)
        m_trusted.insert(event);
    else
        m_trusted.erase(event);
}

void AccountTimeline::setKeys(const QString &trust, const QString &read)
{
    m_trust->setKeyHint(trust);
    m_read->setKeyHint(read);
}

std::optional<domain::EventId> AccountTimeline::letter() const
{
    const MomentRow *row = current();
    return row != nullptr && row->isLetter ? std::optional(row->event) : std::nullopt;
}

void AccountTimeline::refreshTrust()
{
    m_trust->setVisible(trustable().has_value());
    m_read->setVisible(letter().has_value());
    m_trust->setText(isCurrentTrusted() ? tr("Take that back") : tr("It was a person"));
}

void AccountTimeline::step(int rows)
{
    const int count = m_model.rowCount();
    const int direction = rows < 0 ? -1 : 1;
    int at = m_list->currentIndex().isValid() ? m_list->currentIndex().row() + rows : 0;
    while (at >= 0 && at < count && m_model.row(at).isDay)
        at += direction;
    if (at >= 0 && at < count)
        m_list->setCurrentIndex(m_model.index(at));
}

void AccountTimeline::nextGroup()
{
    const int count = static_cast<int>(groups.size()) + 1;
    int next = m_groups->current();
    do {
        next = (next + 1) % count;
    } while (next > 0 && countOf(m_view, groups[static_cast<std::size_t>(next - 1)]) == 0);
    m_groups->setCurrent(next);
    m_group = next == 0 ? std::nullopt : std::optional(groups[static_cast<std::size_t>(next - 1)]);
    refresh();
}

} // namespace topline::pages
