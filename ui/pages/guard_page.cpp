#include "ui/pages/guard_page.h"

#include "ui/look/button.h"
#include "ui/look/tokens.h"
#include "ui/pages/section_head.h"
#include "ui/shell/page_header.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;

namespace {

constexpr int addressWide = 220;

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
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, space::s, 0, space::l);
    column->setSpacing(space::s);
    m_use = addSection(column, tr("Limits today"));
    m_waiting = addSection(column, tr("Waiting and kept back"));
    m_list = addSection(column, tr("Do not contact"));
    addAddressLine(column);
    m_modes = addSection(column, tr("Running by themselves"));
    m_routing = addSection(column, tr("Who answers, and how fast"));
    m_rules = addSection(column, tr("Suppressed in 30 days, by the rule that was not met"));
    column->addStretch(1);
    scroll->setWidget(body);
    setFocusProxy(scroll);
    connect(&bridge(), &bridge::Bridge::recordsChanged, this,
            [this](const domain::ChangeSet &what) {
                if (isVisible() && (what.settings || !what.actions.empty()))
                    load();
            });
}

GuardPage::Section GuardPage::addSection(QVBoxLayout *column, const QString &title)
{
    Section out;
    out.head = new SectionHead(title, this);
    out.lines = new NoticeList(space::l, this);
    column->addWidget(out.head);
    column->addWidget(out.lines);
    return out;
}

void GuardPage::addAddressLine(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::l, 0, space::l, space::s);
    row->setSpacing(space::s);
    m_address = new QLineEdit;
    m_address->setPlaceholderText(tr("Address or +telephone number"));
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

GuardWishes GuardPage::wishes()
{
    const auto guards = [this]() -> engine::GuardPanel & { return cockpit().insights().guards(); };
    GuardWishes out;
    out.resume = [this, guards](domain::Channel channel) {
        guards().resumeChannel(channel, told(tr("It goes on.")));
    };
    out.countAnew = [this, guards] { guards().beginCounting(told(tr("Counting began anew."))); };
    out.showAction = [this](const base::Uuid &action) {
        shell::PageRequest request;
        request.page = QStringLiteral("feed");
        request.action = action;
        context().goTo(request);
    };
    out.release = [this](const base::Uuid &row) { release(row); };
    out.promote = [this, guards](const std::string &play) {
        guards().promote(play, told(tr("It runs by itself from now on.")));
    };
    out.setSeat = [this, guards](const domain::RoutingSeat &seat) {
        guards().setSeat(seat, told(tr("Noted.")));
    };
    return out;
}

void GuardPage::stopContact()
{
    const std::string address = m_address->text().trimmed().toStdString();
    if (address.empty()) {
        m_address->setFocus();
        return;
    }
    const bool isMail = address.find('@') != std::string::npos;
    cockpit().insights().guards().stopContact(
        isMail ? domain::Reach::Mail : domain::Reach::Call, address, m_note->text().toStdString(),
        bridge().done(this, [this](const base::Status &status) {
            if (!status.ok()) {
                m_address->setFocus();
                m_address->selectAll();
                context().say(ui::text::fromUtf8(status.error().message));
                return;
            }
            m_address->clear();
            m_note->clear();
            context().say(tr("On the list. Nothing more leaves to this address."));
            load();
        }));
}

void GuardPage::release(const base::Uuid &row)
{
    bool isGiven = false;
    const QString why =
        QInputDialog::getText(this, tr("Take off the list"), tr("Who asked for it, and when?"),
                              QLineEdit::Normal, QString(), &isGiven);
    if (isGiven)
        cockpit().insights().guards().release(row, why.toStdString(), told(tr("Released.")));
}

engine::GuardPanel::Done GuardPage::told(const QString &success)
{
    return bridge().done(this, [this, success](const base::Status &status) {
        context().say(status.ok() ? success : ui::text::fromUtf8(status.error().message));
        load();
    });
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
                context().say(ui::text::fromUtf8(got.error().message));
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
    m_header->setMeta(tr("%n mail(s) wait", nullptr, static_cast<int>(m_view.waiting.size())));
    m_use.lines->setNotices(lines.use());
    m_waiting.lines->setNotices(lines.waiting());
    m_list.lines->setNotices(lines.list());
    m_modes.lines->setNotices(lines.modes());
    m_routing.lines->setNotices(lines.routing());
    m_rules.lines->setNotices(lines.rules());
}

} // namespace topline::pages
