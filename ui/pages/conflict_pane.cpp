#include "ui/pages/conflict_pane.h"

#include "ui/look/button.h"
#include "ui/look/paint.h"
#include "ui/pages/row_list.h"
#include "ui/pages/section_head.h"
#include "ui/pages/two_line_delegate.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using namespace look;
using domain::ConflictState;
using ui::text::fromUtf8;

namespace {

QLabel *label(Type type, QPalette::ColorRole role, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setFont(look::font(type));
    made->setForegroundRole(role);
    made->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    return made;
}

QLabel *emptyNote(const QString &text, QWidget *parent)
{
    QLabel *note = label(Type::Dense, QPalette::PlaceholderText, parent);
    note->setText(text);
    note->setContentsMargins(space::l, space::xs, space::l, space::m);
    return note;
}

TwoLines linesOf(const ConflictItem &item)
{
    TwoLines lines;
    const bool open = item.isOpen();
    lines.icon = open ? Icon::Conflict : Icon::Check;
    lines.iconColour = open ? &Tokens::amber : &Tokens::text3;
    lines.name = item.field;
    lines.after = item.record;
    lines.right = open ? item.when : item.state;
    lines.below =
        //: Both sides of a conflict in one line: ours, theirs.
        ConflictPane::tr("%1 | %2").arg(item.ours, item.theirs);
    lines.quiet = !open;
    return lines;
}

TwoLines linesOf(const PendingItem &item)
{
    TwoLines lines;
    lines.icon = item.isUnknown() ? Icon::HelpCircle : item.isFailed() ? Icon::Alert : Icon::Send;
    lines.iconColour = item.isUnknown()  ? &Tokens::amber
                       : item.isFailed() ? &Tokens::red
                                         : &Tokens::text3;
    lines.name = item.what;
    lines.after = item.record;
    lines.right = item.state;
    lines.rightColour = item.isUnknown()  ? &Tokens::amberText
                        : item.isFailed() ? &Tokens::redText
                                          : &Tokens::text2;
    QStringList below;
    for (const QString &part : {ui::text::systemText(item.write.system), item.next, item.detail}) {
        if (!part.isEmpty())
            below << part;
    }
    lines.below = below.join(QStringLiteral(" · "));
    return lines;
}

// The box that holds both sides, with a line between them.
class CompareBox final : public QWidget {
public:
    using QWidget::QWidget;

    const QWidget *firstOfSides = nullptr;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokensFor(palette());
        QPainter painter(this);
        const QRectF box = QRectF(rect()).adjusted(space::l, space::xs, -space::l, -space::xs);
        fillOutlined(painter, box, {radius::ring, t.lineStrong, t.surface, hairline(painter)});
        vLine(painter, box.center().x(), firstOfSides->geometry().top(), box.bottom() - space::s,
              t.line);
    }
};

} // namespace

ConflictPane::ConflictPane(QWidget *parent)
    : QWidget(parent)
    , m_conflictHead(new SectionHead(tr("Conflicts"), this))
    , m_pendingHead(new SectionHead(tr("Waiting to be written"), this))
    , m_noConflict(emptyNote(tr("None. When both sides change the same field, both values stand "
                                "here until you choose; neither is lost."),
                             this))
    , m_noPending(emptyNote(tr("Nothing. What you approve or edit stands here until the CRM has "
                               "it."),
                            this))
    , m_conflicts(new RowList(tr("Conflicts"), this))
    , m_pending(new RowList(tr("Waiting to be written"), this))
{
    m_pendingHead->setLineAbove(true);
    m_conflicts->setModel(&m_conflictModel);
    m_conflicts->setItemDelegate(
        new TwoLineDelegate([this](int row) { return linesOf(m_conflictModel.row(row)); }, this));
    m_pending->setModel(&m_pendingModel);
    m_pending->setItemDelegate(
        new TwoLineDelegate([this](int row) { return linesOf(m_pendingModel.row(row)); }, this));
    for (RowList *list : {m_conflicts, m_pending}) {
        list->viewport()->setAutoFillBackground(false);
        list->setMinimumHeight(TwoLineDelegate::rowTall); // the values in full matter more
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_conflictHead);
    layout->addWidget(m_noConflict);
    layout->addWidget(m_conflicts, 3);
    layout->addWidget(makeCompare());
    layout->addWidget(m_pendingHead);
    layout->addWidget(m_noPending);
    layout->addWidget(m_pending, 2);
    layout->addStretch(0);
    connect(m_conflicts->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ConflictPane::refreshCompare);
    connect(&m_conflictModel, &QAbstractItemModel::dataChanged, this,
            &ConflictPane::refreshCompare);
    setView({}, ui::text::Format(QLocale(), {}, 0));
}

QWidget *ConflictPane::makeCompare()
{
    auto *box = new CompareBox(this);
    m_compare = box;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(space::l + space::m, space::m, space::l + space::m, space::m);
    grid->setHorizontalSpacing(space::xl);
    grid->setVerticalSpacing(space::xs);
    m_was = label(Type::Meta, QPalette::PlaceholderText, box);
    m_oursHead = label(Type::MetaStrong, QPalette::PlaceholderText, box);
    m_theirsHead = label(Type::MetaStrong, QPalette::PlaceholderText, box);
    m_ours = label(Type::BodyValue, QPalette::Text, box);
    m_theirs = label(Type::BodyValue, QPalette::Text, box);
    m_keep = new Button(Button::Kind::Secondary, tr("Keep ours"), box);
    m_take = new Button(Button::Kind::Secondary, tr("Take theirs"), box);
    box->firstOfSides = m_oursHead;
    grid->addWidget(m_was, 0, 0, 1, 2);
    grid->addWidget(m_oursHead, 1, 0);
    grid->addWidget(m_theirsHead, 1, 1);
    grid->addWidget(m_ours, 2, 0);
    grid->addWidget(m_theirs, 2, 1);
    grid->setRowMinimumHeight(3, space::xs);
    grid->addWidget(m_keep, 4, 0, Qt::AlignLeft);
    grid->addWidget(m_take, 4, 1, Qt::AlignLeft);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    connect(m_keep, &Button::clicked, this, [this] { Q_EMIT answered(true); });
    connect(m_take, &Button::clicked, this, [this] { Q_EMIT answered(false); });
    return box;
}

void ConflictPane::setKeys(const QString &ours, const QString &theirs)
{
    m_keep->setKeyHint(ours);
    m_take->setKeyHint(theirs);
}

void ConflictPane::setView(const domain::SyncView &view, const ui::text::Format &format)
{
    m_conflictModel.apply(conflictItems(view, format));
    m_pendingModel.apply(pendingItems(view, format));
    const auto open =
        static_cast<int>(std::count_if(m_conflictModel.rows().begin(), m_conflictModel.rows().end(),
                                       [](const ConflictItem &item) { return item.isOpen(); }));
    const bool hasConflicts = m_conflictModel.rowCount() > 0;
    const bool hasPending = m_pendingModel.rowCount() > 0;
    m_conflictHead->setFigure(open > 0 ? tr("%n open", nullptr, open) : QString());
    m_pendingHead->setFigure(hasPending ? QLocale().toString(m_pendingModel.rowCount())
                                        : QString());
    m_conflicts->setVisible(hasConflicts);
    m_noConflict->setVisible(!hasConflicts);
    m_pending->setVisible(hasPending);
    m_noPending->setVisible(!hasPending);
    m_conflicts->setMaximumHeight(m_conflictModel.rowCount() * TwoLineDelegate::rowTall);
    m_pending->setMaximumHeight(m_pendingModel.rowCount() * TwoLineDelegate::rowTall);
    if (hasConflicts && !m_conflicts->currentIndex().isValid())
        m_conflicts->step(0);
    refreshCompare();
}

const ConflictItem *ConflictPane::current() const
{
    const QModelIndex at = m_conflicts->currentIndex();
    return at.isValid() ? &m_conflictModel.row(at.row()) : nullptr;
}

void ConflictPane::stepOn()
{
    const int count = m_conflictModel.rowCount();
    const int from = m_conflicts->currentIndex().row();
    for (int i = 1; i < count; ++i) {
        const int row = (from + i) % count;
        if (m_conflictModel.row(row).isOpen()) {
            m_conflicts->setCurrentIndex(m_conflictModel.index(row));
            return;
        }
    }
}

void ConflictPane::refreshCompare()
{
    const ConflictItem *item = current();
    m_compare->setVisible(item != nullptr);
    if (item == nullptr)
        return;
    const domain::Conflict &conflict = item->conflict;
    const QString theirs = ui::text::systemText(conflict.system);
    m_oursHead->setText(conflict.oursFrom.empty() ? tr("Here") : fromUtf8(conflict.oursFrom));
    m_theirsHead->setText(theirs);
    m_ours->setText(item->ours);
    m_theirs->setText(item->theirs);
    m_was->setText(tr("Both sides last agreed on: %1").arg(item->base));
    m_keep->setEnabled(conflict.state != ConflictState::KeptOurs);
    m_take->setEnabled(conflict.state != ConflictState::TookTheirs);
    m_keep->setAccessibleName(tr("Keep ours: %1").arg(item->ours));
    m_take->setAccessibleName(tr("Take theirs: %1").arg(item->theirs));
    m_compare->setAccessibleName(item->spoken);
}

void ConflictPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensFor(palette()).panel);
}

} // namespace topline::pages
