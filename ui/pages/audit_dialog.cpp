#include "ui/pages/audit_dialog.h"

#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/look/tokens.h"
#include "ui/pages/question.h"
#include "ui/text/audit_text.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QTextEdit>

#include <optional>

namespace topline::pages {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AuditDialog)
};

constexpr int wide = 720;
constexpr int high = 420;

// Headings in ink, labels in grey, and what wraps stays clear of the labels' edge.
class AuditPage final : public QTextEdit {
public:
    AuditPage(const domain::ActionAudit &audit, const ui::text::Format &format)
    {
        setReadOnly(true);
        setTabChangesFocus(true);
        setAccessibleName(Words::tr("Audit card"));
        setMinimumHeight(high);
        document()->setDocumentMargin(look::space::m);
        document()->setDefaultFont(look::font(look::Type::Dense));
        const look::Tokens &t = look::tokensFor(palette());
        std::optional<ui::text::AuditPart> part;
        for (const auto &line : ui::text::auditLines(audit, format)) {
            if (part != line.part)
                addHead(ui::text::auditPartText(line.part), t.text);
            part = line.part;
            addBlock(look::space::xl, -look::space::m);
            add(line.label + QStringLiteral(": "), look::Type::Dense, t.text3);
            add(line.value, look::Type::Dense, t.text);
        }
        const QString model = ui::text::modelWords(audit, format);
        if (!model.isEmpty()) {
            addHead(Words::tr("What the model was sent and said"), t.text);
            addBlock(look::space::m, 0);
            add(model, look::Type::Dense, t.text);
        }
        moveCursor(QTextCursor::Start);
    }

private:
    void addHead(const QString &text, const QColor &colour)
    {
        addBlock(0, 0, document()->isEmpty() ? 0 : look::space::m);
        add(text, look::Type::DenseHead, colour);
    }

    void addBlock(int left, int first, int above = 0)
    {
        QTextBlockFormat block;
        block.setLeftMargin(left);
        block.setTextIndent(first);
        block.setTopMargin(above);
        if (document()->isEmpty())
            textCursor().setBlockFormat(block);
        else
            textCursor().insertBlock(block);
    }

    void add(const QString &text, look::Type type, const QColor &colour)
    {
        QTextCharFormat letters;
        letters.setFont(look::font(type));
        letters.setForeground(colour);
        textCursor().insertText(text, letters);
    }
};

} // namespace

void showAudit(const domain::ActionAudit &audit, const ui::text::Format &format, QWidget *parent)
{
    const Question question =
        makeQuestion(Words::tr("Audit card"), Words::tr("Copy and close"), parent);
    QString all = ui::text::auditText(audit, format);
    const QString model = ui::text::modelWords(audit, format);
    if (!model.isEmpty())
        all += QLatin1Char('\n') + model + QLatin1Char('\n');
    auto *text = new AuditPage(audit, format);
    question.dialog->setFixedWidth(wide);
    question.body->addWidget(text);
    QObject::connect(question.dialog, &QDialog::accepted, text,
                     [all] { QGuiApplication::clipboard()->setText(all); });
    question.cancel->setText(Words::tr("Close"));
    question.dialog->open();
    text->setFocus();
}

} // namespace topline::pages
