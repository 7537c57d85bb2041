#include "ui/pages/sync_dialogs.h"

#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/pages/footer_strip.h"
#include "ui/pages/wrap_label.h"
#include "ui/text/format.h"
#include "ui/text/names_text.h"

#include <QCoreApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;

namespace {

constexpr int margin = 24;
constexpr int wide = 480;
constexpr int fieldWide = 200;
constexpr int callsStep = 1'000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SyncDialogs)
};

// A heading, room for what is asked, and a foot with Cancel and the answer.
struct Question {
    QDialog *dialog;
    QVBoxLayout *body;
    Button *cancel;
    Button *yes;
};

QLabel *words(const QString &text, Type type, QPalette::ColorRole role = QPalette::Text)
{
    auto *made = new WrapLabel(text);
    made->setFont(look::font(type));
    made->setForegroundRole(role);
    return made;
}

Question makeQuestion(const QString &title, const QString &answer, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setFixedWidth(wide);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(margin, margin, margin, margin);
    body->setSpacing(space::s);
    body->addWidget(words(title, Type::FigureTitle));
    layout->addLayout(body);
    auto *strip = new FooterStrip(dialog);
    auto *foot = new QHBoxLayout(strip);
    foot->setContentsMargins(margin, 0, margin, 0);
    foot->setSpacing(space::s);
    auto *cancel = new Button(Button::Kind::Outlined, Words::tr("Cancel"));
    auto *yes = new Button(Button::Kind::Primary, answer);
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(yes);
    layout->addWidget(strip);
    QObject::connect(cancel, &Button::clicked, dialog, &QDialog::reject);
    QObject::connect(yes, &Button::clicked, dialog, &QDialog::accept);
    return {dialog, body, cancel, yes};
}

} // namespace

void askDisconnect(const domain::ConnectionView &connection, QWidget *parent,
                   std::function<void()> disconnect)
{
    const QString title = fromUtf8(connection.title);
    const Question question =
        makeQuestion(Words::tr("Disconnect %1?").arg(title), Words::tr("Disconnect"), parent);
    question.body->addWidget(
        words(Words::tr("The sign-in is forgotten, and nothing is read from %1 or written to it "
                        "any more. All records stay here.")
                  .arg(title),
              Type::Body));
    if (connection.system == "hubspot")
        question.body->addWidget(
            words(Words::tr("A key that was pasted stays valid in HubSpot until it is deleted "
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
    const QString title = fromUtf8(connection.title);
    const Question question =
        makeQuestion(Words::tr("Budget of calls a day"), Words::tr("Save"), parent);
    question.body->addWidget(
        words(Words::tr("How many calls to %1 may Topline make in a day? What does not fit waits "
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
    question.body->addWidget(
        words(Words::tr("%Ln call(s) today so far. 0 sets no limit of our own.", nullptr, used),
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
