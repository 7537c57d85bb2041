// Tool tips for text that somebody else wrote. Qt takes a tool tip that looks like HTML for HTML;
// this keeps it the plain text that it is. Called by widgets and models on the GUI thread; pure.
#pragma once

#include <QString>
#include <QTextDocument>

namespace topline::look {

inline QString plainToolTip(const QString &text)
{
    if (!Qt::mightBeRichText(text))
        return text;
    return QStringLiteral("<qt>") + text.toHtmlEscaped() + QStringLiteral("</qt>");
}

} // namespace topline::look
