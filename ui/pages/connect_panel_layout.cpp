// How the connect panel is laid out: its steps, their widgets and the foot.
#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/pages/connect_panel.h"
#include "ui/pages/footer_strip.h"
#include "ui/pages/row_list.h"
#include "ui/pages/sign_in_form.h"
#include "ui/pages/sign_in_report_view.h"
#include "ui/pages/start_window.h"
#include "ui/pages/step_bar.h"
#include "ui/pages/sync_tables.h"

#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;

namespace {

constexpr int margin = 40;
constexpr int reach = space::l; // rows bring their own padding

QLabel *label(Type type, const QString &text, QPalette::ColorRole role = QPalette::Text)
{
    auto *made = new QLabel(text);
    made->setFont(look::font(type));
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setForegroundRole(role);
    return made;
}

QVBoxLayout *insetColumn(QWidget *page)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(reach, 0, reach, 0);
    layout->setSpacing(space::m);
    return layout;
}

} // namespace

ConnectPanel::ConnectPanel(Open open, OpenUrl openUrl, QWidget *parent)
    : QWidget(parent)
    , m_open(std::move(open))
    , m_openUrl(std::move(openUrl))
    , m_columns(ObjectDelegate::firstSyncColumns())
    , m_steps(new StepBar(
          {tr("Pick what to connect"), tr("Sign in"), tr("Dry run"), tr("First sync")}, this))
    , m_pages(new QStackedWidget(this))
{
    m_steps->setNote(0, tr("a CRM, mailbox or calendar"));
    m_steps->setNote(1, tr("key or browser"));
    m_steps->setNote(2, tr("nothing is written"));
    m_steps->setNote(3, tr("can be stopped"));
    m_errorHead = label(Type::BodyName, QString(), QPalette::BrightText);
    m_error = label(Type::Body, QString());
    m_pages->addWidget(makePickStep());
    auto *signIn = new QScrollArea; // its forms are taller than a low screen
    signIn->setFrameShape(QFrame::NoFrame);
    signIn->setWidgetResizable(true);
    signIn->setFocusPolicy(Qt::NoFocus);
    signIn->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    signIn->viewport()->setAutoFillBackground(false);
    signIn->setWidget(makeSignInStep());
    signIn->widget()->setAutoFillBackground(false);
    m_pages->addWidget(signIn);
    m_pages->addWidget(makeReportStep());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(margin - reach, margin, margin - reach, space::l);
    top->setSpacing(space::xl);
    auto *steps = new QVBoxLayout;
    steps->setContentsMargins(reach, 0, reach, 0);
    steps->setSpacing(space::xs);
    steps->addWidget(m_steps);
    m_errorHead->setContentsMargins(0, space::m, 0, 0);
    steps->addWidget(m_errorHead);
    steps->addWidget(m_error);
    top->addLayout(steps);
    top->addWidget(m_pages, 1);
    layout->addLayout(top, 1);
    layout->addWidget(makeFooter());
    showStep(Pick);
}

QWidget *ConnectPanel::makePickStep()
{
    auto *page = new QWidget;
    QVBoxLayout *layout = insetColumn(page);
    layout->addWidget(label(Type::FigureTitle, tr("Which CRM, mailbox or calendar?")));
    layout->addWidget(label(Type::Body,
                            tr("Topline reads from it and writes back only what you approve."),
                            QPalette::PlaceholderText));
    m_hubSpot = new ChoiceCard({Icon::Plug, QStringLiteral("HubSpot"),
                                tr("A pasted service key or private-app token, or your "
                                   "organisation's own app."),
                                QStringLiteral("H")},
                               page);
    m_salesforce = new ChoiceCard({Icon::Plug, QStringLiteral("Salesforce"),
                                   tr("Through your organisation's own client app, in the browser. "
                                      "Sandboxes too."),
                                   QStringLiteral("S")},
                                  page);
    auto *group = new QButtonGroup(page);
    m_mail = new ChoiceCard({Icon::Mail, tr("Mailbox"),
                             tr("Sends what you approve by your own mail server and notices "
                                "answers, bounces and absences."),
                             QStringLiteral("M")},
                            page);
    m_calendar = new ChoiceCard({Icon::Calendar, tr("Calendar"),
                                 tr("Proposes times at which you are free and books what you "
                                    "approve, by CalDAV."),
                                 QStringLiteral("C")},
                                page);
    for (ChoiceCard *card : {m_hubSpot, m_salesforce, m_mail, m_calendar}) {
        group->addButton(card);
        layout->addWidget(card, 0, Qt::AlignLeft);
    }
    m_hubSpot->setChecked(true);
    layout->addStretch(1);
    return page;
}

QWidget *ConnectPanel::makeSignInStep()
{
    auto *page = new QWidget;
    QVBoxLayout *layout = insetColumn(page);
    m_signInTitle = label(Type::FigureTitle, QString());
    layout->addWidget(m_signInTitle);
    m_form = new SignInForm;
    connect(m_form, &SignInForm::changed, this, &ConnectPanel::refreshFooter);
    connect(m_form, &SignInForm::submitted, this, &ConnectPanel::next);
    layout->addWidget(m_form);
    m_wait = new QWidget;
    auto *wait = new QVBoxLayout(m_wait);
    wait->setContentsMargins(0, space::m, 0, 0);
    wait->setSpacing(space::s);
    auto *bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedHeight(look::height::inlineChip);
    bar->setAccessibleName(tr("Sign-in under way"));
    wait->addWidget(bar);
    m_waitText = label(Type::Body, QString());
    wait->addWidget(m_waitText);
    auto *buttons = new QHBoxLayout;
    m_again = new Button(Button::Kind::Secondary, tr("Open the browser again"));
    m_again->setIconKind(Icon::ExternalLink);
    m_copy = new Button(Button::Kind::Secondary, tr("Copy the link"));
    m_copy->setIconKind(Icon::Copy);
    connect(m_again, &Button::clicked, this, [this] { m_openUrl(QUrl(m_address)); });
    connect(m_copy, &Button::clicked, this,
            [this] { QApplication::clipboard()->setText(m_address); });
    buttons->addWidget(m_again);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    wait->addLayout(buttons);
    m_wait->hide();
    layout->addWidget(m_wait);
    layout->addStretch(1);
    return page;
}

QWidget *ConnectPanel::makeReportStep()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::m);
    auto *inset = new QVBoxLayout;
    inset->setContentsMargins(reach, 0, reach, 0);
    inset->setSpacing(space::s);
    m_headline = label(Type::FigureTitle, QString());
    m_sentence = label(Type::Body, QString(), QPalette::PlaceholderText);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the first sync"));
    m_bar->setFixedHeight(look::height::inlineChip);
    m_progress = label(Type::Dense, QString(), QPalette::PlaceholderText);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_headline, m_sentence, m_bar, m_progress})
        inset->addWidget(part);
    layout->addLayout(inset);
    m_report = new SignInReportView;
    auto *report = new QVBoxLayout;
    report->setContentsMargins(reach - space::s, 0, reach - space::s, 0);
    report->addWidget(m_report);
    layout->addLayout(report, 1);
    m_objectTable = new QWidget;
    auto *rows = new QVBoxLayout(m_objectTable);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(new TableHead(m_columns, tr("Columns of the first sync"), m_objectTable));
    auto *list = new RowList(tr("Progress by kind of record"), m_objectTable);
    list->setModel(&m_objects);
    list->setItemDelegate(new ObjectDelegate(m_objects, m_columns, list));
    rows->addWidget(list, 1);
    layout->addWidget(m_objectTable, 1);
    layout->addStretch(0);
    return page;
}

QWidget *ConnectPanel::makeFooter()
{
    auto *strip = new FooterStrip(this);
    auto *layout = new QHBoxLayout(strip);
    layout->setContentsMargins(margin, 0, margin, 0);
    layout->setSpacing(space::m);
    m_back = new Button(Button::Kind::Outlined, tr("Back"));
    m_stop = new Button(Button::Kind::Outlined, tr("Stop"));
    m_next = new Button(Button::Kind::Primary, tr("Next"));
    m_next->setKeyHint(tr("Enter"));
    m_note = label(Type::Dense, QString(), QPalette::PlaceholderText);
    connect(m_back, &Button::clicked, this, &ConnectPanel::back);
    connect(m_next, &Button::clicked, this, &ConnectPanel::next);
    connect(m_stop, &Button::clicked, this, [this] {
        m_stopAsked = true;
        if (m_bridge)
            m_bridge->cockpit().stopSync(m_system, m_bridge->report());
    });
    layout->addWidget(m_back);
    layout->addWidget(m_stop);
    layout->addWidget(m_note, 1);
    layout->addWidget(m_next);
    return strip;
}

} // namespace topline::pages
