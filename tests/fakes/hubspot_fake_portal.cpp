// What the fake HubSpot answers beside objects: search, links, properties, owners, pipelines, the
// account.
#include "core/base/calendar.h"
#include "core/base/text.h"
#include "core/crm/hubspot_json.h"
#include "tests/fakes/hubspot_fake.h"
#include "tests/fakes/hubspot_fake_json.h"

#include <algorithm>

namespace topline::fakes {

namespace {

constexpr int searchRowsMax = 200;
constexpr int searchBytesMax = 3000;
constexpr int linkInputsMax = 1000;

// Numbers and times compare by value.
std::optional<std::int64_t> number(const std::string &value)
{
    return crm::hubspotTime(value);
}

struct Filter {
    std::string property;
    std::string operation;
    std::string value;
    std::optional<std::int64_t> number;
    std::optional<std::int64_t> high;
};

using Groups = std::vector<std::vector<Filter>>;

Groups readGroups(const QJsonArray &groups)
{
    Groups out;
    for (const auto &group : groups) {
        out.emplace_back();
        for (const auto &each : group.toObject().value("filters"_L1).toArray()) {
            const QJsonObject filter = each.toObject();
            const std::string value = text(filter.value("value"_L1));
            out.back().push_back({text(filter.value("propertyName"_L1)),
                                  text(filter.value("operator"_L1)), value, number(value),
                                  number(text(filter.value("highValue"_L1)))});
        }
    }
    return out;
}

bool matches(const HubSpotFakeRecord &record, const Filter &filter)
{
    const auto found = record.values.find(filter.property);
    const bool isThere = found != record.values.end();
    if (filter.operation == "HAS_PROPERTY" || filter.operation == "NOT_HAS_PROPERTY")
        return isThere == (filter.operation == "HAS_PROPERTY");
    if (!isThere)
        return false;
    const bool isStamp = filter.property.find("lastmodifieddate") != std::string::npos;
    const auto mine = isStamp ? record.updatedMs : number(found->second);
    if (filter.operation == "EQ")
        return found->second == filter.value || (mine && mine == filter.number);
    if (!mine || !filter.number)
        return false;
    if (filter.operation == "GT")
        return *mine > *filter.number;
    if (filter.operation == "GTE")
        return *mine >= *filter.number;
    if (filter.operation == "LT")
        return *mine < *filter.number;
    if (filter.operation == "LTE")
        return *mine <= *filter.number;
    return filter.operation == "BETWEEN" && *mine >= *filter.number && filter.high &&
           *mine <= *filter.high;
}

bool matchesAny(const HubSpotFakeRecord &record, const Groups &groups)
{
    return groups.empty() || std::any_of(groups.begin(), groups.end(), [&](const auto &group) {
               return std::all_of(group.begin(), group.end(),
                                  [&](const Filter &filter) { return matches(record, filter); });
           });
}

// By the one sort that is allowed; else by id.
void sortRows(std::vector<const HubSpotFakeRecord *> &rows, const QJsonArray &sorts)
{
    const QJsonObject sort = sorts.at(0).toObject();
    const std::string property = text(sort.value("propertyName"_L1));
    if (property.empty() || property == "hs_object_id")
        return; // they are in that order
    std::stable_sort(rows.begin(), rows.end(), [&](const auto *a, const auto *b) {
        const auto at = [&](const HubSpotFakeRecord *one) {
            const auto value = one->values.find(property);
            return value == one->values.end() ? 0 : number(value->second).value_or(0);
        };
        return at(a) < at(b);
    });
}

} // namespace

Response HubSpotFake::search(const std::string &type, const QJsonObject &body)
{
    const base::UtcMs now = m_clock.now();
    std::erase_if(m_searches, [&](base::UtcMs at) { return at <= now - base::secondMs; });
    if (settings.searchesPerSecond > 0 &&
        m_searches.size() >= static_cast<std::size_t>(settings.searchesPerSecond)) {
        Response out = failure(429, "RATE_LIMITS", "You have reached your secondly limit.");
        out.body = R"({"status":"error","message":"You have reached your secondly limit.",)"
                   R"("errorType":"RATE_LIMIT","correlationId":"c0ffee","policyName":"SECONDLY"})";
        return out;
    }
    m_searches.push_back(now);
    const auto bytes = QJsonDocument(body).toJson(QJsonDocument::Compact).size();
    const int limit = body.value("limit"_L1).toInt(10);
    const int after = qs(text(body.value("after"_L1))).toInt();
    const QJsonArray groups = body.value("filterGroups"_L1).toArray();
    const QJsonArray sorts = body.value("sorts"_L1).toArray();
    static const std::set<std::string> required = {"after", "filterGroups", "limit", "properties",
                                                   "sorts"};
    const QStringList keys = body.keys();
    const auto known = std::count_if(keys.begin(), keys.end(), [](const QString &key) {
        return required.count(key.toStdString()) > 0;
    });
    const bool isPublished = known == static_cast<std::ptrdiff_t>(required.size()) &&
                             keys.size() == known + body.contains("query"_L1);
    if (!isPublished || bytes > searchBytesMax || limit > searchRowsMax || groups.size() > 5 ||
        sorts.size() > 1 || after + limit > settings.searchCap)
        return failure(400, "VALIDATION_ERROR", "There was a problem with the request.");
    const Groups wanted = readGroups(groups);
    std::vector<const HubSpotFakeRecord *> rows;
    for (const auto &[id, record] : m_records[type]) {
        if (record.archivedMs == 0 && record.indexedMs <= now && matchesAny(record, wanted))
            rows.push_back(&record);
    }
    sortRows(rows, sorts);
    QJsonArray results;
    for (std::size_t i = static_cast<std::size_t>(after); i < rows.size() && results.size() < limit;
         ++i)
        results.append(view(type, *rows[i], texts(body.value("properties"_L1).toArray())));
    QJsonObject out{{"total"_L1, static_cast<qint64>(rows.size())}, {"results"_L1, results}};
    const auto shown = static_cast<std::size_t>(after + limit);
    if (shown < rows.size())
        out.insert("paging"_L1,
                   QJsonObject{{"next"_L1, QJsonObject{{"after"_L1, qs(std::to_string(shown))}}}});
    return json(200, out);
}

Response HubSpotFake::readLinks(const std::string &from, const std::string &to,
                                const QJsonObject &body)
{
    if (settings.denied.count(to) > 0)
        return failure(403, "MISSING_SCOPES", "Scopes are missing.");
    const QJsonArray inputs = body.value("inputs"_L1).toArray();
    if (inputs.isEmpty() || inputs.size() > linkInputsMax)
        return failure(400, "VALIDATION_ERROR", "The number of inputs is not valid.");
    QJsonArray results;
    QJsonArray errors;
    for (const auto &input : inputs) {
        const std::string id = text(input.toObject().value("id"_L1));
        QJsonArray targets;
        for (const auto &[toId, types] : m_links[from + "/" + id + "/" + to]) {
            QJsonArray kinds;
            for (const int type : types)
                kinds.append(QJsonObject{{"category"_L1, "HUBSPOT_DEFINED"_L1},
                                         {"typeId"_L1, type},
                                         {"label"_L1, QJsonValue::Null}});
            const QJsonValue target = settings.numericLinkIds ? QJsonValue(qint64(std::stoll(toId)))
                                                              : QJsonValue(qs(toId));
            targets.append(QJsonObject{{"toObjectId"_L1, target}, {"associationTypes"_L1, kinds}});
        }
        if (!targets.isEmpty())
            results.append(
                QJsonObject{{"from"_L1, QJsonObject{{"id"_L1, qs(id)}}}, {"to"_L1, targets}});
        else if (settings.listsUnlinked)
            errors.append(QJsonObject{
                {"status"_L1, "error"_L1},
                {"category"_L1, "OBJECT_NOT_FOUND"_L1},
                {"subCategory"_L1, "crm.associations.NO_ASSOCIATIONS_FOUND"_L1},
                {"message"_L1, qs("No " + to + " is associated with " + from + " " + id + ".")},
                {"context"_L1, QJsonObject{{"fromObjectId"_L1, QJsonArray{qs(id)}}}}});
    }
    QJsonObject out{{"status"_L1, "COMPLETE"_L1},
                    {"results"_L1, results},
                    {"startedAt"_L1, "2026-01-01T00:00:00.000Z"_L1},
                    {"completedAt"_L1, "2026-01-01T00:00:00.000Z"_L1}};
    if (errors.isEmpty())
        return json(200, out);
    out.insert("numErrors"_L1, errors.size());
    out.insert("errors"_L1, errors);
    return json(207, out);
}

Response HubSpotFake::properties(const std::string &type) const
{
    QJsonArray results;
    for (const auto &[name, property] : m_properties.at(type))
        results.append(QJsonObject{
            {"name"_L1, qs(name)},
            {"label"_L1, qs(name)},
            {"description"_L1, ""_L1},
            {"groupName"_L1, "information"_L1},
            {"type"_L1, "string"_L1},
            {"fieldType"_L1, "text"_L1},
            {"options"_L1, QJsonArray()},
            {"calculated"_L1, false},
            {"hasUniqueValue"_L1, property.isUnique},
            {"modificationMetadata"_L1, QJsonObject{{"archivable"_L1, true},
                                                    {"readOnlyDefinition"_L1, true},
                                                    {"readOnlyValue"_L1, property.isReadOnly}}}});
    return json(200, {{"results"_L1, results}});
}

Response HubSpotFake::owners(const Request &request) const
{
    const bool isArchived = request.queryValue("archived") == "true";
    QJsonArray results;
    for (const auto &[id, owner] : m_owners) {
        if (owner.second != isArchived)
            continue;
        QJsonObject row{{"id"_L1, qs(id)},
                        {"type"_L1, "PERSON"_L1},
                        {"firstName"_L1, qs(owner.first)},
                        {"lastName"_L1, "Owner"_L1},
                        {"email"_L1, qs(base::lowerAscii(owner.first) + "@firm.example")},
                        {"archived"_L1, isArchived},
                        {"createdAt"_L1, "2020-01-01T00:00:00.000Z"_L1},
                        {"updatedAt"_L1, "2020-01-01T00:00:00.000Z"_L1}};
        row.insert("userId"_L1, isArchived ? QJsonValue(QJsonValue::Null) : QJsonValue(7));
        row.insert("userIdIncludingInactive"_L1, 7);
        results.append(row);
    }
    return json(200, {{"results"_L1, results}});
}

Response HubSpotFake::pipelines() const
{
    struct StageRow {
        const char *id;
        const char *label;
        const char *probability;
        const char *isClosed;
    };

    const auto stages = [](const std::vector<StageRow> &rows) {
        QJsonArray out;
        for (const StageRow &row : rows)
            out.append(
                QJsonObject{{"id"_L1, qs(row.id)},
                            {"label"_L1, qs(row.label)},
                            {"displayOrder"_L1, out.size()},
                            {"archived"_L1, false},
                            {"metadata"_L1, QJsonObject{{"probability"_L1, qs(row.probability)},
                                                        {"isClosed"_L1, qs(row.isClosed)}}}});
        return out;
    };
    const QJsonObject sales{
        {"id"_L1, "default"_L1},
        {"label"_L1, "Sales Pipeline"_L1},
        {"displayOrder"_L1, 0},
        {"archived"_L1, false},
        {"createdAt"_L1, 0},
        {"stages"_L1, stages({{"appointmentscheduled", "Appointment", "0.2", "false"},
                              {"contractsent", "Contract Sent", "0.9", "false"},
                              {"closedwon", "Closed Won", "1.0", "true"},
                              {"closedlost", "Closed Lost", "0.0", "true"}})}};
    const QJsonObject renewals{{"id"_L1, "77001"_L1},
                               {"label"_L1, "Renewals"_L1},
                               {"displayOrder"_L1, 1},
                               {"archived"_L1, false},
                               {"stages"_L1, stages({{"88001", "Open", "0.5", "false"},
                                                     {"88002", "Renewed", "1.0", "true"},
                                                     {"88003", "Churned", "0.0", "true"}})}};
    return json(200, {{"results"_L1, QJsonArray{renewals, sales}}});
}

Response HubSpotFake::account() const
{
    return json(200, {{"portalId"_L1, 1234567},
                      {"accountType"_L1, "STANDARD"_L1},
                      {"timeZone"_L1, qs(settings.timeZone)},
                      {"companyCurrency"_L1, qs(settings.companyCurrency)},
                      {"additionalCurrencies"_L1, QJsonArray{"USD"_L1}},
                      {"utcOffset"_L1, "-05:00"_L1},
                      {"utcOffsetMilliseconds"_L1, -18'000'000},
                      {"uiDomain"_L1, "app-eu1.hubspot.com"_L1},
                      {"dataHostingLocation"_L1, "eu1"_L1}});
}

} // namespace topline::fakes
