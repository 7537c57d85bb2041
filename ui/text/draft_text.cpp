#include "ui/text/draft_text.h"

#include "core/domain/crm_system.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QStringList>

#include <map>

namespace topline::ui::text {

namespace {

struct DraftWords {
    Q_DECLARE_TR_FUNCTIONS(DraftText)

public:
    static QString field(const std::string &name);
    static QString source(const std::string &source);
    static QString matched(const QString &text);
    static QString removed(const std::string &what);
};

QString DraftWords::field(const std::string &name)
{
    const std::map<std::string, QString> words = {
        {"account.country", tr("country of the company")},
        {"account.domain", tr("web domain of the company")},
        {"account.employees", tr("employees of the company")},
        {"account.industry", tr("industry of the company")},
        {"account.name", tr("name of the company")},
        {"account.parent", tr("parent company")},
        {"contact.email", tr("mail address of the person")},
        {"contact.first_name", tr("first name of the person")},
        {"contact.last_name", tr("last name of the person")},
        {"contact.name", tr("name of the person")},
        {"contact.phone", tr("phone number of the person")},
        {"contact.title", tr("title of the person")},
        {"deal.amount", tr("amount of the deal")},
        {"deal.close_date", tr("close date of the deal")},
        {"deal.name", tr("name of the deal")},
        {"deal.next_step", tr("next step of the deal")},
        {"deal.product", tr("product of the deal")},
        {"deal.source", tr("source of the deal")},
        {"deal.stage", tr("stage of the deal")},
        {"event.date", tr("day of what the buyer did last")},
        {"event.title", tr("what the buyer did last")},
        {"meeting.date", tr("day of the first proposed time")},
        {"meeting.minutes", tr("minutes of the meeting")},
        {"meeting.time", tr("first proposed time")},
        {"meeting.times", tr("all proposed times, one a line")},
        {"owner.email", tr("your mail address")},
        {"owner.first_name", tr("your first name")},
        {"owner.name", tr("your name")},
        {"play.goal", tr("goal of the play")},
        {"play.name", tr("name of the play")},
        {"written by", tr("text by the model")},
    };
    const auto found = words.find(name);
    return found == words.end() ? fromUtf8(name) : found->second;
}

QString DraftWords::source(const std::string &source)
{
    if (source == "file")
        return tr("imported");
    if (source == "play")
        return tr("the play");
    if (source == "events")
        return tr("seen");
    if (source == "model" || source.empty())
        return {};
    return fromUtf8(std::string(domain::systemTitle(source)));
}

// "size: 51-500": what of a piece's tags the person or the company met.
QString DraftWords::matched(const QString &text)
{
    const QString name = text.section(QStringLiteral(": "), 0, 0);
    const QString tag = text.section(QStringLiteral(": "), 1);
    if (name == QLatin1String("stage"))
        return tr("stage %1").arg(tag);
    if (name == QLatin1String("industry"))
        return tr("industry %1").arg(tag);
    if (name == QLatin1String("persona"))
        return tr("title with “%1”").arg(tag);
    if (name == QLatin1String("objection"))
        return tr("they wrote “%1”").arg(tag);
    if (name != QLatin1String("size"))
        return text;
    return tag.endsWith(QLatin1Char('-')) ? tr("from %1 employees").arg(tag.chopped(1))
                                          : tr("%1 employees").arg(tag);
}

QString DraftWords::removed(const std::string &what)
{
    const std::map<std::string, QString> words = {
        {"link", tr("a link")},           {"address", tr("a mail address")},
        {"number", tr("a number")},       {"amount", tr("an amount")},
        {"heading", tr("a heading")},     {"markup", tr("markup")},
        {"hidden", tr("hidden letters")}, {"field", tr("a field")},
    };
    const auto found = words.find(what);
    return found == words.end() ? fromUtf8(what) : found->second;
}

// One {{…}} without its braces.
QString tagWords(const QString &tag)
{
    const QString inner = tag.trimmed();
    if (inner.startsWith(QLatin1String("#if ")))
        return DraftWords::tr("[where known: %1 – ")
            .arg(mergeFieldText(inner.mid(4).trimmed().toStdString()));
    if (inner == QLatin1String("else"))
        return DraftWords::tr(" – else: ");
    if (inner == QLatin1String("/if"))
        return QStringLiteral("]");
    if (inner.startsWith(QLatin1String("snippet:")))
        return DraftWords::tr("[snippet “%1”]").arg(inner.mid(8).trimmed());
    const auto bar = inner.indexOf(QLatin1Char('|'));
    const QString field =
        mergeFieldText((bar < 0 ? inner : inner.left(bar)).trimmed().toStdString());
    if (bar < 0)
        return QStringLiteral("[%1]").arg(field);
    const QString otherwise = inner.mid(bar + 1).trimmed();
    return otherwise.isEmpty() ? DraftWords::tr("[%1, or nothing]").arg(field)
                               : DraftWords::tr("[%1, or “%2”]").arg(field, otherwise);
}

} // namespace

QString templateWords(const QString &source)
{
    QString out;
    qsizetype at = 0;
    while (true) {
        const auto open = source.indexOf(QLatin1String("{{"), at);
        const auto close = open < 0 ? -1 : source.indexOf(QLatin1String("}}"), open + 2);
        if (close < 0)
            return out + source.mid(at);
        out += source.mid(at, open - at) + tagWords(source.mid(open + 2, close - open - 2));
        at = close + 2;
    }
}

QString draftFactText(const domain::DraftFact &fact)
{
    const QString words =
        DraftWords::field(fact.field) + QStringLiteral(": ") + fromUtf8(fact.value).simplified();
    const QString source = DraftWords::source(fact.source);
    return source.isEmpty() ? words : words + QStringLiteral(" (") + source + QLatin1Char(')');
}

QString mergeFieldText(const std::string &name)
{
    return DraftWords::field(name);
}

QString removedPartText(const domain::RemovedPart &part)
{
    return DraftWords::removed(part.what) + QStringLiteral(": ") + fromUtf8(part.text).simplified();
}

QString suggestionText(const domain::ContentSuggestion &suggestion)
{
    QStringList words;
    for (const auto &matched : suggestion.matched)
        words += DraftWords::matched(fromUtf8(matched));
    if (suggestion.isNew)
        words += DraftWords::tr("new");
    const auto &counts = suggestion.row.counts;
    if (counts.uses > 0)
        words += DraftWords::tr("%1 of %2 answered").arg(counts.replies).arg(counts.uses);
    else
        words += DraftWords::tr("not sent yet");
    return words.join(QStringLiteral(" · "));
}

QString draftFaultText(const domain::DraftFault &fault)
{
    const auto &error = fault.error;
    QString out = fromUtf8(error.message);
    if (!error.todo.empty())
        out += QLatin1Char(' ') + fromUtf8(error.todo);
    return out;
}

} // namespace topline::ui::text
