// A rep at the window as the program makes it: keys go where the focus is, what is read is what the
// window shows, and pictures are taken on the way. Made by morning_program on the GUI thread.
#pragma once

#include "app/composition.h"
#include "ui/bridge/bridge.h"
#include "ui/look/theme.h"
#include "ui/shell/main_window.h"

#include <QAbstractItemView>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace topline::pages {
class FeedModel;
}

namespace topline::morning {

class Rep {
public:
    // The composition must outlive it.
    Rep(app::Composition &composition, QString pictures);
    ~Rep();

    engine::Cockpit &cockpit() { return *m_cockpit; }

    // Keys as they are typed, one for one: "A", "Shift+J", "Ctrl+Return", "Esc".
    void press(const QString &keys);
    void type(const QString &text);
    // Whether it came true within the time.
    bool waitFor(const std::function<bool()> &holds, int patienceMs = 20'000) const;
    // Turns the event loop until nothing more is to be painted.
    void settle() const;
    void takePicture(const QString &name) const;

    // The card under the hand; nullptr: the lane is empty.
    const domain::FeedCard *current() const;
    const domain::FeedCard *card(const base::Uuid &id) const;
    int rows() const;
    const domain::FeedCard *cardAt(int row) const;
    void goToRow(int row); // by J and K
    domain::Lane lane() const;
    // Tab until that lane is shown.
    void goToLane(domain::Lane lane);
    QWidget *topmost() const; // menu, dialog or the window itself
    // Whether a dialog that is open offers anything to check.
    bool hasChoice() const;

    shell::MainWindow &window() { return *m_window; }

private:
    look::Theme m_theme{look::SchemeChoice::Light};
    std::unique_ptr<engine::Cockpit> m_cockpit;
    std::unique_ptr<bridge::Bridge> m_bridge;
    std::unique_ptr<shell::MainWindow> m_window;
    QAbstractItemView *m_view = nullptr;
    const pages::FeedModel *m_model = nullptr;
    QString m_pictures;
    mutable int m_pictureCount = 0;
};

} // namespace topline::morning
