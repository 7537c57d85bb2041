#include "ui/pages/guard_page.h"

#include "ui/look/button.h"
#include "ui/look/tokens.h"
#include "ui/pages/guard_forms.h"
#include "ui/pages/section_head.h"
#include "ui/shell/page_header.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;

namespace {

constexpr int addressWide = 220;
constexpr int sourceWide = 280;

} // namespace

GuardPage::GuardPage(const shell::PageContext &context)
    : Page(context)
    , m_wishes(wishes())
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_header = new shell::PageHeader(tr("Guardrails"), this);
    all->addWidget(m_header);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Guardrails"));
    all->addWidget(scroll, 1);
    auto *body = new QWidget(scroll);
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, space::l);
    column->setSpacing(0);
    m_use = addSection(column, tr("Limits today"));
    auto *limits = new QVBoxLayout;
    column->addLayout(limits);
    m_waiting = addSection(column, tr("Waiting and kept back"));
    m_list = addSection(column, tr("Do not contact"));
    addAddressLine(column);
    m_consents = addSection(column, tr("Consent to mail"));
    addConsentLine(column);
    m_modes = addSection(column, tr("Running by themselves"));
    m_routing = addSection(column, tr("Who answers, and how fast"));
    auto *routing = new QVBoxLayout;
    column->addLayout(routing);
    m_work = addSection(column, tr("Who works when"));
    auto *hours = new QVBoxLayout;
    column->addLayout(hours);
    addForms(limits, routing, hours);
    m_rules = addSection(column, tr("Suppressed in 30 days, by the rule that was not met"));
    column->addStretch(1);
    scroll->setWidget(body);
    setFocusProxy(scroll);
    connect(&bridge(), &bridge::Bridge::recordsChanged, this,
            [this](const domain::ChangeSet &what) {
                if (isVisible() && (what.settings || !what.actions.empty()))
                    load();
            });
    addCommands();
}

Button *GuardPage::addButton(QVBoxLayout *column, const QString &text, const QString &key)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::l, space::s, space::l, 0);
    auto *out = new Button(Button::Kind::Secondary, text);
    out->setKeyHint(key);
    row->addWidget(out);
    row->addStretch(1);
    column->addLayout(row);
    return out;
}

GuardPage::Section GuardPage::addSection(QVBoxLayout *column, const QString &title)
{
    Section out;
    out.head = new SectionHead(title, this);
    out.lines = new NoticeList(space::l, this);
    column->addSpacing(space::m); // the lines belong to the head above them
    column->addWidget(out.head);
    column->addWidget(out.lines);
    return out;
}

void GuardPage::addAddressLine(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::l, space::s, space::l, 0);
    row->setSpacing(space::s);
    m_address = new QLineEdit;
    m_address->setPlaceholderText(tr("Address, @domain or +telephone"));
    m_address->setAccessibleName(tr("Address that must not be contacted"));
    m_address->setMaximumWidth(addressWide);
    m_note = new QLineEdit;
    m_note->setPlaceholderText(tr("Who asked for it"));
    m_note->setAccessibleName(tr("Who asked for it"));
    m_note->setMaximumWidth(addressWide);
    m_add = new Button(Button::Kind::Secondary, tr("Do not contact"));
    row->addWidget(m_address, 1);
    row->addWidget(m_note, 1);
    row->addWidget(m_add);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_address, &QLineEdit::returnPressed, this, &GuardPage::stopContact);
    connect(m_note, &QLineEdit::returnPressed, this, &GuardPage::stopContact);
    connect(m_add, &QAbstractButton::clicked, this, &GuardPage::stopContact);
}

void GuardPage::addConsentLine(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::l, space::s, space::l, 0);
    row->setSpacing(space::s);
    m_consentAddress = new QLineEdit;
    m_consentAddress->setPlaceholderText(tr("Mail address"));
    m_consentAddress->setAccessibleName(tr("Mail address that a consent is about"));
    m_consentAddress->setMaximumWidth(addressWide);
    m_basis = new QComboBox;
    m_basis->setAccessibleName(tr("On what basis"));
    m_basis->addItem(tr("consent"), QStringLiteral("consent"));
    m_basis->addItem(tr("contract"), QStringLiteral("contract"));
    m_basis->addItem(tr("legitimate interest"), QStringLiteral("legitimate_interest"));
    m_source = new QLineEdit;
    m_source->setPlaceholderText(tr("How it was said, and when"));
    m_source->setAccessibleName(tr("How it was said, and when"));
    m_source->setMaximumWidth(sourceWide);
    m_source->setMinimumWidth(addressWide);
    auto *given = new Button(Button::Kind::Secondary, tr("Agreed"));
    auto *taken = new Button(Button::Kind::Secondary, tr("Took it back"));
    row->addWidget(m_consentAddress, 1);
    row->addWidget(m_basis);
    row->addWidget(m_source, 1);
    row->addWidget(given);
    row->addWidget(taken);
    row->addStretch(1);
    column->addLayout(row);
    connect(given, &QAbstractButton::clicked, this,
            [this] { noteConsent(domain::ConsentState::Given); });
    connect(taken, &QAbstractButton::clicked, this,
            [this] { noteConsent(domain::ConsentState::Withdrawn); });
}

void GuardPage::addForms(QVBoxLayout *limits, QVBoxLayout *routing, QVBoxLayout *hours)
{
    auto *change = addButton(limits, tr("Change limits…"), QStringLiteral("E"));
    auto *addRep = addButton(routing, tr("Add a rep…"), QStringLiteral("N"));
    auto *work = addButton(hours, tr("Change everybody’s hours…"), QStringLiteral("W"));
    m_limits = new GuardLimitsForm(this);
    m_seat = new GuardSeatForm(this);
    m_hours = new GuardHoursForm(this);
    limits->addWidget(m_limits);
    routing->addWidget(m_seat);
    hours->addWidget(m_hours);
    for (GuardForm *form : {static_cast<GuardForm *>(m_limits), static_cast<GuardForm *>(m_seat),
                            static_cast<GuardForm *>(m_hours)}) {
        form->hide();
        connect(form, &GuardForm::left, this, [this, form] { closeForm(form); });
    }
    connect(m_limits, &GuardForm::saved, this, &GuardPage::saveLimits);
    connect(m_seat, &GuardForm::saved, this, &GuardPage::saveSeat);
    connect(m_hours, &GuardForm::saved, this, &GuardPage::saveHours);
    connect(change, &QAbstractButton::clicked, this, &GuardPage::editLimits);
    connect(addRep, &QAbstractButton::clicked, this, [this] { editSeat({}); });
    connect(work, &QAbstractButton::clicked, this, [this] { editHours({}); });
}

void GuardPage::activate()
{
    load();
    setFocus();
}

void GuardPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    load();
}

void GuardPage::load()
{
    cockpit().insights().guards().load(bridge().answer<domain::GuardView>(
        this, [this](const base::Result<domain::GuardView> &got) {
            if (!got.ok()) {
                context().decline(ui::text::fromUtf8(got.error().message));
                return;
            }
            m_view = *got;
            refresh();
        }));
}

void GuardPage::refresh()
{
    const auto zone = base::TimeZone::find(cockpit().zone());
    const ui::text::Format format(QLocale(), zone.ok() ? *zone : base::TimeZone(), cockpit().now());
    const GuardLines lines(m_view, format, m_wishes);
    const auto waiting = static_cast<int>(m_view.waiting.size());
    m_header->setMeta(waiting == 0 ? tr("nothing waits") : tr("%n mail(s) wait", nullptr, waiting));
    m_use.lines->setNotices(lines.use());
    m_waiting.lines->setNotices(lines.waiting());
    m_list.lines->setNotices(lines.list());
    m_consents.lines->setNotices(lines.consents());
    m_modes.lines->setNotices(lines.modes());
    m_routing.lines->setNotices(lines.routing(m_showsSpeed));
    m_work.lines->setNotices(lines.work());
    m_rules.lines->setNotices(lines.rules());
}

} // namespace topline::pages
