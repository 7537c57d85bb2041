#include "ui/pages/deal_plan_line.h"

#include "ui/text/moment_entry.h"
#include "ui/text/names_text.h"

#include <QCoreApplication>

namespace topline::pages {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(DealPlan)

public:
    //: Our side of a mutual plan, before a colon in a line that is typed.
    static QString us() { return tr("us"); }

    //: The buyer's side of a mutual plan, before a colon in a line that is typed.
    static QString them() { return tr("them"); }

    //: Between a task and its due time in a line that is typed: "name the signer by fri 12".
    static QString by() { return tr("by"); }

    static QString empty() { return tr("Say what is to be done."); }
};

} // namespace

PlanLine readPlanLine(const QString &line, const domain::PlanTask &known,
                      const ui::text::Format &format)
{
    PlanLine out{known, {}};
    QString rest = line.simplified();
    const auto take = [&](const QString &name, domain::PlanSide side) {
        const QString head = name + QLatin1Char(':');
        if (!rest.startsWith(head, Qt::CaseInsensitive))
            return false;
        rest = rest.mid(head.size()).trimmed();
        out.task.side = side;
        return true;
    };
    if (!take(Words::them(), domain::PlanSide::Them))
        take(Words::us(), domain::PlanSide::Us);
    const QString between = QLatin1Char(' ') + Words::by() + QLatin1Char(' ');
    const auto at = rest.lastIndexOf(between, -1, Qt::CaseInsensitive);
    if (at > 0) {
        const QString when = rest.mid(at + between.size()).trimmed();
        const auto moment = ui::text::readMoment(when, format);
        if (when == QLatin1String("-")) {
            out.task.dueMs.reset();
            rest.truncate(at);
        } else if (moment.ok()) {
            out.task.dueMs = moment.atMs;
            rest.truncate(at);
        } else if (moment.problem != ui::text::MomentProblem::NotUnderstood) {
            out.problem = ui::text::momentProblemText(moment.problem);
        }
    }
    out.task.task = rest.trimmed().toStdString();
    if (out.task.task.empty())
        out.problem = Words::empty();
    return out;
}

QString planLineOf(const domain::PlanTask &task)
{
    const QString side = task.side == domain::PlanSide::Us ? Words::us() : Words::them();
    return side + QStringLiteral(": ") + ui::text::fromUtf8(task.task);
}

} // namespace topline::pages
