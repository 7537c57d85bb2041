// Shows HTML that somebody else wrote, and nothing but shows it: cleaned first, no picture or style
// is ever loaded, a click opens nothing by itself. Used wherever the text of a mail or of a CRM is
// shown, on the GUI thread. HTML beyond the bounds is shown as its words.
#pragma once

#include <QString>
#include <QTextBrowser>
#include <QUrl>

namespace topline::look {

// Where a link leads, told honestly.
struct LinkTarget {
    QUrl url;
    QString host;  // as the network sees it: "xn--pple-43d.example"; of mailto the address
    QString words; // what the link says
    bool isOtherHost = false; // its words name another place than it leads to
};

// What a click on `words` leading to `url` would do. Pure.
LinkTarget linkTarget(const QUrl &url, const QString &words);

class SafeHtmlView : public QTextBrowser {
    Q_OBJECT

public:
    explicit SafeHtmlView(QWidget *parent = nullptr);

    void showHtml(const QString &hostile);
    void showWords(const QString &words);

    // The HTML was beyond the bounds, or there was none.
    bool showsWords() const { return m_showsWords; }

Q_SIGNALS:
    // A link was clicked or entered; whoever listens asks before it is opened.
    void linkWanted(const topline::look::LinkTarget &target);

protected:
    // A pixel, whatever is asked for: with nothing, Qt would look for the file itself.
    QVariant loadResource(int type, const QUrl &name) override;
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;

private:
    QString wordsOf(const QUrl &link) const;

    bool m_showsWords = true;
};

} // namespace topline::look
