#include "ui/pages/collector_pane.h"

#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/pages/notice_list.h"
#include "ui/pages/section_head.h"
#include "ui/pages/wrap_label.h"
#include "ui/text/collector_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;

namespace {

constexpr int portMin = 1'024; // below these only the administrator may listen
constexpr int portMax = 65'535;
constexpr int portWide = 96;
constexpr int urlWide = 240;

QLabel *wrapped(Type type, QPalette::ColorRole role)
{
    auto *made = new WrapLabel(QString());
    made->setFont(look::font(type));
    made->setForegroundRole(role);
    return made;
}

// As wide as its neighbour's, so that the fields stand in line.
QLabel *name(const QString &text, const QString &neighbour, QWidget *buddy)
{
    auto *made = new QLabel(text);
    made->setMinimumWidth(static_cast<int>(std::ceil(
        std::max(textWidth(Type::DenseValue, text), textWidth(Type::DenseValue, neighbour)))));
    made->setTextFormat(Qt::PlainText);
    made->setFont(look::font(Type::DenseValue));
    made->setBuddy(buddy);
    return made;
}

QHBoxLayout *lineOf(QVBoxLayout *column)
{
    auto *made = new QHBoxLayout;
    made->setContentsMargins(space::l, 0, space::l, 0);
    made->setSpacing(space::s);
    column->addLayout(made);
    return made;
}

} // namespace

CollectorPane::CollectorPane(QWidget *parent)
    : QWidget(parent)
    , m_head(new SectionHead(tr("Events of your own site"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::xs, 0, space::l);
    column->setSpacing(space::s);
    column->addWidget(m_head);
    buildState(column);
    buildPort(column);
    buildHowTo(column);
    column->addStretch(1);
}

void CollectorPane::buildState(QVBoxLayout *column)
{
    auto *row = lineOf(column);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::xs);
    m_sentence = wrapped(Type::Body, QPalette::Text);
    m_counts = wrapped(Type::Dense, QPalette::PlaceholderText);
    words->addWidget(m_sentence);
    words->addWidget(m_counts);
    row->addLayout(words, 1);
    m_switch = new Button(Button::Kind::Secondary, tr("Turn on"));
    m_key = new Button(Button::Kind::Secondary, tr("New write key…"));
    row->addWidget(m_switch, 0, Qt::AlignTop);
    row->addWidget(m_key, 0, Qt::AlignTop);
    m_notices = new NoticeList(space::l, this);
    column->addWidget(m_notices);
    connect(m_switch, &Button::clicked, this, [this] { Q_EMIT switchWanted(!m_view.isOn); });
    connect(m_key, &Button::clicked, this, &CollectorPane::keyWanted);
}

void CollectorPane::buildPort(QVBoxLayout *column)
{
    auto *row = lineOf(column);
    m_port = new QSpinBox;
    m_port->setRange(portMin, portMax);
    m_port->setFixedWidth(portWide);
    m_port->setAccessibleName(tr("Port of this computer"));
    m_change = new Button(Button::Kind::Secondary, tr("Use this port"));
    row->addWidget(name(tr("Port"), tr("Host"), m_port));
    row->addWidget(m_port);
    row->addWidget(m_change);
    row->addStretch(1);
    const auto change = [this] {
        if (m_change->isVisible())
            Q_EMIT portWanted();
    };
    connect(m_port, &QSpinBox::valueChanged, this, &CollectorPane::showPortChange);
    connect(m_port->findChild<QLineEdit *>(), &QLineEdit::returnPressed, this, change);
    connect(m_change, &Button::clicked, this, change);
}

void CollectorPane::buildHowTo(QVBoxLayout *column)
{
    auto *head = new SectionHead(tr("What the Segment client is given"), this);
    column->addWidget(head);
    auto *host = lineOf(column);
    m_url = new QLineEdit;
    m_url->setReadOnly(true);
    m_url->setFixedWidth(urlWide);
    m_url->setLayoutDirection(Qt::LeftToRight);
    m_url->setAccessibleName(tr("Host of the Segment client"));
    auto *copy = new Button(Button::Kind::Secondary, tr("Copy"));
    copy->setIconKind(Icon::Copy);
    copy->setAccessibleName(tr("Copy the host"));
    host->addWidget(name(tr("Host"), tr("Port"), m_url));
    host->addWidget(m_url);
    host->addWidget(copy);
    host->addStretch(1);
    m_keyWords = wrapped(Type::Dense, QPalette::Text);
    lineOf(column)->addWidget(m_keyWords);
    connect(copy, &Button::clicked, this, [this] { Q_EMIT copyWanted(m_url->text()); });
}

std::uint16_t CollectorPane::port() const
{
    return static_cast<std::uint16_t>(m_port->value());
}

void CollectorPane::setView(const domain::CollectorView &view, const ui::text::Format &format)
{
    // What is being typed is not overwritten by counts that move on.
    if (view.port != m_view.port && view.port != 0) {
        m_port->setMinimum(std::min<int>(portMin, view.port));
        m_port->setValue(view.port);
    }
    m_view = view;
    if (view.isListening)
        m_sentence->setText(tr("Listens at %1 while this window is open. Only programs of this "
                               "computer reach it.")
                                .arg(ui::text::collectorPlaceText(view)));
    else if (view.isOn)
        m_sentence->setText(tr("It is on, but does not listen."));
    else
        m_sentence->setText(tr("What people do on your own site and in your product can count as "
                               "signals. Nothing listens until you turn it on."));
    m_counts->setText(ui::text::collectorCountsText(view) + QStringLiteral(" · ") +
                      ui::text::collectorAgeText(view, format));
    m_counts->setVisible(view.isListening || view.lastMs);
    m_switch->setText(view.isOn ? tr("Turn off") : tr("Turn on"));
    m_switch->setIconKind(view.isOn ? Icon::StopCircle : Icon::Play);
    m_key->setVisible(view.hasKey);
    m_url->setText(ui::text::collectorUrlText(view));
    m_keyWords->setText(view.hasKey
                            ? tr("Write key: the one that was shown when it was made. It is stored "
                                 "nowhere; if it is lost, make a new one.")
                            : tr("Write key: made and shown once when you turn it on."));
    showNotices();
    showPortChange();
}

void CollectorPane::showNotices()
{
    QVector<Notice> notices;
    if (!m_view.fault.empty())
        notices.push_back({QStringLiteral("fault"),
                           Icon::AlertTriangle,
                           &Tokens::amber,
                           fromUtf8(m_view.fault),
                           {{tr("Try again"), [this] { Q_EMIT switchWanted(true); }}}});
    m_notices->setNotices(notices);
}

void CollectorPane::showPortChange()
{
    m_change->setVisible(m_view.port != 0 && m_port->value() != m_view.port);
}

} // namespace topline::pages
