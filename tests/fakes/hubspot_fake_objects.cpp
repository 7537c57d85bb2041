// Objects of the fake HubSpot: list, one record, create.
#include "core/base/check.h"
#include "core/crm/hubspot_json.h"
#include "tests/fakes/hubspot_fake.h"
#include "tests/fakes/hubspot_fake_json.h"

#include <algorithm>

namespace topline::fakes {

namespace {

constexpr int batchMax = 100;

std::vector<std::string> queryList(const Request &request, std::string_view name)
{
    std::vector<std::string> out;
    const QStringList parts =
        qs(request.queryValue(name)).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parts)
        out.push_back(part.toStdString());
    return out;
}

Response notFound()
{
    return failure(404, "OBJECT_NOT_FOUND", "Object not found.  objectId are usually numeric.");
}

} // namespace

HubSpotFakeRecord *HubSpotFake::find(const std::string &type, const std::string &id,
                                     const std::string &idProperty)
{
    Records &records = m_records[type];
    if (!idProperty.empty()) {
        for (auto &[number, record] : records) {
            const auto value = record.values.find(idProperty);
            if (record.archivedMs == 0 && value != record.values.end() && value->second == id)
                return &record;
        }
        return nullptr;
    }
    if (!crm::isHubSpotId(id))
        return nullptr;
    const auto found = records.find(std::stoll(id));
    if (found == records.end())
        return nullptr;
    return found->second.mergedInto.empty() ? &found->second : find(type, found->second.mergedInto);
}

std::vector<std::string> HubSpotFake::unknownNames(const std::string &type,
                                                   const QJsonObject &values) const
{
    std::vector<std::string> out;
    for (const QString &name : values.keys()) {
        if (m_properties.at(type).count(name.toStdString()) == 0)
            out.push_back(name.toStdString());
    }
    return out;
}

// The id of the record that has a value which may be there only once.
std::string HubSpotFake::clash(const std::string &type, const QJsonObject &values) const
{
    const auto records = m_records.find(type);
    if (records == m_records.end())
        return {};
    for (const QString &name : values.keys()) {
        const std::string property = name.toStdString();
        const bool isUnique = (type == "contacts" && property == "email") ||
                              m_properties.at(type).at(property).isUnique;
        if (!isUnique)
            continue;
        for (const auto &[id, record] : records->second) {
            const auto value = record.values.find(property);
            if (record.archivedMs == 0 && value != record.values.end() &&
                value->second == text(values.value(name)))
                return record.id;
        }
    }
    return {};
}

QJsonObject HubSpotFake::view(const std::string &type, const HubSpotFakeRecord &record,
                              const std::vector<std::string> &names,
                              const std::vector<std::string> &histories) const
{
    QJsonObject values;
    std::vector<std::string> all = names;
    all.insert(all.end(), histories.begin(), histories.end());
    all.emplace_back("hs_object_id");
    all.emplace_back(type == "contacts" ? "lastmodifieddate" : "hs_lastmodifieddate");
    for (const std::string &name : all) {
        if (m_properties.at(type).count(name) == 0)
            continue; // left out without a word
        const auto value = record.values.find(name);
        values.insert(qs(name), value == record.values.end() ? QJsonValue(QJsonValue::Null)
                                                             : QJsonValue(qs(value->second)));
    }
    QJsonObject out{{"id"_L1, qs(record.id)},
                    {"properties"_L1, values},
                    {"createdAt"_L1, qs(crm::hubspotTimeText(record.createdMs))},
                    {"updatedAt"_L1, qs(crm::hubspotTimeText(record.updatedMs))},
                    {"archived"_L1, record.archivedMs != 0}};
    if (record.archivedMs != 0)
        out.insert("archivedAt"_L1, qs(crm::hubspotTimeText(record.archivedMs)));
    QJsonObject versions;
    for (const std::string &name : histories) {
        QJsonArray list;
        const auto known = record.history.find(name);
        if (known != record.history.end()) {
            for (auto one = known->second.rbegin(); one != known->second.rend(); ++one)
                list.append(QJsonObject{{"value"_L1, qs(one->second)},
                                        {"timestamp"_L1, qs(crm::hubspotTimeText(one->first))},
                                        {"sourceType"_L1, "CRM_UI"_L1}});
        }
        versions.insert(qs(name), list);
    }
    if (!histories.empty())
        out.insert("propertiesWithHistory"_L1, versions);
    return out;
}

Response HubSpotFake::objects(const Request &request, const std::string &type,
                              const std::string &rest)
{
    if (settings.denied.count(type) > 0) {
        const QJsonObject context{
            {"requiredGranularScopes"_L1, QJsonArray{qs("crm.objects." + type + ".read")}}};
        return failure(403, "MISSING_SCOPES",
                       "This app hasn't been granted all required scopes to make this call.",
                       QJsonArray{QJsonObject{{"message"_L1, "One or more scopes are required."_L1},
                                              {"context"_L1, context}}});
    }
    const QJsonObject body =
        QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
    if (rest.empty())
        return request.method == "GET" ? list(request, type) : create(type, body);
    if (rest == "search")
        return search(type, body);
    if (rest.rfind("batch/", 0) == 0)
        return batch(request, type, rest.substr(6), body);
    return one(request, type, rest);
}

Response HubSpotFake::list(const Request &request, const std::string &type)
{
    const std::string after = request.queryValue("after");
    const std::string limitText = request.queryValue("limit");
    const int limit = limitText.empty() ? 10 : std::stoi(limitText);
    if (limit > batchMax || (!after.empty() && !crm::isHubSpotId(after)))
        return failure(400, "VALIDATION_ERROR", "The paging of this request is not valid.");
    const bool isArchived = request.queryValue("archived") == "true";
    QJsonArray rows;
    std::string next;
    for (const auto &[id, record] : m_records[type]) {
        if ((record.archivedMs != 0) != isArchived || (!after.empty() && id < std::stoll(after)))
            continue;
        if (rows.size() == limit) {
            next = record.id;
            break;
        }
        rows.append(view(type, record, queryList(request, "properties")));
    }
    QJsonObject out{{"results"_L1, rows}};
    if (!next.empty())
        out.insert("paging"_L1, QJsonObject{{"next"_L1, QJsonObject{{"after"_L1, qs(next)}}}});
    return json(200, out);
}

std::optional<Response> HubSpotFake::valueObjection(const std::string &type,
                                                    const QJsonObject &values) const
{
    if (const auto unknown = unknownNames(type, values); !unknown.empty())
        return noSuchProperty(unknown);
    for (const QString &name : values.keys()) {
        const std::string pair = name.toStdString() + "=" + text(values.value(name));
        if (settings.invalidValues.count(pair) > 0)
            return failure(400, "VALIDATION_ERROR",
                           "Property values were not valid: " + pair + " is no allowed option.");
    }
    return std::nullopt;
}

std::optional<Response> HubSpotFake::createObjection(const std::string &type,
                                                     const QJsonObject &body) const
{
    if (!hasOnly(body, {"properties", "associations", "objectWriteTraceId"}) ||
        !body.value("properties"_L1).isObject() || !body.value("associations"_L1).isArray())
        return failure(400, "VALIDATION_ERROR", "Invalid input.");
    const QJsonObject values = body.value("properties"_L1).toObject();
    if (auto no = valueObjection(type, values))
        return no;
    const bool isActivity = type != "contacts" && type != "companies" && type != "deals";
    if (isActivity && text(values.value("hs_timestamp"_L1)).empty())
        return failure(400, "VALIDATION_ERROR", "Required properties are missing: hs_timestamp");
    if (const std::string other = clash(type, values); !other.empty())
        return failure(409, "CONFLICT",
                       type == "contacts" ? "Contact already exists. Existing ID: " + other
                                          : "That value is already used. Existing ID: " + other);
    for (const auto &one : body.value("associations"_L1).toArray()) {
        const std::string to = text(one.toObject().value("to"_L1).toObject().value("id"_L1));
        const auto isThere = [&](const char *kind) {
            const auto records = m_records.find(kind);
            return records != m_records.end() && crm::isHubSpotId(to) &&
                   records->second.count(std::stoll(to)) > 0;
        };
        if (!isThere("contacts") && !isThere("companies") && !isThere("deals"))
            return failure(400, "VALIDATION_ERROR", "No object " + to + " to associate with.");
    }
    return std::nullopt;
}

Response HubSpotFake::create(const std::string &type, const QJsonObject &body)
{
    if (auto no = createObjection(type, body))
        return *no;
    const QJsonObject values = body.value("properties"_L1).toObject();
    HubSpotFakeRecord &record = make(type, m_clock.now());
    touch(type, record, values);
    for (const auto &each : body.value("associations"_L1).toArray()) {
        const QJsonObject association = each.toObject();
        const std::string to = text(association.value("to"_L1).toObject().value("id"_L1));
        for (const auto &kind : association.value("types"_L1).toArray()) {
            const int id = kind.toObject().value("associationTypeId"_L1).toInt();
            static const std::map<int, const char *> targets = {
                {204, "contacts"},  {192, "companies"}, {216, "deals"},     {202, "contacts"},
                {190, "companies"}, {214, "deals"},     {194, "contacts"},  {182, "companies"},
                {206, "deals"},     {198, "contacts"},  {186, "companies"}, {210, "deals"},
                {200, "contacts"},  {188, "companies"}, {212, "deals"}};
            const auto target = targets.find(id);
            if (target == targets.end() || find(target->second, to) == nullptr)
                return failure(400, "VALIDATION_ERROR", "This association type does not fit.");
            link(type, record.id, target->second, to, id);
        }
    }
    note("create", type, record);
    return json(201, view(type, record, texts(QJsonArray::fromStringList(values.keys()))));
}

Response HubSpotFake::one(const Request &request, const std::string &type, const std::string &id)
{
    HubSpotFakeRecord *record = find(type, id, request.queryValue("idProperty"));
    if (record == nullptr || (record->archivedMs != 0 && request.queryValue("archived") != "true"))
        return notFound();
    if (request.method == "GET")
        return json(200, view(type, *record, queryList(request, "properties"),
                              queryList(request, "propertiesWithHistory")));
    if (request.method == "DELETE") {
        record->archivedMs = m_clock.now();
        return {204, {}, ""};
    }
    if (request.method != "PATCH")
        return failure(405, "VALIDATION_ERROR", "Method not allowed.");
    const QJsonObject body =
        QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
    const QJsonObject values = body.value("properties"_L1).toObject();
    if (!hasOnly(body, {"properties"}) || values.isEmpty())
        return failure(400, "VALIDATION_ERROR", "Invalid input.");
    if (auto no = valueObjection(type, values))
        return *no;
    if (const std::string other = clash(type, values); !other.empty() && other != record->id)
        return failure(409, "CONFLICT", "Contact already exists. Existing ID: " + other);
    touch(type, *record, values);
    note("update", type, *record);
    return json(200, view(type, *record, texts(QJsonArray::fromStringList(values.keys()))));
}

} // namespace topline::fakes
