// Buttons of the window: primary, secondary, outlined, pill and icon-only, with icon and key cap.
// Used by pages, panes and dialogs on the GUI thread. The accessible name is the text (an icon
// button must be given one: it is its tooltip too). Keyboard: Tab, Space, Enter; the ring shows
// focus.
#pragma once

#include "ui/look/icons.h"
#include "ui/look/tokens.h"

#include <QAbstractButton>
#include <QKeyEvent>

namespace topline::look {

class Button : public QAbstractButton {
    Q_OBJECT

public:
    // One Primary per pane. Secondary stands in a well; Outlined on panels and strips; Pill is the
    // accentSoft "3 new"; Plain has no fill until hovered (icon buttons, links in headers).
    enum class Kind { Primary, Secondary, Outlined, Pill, Plain };

    Button(Kind kind, const QString &text, QWidget *parent = nullptr);

    // A Plain button of 28x28 with only an icon; `name` is tooltip and accessible name.
    static Button *iconOnly(Icon icon, const QString &name, QWidget *parent = nullptr);

    void setIconKind(Icon icon);
    // The key shown as a cap, e.g. "A" or "Ctrl Z"; it binds nothing.
    void setKeyHint(const QString &key);
    // 24 instead of 28 high.
    void setSmall(bool small);
    // Shows a chevron at the right: the button opens a menu.
    void setDropDown(bool dropDown);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Colours {
        QColor fill;
        QColor edge;
        QColor text;
        QColor icon;
    };

    Colours colours() const;
    void drawFocus(QPainter &painter, const QRectF &box, const Tokens &tokens) const;
    int padding() const;
    int boxHeight() const;
    int contentWidth() const;

    Kind m_kind;
    Icon m_icon = Icon::None;
    QString m_key;
    bool m_small = false;
    bool m_dropDown = false;
};

} // namespace topline::look
