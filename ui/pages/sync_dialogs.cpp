#include "ui/pages/sync_dialogs.h"

#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/pages/question.h"
#include "ui/text/format.h"
#include "ui/text/names_text.h"
#include "ui/text/sync_text.h"

#include <QCoreApplication>
#include <QDialog>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace topline::pages {

using namespace look;

namespace {

constexpr int fieldWide = 200;
constexpr int callsStep = 1'000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SyncDialogs)
};

} // namespace

void askDisconnect(const domain::ConnectionView &connection, QWidget *parent,
                   std::function<void()> disconnect)
{
    const QString title = ui::text::connectionTitle(connection);
    const Question question =
        makeQuestion(Words::tr("Disconnect %1?").arg(title), Words::tr("Disconnect"), parent);
    question.body->addWidget(questionWords(
        Words::tr("The sign-in is forgotten, and nothing is read from %1 or written to it "
                  "any more. All records stay here.")
            .arg(title),
        Type::Body));
    if (connection.system == "hubspot")
        question.body->addWidget(questionWords(
            Words::tr("A key that was pasted stays valid in HubSpot until it is deleted "
                      "there."),
            Type::Dense, QPalette::PlaceholderText));
    QObject::connect(question.dialog, &QDialog::accepted, question.dialog, std::move(disconnect));
    question.dialog->open();
    question.cancel->setFocus();
}

void askBudget(const domain::ConnectionView &connection, QWidget *parent,
               std::function<void(std::int64_t callsPerDay)> set)
{
    constexpr int most = std::numeric_limits<int>::max();
    const QString title = ui::text::connectionTitle(connection);
    const Question question =
        makeQuestion(Words::tr("Budget of calls a day"), Words::tr("Save"), parent);
    question.body->addWidget(questionWords(
        Words::tr("How many calls to %1 may Topline make in a day? What does not fit waits "
                  "until the next day.")
            .arg(title),
        Type::Body));
    auto *calls = new QSpinBox;
    calls->setRange(0, most);
    calls->setSingleStep(callsStep);
    calls->setGroupSeparatorShown(true);
    calls->setSpecialValueText(Words::tr("no limit of our own"));
    calls->setAccessibleName(Words::tr("Calls a day"));
    calls->setFixedWidth(fieldWide);
    calls->setValue(
        static_cast<int>(std::clamp<std::int64_t>(connection.gate.allowedToday, 0, most)));
    question.body->addWidget(calls);
    const auto used =
        static_cast<int>(std::clamp<std::int64_t>(connection.gate.usedToday, 0, most));
    question.body->addWidget(questionWords(
        Words::tr("%Ln call(s) today so far. 0 sets no limit of our own.", nullptr, used),
        Type::Dense, QPalette::PlaceholderText));
    question.yes->setKeyHint(Words::tr("Enter"));
    QObject::connect(calls->findChild<QLineEdit *>(), &QLineEdit::returnPressed, question.dialog,
                     &QDialog::accept);
    QObject::connect(question.dialog, &QDialog::accepted, question.dialog,
                     [calls, set = std::move(set)] { set(calls->value()); });
    question.dialog->open();
    calls->setFocus();
    calls->selectAll();
}

} // namespace topline::pages
