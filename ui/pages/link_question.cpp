#include "ui/pages/link_question.h"

#include "ui/look/button.h"
#include "ui/pages/question.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDialog>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LinkQuestion)
};

bool mayBeOpened(const QUrl &url)
{
    return url.isValid() &&
           (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("mailto"));
}

} // namespace

void askToOpen(const LinkTarget &target, QWidget *parent, OpenUrl open)
{
    if (!mayBeOpened(target.url))
        return;
    const bool isMail = target.url.scheme() == QLatin1String("mailto");
    const Question question =
        makeQuestion(isMail ? Words::tr("Write to this address?") : Words::tr("Open this page?"),
                     Words::tr("Open"), parent);
    question.body->addWidget(questionWords(target.host, Type::BodyName));
    if (target.isOtherHost)
        question.body->addWidget(questionWords(
            Words::tr("Be careful: the text says \"%1\", but the link leads elsewhere.")
                .arg(target.words),
            Type::Body));
    if (!isMail)
        question.body->addWidget(questionWords(QString::fromLatin1(target.url.toEncoded()),
                                               Type::Dense, QPalette::PlaceholderText));
    QObject::connect(question.dialog, &QDialog::accepted, question.dialog,
                     [url = target.url, open = std::move(open)] {
                         if (open)
                             open(url);
                         else
                             QDesktopServices::openUrl(url);
                     });
    question.dialog->open();
    question.cancel->setFocus();
}

} // namespace topline::pages
