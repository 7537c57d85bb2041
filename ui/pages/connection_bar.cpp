#include "ui/pages/connection_bar.h"

#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/text/sync_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using namespace look;
using domain::ConnectionState;

namespace {

constexpr int barSteps = 1000;

// The moment through which everything has arrived: the oldest of the kinds that are read.
std::optional<base::UtcMs> completeThrough(const domain::ConnectionView &connection)
{
    std::optional<base::UtcMs> through;
    for (const domain::ObjectProgress &object : connection.objects) {
        if (object.throughMs && (!through || *object.throughMs < *through))
            through = object.throughMs;
    }
    return through;
}

QString sentenceOf(const domain::ConnectionView &connection, const SyncMeter &meter,
                   const ui::text::Format &format)
{
    const QString title = ui::text::connectionTitle(connection);
    switch (connection.state) {
    case ConnectionState::SigningIn:
        return ConnectionBar::tr("Waiting for the sign-in to %1.").arg(title);
    case ConnectionState::SignInNeeded:
        return ConnectionBar::tr("%1 no longer lets us in. What waits to be written is kept.")
            .arg(title);
    case ConnectionState::OtherOrg:
        return ConnectionBar::tr(
            "This sign-in is of another organisation than the one this workspace "
            "belongs to. Nothing was mixed.");
    case ConnectionState::AwaitsConfirm:
        return ConnectionBar::tr("Signed in and counted. The first sync only reads.");
    case ConnectionState::Paused:
        if (const QString held = ui::text::heldText(connection, format); !held.isEmpty())
            return held;
        return ConnectionBar::tr("%1 asks for a pause; it goes on by itself.").arg(title);
    case ConnectionState::Failing:
        return ConnectionBar::tr("%1 does not answer; it is tried again by itself.").arg(title);
    case ConnectionState::Connected:
        break;
    }
    if (connection.syncing && meter.share().value_or(0) < 1)
        return meter.text(format);
    if (const auto through = completeThrough(connection))
        return ConnectionBar::tr("Everything that changed in %1 until %2 is here.")
            .arg(title, format.when(*through));
    return connection.lastOkMs ? ConnectionBar::tr("Up to date with %1.").arg(title)
                               : ConnectionBar::tr("Not synced yet.");
}

} // namespace

ConnectionBar::ConnectionBar(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_first(new Button(Button::Kind::Primary, tr("Start first sync"), this))
    , m_signIn(new Button(Button::Kind::Primary, tr("Sign in again"), this))
    , m_stop(new Button(Button::Kind::Secondary, tr("Stop"), this))
    , m_more(Button::iconOnly(Icon::More, tr("More for this connection"), this))
{
    for (QLabel *label : {m_sentence, m_detail}) {
        label->setTextFormat(Qt::PlainText);
        label->setFont(look::font(Type::Dense));
        label->setWordWrap(true);
    }
    m_sentence->setFont(look::font(Type::Body));
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, barSteps);
    m_progress->setFixedHeight(look::height::inlineChip);
    m_progress->setAccessibleName(tr("Progress of the sync"));
    m_stop->setIconKind(Icon::StopCircle);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::l, space::s, space::l, space::s);
    layout->setSpacing(space::s);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_sentence);
    words->addWidget(m_progress);
    words->addWidget(m_detail);
    layout->addLayout(words, 1);
    for (Button *button : {m_first, m_signIn, m_stop, m_more})
        layout->addWidget(button, 0, Qt::AlignTop);
    connect(m_first, &Button::clicked, this, &ConnectionBar::firstSyncWanted);
    connect(m_signIn, &Button::clicked, this, &ConnectionBar::signInWanted);
    connect(m_stop, &Button::clicked, this, &ConnectionBar::stopWanted);
    connect(m_more, &Button::clicked, this, &ConnectionBar::moreWanted);
}

void ConnectionBar::setConnection(const domain::ConnectionView &connection, const SyncMeter &meter,
                                  const ui::text::Format &format)
{
    m_sentence->setText(sentenceOf(connection, meter, format));
    QStringList detail;
    if (const QString calls = ui::text::remoteCallsText(connection.title, connection.gate, format);
        !calls.isEmpty())
        detail << calls;
    if (connection.state != ConnectionState::Paused) {
        if (const QString held = ui::text::heldText(connection, format); !held.isEmpty())
            detail << held;
    }
    if (!connection.isSecretLasting)
        detail << tr("no keychain here: the sign-in ends with the program");
    m_detail->setText(detail.join(QStringLiteral(" · ")));
    m_detail->setVisible(!detail.isEmpty());
    const bool pulling = connection.syncing && meter.totals().done > 0 &&
                         meter.share().value_or(0) < 1 &&
                         std::any_of(connection.objects.begin(), connection.objects.end(),
                                     [](const domain::ObjectProgress &object) {
                                         return object.state == domain::ObjectState::Working;
                                     });
    m_progress->setVisible(pulling);
    m_progress->setRange(0, meter.share() ? barSteps : 0);
    if (const auto share = meter.share())
        m_progress->setValue(static_cast<int>(*share * barSteps));
    const bool demo = connection.system == "demo";
    m_first->setVisible(connection.state == ConnectionState::AwaitsConfirm && !connection.syncing);
    m_signIn->setVisible(connection.state == ConnectionState::SignInNeeded ||
                         connection.state == ConnectionState::OtherOrg);
    m_stop->setVisible(connection.syncing);
    m_more->setVisible(!demo);
}

} // namespace topline::pages
