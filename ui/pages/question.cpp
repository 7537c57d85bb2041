#include "ui/pages/question.h"

#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/pages/footer_strip.h"
#include "ui/pages/wrap_label.h"

#include <QCoreApplication>
#include <QHBoxLayout>

namespace topline::pages {

using namespace look;

namespace {

constexpr int margin = 24;
constexpr int wide = 480;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SyncDialogs)
};

} // namespace

QLabel *questionWords(const QString &text, Type type, QPalette::ColorRole role)
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
    body->addWidget(questionWords(title, Type::FigureTitle));
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

} // namespace topline::pages
