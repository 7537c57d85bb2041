// The head of a section within a page: name, a quiet note beside it, a figure at the right, and an
// optional hairline above. Used by the manager pages, GUI thread.
#pragma once

#include "ui/look/paint.h"

#include <QWidget>

namespace topline::pages {

class SectionHead final : public QWidget {
    Q_OBJECT

public:
    explicit SectionHead(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setNote(const QString &note);
    void setFigure(const QString &figure, bool strong = true);
    void setLineAbove(bool line);
    // Room that widgets laid over the head take after the title.
    void setTitleRoom(int width);
    // 16 by default; 0 inside of something that is padded already.
    void setSidePadding(int padding);

    int titleWidth() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title;
    QString m_note;
    QString m_figure;
    bool m_strong = true;
    bool m_line = false;
    int m_room = 0;
    int m_padding;
    look::TextPainter m_text{8};
};

} // namespace topline::pages
