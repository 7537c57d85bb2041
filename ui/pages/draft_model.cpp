#include "ui/pages/draft_model.h"

#include "ui/look/button.h"
#include "ui/pages/question.h"
#include "ui/text/draft_text.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTimer>

namespace topline::pages {

using namespace look;

namespace {

constexpr int previewHeight = 280;
constexpr int previewWidth = 560;
constexpr int typingPauseMs = 250;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DraftModel)
};

QString previewText(const domain::ModelRequest &request)
{
    return ui::text::fromUtf8(request.system) + QStringLiteral("\n\n") +
           ui::text::fromUtf8(request.user);
}

} // namespace

void askModel(const shell::PageContext &context, const base::Uuid &action, QWidget *parent,
              std::function<void(const QString &wish)> write)
{
    const Question question =
        makeQuestion(Words::tr("Write with a model"), Words::tr("Send this"), parent);
    auto *where = questionWords(Words::tr("Reading what would be sent …"), Type::Body);
    question.body->addWidget(where);
    auto *wish = new QLineEdit;
    wish->setPlaceholderText(Words::tr("What should be different? For instance: shorter"));
    wish->setAccessibleName(Words::tr("Wish"));
    question.body->addWidget(wish);
    auto *sent = new QPlainTextEdit;
    sent->setReadOnly(true);
    sent->setTabChangesFocus(true);
    sent->setAccessibleName(Words::tr("What is sent"));
    sent->setMinimumSize(previewWidth, previewHeight);
    question.body->addWidget(sent);
    question.body->addWidget(questionWords(
        Words::tr("Names and amounts stay here: the words in double brackets stand for them. The "
                  "answer becomes the text of this draft and nothing else; you still approve it."),
        Type::Dense, QPalette::PlaceholderText));
    question.yes->setEnabled(false);

    QDialog *dialog = question.dialog;
    Button *yes = question.yes;
    const auto show = [context, action, dialog, where, sent, yes, wish] {
        context.bridge.cockpit().drafts().previewModel(
            action, wish->text().toStdString(),
            context.bridge.answer<domain::ModelRequest>(
                dialog, [where, sent, yes](base::Result<domain::ModelRequest> request) {
                    yes->setEnabled(request.ok());
                    if (!request.ok())
                        return where->setText(ui::text::fromUtf8(request.error().text()));
                    where->setText(Words::tr("This goes to %1 at %2, exactly as it stands here:")
                                       .arg(ui::text::fromUtf8(request->model),
                                            ui::text::fromUtf8(request->host)));
                    sent->setPlainText(previewText(*request));
                }));
    };
    auto *pause = new QTimer(dialog);
    pause->setSingleShot(true);
    pause->setInterval(typingPauseMs);
    QObject::connect(pause, &QTimer::timeout, dialog, show);
    QObject::connect(wish, &QLineEdit::textEdited, dialog, [pause, yes] {
        yes->setEnabled(false); // what stands there is not what would be sent
        pause->start();
    });
    QObject::connect(dialog, &QDialog::accepted, dialog, [context, wish, write] {
        const QString text = wish->text();
        context.bridge.cockpit().drafts().agreeToModel(context.bridge.report());
        write(text);
    });
    show();
    dialog->open();
    wish->setFocus();
}

QString removedWords(const std::vector<domain::RemovedPart> &removed)
{
    if (removed.empty())
        return {};
    QStringList parts;
    for (const auto &part : removed)
        parts += ui::text::removedPartText(part);
    return Words::tr("Taken out of the model's text: %1").arg(parts.join(QStringLiteral("; ")));
}

} // namespace topline::pages
