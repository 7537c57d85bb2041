#include "ui/text/sync_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <string_view>

namespace topline::ui::text {

namespace {

struct Word {
    std::string_view name;
    const char *text;
};

// In the order in which people think of them.
constexpr std::array objects{
    Word{"contacts", QT_TRANSLATE_NOOP("SyncObject", "Contacts")},
    Word{"deals", QT_TRANSLATE_NOOP("SyncObject", "Deals")},
    Word{"accounts", QT_TRANSLATE_NOOP("SyncObject", "Companies")},
    Word{"companies", QT_TRANSLATE_NOOP("SyncObject", "Companies")},
    Word{"opportunities", QT_TRANSLATE_NOOP("SyncObject", "Deals")},
    Word{"leads", QT_TRANSLATE_NOOP("SyncObject", "Leads")},
    Word{"activities", QT_TRANSLATE_NOOP("SyncObject", "Activities")},
    Word{"tasks", QT_TRANSLATE_NOOP("SyncObject", "Tasks")},
    Word{"calls", QT_TRANSLATE_NOOP("SyncObject", "Calls")},
    Word{"emails", QT_TRANSLATE_NOOP("SyncObject", "E-mails")},
    Word{"meetings", QT_TRANSLATE_NOOP("SyncObject", "Meetings")},
    Word{"notes", QT_TRANSLATE_NOOP("SyncObject", "Notes")},
    Word{"messages", QT_TRANSLATE_NOOP("SyncObject", "Messages")},
    Word{"events", QT_TRANSLATE_NOOP("SyncObject", "Events")},
    Word{"campaigns", QT_TRANSLATE_NOOP("SyncObject", "Campaigns")},
    Word{"products", QT_TRANSLATE_NOOP("SyncObject", "Products")},
    Word{"owners", QT_TRANSLATE_NOOP("SyncObject", "Owners")},
    Word{"users", QT_TRANSLATE_NOOP("SyncObject", "Owners")},
    Word{"pipelines", QT_TRANSLATE_NOOP("SyncObject", "Pipelines")},
    Word{"stages", QT_TRANSLATE_NOOP("SyncObject", "Stages")},
    Word{"stage_history", QT_TRANSLATE_NOOP("SyncObject", "Stage history")},
    Word{"stage_changes", QT_TRANSLATE_NOOP("SyncObject", "Stage changes")},
    Word{"deal_contacts", QT_TRANSLATE_NOOP("SyncObject", "Deal contacts")},
    Word{"held_meetings", QT_TRANSLATE_NOOP("SyncObject", "Held meetings")},
    Word{"field_history", QT_TRANSLATE_NOOP("SyncObject", "Field history")},
    Word{"amount_history", QT_TRANSLATE_NOOP("SyncObject", "Amount history")},
    Word{"contact_roles", QT_TRANSLATE_NOOP("SyncObject", "Contact roles")},
    Word{"associations", QT_TRANSLATE_NOOP("SyncObject", "Links")},
    Word{"links", QT_TRANSLATE_NOOP("SyncObject", "Links")},
    Word{"quotas", QT_TRANSLATE_NOOP("SyncObject", "Quotas")},
};

constexpr std::array fields{
    Word{"nextStep", QT_TRANSLATE_NOOP("SyncField", "Next step")},
    Word{"stage", QT_TRANSLATE_NOOP("SyncField", "Stage")},
    Word{"amount", QT_TRANSLATE_NOOP("SyncField", "Amount")},
    Word{"close", QT_TRANSLATE_NOOP("SyncField", "Close date")},
    Word{"name", QT_TRANSLATE_NOOP("SyncField", "Name")},
    Word{"owner", QT_TRANSLATE_NOOP("SyncField", "Owner")},
    Word{"account", QT_TRANSLATE_NOOP("SyncField", "Company")},
    Word{"contact", QT_TRANSLATE_NOOP("SyncField", "Contact")},
    Word{"email", QT_TRANSLATE_NOOP("SyncField", "E-mail")},
    Word{"phone", QT_TRANSLATE_NOOP("SyncField", "Phone")},
    Word{"title", QT_TRANSLATE_NOOP("SyncField", "Job title")},
    Word{"domain", QT_TRANSLATE_NOOP("SyncField", "Domain")},
    Word{"industry", QT_TRANSLATE_NOOP("SyncField", "Industry")},
    Word{"employees", QT_TRANSLATE_NOOP("SyncField", "Employees")},
    Word{"annualRevenue", QT_TRANSLATE_NOOP("SyncField", "Annual revenue")},
    Word{"firstName", QT_TRANSLATE_NOOP("SyncField", "First name")},
    Word{"lastName", QT_TRANSLATE_NOOP("SyncField", "Last name")},
    Word{"timeZone", QT_TRANSLATE_NOOP("SyncField", "Time zone")},
    Word{"country", QT_TRANSLATE_NOOP("SyncField", "Country")},
    Word{"source", QT_TRANSLATE_NOOP("SyncField", "Source")},
    Word{"product", QT_TRANSLATE_NOOP("SyncField", "Product")},
};

constexpr std::array pendingStates{
    Word{"queued", QT_TRANSLATE_NOOP("SyncPending", "waits")},
    Word{"intent", QT_TRANSLATE_NOOP("SyncPending", "about to be sent")},
    Word{"on_wire", QT_TRANSLATE_NOOP("SyncPending", "being sent")},
    Word{"sent", QT_TRANSLATE_NOOP("SyncPending", "sent")},
    Word{"failed", QT_TRANSLATE_NOOP("SyncPending", "failed")},
    Word{"unknown", QT_TRANSLATE_NOOP("SyncPending", "unknown")},
    Word{"cancelled", QT_TRANSLATE_NOOP("SyncPending", "cancelled")},
};

constexpr std::array findings{
    Word{"here", QT_TRANSLATE_NOOP("SyncFinding", "It is here")},
    Word{"deleted", QT_TRANSLATE_NOOP("SyncFinding", "Deleted in the CRM")},
    Word{"merged", QT_TRANSLATE_NOOP("SyncFinding", "Merged into another record")},
    Word{"not_visible", QT_TRANSLATE_NOOP("SyncFinding", "This sign-in may not see it")},
    Word{"held_delete", QT_TRANSLATE_NOOP("SyncFinding", "Its deletion waits for your answer")},
    Word{"never_seen", QT_TRANSLATE_NOOP("SyncFinding", "Never seen")},
};

const Word *find(const auto &words, std::string_view name)
{
    const auto found = std::find_if(words.begin(), words.end(),
                                    [name](const Word &word) { return word.name == name; });
    return found == words.end() ? nullptr : &*found;
}

// A name of the outside party's own, as far as it can be made readable.
QString readable(const std::string &name)
{
    QString text = fromUtf8(name);
    text.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString translated(const auto &words, const char *context, const std::string &name)
{
    const Word *word = find(words, name);
    return word != nullptr ? QCoreApplication::translate(context, word->text) : readable(name);
}

} // namespace

QString objectText(const std::string &object)
{
    return translated(objects, "SyncObject", object);
}

QString objectCountText(const std::string &object, std::int64_t count, const QLocale &locale)
{
    const QString name = objectText(object);
    const QString inSentence = QCoreApplication::translate(
        "SyncObject", "lower", "Names within a sentence: lower, or keep for capitals as they are");
    return QStringLiteral("%1 %2").arg(locale.toString(static_cast<qlonglong>(count)),
                                       inSentence == QLatin1String("keep") ? name : name.toLower());
}

QString pendingStateText(const std::string &state)
{
    return translated(pendingStates, "SyncPending", state);
}

QString fieldText(const std::string &field)
{
    return translated(fields, "SyncField", field);
}

QString editsText(const std::string &edits)
{
    static const QRegularExpression names(QStringLiteral("(?:^|, )([A-Za-z]+): "));
    QString out = fromUtf8(edits);
    auto each = names.globalMatch(out);
    std::vector<QRegularExpressionMatch> found;
    while (each.hasNext())
        found.push_back(each.next());
    for (auto match = found.rbegin(); match != found.rend(); ++match) {
        const std::string name = match->captured(1).toStdString();
        if (find(fields, name) != nullptr)
            out.replace(match->capturedStart(1), match->capturedLength(1), fieldText(name));
    }
    return out;
}

QString findingText(const std::string &code)
{
    return translated(findings, "SyncFinding", code);
}

std::vector<std::string> orderedObjects(const std::map<std::string, std::int64_t> &counts)
{
    std::vector<std::string> names;
    for (const Word &word : objects) {
        if (counts.contains(std::string(word.name)))
            names.emplace_back(word.name);
    }
    for (const auto &[name, count] : counts) {
        if (find(objects, name) == nullptr)
            names.push_back(name);
    }
    return names;
}

QString bringsText(const std::map<std::string, std::int64_t> &counts, const QLocale &locale)
{
    constexpr qsizetype most = 3;
    QStringList parts;
    for (const std::string &name : orderedObjects(counts)) {
        if (counts.at(name) > 0 && parts.size() < most)
            parts << objectCountText(name, counts.at(name), locale);
    }
    if (parts.size() < 2)
        return parts.join(QString());
    const QString last = parts.takeLast();
    return QCoreApplication::translate("SyncObject", "%1 and %2",
                                       "Two things that come: 4,212 contacts and 318 deals")
        .arg(parts.join(QStringLiteral(", ")), last);
}

} // namespace topline::ui::text
