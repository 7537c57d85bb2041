#include "ui/shell/choice_list.h"

#include "ui/look/row_change.h"

#include <algorithm>
#include <cstdlib>

namespace topline::shell {

using namespace look;

namespace {

constexpr int headingHeight = 28;
constexpr int inset = 8;

} // namespace

void ChoiceModel::setChoices(const QVector<Choice> &choices)
{
    QVector<Choice> rows;
    QString group;
    for (const Choice &choice : choices) {
        if (choice.group != group) {
            group = choice.group;
            Choice heading;
            heading.text = group;
            heading.isHeading = true;
            rows.push_back(heading);
        }
        rows.push_back(choice);
    }
    const RowChange change = rowChange(m_rows, rows, [](const Choice &a, const Choice &b) {
        return a.isHeading == b.isHeading && a.id == b.id && a.group == b.group && a.text == b.text;
    });
    if (change.removed > 0) {
        beginRemoveRows({}, change.from, change.lastRemoved());
        m_rows.remove(change.from, change.removed);
        endRemoveRows();
    }
    if (change.inserted > 0) {
        beginInsertRows({}, change.from, change.lastInserted());
        m_rows = rows;
        endInsertRows();
    }
    // The letters set off and what a row runs are new even where the row stays.
    m_rows = rows;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

int ChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Choice &choice = m_rows[index.row()];
    if (role == Qt::DisplayRole)
        return choice.text;
    if (role == Qt::AccessibleTextRole) {
        QStringList parts{choice.text};
        if (!choice.detail.isEmpty())
            parts << choice.detail;
        if (!choice.key.isEmpty())
            parts << tr("key %1").arg(choice.key);
        return parts.join(QStringLiteral(", "));
    }
    return {};
}

Qt::ItemFlags ChoiceModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows[index.row()].isHeading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *model = static_cast<const ChoiceModel *>(index.model());
    return {100, model->at(index.row()).isHeading ? headingHeight : look::height::paletteRow};
}

void ChoiceDelegate::paintText(QPainter &painter, const QRectF &box, const Choice &choice,
                               const Tokens &t) const
{
    qreal x = box.left();
    qsizetype from = 0;
    const auto marked = [&choice](qsizetype at) { return choice.marked.value(at, false); };
    while (from < choice.text.size() && x < box.right()) {
        qsizetype to = from + 1;
        while (to < choice.text.size() && marked(to) == marked(from))
            ++to;
        const bool found = marked(from);
        x += m_text.draw(painter, QRectF(x, box.top(), box.right() - x, box.height()),
                         choice.text.mid(from, to - from),
                         {found ? Type::BodyName : Type::Body, found ? t.accentText : t.text});
        from = to;
    }
    m_text.draw(painter, QRectF(x + space::m, box.top(), box.right() - x - space::m, box.height()),
                choice.detail, {Type::Dense, t.text2});
}

void ChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Choice &choice = static_cast<const ChoiceModel *>(index.model())->at(index.row());
    const QRectF row = QRectF(option.rect).adjusted(inset, 0, -inset, 0);
    painter->save();
    if (option.direction == Qt::RightToLeft)
        mirror(*painter, row);
    paintRow(*painter, row, option, choice);
    painter->restore();
}

void ChoiceDelegate::paintRow(QPainter &painter, const QRectF &row,
                              const QStyleOptionViewItem &option, const Choice &choice) const
{
    const Tokens &t = tokensFor(option.palette);
    if (choice.isHeading) {
        m_text.draw(painter, row.adjusted(inset, 4, -inset, 0), choice.text,
                    {Type::MetaStrong, t.text3});
        return;
    }
    const bool on = option.state.testFlag(QStyle::State_Selected);
    if (on)
        fillRounded(painter, row, radius::control, t.raisedSel);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        fillRounded(painter, row, radius::control, t.well);
    drawIcon(painter, {row.left() + inset, row.center().y() - icon::normal / 2.0}, choice.icon,
             on ? t.text : t.text2, icon::normal);
    QRectF box = row.adjusted(inset + icon::normal + space::m, 0, -inset, 0);
    if (!choice.key.isEmpty()) {
        const qreal cap = keyCapWidth(choice.key);
        drawKeyCap(painter, {box.right() - cap, row.center().y() - look::height::inlineChip / 2.0},
                   choice.key, on ? CapPlace::Focused : CapPlace::Button, t);
        box.setRight(box.right() - cap - space::s);
    }
    paintText(painter, box, choice, t);
}

ChoiceList::ChoiceList(QWidget *parent)
    : QListView(parent)
    , m_model(new ChoiceModel(this))
{
    setModel(m_model);
    setItemDelegate(new ChoiceDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListView::clicked, this, [this] { Q_EMIT picked(); });
}

void ChoiceList::setChoices(const QVector<Choice> &choices)
{
    m_model->setChoices(choices);
    selectFirst();
}

void ChoiceList::selectFirst()
{
    setCurrentIndex({});
    step(1);
    scrollToTop();
}

const Choice *ChoiceList::current() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() && !m_model->at(index.row()).isHeading ? &m_model->at(index.row())
                                                                  : nullptr;
}

void ChoiceList::step(int rows)
{
    int row = currentIndex().isValid() ? currentIndex().row() : -1;
    const int direction = rows > 0 ? 1 : -1;
    for (int left = std::abs(rows); left > 0; --left) {
        int next = row + direction;
        while (next >= 0 && next < m_model->rowCount() && m_model->at(next).isHeading)
            next += direction;
        if (next < 0 || next >= m_model->rowCount())
            break;
        row = next;
    }
    if (row >= 0)
        setCurrentIndex(m_model->index(row, 0));
    if (row == 1)
        scrollToTop(); // so that the first heading shows
}

int ChoiceList::contentHeight() const
{
    int tall = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        tall += m_model->at(row).isHeading ? headingHeight : look::height::paletteRow;
    return tall;
}

} // namespace topline::shell
