#include "ui/pages/collector_dialogs.h"

#include "ui/look/button.h"
#include "ui/pages/question.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>

namespace topline::pages {

using namespace look;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CollectorDialogs)
};

} // namespace

void askNewWriteKey(QWidget *parent, std::function<void()> make)
{
    const Question question =
        makeQuestion(Words::tr("Make a new write key?"), Words::tr("Make a new key"), parent);
    question.body->addWidget(questionWords(
        Words::tr("The present key stops working at once. What sends events with it is refused "
                  "until it is given the new one; events that are stored stay."),
        Type::Body));
    QObject::connect(question.dialog, &QDialog::accepted, question.dialog, std::move(make));
    question.dialog->open();
    question.cancel->setFocus();
}

void showWriteKey(const QString &key, const QString &url, QWidget *parent)
{
    const Question question =
        makeQuestion(Words::tr("The new write key"), Words::tr("Done"), parent);
    question.cancel->hide(); // there is nothing to take back
    question.body->addWidget(questionWords(
        Words::tr("It is shown this once. Topline keeps only a fingerprint of it, so copy it now."),
        Type::Body));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    auto *field = new QLineEdit(key);
    field->setReadOnly(true);
    field->setAccessibleName(Words::tr("Write key"));
    field->setLayoutDirection(Qt::LeftToRight);
    field->setCursorPosition(0);
    auto *copy = new Button(Button::Kind::Secondary, Words::tr("Copy"));
    copy->setIconKind(Icon::Copy);
    row->addWidget(field, 1);
    row->addWidget(copy);
    question.body->addLayout(row);
    auto *said = questionWords(
        Words::tr("Give it to the Segment client as its write key, and this as its host:"),
        Type::Dense, QPalette::PlaceholderText);
    question.body->addWidget(said);
    question.body->addWidget(questionWords(url, Type::Dense));
    QObject::connect(copy, &Button::clicked, question.dialog, [field, said] {
        QApplication::clipboard()->setText(field->text());
        said->setText(
            Words::tr("Copied. Give it to the Segment client as its write key, and this as its "
                      "host:"));
    });
    question.dialog->open();
    copy->setFocus();
}

} // namespace topline::pages
