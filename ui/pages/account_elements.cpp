#include "ui/pages/account_elements.h"

#include "ui/look/button.h"
#include "ui/look/icons.h"
#include "ui/look/segments.h"
#include "ui/pages/note_line.h"
#include "ui/pages/row_list.h"
#include "ui/text/account_names.h"
#include "ui/text/names_text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace topline::pages {

using namespace look;
using domain::ElementFact;
using domain::ElementState;
using ui::text::Format;
using ui::text::fromUtf8;

namespace {

constexpr std::array choices{ElementState::Noted, ElementState::Validated, ElementState::Empty};
constexpr qreal nameWide = 116;
constexpr qreal stateWide = 72;
constexpr qreal whenWide = 76;

Icon iconOf(ElementState state)
{
    switch (state) {
    case ElementState::Suggested:
        return Icon::HelpCircle;
    case ElementState::Noted:
        return Icon::DotCircle;
    case ElementState::Validated:
        return Icon::CheckCircle;
    case ElementState::Empty:
        break;
    }
    return Icon::Circle;
}

class ElementDelegate final : public RowDelegate {
public:
    ElementDelegate(const KeyedModel<ElementItem> &model, QObject *parent)
        : RowDelegate(parent)
        , m_model(model)
    {
    }

protected:
    int rowHeight(const QModelIndex &) const override { return height::timelineRow; }

    bool hasLine(const QModelIndex &) const override { return false; }

    void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                  const RowState &) const override
    {
        const Tokens &t = tokens();
        const ElementItem &item = m_model.row(index.row());
        const ElementState state = item.fact.state;
        const bool known = state == ElementState::Noted || state == ElementState::Validated;
        qreal x = row.left() + space::l;
        const qreal right = row.right() - space::l;
        drawIcon(painter, {x, row.center().y() - icon::dense / 2.0}, iconOf(state),
                 state == ElementState::Validated ? t.green
                 : known                          ? t.text2
                                                  : t.text3,
                 icon::dense);
        x += icon::dense + space::s;
        const auto put = [&](qreal wide, const QString &text, const TextLook &look) {
            m_text.draw(painter, {x, row.top(), wide, row.height()}, text, look);
            x += wide + space::s;
        };
        put(nameWide, item.name,
            {known ? Type::DenseValue : Type::Dense, known ? t.text : t.text2});
        put(stateWide, item.state, {Type::Dense, known ? t.text2 : t.text3});
        const qreal room = right - x - (item.when.isEmpty() ? 0 : whenWide + space::s);
        put(std::max(0.0, room), item.said, {Type::Dense, t.text2});
        m_text.draw(painter, {right - whenWide, row.top(), whenWide, row.height()}, item.when,
                    {Type::Dense, t.text3, Qt::AlignRight});
    }

private:
    const KeyedModel<ElementItem> &m_model;
};

// The event that stands behind an element, if it is among those at hand.
QString evidenceText(const ElementFact &fact, const std::vector<domain::TimelineItem> &timeline,
                     const Format &format)
{
    if (!fact.evidence.id.isSet())
        return {};
    const auto found =
        std::find_if(timeline.begin(), timeline.end(), [&fact](const domain::TimelineItem &item) {
            return item.event == fact.evidence.id;
        });
    if (found == timeline.end() || !found->kind)
        return AccountElements::tr("evidence on record");
    const QString what =
        found->title.empty() ? ui::text::eventKindText(*found->kind) : fromUtf8(found->title);
    return AccountElements::tr("%1, %2", "an event and its day")
        .arg(what, format.date(found->atMs));
}

ElementItem itemOf(const ElementFact &fact, const std::vector<domain::TimelineItem> &timeline,
                   const Format &format)
{
    ElementItem item;
    item.fact = fact;
    item.name = ui::text::elementText(fact.element);
    item.state = ui::text::elementStateText(fact.state);
    const QString evidence = evidenceText(fact, timeline, format);
    QStringList said{fromUtf8(fact.note), evidence};
    said.removeAll(QString());
    item.said = said.join(QStringLiteral(" · "));
    if (fact.atMs && fact.state != ElementState::Empty)
        item.when = format.when(*fact.atMs);
    QStringList spoken{item.name, item.state, item.said, item.when};
    if (fact.state == ElementState::Suggested)
        spoken << AccountElements::tr("by a rule");
    spoken.removeAll(QString());
    item.spoken = spoken.join(QStringLiteral(", "));
    return item;
}

} // namespace

AccountElements::AccountElements(QWidget *parent)
    : QWidget(parent)
    , m_list(new RowList(tr("Qualification"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_list->setGrowing(true);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ElementDelegate(m_model, this));
    connect(m_list, &RowList::opened, this, &AccountElements::edit);
    layout->addWidget(m_list);
    layout->addWidget(makeEdit());
    m_trouble = new NoteLine(Icon::AlertTriangle, &Tokens::amber, this);
    layout->addWidget(m_trouble);
}

QWidget *AccountElements::makeEdit()
{
    m_edit = new QWidget(this);
    auto *all = new QVBoxLayout(m_edit);
    all->setContentsMargins(space::l, space::xs, space::l, space::xs);
    all->setSpacing(space::s);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    QStringList names;
    for (const ElementState state : choices)
        names << ui::text::elementStateText(state);
    m_states = new Segments(tr("State"), names, m_edit);
    connect(m_states, &Segments::chosen, this, &AccountElements::refreshInput);
    m_input = new QLineEdit(m_edit);
    m_input->setAccessibleName(tr("Note"));
    m_input->setPlaceholderText(tr("What was said, and by whom"));
    connect(m_input, &QLineEdit::returnPressed, this, &AccountElements::save);
    auto *saving = new Button(Button::Kind::Secondary, tr("Save"), m_edit);
    saving->setKeyHint(tr("Enter"));
    connect(saving, &QAbstractButton::clicked, this, &AccountElements::save);
    auto *cancel = new Button(Button::Kind::Plain, tr("Cancel"), m_edit);
    cancel->setKeyHint(tr("Esc"));
    connect(cancel, &QAbstractButton::clicked, this, &AccountElements::closeEdit);
    all->addWidget(m_input);
    row->addWidget(m_states);
    row->addStretch(1);
    row->addWidget(saving);
    row->addWidget(cancel);
    all->addLayout(row);
    m_edit->hide();
    return m_edit;
}

void AccountElements::setDeal(const domain::AccountDeal &deal,
                              const std::vector<domain::TimelineItem> &timeline,
                              const Format &format)
{
    if (m_deal != deal.row.deal)
        closeEdit();
    m_deal = deal.row.deal;
    std::vector<ElementItem> items;
    for (const ElementFact &fact : deal.qualification.elements)
        items.push_back(itemOf(fact, timeline, format));
    m_model.apply(std::move(items));
    m_list->updateGeometry();
    m_list->viewport()->update();
}

void AccountElements::clear()
{
    closeEdit();
    m_deal = {};
    m_model.apply({});
    m_list->updateGeometry();
}

bool AccountElements::isEditing() const
{
    return !m_edit->isHidden();
}

void AccountElements::edit()
{
    if (m_model.rowCount() == 0)
        return;
    if (!m_list->currentIndex().isValid())
        m_list->step(0);
    m_edited = m_model.row(m_list->currentIndex().row()).fact;
    m_states->setAccessibleName(tr("State of: %1").arg(ui::text::elementText(m_edited.element)));
    m_states->setCurrent(m_edited.state == ElementState::Validated ? 1 : 0);
    m_input->setText(fromUtf8(m_edited.note));
    m_trouble->setText(QString());
    m_edit->show();
    refreshInput();
    m_input->setFocus();
    m_input->selectAll();
}

void AccountElements::refreshInput()
{
    m_input->setEnabled(choices[static_cast<std::size_t>(m_states->current())] !=
                        ElementState::Empty);
}

void AccountElements::closeEdit()
{
    if (!isEditing())
        return;
    const bool hadFocus = m_edit->isAncestorOf(focusWidget());
    m_edit->hide();
    m_trouble->setText(QString());
    if (hadFocus)
        m_list->setFocus();
}

void AccountElements::setTrouble(const QString &text)
{
    m_trouble->setText(text);
}

void AccountElements::save()
{
    if (!isEditing())
        return;
    ElementFact fact;
    fact.element = m_edited.element;
    fact.state = choices[static_cast<std::size_t>(m_states->current())];
    if (fact.state != ElementState::Empty) {
        fact.note = m_input->text().trimmed().toStdString();
        fact.evidence = m_edited.evidence;
    }
    Q_EMIT elementChosen(m_deal, fact);
}

bool AccountElements::event(QEvent *event)
{
    // Esc means this line before it means the page.
    if (event->type() == QEvent::ShortcutOverride && isEditing() &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void AccountElements::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isEditing())
        closeEdit();
    else
        QWidget::keyPressEvent(event);
}

} // namespace topline::pages
