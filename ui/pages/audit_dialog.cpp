#include "ui/pages/audit_dialog.h"

#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/pages/question.h"
#include "ui/text/audit_text.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPlainTextEdit>

namespace topline::pages {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AuditDialog)
};

constexpr int wide = 720;
constexpr int high = 420;

} // namespace

void showAudit(const domain::ActionAudit &audit, const ui::text::Format &format, QWidget *parent)
{
    const Question question =
        makeQuestion(Words::tr("Audit card"), Words::tr("Copy and close"), parent);
    QString all = ui::text::auditText(audit, format);
    const QString model = ui::text::modelWords(audit, format);
    if (!model.isEmpty())
        all += QLatin1Char('\n') + model + QLatin1Char('\n');
    auto *text = new QPlainTextEdit(all);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFont(look::font(look::Type::Dense));
    text->setAccessibleName(Words::tr("Audit card"));
    text->setMinimumHeight(high);
    question.dialog->setFixedWidth(wide);
    question.body->addWidget(text);
    QObject::connect(question.dialog, &QDialog::accepted, text,
                     [all] { QGuiApplication::clipboard()->setText(all); });
    question.cancel->setText(Words::tr("Close"));
    question.dialog->open();
    text->setFocus();
}

} // namespace topline::pages
