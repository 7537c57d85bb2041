// The audit card of an action in words: by which rule, from what, who approved which bytes, what a
// model and content had to do with it, and its rows of the ledger. Shown by the window on the GUI
// thread and printed by the terminal program. Pure; cannot fail.
#pragma once

#include "core/domain/audit.h"
#include "ui/text/format.h"

#include <QString>

#include <vector>

namespace topline::ui::text {

enum class AuditPart { Rule, Input, Fact, Model, Content, Approval, Ledger };

struct AuditLine {
    AuditPart part = AuditPart::Rule;
    QString label; // "Score"
    QString value; // "82.0"
};

QString auditPartText(AuditPart part); // "What it looked at, as it was then"

// In the order of the parts; those of the ledger oldest first.
std::vector<AuditLine> auditLines(const domain::ActionAudit &audit, const Format &format);

// All of it as plain text with headings, to be read, copied and printed.
QString auditText(const domain::ActionAudit &audit, const Format &format);

// What a model was sent and said, word for word; empty where none was asked.
QString modelWords(const domain::ActionAudit &audit, const Format &format);

} // namespace topline::ui::text
