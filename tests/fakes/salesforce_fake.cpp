#include "tests/fakes/salesforce_fake.h"

#include "core/crm/salesforce_id.h"
#include "core/crm/soql.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace topline::fakes {

namespace {

struct StageSpec {
    const char *name;
    bool isClosed;
    bool isWon;
};

constexpr StageSpec stageSpecs[] = {
    {"Prospecting", false, false}, {"Qualification", false, false}, {"Proposal", false, false},
    {"Closed Won", true, true},    {"Closed Lost", true, false},
};

QString text(const std::string &plain)
{
    return QString::fromStdString(plain);
}

std::string bodyOf(const QJsonValue &body)
{
    if (body.isString())
        return body.toString().toStdString();
    if (body.isArray())
        return QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact).toStdString();
    if (body.isObject())
        return QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact).toStdString();
    return {};
}

} // namespace

SalesforceFake::SalesforceFake(const base::Clock &clock)
    : m_clock(clock)
    , m_objects(salesforceObjects())
{
    int order = 0;
    for (const StageSpec &stage : stageSpecs)
        add("OpportunityStage", {{"ApiName", stage.name},
                                 {"MasterLabel", stage.name},
                                 {"IsActive", true},
                                 {"SortOrder", ++order},
                                 {"IsClosed", stage.isClosed},
                                 {"IsWon", stage.isWon}});
    doneStatus("Completed");
    m_tables["Organization"][orgId] = {
        {"Id", text(orgId)}, {"Name", "Fake Org"}, {"IsSandbox", true}, {"SystemModstamp", now()}};
}

void SalesforceFake::doneStatus(const std::string &name)
{
    m_tables["TaskStatus"].clear();
    add("TaskStatus", {{"ApiName", "Not Started"}, {"IsClosed", false}, {"SortOrder", 1}});
    add("TaskStatus", {{"ApiName", text(name)}, {"IsClosed", true}, {"SortOrder", 2}});
}

Handler SalesforceFake::handler()
{
    return [this](const Request &request) { return handle(request); };
}

QString SalesforceFake::now() const
{
    const std::string iso = crm::salesforceDateTime((m_clock.now() + skewMs) / 1'000 * 1'000);
    return text(iso.substr(0, iso.size() - 1) + "+0000");
}

std::string SalesforceFake::newId(const std::string &object)
{
    constexpr std::string_view digits =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    std::string tail(7, '0');
    std::int64_t number = ++m_lastId;
    for (std::size_t i = tail.size(); i-- > 0; number /= 62)
        tail[i] = digits[static_cast<std::size_t>(number % 62)];
    return *crm::salesforceId18(m_objects.at(object).keyPrefix + "5e000" + tail);
}

std::string SalesforceFake::add(const std::string &object, QJsonObject fields)
{
    // The rows of a file share an id.
    const std::string given = fields.value("Id").toString().toStdString();
    const std::string id = given.empty() ? newId(object) : given;
    put(object, id, fields, true);
    return id;
}

void SalesforceFake::edit(const std::string &object, const std::string &id,
                          const QJsonObject &fields)
{
    put(object, id, fields, false);
}

void SalesforceFake::put(const std::string &object, const std::string &id,
                         const QJsonObject &fields, bool isNew)
{
    FakeRow &row = m_tables[object][id];
    const FakeRow before = row;
    for (auto each = fields.begin(); each != fields.end(); ++each)
        row.insert(each.key(), each.value());
    if (isNew) {
        row.insert("Id", text(id));
        row.insert("IsDeleted", false);
        if (!fields.contains("CreatedDate"))
            row.insert("CreatedDate", now());
    }
    row.insert("LastModifiedDate", now());
    row.insert("SystemModstamp", now());
    derive(object, row, before);
}

bool SalesforceFake::isDone(const QString &status)
{
    const FakeTable &known = m_tables["TaskStatus"];
    return std::any_of(known.begin(), known.end(), [&](const auto &one) {
        return one.second.value("ApiName").toString() == status &&
               one.second.value("IsClosed").toBool();
    });
}

void SalesforceFake::derive(const std::string &object, FakeRow &row, const FakeRow &before)
{
    if (object == "Task")
        row.insert("IsClosed", isDone(row.value("Status").toString()));
    if (object == "Task" && row.value("IsClosed").toBool() && !row.contains("CompletedDateTime"))
        row.insert("CompletedDateTime", now());
    if (object == "CampaignMember")
        deriveResponse(row);
    if (object != "Opportunity")
        return;
    for (const auto &[id, stage] : m_tables["OpportunityStage"]) {
        if (stage.value("ApiName") != row.value("StageName"))
            continue;
        row.insert("IsClosed", stage.value("IsClosed"));
        row.insert("IsWon", stage.value("IsWon"));
    }
    const bool hasMoved = before.value("StageName") != row.value("StageName") ||
                          before.value("Amount") != row.value("Amount") ||
                          before.value("CloseDate") != row.value("CloseDate");
    if (hasMoved)
        add("OpportunityHistory",
            {{"OpportunityId", row.value("Id")},
             {"StageName", row.value("StageName")},
             {"Amount", row.value("Amount")},
             {"CloseDate", row.value("CloseDate")},
             {"ForecastCategory", row.value("IsWon").toBool()      ? "Closed"
                                  : row.value("IsClosed").toBool() ? "Omitted"
                                                                   : "Pipeline"}});
}

// By the statuses of the campaign; without any, by those that a new campaign has.
void SalesforceFake::deriveResponse(FakeRow &row)
{
    bool hasResponded = row.value("Status").toString() == "Responded";
    for (const auto &[id, status] : m_tables["CampaignMemberStatus"]) {
        if (status.value("CampaignId") == row.value("CampaignId") &&
            status.value("Label") == row.value("Status"))
            hasResponded = status.value("HasResponded").toBool();
    }
    row.insert("HasResponded", hasResponded);
    if (hasResponded && !row.contains("FirstRespondedDate"))
        row.insert("FirstRespondedDate", now().left(10));
}

void SalesforceFake::removeAll(const std::string &object, const char *field, const std::string &id)
{
    std::vector<std::string> hanging;
    for (const auto &[childId, row] : m_tables[object]) {
        if (row.value(QLatin1String(field)).toString() == text(id) &&
            !row.value("IsDeleted").toBool())
            hanging.push_back(childId);
    }
    for (const std::string &childId : hanging)
        remove(object, childId);
}

void SalesforceFake::remove(const std::string &object, const std::string &id)
{
    put(object, id, {{"IsDeleted", true}}, false);
    m_deletions.push_back({object, {id, now()}});
    // A note is one file with three faces; what it stood on stays.
    if (object == "ContentNote")
        remove("ContentDocument", id);
    if (object == "ContentDocument")
        removeAll("ContentDocumentLink", "ContentDocumentId", id);
    removeAll("Note", "ParentId", id);
    removeAll("CampaignMember", "ContactId", id);
    if (object != "Account")
        return;
    for (const char *child : {"Contact", "Opportunity"})
        removeAll(child, "AccountId", id);
}

void SalesforceFake::restore(const std::string &object, const std::string &id)
{
    put(object, id, {{"IsDeleted", false}}, false);
    std::erase_if(m_deletions, [&](const auto &one) { return one.second.first == id; });
}

void SalesforceFake::purge(const std::string &object)
{
    std::erase_if(m_tables[object],
                  [](const auto &one) { return one.second.value("IsDeleted").toBool(); });
}

void SalesforceFake::merge(const std::string &object, const std::string &winner,
                           const std::string &loser)
{
    remove(object, loser);
    put(object, loser, {{"MasterRecordId", text(winner)}}, false);
    put(object, winner, {}, false);
}

std::string SalesforceFake::convert(const std::string &lead)
{
    const FakeRow row = m_tables["Lead"].at(lead);
    const std::string contact = add("Contact", {{"FirstName", row.value("FirstName")},
                                                {"LastName", row.value("LastName")},
                                                {"Email", row.value("Email")}});
    put("Lead", lead, {{"IsConverted", true}, {"ConvertedContactId", text(contact)}}, false);
    std::vector<std::string> memberships;
    for (const auto &[id, member] : m_tables["CampaignMember"]) {
        if (member.value("LeadId").toString() == text(lead))
            memberships.push_back(id);
    }
    for (const std::string &id : memberships)
        put("CampaignMember", id, {{"ContactId", text(contact)}}, false);
    return contact;
}

void SalesforceFake::stamp(const std::string &object, const std::string &id, base::UtcMs timeMs)
{
    const std::string iso = crm::salesforceDateTime(timeMs / 1'000 * 1'000);
    m_tables[object].at(id).insert("SystemModstamp", text(iso.substr(0, iso.size() - 1) + "+0000"));
}

void SalesforceFake::renameStage(const std::string &apiName, const std::string &label,
                                 bool isActive)
{
    for (auto &[id, row] : m_tables["OpportunityStage"]) {
        if (row.value("ApiName").toString() != text(apiName))
            continue;
        row.insert("MasterLabel", text(label));
        row.insert("IsActive", isActive);
    }
}

void SalesforceFake::hide(const std::string &object, const std::string &field)
{
    m_hidden.insert(object + "." + field);
    ++m_describeVersion;
}

void SalesforceFake::show(const std::string &object, const std::string &field)
{
    m_hidden.erase(object + "." + field);
    ++m_describeVersion;
}

void SalesforceFake::dropField(const std::string &object, const std::string &field)
{
    std::erase_if(m_objects.at(object).fields, [&](const auto &one) { return one.name == field; });
    ++m_describeVersion;
}

void SalesforceFake::setField(const std::string &object, const FakeField &field)
{
    dropField(object, field.name);
    m_objects.at(object).fields.push_back(field);
}

const FakeRow *SalesforceFake::row(const std::string &object, const std::string &id) const
{
    const auto table = m_tables.find(object);
    if (table == m_tables.end())
        return nullptr;
    const auto found = table->second.find(id);
    return found == table->second.end() ? nullptr : &found->second;
}

QString SalesforceFake::cell(const std::string &object, const std::string &id,
                             const char *field) const
{
    const FakeRow *found = row(object, id);
    return found == nullptr ? QString() : found->value(QLatin1String(field)).toVariant().toString();
}

std::string SalesforceFake::firstWith(const std::string &object, const std::string &field,
                                      const std::string &value) const
{
    const auto table = m_tables.find(object);
    if (table == m_tables.end())
        return {};
    for (const auto &[id, row] : table->second) {
        if (row.value(text(field)).toVariant().toString() == text(value))
            return id;
    }
    return {};
}

std::size_t SalesforceFake::live(const std::string &object) const
{
    const auto table = m_tables.find(object);
    if (table == m_tables.end())
        return 0;
    return static_cast<std::size_t>(
        std::count_if(table->second.begin(), table->second.end(),
                      [](const auto &one) { return !one.second.value("IsDeleted").toBool(); }));
}

SalesforceFake::Answer SalesforceFake::fault(int status, const std::string &code,
                                             const std::string &message, const QJsonArray &fields)
{
    QJsonObject one{{"message", text(message)}, {"errorCode", text(code)}};
    if (!fields.isEmpty())
        one.insert("fields", fields);
    return {status, QJsonArray{one}, {}};
}

Response SalesforceFake::handle(const Request &request)
{
    log.push_back(request);
    if (onRequest)
        onRequest(request);
    const std::string line =
        request.method + " " + request.path + (request.query.empty() ? "" : "?") +
        percentDecoded(request.query, true) + "\n" + percentDecoded(request.body, false);
    Response::Wire wire = Response::Wire::Normal;
    for (auto each = m_faults.begin(); each != m_faults.end(); ++each) {
        if (line.find(each->match) == std::string::npos)
            continue;
        if (each->skip-- > 0)
            continue;
        const FakeFault now = *each;
        if (--each->times <= 0)
            m_faults.erase(each);
        if (now.expiresSession)
            token += "-renewed";
        wire = now.wire;
        if (wire == Response::Wire::CloseBefore)
            return {0, {}, {}, wire};
        if (now.answer.status != 0 && !now.expiresSession && wire == Response::Wire::Normal)
            return now.answer;
        break;
    }
    const Answer answer = route(request);
    Response out;
    out.status = answer.status;
    out.headers = answer.headers;
    out.headers.emplace_back("Date", QDateTime::fromMSecsSinceEpoch(m_clock.now() + skewMs)
                                         .toUTC()
                                         .toString("ddd, dd MMM yyyy hh:mm:ss 'GMT'")
                                         .toStdString());
    out.headers.emplace_back("Content-Type", "application/json;charset=UTF-8");
    out.headers.emplace_back("Sforce-Limit-Info",
                             "api-usage=" + std::to_string(calls) + "/" + std::to_string(callsMax));
    out.body = bodyOf(answer.body);
    out.wire = wire;
    return out;
}

} // namespace topline::fakes
