// A label of small wrapped words that is as tall as its text needs at the width it may take:
// layouts ask a plain one for its height at their own width, and cut off the last line where a
// maximum width makes it wrap earlier. Used by forms, GUI thread.
#pragma once

#include <QLabel>

#include <algorithm>

namespace topline::pages {

class WrapLabel final : public QLabel {
public:
    explicit WrapLabel(const QString &text, QWidget *parent = nullptr)
        : QLabel(text, parent)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
    }

    int heightForWidth(int width) const override
    {
        return QLabel::heightForWidth(std::min(width, maximumWidth()));
    }
};

} // namespace topline::pages
