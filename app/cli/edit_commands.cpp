#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "core/domain/remote_id.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace topline::app {

namespace {

constexpr std::int64_t conflictsShown = 1'000;

base::Error noSuchRecord(const std::string &id)
{
    return {base::ErrorCode::NotFound, "There is no record " + id + ".", "Nothing was changed."};
}

std::int64_t numberOf(const std::string &text)
{
    std::int64_t out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size() ? out : 0;
}

base::Result<bool> isThere(const store::Tables &tables, domain::RecordKind kind, std::int64_t row)
{
    if (kind == domain::RecordKind::Deal) {
        TRY_ASSIGN(const auto found, tables.records.deal(domain::DealId{row}));
        return found.has_value();
    }
    if (kind == domain::RecordKind::Contact) {
        TRY_ASSIGN(const auto found, tables.records.contact(domain::ContactId{row}));
        return found.has_value();
    }
    TRY_ASSIGN(const auto found, tables.records.account(domain::AccountId{row}));
    return found.has_value();
}

// All records that may be meant: by the CRM's id, as the CRM writes it or with our prefix, and by
// the number that lists show.
base::Result<std::set<std::int64_t>> rowsOf(const store::Tables &tables, domain::RecordKind kind,
                                            const std::string &id)
{
    std::set<std::int64_t> out;
    for (const std::string_view system : {"", "hubspot", "salesforce"}) {
        TRY_ASSIGN(const std::int64_t row,
                   tables.links.rowOf(kind, std::string(domain::remotePrefix(system)) + id));
        out.insert(row);
    }
    TRY_ASSIGN(const bool isNumbered, isThere(tables, kind, numberOf(id)));
    if (isNumbered)
        out.insert(numberOf(id));
    out.erase(0);
    return out;
}

base::Result<domain::FieldEditRequest> recordOf(engine::Engine &engine, const std::string &kind,
                                                const std::string &id)
{
    const auto recordKind = kind == "deal"      ? domain::RecordKind::Deal
                            : kind == "contact" ? domain::RecordKind::Contact
                                                : domain::RecordKind::Account;
    TRY_ASSIGN(const auto rows, rowsOf(engine.tables(), recordKind, id));
    if (rows.empty())
        return noSuchRecord(id);
    if (rows.size() > 1)
        return base::Error{base::ErrorCode::InvalidInput,
                           id + " is the id of one record and the number of another.",
                           "Nothing was changed.",
                           "Write the id as the lists show it, such as hs:" + id + '.'};
    const std::int64_t row = *rows.begin();
    domain::FieldEditRequest out;
    if (recordKind == domain::RecordKind::Deal)
        out.deal.value = row;
    else if (recordKind == domain::RecordKind::Contact)
        out.contact.value = row;
    else
        out.account.value = row;
    return out;
}

QJsonObject jsonConflict(const domain::Conflict &conflict)
{
    return {{QStringLiteral("id"), toQt(conflict.id.text())},
            {QStringLiteral("system"), toQt(conflict.system)},
            {QStringLiteral("record"), toQt(conflict.recordName)},
            {QStringLiteral("field"), toQt(conflict.field)},
            {QStringLiteral("base"), toQt(conflict.base)},
            {QStringLiteral("ours"), toQt(conflict.ours)},
            {QStringLiteral("oursFrom"), toQt(conflict.oursFrom)},
            {QStringLiteral("theirs"), toQt(conflict.theirs)},
            {QStringLiteral("state"), toQt(domain::conflictStateName(conflict.state))},
            {QStringLiteral("at"), jsonTime(conflict.atMs)},
            {QStringLiteral("resolvedAt"), jsonTime(conflict.resolvedMs)},
            {QStringLiteral("action"),
             conflict.action.isNull() ? QJsonValue() : QJsonValue(toQt(conflict.action.text()))}};
}

base::Result<domain::Conflict> findConflict(engine::Engine &engine, const std::string &idText)
{
    TRY_ASSIGN(auto all, engine.tables().conflicts.list(conflictsShown));
    std::erase_if(all, [&](const auto &each) { return !each.id.text().starts_with(idText); });
    if (all.size() == 1 && !idText.empty())
        return std::move(all.front());
    return base::Error{base::ErrorCode::NotFound,
                       "\"" + idText + "\" " +
                           (all.empty() ? "is the beginning of no conflict's id."
                                        : "is the beginning of more than one conflict's id."),
                       "Nothing was changed."};
}

} // namespace

base::Result<Reply> runConflicts(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(auto all, session->engine().tables().conflicts.list(conflictsShown));
    if (invocation.has("open"))
        std::erase_if(all,
                      [](const auto &each) { return each.state != domain::ConflictState::Open; });
    QJsonArray items;
    TextTable table({{QStringLiteral("Id")},
                     {QStringLiteral("CRM")},
                     {QStringLiteral("Record")},
                     {QStringLiteral("Field")},
                     {QStringLiteral("Ours")},
                     {QStringLiteral("Theirs")},
                     {QStringLiteral("State")}});
    for (const auto &each : all) {
        items.append(jsonConflict(each));
        table.add({toQt(each.id.text()), toQt(each.system), toQt(each.recordName), toQt(each.field),
                   toQt(each.ours), toQt(each.theirs),
                   toQt(domain::conflictStateName(each.state))});
    }
    Reply out;
    out.document = {{QStringLiteral("items"), items}};
    out.text = table.isEmpty() ? QStringLiteral("There are no conflicts.\n") : table.text();
    return out;
}

base::Result<Reply> resolveConflict(const Invocation &invocation)
{
    const std::string &side = invocation.arguments[1];
    if (side != "ours" && side != "theirs")
        return usageReply("A conflict is resolved with ours or theirs.");
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto conflict, findConflict(session->engine(), invocation.arguments.front()));
    TRY(session->engine().resolveConflict(conflict.id, side == "ours"));
    TRY_ASSIGN(const auto decided, findConflict(session->engine(), conflict.id.text()));
    Reply out;
    out.document = {{QStringLiteral("items"), QJsonArray{jsonConflict(decided)}}};
    out.text = QStringLiteral("%1 of %2: %3\n")
                   .arg(toQt(decided.field), toQt(decided.recordName),
                        toQt(domain::conflictStateName(decided.state)));
    return out;
}

base::Result<Reply> runDeletes(const Invocation &invocation)
{
    const std::string &answer = invocation.arguments[1];
    if (answer != "accept" && answer != "refuse")
        return usageReply("Deletions are decided with accept or refuse.");
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY(session->engine().confirmDeletes(invocation.arguments.front(), answer == "accept"));
    TRY(session->engine().tick());
    Reply out;
    out.document = {{QStringLiteral("accepted"), answer == "accept"}};
    out.text = answer == "accept" ? QStringLiteral("The deletions were carried out here.\n")
                                  : QStringLiteral("The records stay.\n");
    return out;
}

base::Result<Reply> runEdit(const Invocation &invocation)
{
    const std::string &kind = invocation.arguments[0];
    if (kind != "deal" && kind != "contact" && kind != "account")
        return usageReply("A deal, a contact or an account can be edited.");
    std::map<std::string, std::string> values;
    for (std::size_t at = 2; at < invocation.arguments.size(); ++at) {
        const std::string &text = invocation.arguments[at];
        const auto equals = text.find('=');
        if (equals == std::string::npos || equals == 0)
            return usageReply("\"" + text + "\" is not of the form FIELD=VALUE.");
        values[text.substr(0, equals)] = text.substr(equals + 1);
    }
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(auto request, recordOf(session->engine(), kind, invocation.arguments[1]));
    request.values = std::move(values);
    TRY_ASSIGN(const auto ids, session->engine().editFields(request));
    Reply out;
    QJsonArray items;
    for (const auto &id : ids) {
        TRY_ASSIGN(const auto action, session->engine().findAction(id.text()));
        items.append(
            QJsonObject{{QStringLiteral("id"), toQt(id.text())},
                        {QStringLiteral("state"), toQt(domain::actionStateName(action.state))},
                        {QStringLiteral("holdUntil"), jsonTime(action.holdUntilMs)}});
        out.text += toQt(id.text()) + QStringLiteral("  approved, leaves with run; undo takes it "
                                                     "back until then\n");
    }
    out.document = {{QStringLiteral("items"), items}};
    return out;
}

} // namespace topline::app
