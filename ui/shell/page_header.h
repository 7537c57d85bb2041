// The 48-px header of a page: title, one meta line, an optional track, tools at the right; below it
// a hairline unless a lane bar follows. Used by every page, GUI thread. The meta line is elided and
// then owes its text to the tooltip.
#pragma once

#include "ui/look/paint.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;

namespace topline::shell {

class PageHeader final : public QWidget {
    Q_OBJECT

public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setMeta(const QString &meta);
    // A 96x4 track after the meta line (0 to 1); nothing hides it.
    void setTrack(std::optional<double> share);
    void setLine(bool line);
    // Adds at the right end, 8 px apart.
    void addTool(QWidget *tool);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    qreal metaRight() const;
    void refreshToolTip();

    QString m_title;
    QString m_meta;
    std::optional<double> m_track;
    bool m_line = true;
    QHBoxLayout *m_tools;
    look::TextPainter m_text{8};
};

} // namespace topline::shell
