#include "ui/shell/sync_banners.h"

#include "ui/text/core_words.h"
#include "ui/text/sync_text.h"

#include <QCoreApplication>

namespace topline::shell {

using domain::ConnectionState;
using domain::ConnectionView;
using ui::text::Format;
using ui::text::fromUtf8;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(SyncBanners)

public:
    static Banner of(const ConnectionView &connection, const Format &format);
    static Banner noKeychain(const ConnectionView &connection);
    static Banner collector(const domain::CollectorView &view);
};

Banner Words::of(const ConnectionView &connection, const Format &format)
{
    Banner banner;
    const QString title = ui::text::connectionTitle(connection);
    banner.id = QStringLiteral("sync.") + fromUtf8(connection.system);
    banner.actionText = tr("Open Sync");
    const QString age = connection.lastOkMs
                            ? tr("last synced %1").arg(format.ago(*connection.lastOkMs))
                            : tr("never synced");
    switch (connection.state) {
    case ConnectionState::SignInNeeded:
        banner.tone = Banner::Tone::Fault;
        banner.text =
            tr("%1 no longer lets us in, %2. Sign in again; what waits is kept.").arg(title, age);
        return banner;
    case ConnectionState::OtherOrg:
        banner.tone = Banner::Tone::Fault;
        banner.text = tr("The sign-in to %1 is of another organisation, %2. Nothing was mixed.")
                          .arg(title, age);
        return banner;
    case ConnectionState::Paused:
        banner.text = ui::text::heldText(connection, format);
        if (banner.text.isEmpty())
            banner.text = tr("%1 asks for a pause, %2.").arg(title, age);
        return banner;
    case ConnectionState::Failing:
        banner.tone = Banner::Tone::Warning;
        banner.text = tr("%1 does not answer, %2").arg(title, age);
        if (!connection.error.empty())
            banner.text += QStringLiteral(": ") + ui::text::coreWords(connection.error);
        return banner;
    case ConnectionState::AwaitsConfirm:
        banner.text = tr("%1 is signed in and counted; the first sync waits for you.").arg(title);
        return banner;
    case ConnectionState::Connected:
    case ConnectionState::SigningIn:
        break;
    }
    if (connection.heldDeletes > 0) {
        banner.tone = Banner::Tone::Warning;
        banner.text = tr("%1 reports %Ln deletion(s) at once; nothing was deleted here yet.",
                         nullptr, static_cast<int>(connection.heldDeletes))
                          .arg(title);
    } else if (!connection.error.empty()) {
        banner.tone = Banner::Tone::Warning;
        banner.text = tr("%1, %2: %3").arg(title, age, ui::text::coreWords(connection.error));
    }
    return banner;
}

Banner Words::noKeychain(const ConnectionView &connection)
{
    Banner banner;
    banner.tone = Banner::Tone::Warning;
    banner.id = QStringLiteral("sync.keychain");
    banner.text = tr("This computer offers no keychain: the sign-in to %1 ends with the program.")
                      .arg(ui::text::connectionTitle(connection));
    banner.actionText = tr("Open Sync");
    return banner;
}

Banner Words::collector(const domain::CollectorView &view)
{
    Banner banner;
    banner.tone = Banner::Tone::Warning;
    banner.id = QStringLiteral("sync.collector");
    banner.text = tr("Events of your own site are not taken in: %1 Everything else works.")
                      .arg(fromUtf8(view.fault));
    banner.actionText = tr("Open Sync");
    return banner;
}

} // namespace

std::vector<Banner> syncBanners(const domain::SyncView &sync, const Format &format)
{
    std::vector<Banner> banners;
    bool toldKeychain = false;
    for (const ConnectionView &connection : sync.connections) {
        Banner banner = Words::of(connection, format);
        if (!banner.text.isEmpty())
            banners.push_back(std::move(banner));
        if (!connection.isSecretLasting && !toldKeychain) {
            banners.push_back(Words::noKeychain(connection));
            toldKeychain = true;
        }
    }
    if (!sync.collector.fault.empty())
        banners.push_back(Words::collector(sync.collector));
    return banners;
}

} // namespace topline::shell
