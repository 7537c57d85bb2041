// The colour scheme in force: follows the system, or is set to light or dark by the user. Owned by
// the program's main and handed to the shell; GUI thread. Applying it sets the application palette,
// from which every widget and delegate reads its tokens, so a change needs no other message than
// Qt's own palette change event. `changed` is for the few that keep pens or pictures (charts).
#pragma once

#include "ui/look/tokens.h"

#include <QDBusVariant>
#include <QObject>
#include <QPalette>

namespace topline::look {

enum class SchemeChoice { System, Light, Dark };

// The QPalette of a scheme (look.md part 6).
QPalette paletteOf(Scheme scheme);

class Theme final : public QObject {
    Q_OBJECT

public:
    // Reads the system's scheme and listens for its changes; sets nothing before apply().
    explicit Theme(SchemeChoice choice, QObject *parent = nullptr);

    // Installs the palette on the application.
    void apply();

    void setChoice(SchemeChoice choice);

    SchemeChoice choice() const { return m_choice; }

    Scheme scheme() const;

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onPortalSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void watchSystem();

    SchemeChoice m_choice;
    Scheme m_system;
};

// "system", "light", "dark" for settings and the command line; unknown text is System.
SchemeChoice schemeChoiceFromText(const QString &text);
QString schemeChoiceText(SchemeChoice choice);

} // namespace topline::look
