#include "ui/look/safe_html_view.h"

#include "core/base/safe_html.h"
#include "ui/look/tokens.h"

#include <QImage>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFragment>
#include <QTextOption>

namespace topline::look {

namespace {

QString withoutWww(const QString &host)
{
    return host.startsWith(QLatin1String("www.")) ? host.sliced(4) : host;
}

QString hostOf(const QUrl &url)
{
    if (url.scheme() == QLatin1String("mailto"))
        return url.path().toLower();
    return url.host(QUrl::FullyEncoded).toLower();
}

// The first thing in the words that reads like a place: "bank.example", "https://bank.example/x",
// "me@bank.example". Empty when there is none.
QString placeIn(const QString &words)
{
    static const QRegularExpression place(
        QStringLiteral("(?:[\\w.+-]+@)?(?:[\\w-]+\\.)+[\\w-]{2,}"),
        QRegularExpression::UseUnicodePropertiesOption);
    return place.match(words).captured();
}

} // namespace

LinkTarget linkTarget(const QUrl &url, const QString &words)
{
    LinkTarget out{url, hostOf(url), words.simplified(), false};
    const QString named = placeIn(out.words);
    if (named.isEmpty())
        return out;
    const bool isMail = url.scheme() == QLatin1String("mailto");
    const QString said = named.contains(QLatin1Char('@')) && isMail
                             ? named.toLower()
                             : hostOf(QUrl(QLatin1String("https://") + named));
    out.isOtherHost = withoutWww(said) != withoutWww(out.host);
    return out;
}

SafeHtmlView::SafeHtmlView(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    connect(this, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &url) { Q_EMIT linkWanted(linkTarget(url, wordsOf(url))); });
}

void SafeHtmlView::showHtml(const QString &hostile)
{
    const base::SafeHtml safe = base::safeHtml(hostile.toStdString());
    if (safe.isPlain) {
        showWords(QString::fromStdString(safe.text));
        return;
    }
    m_showsWords = false;
    setHtml(QString::fromStdString(safe.html));
    document()->setDocumentMargin(space::m);
}

void SafeHtmlView::showWords(const QString &words)
{
    m_showsWords = true;
    setPlainText(QString::fromStdString(base::cutWords(words.toStdString())));
    document()->setDocumentMargin(space::m);
}

QVariant SafeHtmlView::loadResource(int type, const QUrl & /*name*/)
{
    if (type != QTextDocument::ImageResource)
        return QByteArray();
    QImage pixel(1, 1, QImage::Format_ARGB32);
    pixel.fill(Qt::transparent);
    return pixel;
}

// There is nowhere to go to from here.
void SafeHtmlView::doSetSource(const QUrl & /*name*/, QTextDocument::ResourceType /*type*/) {}

// Several links may lead to one place; all that they say counts.
QString SafeHtmlView::wordsOf(const QUrl &link) const
{
    QString out;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const QTextFragment part = at.fragment();
            if (part.charFormat().isAnchor() && QUrl(part.charFormat().anchorHref()) == link)
                out += part.text() + QLatin1Char(' ');
        }
    }
    return out;
}

} // namespace topline::look
