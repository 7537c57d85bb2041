// What a page of the window is: a widget, perhaps an inspector beside it, commands that it adds to
// the registry, and requests that other pages may send it. Pages are made by a PageEntry on first
// visit, live as long as the window, and run on the GUI thread.
#pragma once

#include "core/domain/ids.h"
#include "core/domain/status.h"
#include "core/domain/sync_view.h"
#include "ui/bridge/bridge.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/shell/commands.h"

#include <QUrl>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace topline::shell {

// "Go there and show this": from the palette, a tile, a search hit. Empty parts mean nothing.
struct PageRequest {
    QString page; // "feed", "pipeline", "velocity"
    std::optional<base::Uuid> action;
    std::optional<domain::AccountId> account;
    std::vector<domain::DealId> deals;
    QString label; // what the deals are, for the filter's name, e.g. "At risk"
};

// A message across the top of the page: what happened, what was kept, what to do.
struct Banner {
    enum class Tone { Info, Warning, Fault };

    Tone tone = Tone::Info;
    QString id; // a banner of the same id is replaced
    QString text;
    QString actionText = {}; // with `action`: a button
    std::function<void()> action = {};
    bool closable = true;
};

// What every page is given. References outlive the page.
struct PageContext {
    bridge::Bridge &bridge;
    Commands &commands;
    look::Theme &theme;
    std::function<void(const PageRequest &)> goTo;
    std::function<void(const Banner &)> showBanner;
    std::function<void(const QString &id)> hideBanner;
    // A passing word in the status strip ("Snoozed until tomorrow 09:00").
    std::function<void(const QString &message)> say;
    // To another program: a telephone number ("tel:"), a page of the CRM. False: none took it.
    std::function<bool(const QUrl &url)> openUrl = {};
    // A passing word that something was not done, and why; no tick stands before it.
    std::function<void(const QString &message)> notDone = {};

    void decline(const QString &message) const
    {
        if (notDone)
            notDone(message);
    }
};

class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(const PageContext &context)
        : m_context(context)
    {
    }

    // The widget of the right pane; owned by the page's caller once returned, asked for once.
    // nullptr: the page takes the whole width.
    virtual QWidget *makeInspector() { return nullptr; }

    // Whether the inspector stands open beside the page before anybody asked for it.
    virtual bool startsWithInspector() const { return true; }

    // The page came to the front: take the focus to where the keys work.
    virtual void activate() { setFocus(); }

    // Another page, the palette or a search asks to show something.
    virtual void open(const PageRequest &request) { Q_UNUSED(request) }

    // Height at the foot of the page that a sliding inspector leaves free; tell footChanged().
    virtual int footHeight() const { return 0; }

    // What would be lost if the window closed now, in a sentence; empty: nothing.
    virtual QString unsaved() const { return {}; }

Q_SIGNALS:
    void footChanged();
    // Opens or closes the inspector (on narrow windows it slides over the page).
    void inspectorWanted(bool open);

protected:
    const PageContext &context() const { return m_context; }

    bridge::Bridge &bridge() const { return m_context.bridge; }

    engine::Cockpit &cockpit() const { return m_context.bridge.cockpit(); }

private:
    PageContext m_context;
};

// One line of ui/pages/page_list: everything the shell must know before the page exists.
struct PageEntry {
    QString id;    // also the scope of its commands
    QString title; // rail, palette and window title
    look::Icon icon = look::Icon::None;
    QString key; // after G: "F" makes "G, F"
    std::function<Page *(const PageContext &)> make;
    // The number in the rail; nothing when empty or 0.
    std::function<std::int64_t(const domain::WorkspaceStatus &)> badge = {};
    // The same from the state of the connections.
    std::function<std::int64_t(const domain::SyncView &)> syncBadge = {};
    // Pages of one group stand together under its name, after those without.
    QString group = {};
};

} // namespace topline::shell
