// A layer over the whole window: dims it, holds one box in the middle, keeps the focus inside, and
// gives it back when it closes (Esc, or a click beside the box). Base of the palette and of the
// list of keys. GUI thread.
#pragma once

#include <QPointer>
#include <QWidget>

namespace topline::shell {

class Overlay : public QWidget {
    Q_OBJECT

public:
    // Covers `window` and follows its size.
    explicit Overlay(QWidget *window);

    void open();
    void close();

    bool isOpen() const { return isVisible(); }

Q_SIGNALS:
    void opened();
    void closed();

protected:
    // The box's size for the window's size; it stands centred, `top` pixels down.
    virtual QSize boxSize(const QSize &window) const = 0;

    virtual int boxTop(const QSize &window) const { return window.height() / 9; }

    // The widget that takes the focus when the layer opens.
    virtual QWidget *firstFocus() = 0;

    QRect boxRect() const;

    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

    // Lays out what is in the box; called whenever the box moves.
    virtual void layOut(const QRect &box) = 0;

private:
    void follow();

    QWidget *m_window;
    QPointer<QWidget> m_focusBefore;
};

} // namespace topline::shell
