#include "ui/pages/missing_pane.h"

#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/pages/row_list.h"
#include "ui/pages/two_line_delegate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;

namespace {

TwoLines linesOf(const FindingItem &item)
{
    TwoLines lines;
    const bool here = item.finding.code == "here";
    lines.icon = here ? Icon::CheckCircle : Icon::Info;
    lines.iconColour = here ? &Tokens::green : &Tokens::text3;
    lines.name = item.title;
    lines.after = item.where;
    lines.below = item.detail;
    return lines;
}

} // namespace

MissingPane::MissingPane(bridge::Bridge &bridge, QWidget *parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_input(new QLineEdit(this))
    , m_look(new Button(Button::Kind::Secondary, tr("Look for it"), this))
    , m_note(new QLabel(this))
    , m_list(new RowList(tr("What was found"), this))
{
    m_input->setPlaceholderText(tr("Name, e-mail address or the CRM's own id"));
    m_input->setAccessibleName(tr("The record that is missing"));
    m_input->setMaximumWidth(480);
    m_look->setIconKind(Icon::Search);
    m_look->setKeyHint(tr("Enter"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setFont(look::font(Type::Dense));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setContentsMargins(space::l, space::xs, space::l, space::s);
    m_note->setText(tr("Says whether a record is here, deleted, merged into another one, hidden "
                       "from this sign-in, or was never seen."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::l, space::xs, space::l, space::s);
    row->setSpacing(space::s);
    row->addWidget(m_input, 1);
    row->addWidget(m_look);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addWidget(m_note);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(
        new TwoLineDelegate([this](int at) { return linesOf(m_model.row(at)); }, this));
    m_list->hide();
    layout->addWidget(m_list, 1);
    layout->addStretch(0);
    connect(m_input, &QLineEdit::returnPressed, this, &MissingPane::ask);
    connect(m_look, &Button::clicked, this, &MissingPane::ask);
}

void MissingPane::ask()
{
    const QString text = m_input->text().trimmed();
    if (text.isEmpty())
        return;
    const std::uint64_t question = ++m_asked;
    m_note->setText(tr("Looking…"));
    using Findings = std::vector<domain::MissingFinding>;
    m_bridge.cockpit().whyMissing(
        text.toStdString(), m_bridge.answer<Findings>(this, [this, question](const auto &got) {
            if (question != m_asked)
                return;
            if (got.ok()) {
                show(*got);
                return;
            }
            show({});
            m_note->setText(ui::text::fromUtf8(got.error().text()));
        }));
}

void MissingPane::show(const std::vector<domain::MissingFinding> &findings)
{
    m_model.apply(findingItems(findings));
    m_list->setVisible(m_model.rowCount() > 0);
    m_note->setText(
        findings.empty()
            ? tr("Nothing of that name or id was found, here or there. Check the "
                 "spelling, or whether this sign-in may see it.")
            : tr("%n finding(s), best first", nullptr, static_cast<int>(findings.size())));
}

} // namespace topline::pages
