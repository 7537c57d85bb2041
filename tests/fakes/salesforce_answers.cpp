// The resources of the fake Salesforce: what it answers to each request.
#include "core/crm/http_date.h"
#include "core/crm/salesforce_id.h"
#include "tests/fakes/salesforce_fake.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

namespace topline::fakes {

namespace {

constexpr std::size_t batchRows = 2'000;

QString text(const std::string &plain)
{
    return QString::fromStdString(plain);
}

QJsonObject objectIn(const std::string &body)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(body)).object();
}

bool isStart(const std::string &whole, const std::string &start)
{
    return whole.compare(0, start.size(), start) == 0;
}

std::vector<std::string> split(const std::string &path)
{
    std::vector<std::string> out;
    std::string part;
    for (const char c : path + "/") {
        if (c != '/') {
            part += c;
        } else if (!part.empty()) {
            out.push_back(part);
            part.clear();
        }
    }
    return out;
}

} // namespace

SalesforceFake::Answer SalesforceFake::route(const Request &request)
{
    if (request.path == "/services/data") {
        QJsonArray list;
        for (const int version : versions)
            list.append(
                QJsonObject{{"label", "Release"},
                            {"url", text("/services/data/v" + std::to_string(version) + ".0")},
                            {"version", text(std::to_string(version) + ".0")}});
        return {200, list, {}};
    }
    if (request.header("Authorization") != "Bearer " + token) {
        if (isStart(request.path, "/services/oauth2/"))
            return {403, "Bad_OAuth_Token", {}};
        return fault(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }
    if (request.path == "/services/oauth2/userinfo")
        return {200,
                QJsonObject{{"organization_id", text(orgId)},
                            {"user_id", "0055e0000000001AAA"},
                            {"name", "Rita Rep"},
                            {"preferred_username", "rep@example.com"},
                            {"zoneinfo", "Europe/Berlin"}},
                {}};
    const std::size_t slash = request.path.find('/', 16);
    if (!isStart(request.path, "/services/data/v") || slash == std::string::npos)
        return fault(404, "NOT_FOUND", "The requested resource does not exist");
    const std::string version = request.path.substr(16, slash - 16);
    if (std::find(versions.begin(), versions.end(), std::stoi(version)) == versions.end())
        return fault(410, "GONE", "The requested resource has been retired");
    if (++calls > callsMax)
        return fault(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
    if (request.path.size() + request.query.size() > 16'384)
        return {414, "URI Too Long", {}};
    const std::string rest = request.path.substr(slash);
    if (rest == "/composite" && request.method == "POST")
        return composite(request, version);
    return resource(request.method, rest, request);
}

SalesforceFake::Answer SalesforceFake::resource(const std::string &method, const std::string &rest,
                                                const Request &request)
{
    if (rest == "/query" || rest == "/queryAll")
        return query(request.queryValue("q"), rest == "/queryAll", "67.0");
    if (isStart(rest, "/query/"))
        return nextBatch(rest.substr(7));
    if (rest == "/connect/organization")
        return {200,
                QJsonObject{{"orgId", text(orgId)},
                            {"features", QJsonObject{{"defaultCurrencyIsoCode", text(currency)},
                                                     {"multiCurrency", false}}}},
                {}};
    if (isStart(rest, "/composite/sobjects/") && method == "PATCH")
        return collection(rest.substr(20), request);
    if (isStart(rest, "/sobjects/"))
        return sobject(method, rest.substr(10), request);
    return fault(404, "NOT_FOUND", "The requested resource does not exist");
}

SalesforceFake::Answer SalesforceFake::query(const std::string &soql, bool isAll,
                                             const std::string &version)
{
    const SoqlWorld world{m_objects, m_tables,
                          [this](const auto &object, const auto &field) {
                              return m_hidden.contains(object + "." + field);
                          },
                          [this](const auto &, const FakeRow &row) {
                              return m_withheld.empty() ||
                                     !m_withheld.contains(row.value("Id").toString().toStdString());
                          }};
    if (!refusedPath.empty() && soql.find(refusedPath) != std::string::npos)
        return fault(400, "INVALID_FIELD", "No such column '" + refusedPath + "'.");
    SoqlResult found;
    try {
        found = runSoql(world, soql, isAll);
    } catch (const SoqlFault &bad) {
        return fault(400, bad.code, bad.message);
    }
    if (found.object == slowObject)
        return fault(400, "QUERY_TIMEOUT", "Your query request was running for too long.");
    QJsonArray records;
    for (std::size_t i = 0; i < std::min(found.rows.size(), batchRows); ++i)
        records.append(found.rows[i]);
    QJsonObject body{{"totalSize", static_cast<double>(found.total)},
                     {"done", found.rows.size() <= batchRows},
                     {"records", records}};
    if (found.rows.size() > batchRows) {
        const std::string locator = "01g" + std::to_string(m_cursors.size()) + "-2000";
        m_cursors[locator] = {found.rows.begin() + static_cast<std::ptrdiff_t>(batchRows),
                              found.rows.end()};
        body.insert("nextRecordsUrl", text("/services/data/v" + version + "/query/" + locator));
    }
    return {200, body, {}};
}

SalesforceFake::Answer SalesforceFake::nextBatch(const std::string &locator)
{
    const auto found = m_cursors.find(locator);
    if (found == m_cursors.end())
        return fault(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    QJsonArray records;
    for (const FakeRow &row : found->second)
        records.append(row);
    return {
        200, QJsonObject{{"totalSize", records.size()}, {"done", true}, {"records", records}}, {}};
}

SalesforceFake::Answer SalesforceFake::composite(const Request &request, const std::string &version)
{
    const QJsonArray parts = objectIn(request.body).value("compositeRequest").toArray();
    int queries = 0;
    QJsonArray out;
    if (parts.isEmpty() || parts.size() > 25)
        return fault(400, "LIMIT_EXCEEDED", "The request can't contain more than 25 operations.");
    for (const QJsonValue &each : parts) {
        const QJsonObject part = each.toObject();
        Request inner = requestOfTarget(part.value("method").toString().toStdString(),
                                        part.value("url").toString().toStdString());
        if (part.contains("body"))
            inner.body = QJsonDocument(part.value("body").toObject())
                             .toJson(QJsonDocument::Compact)
                             .toStdString();
        const QJsonObject headers = part.value("httpHeaders").toObject();
        for (auto header = headers.begin(); header != headers.end(); ++header)
            inner.headers.emplace_back(header.key().toStdString(),
                                       header.value().toString().toStdString());
        const std::string prefix = "/services/data/v" + version;
        if (!isStart(inner.path, prefix))
            return fault(400, "INVALID_URL", inner.path);
        const std::string rest = inner.path.substr(prefix.size());
        queries += isStart(rest, "/query") ? 1 : 0;
        if (queries > 5)
            return fault(400, "LIMIT_EXCEEDED", "Too many query operations in one request.");
        const Answer answer = resource(inner.method, rest, inner);
        QJsonObject answerHeaders;
        for (const auto &[name, value] : answer.headers)
            answerHeaders.insert(text(name), text(value));
        out.append(QJsonObject{{"body", answer.body},
                               {"httpHeaders", answerHeaders},
                               {"httpStatusCode", answer.status},
                               {"referenceId", part.value("referenceId")}});
    }
    return {200, QJsonObject{{"compositeResponse", out}}, {}};
}

SalesforceFake::Answer SalesforceFake::describe(const std::string &name, const Request &request)
{
    const std::string changed = QDateTime::fromSecsSinceEpoch(1'700'000'000 + m_describeVersion)
                                    .toUTC()
                                    .toString("ddd, dd MMM yyyy hh:mm:ss 'GMT'")
                                    .toStdString();
    const Headers headers = {{"Last-Modified", changed}};
    if (request.header("If-Modified-Since") == changed)
        return {304, QJsonValue(), headers};
    const FakeObject &object = m_objects.at(name);
    QJsonArray fields;
    for (const FakeField &field : object.fields) {
        if (m_hidden.contains(name + "." + field.name))
            continue;
        fields.append(QJsonObject{
            {"name", text(field.name)},
            {"type", text(field.type)},
            {"relationshipName", field.relationship.empty() ? QJsonValue(QJsonValue::Null)
                                                            : QJsonValue(text(field.relationship))},
            {"referenceTo", field.target.empty() ? QJsonArray() : QJsonArray{text(field.target)}},
            {"createable", field.isCreateable},
            {"updateable", field.isUpdateable},
            {"filterable", field.type != "textarea"},
            {"externalId", field.isExternalId},
            {"unique", field.isUnique},
            {"picklistValues", QJsonArray()}});
    }
    QJsonArray children;
    if (name == "Opportunity")
        children.append(QJsonObject{{"relationshipName", "OpportunityContactRoles"},
                                    {"childSObject", "OpportunityContactRole"}});
    return {200,
            QJsonObject{{"name", text(name)},
                        {"queryable", true},
                        {"createable", true},
                        {"updateable", true},
                        {"fields", fields},
                        {"childRelationships", children}},
            headers};
}

SalesforceFake::Answer SalesforceFake::deletions(const std::string &object,
                                                 const Request &request) const
{
    const auto time = [&](const char *name) {
        return QDateTime::fromString(text(request.queryValue(name)), Qt::ISODateWithMs);
    };
    const QDateTime start = time("start");
    const QDateTime end = time("end");
    if (!start.isValid() || !end.isValid() || start >= end)
        return fault(400, "INVALID_REPLICATION_DATE", "endDate before startDate");
    QJsonArray records;
    for (const auto &[name, one] : m_deletions) {
        if (name == object)
            records.append(QJsonObject{{"id", text(one.first)}, {"deletedDate", one.second}});
    }
    return {200,
            QJsonObject{{"deletedRecords", records},
                        {"earliestDateAvailable", "2020-01-01T00:00:00.000+0000"},
                        {"latestDateCovered", now()}},
            {}};
}

SalesforceFake::Answer SalesforceFake::sobject(const std::string &method, const std::string &rest,
                                               const Request &request)
{
    const auto parts = split(rest);
    if (parts.empty() || !m_objects.contains(parts[0]) || m_hidden.contains(parts[0] + "."))
        return fault(404, "NOT_FOUND", "The requested resource does not exist");
    const std::string &object = parts[0];
    const QJsonObject fields = objectIn(request.body);
    if (parts.size() == 1 && method == "POST")
        return create(object, fields);
    if (parts.size() == 2 && parts[1] == "describe")
        return describe(object, request);
    if (parts.size() == 2 && parts[1] == "deleted")
        return deletions(object, request);
    if (parts.size() == 3 && method == "PATCH")
        return upsert(object, parts[1], parts[2], fields);
    if (parts.size() == 2 && method == "PATCH")
        return update(object, crm::salesforceId18(parts[1]).value_or(""), fields, request);
    return fault(405, "METHOD_NOT_ALLOWED", "HTTP Method not allowed.");
}

// Upserts by external id, each for itself: 200 with a result for each, in order, even if all fail.
SalesforceFake::Answer SalesforceFake::collection(const std::string &rest, const Request &request)
{
    const auto parts = split(rest);
    const QJsonObject body = objectIn(request.body);
    const QJsonArray records = body.value("records").toArray();
    if (parts.size() != 2 || !m_objects.contains(parts[0]) || m_hidden.contains(parts[0] + "."))
        return fault(404, "NOT_FOUND", "The requested resource does not exist");
    if (records.isEmpty() || records.size() > 200 || body.value("allOrNone").toBool())
        return fault(400, "INVALID_BATCH_SIZE", "Up to 200 records, each for itself.");
    QJsonArray out;
    for (const QJsonValue &each : records) {
        QJsonObject fields = each.toObject();
        const bool isOfType = fields.take("attributes").toObject().value("type") == text(parts[0]);
        const std::string key = fields.take(text(parts[1])).toString().toStdString();
        if (!isOfType || key.empty())
            return fault(400, "INVALID_ID_FIELD", "A record without its type or external id.");
        const Answer one = upsert(parts[0], parts[1], key, fields);
        QJsonObject result = one.body.toObject();
        if (one.status >= 300) {
            QJsonArray errors;
            for (const QJsonValue &bad : one.body.toArray()) {
                QJsonObject error = bad.toObject();
                error.insert("statusCode", error.take("errorCode"));
                errors.append(error);
            }
            result = {{"success", false}, {"errors", errors}, {"created", true}};
        }
        out.append(result);
    }
    return {200, out, {}};
}

std::optional<SalesforceFake::Answer>
SalesforceFake::objection(const std::string &object, const QJsonObject &fields, bool isCreate) const
{
    const FakeObject &known = m_objects.at(object);
    for (auto each = fields.begin(); each != fields.end(); ++each) {
        const std::string name = each.key().toStdString();
        const FakeField *field = known.field(name);
        if (field == nullptr || m_hidden.contains(object + "." + name))
            return fault(400, "INVALID_FIELD",
                         "No such column '" + name + "' on sobject of type " + object);
        if (isCreate ? !field->isCreateable : !field->isUpdateable)
            return fault(400, "INVALID_FIELD_FOR_INSERT_UPDATE",
                         "Unable to create/update fields: " + name, {text(name)});
        const auto rule = rules.find(object + "." + name);
        if (rule != rules.end())
            return fault(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", rule->second, {text(name)});
        if (field->type != "reference" || each.value().isNull())
            continue;
        const std::string id = each.value().toString().toStdString();
        for (const auto &[targetName, table] : m_tables) {
            const auto target = table.find(id);
            if (target == table.end())
                continue;
            if (target->second.value("IsDeleted").toBool())
                return fault(400, "ENTITY_IS_DELETED", "entity is deleted");
            if (target->second.value("IsConverted").toBool())
                return fault(400, "CANNOT_UPDATE_CONVERTED_LEAD",
                             "cannot reference converted lead");
        }
    }
    for (const FakeField &field : known.fields) {
        const bool isGiven = fields.contains(text(field.name));
        const bool isEmpty = fields.value(text(field.name)).toVariant().toString().isEmpty();
        if (field.isRequired && (isCreate || isGiven) && isEmpty)
            return fault(400, "REQUIRED_FIELD_MISSING",
                         "Required fields are missing: [" + field.name + "]", {text(field.name)});
    }
    return std::nullopt;
}

SalesforceFake::Answer SalesforceFake::create(const std::string &object, const QJsonObject &fields)
{
    if (auto no = objection(object, fields, true))
        return *no;
    if (duplicateRules.contains(object)) {
        for (const auto &[id, row] : m_tables[object]) {
            if (row.value("Subject") != fields.value("Subject"))
                continue;
            QJsonObject one{{"message", "Use one of these records?"},
                            {"errorCode", "DUPLICATES_DETECTED"}};
            const QJsonObject record{{"record", QJsonObject{{"Id", text(id)}}}};
            one.insert("duplicateResult",
                       QJsonObject{{"matchResults", QJsonArray{QJsonObject{
                                                        {"matchRecords", QJsonArray{record}}}}}});
            return {400, QJsonArray{one}, {}};
        }
    }
    const std::string id = add(object, fields);
    journal.push_back({"create", object, id, fields});
    return {201, QJsonObject{{"id", text(id)}, {"success", true}, {"errors", QJsonArray()}}, {}};
}

SalesforceFake::Answer SalesforceFake::upsert(const std::string &object, const std::string &field,
                                              const std::string &value, const QJsonObject &fields)
{
    const FakeField *key = m_objects.at(object).field(field);
    if (key == nullptr || !key->isExternalId)
        return fault(404, "NOT_FOUND",
                     "Provided external ID field does not exist or is not accessible: " + field);
    if (fields.contains("Id") || fields.contains(text(field)))
        return fault(400, "INVALID_FIELD", "The external id belongs into the address.");
    for (const auto &[id, row] : m_tables[object]) {
        if (row.value(text(field)).toString() != text(value) || row.value("IsDeleted").toBool())
            continue;
        const std::string known = id;
        const Answer updated = update(object, known, fields, {});
        if (updated.status >= 300)
            return updated;
        return {200,
                QJsonObject{{"id", text(known)},
                            {"success", true},
                            {"errors", QJsonArray()},
                            {"created", false}},
                {}};
    }
    QJsonObject all = fields;
    all.insert(text(field), text(value));
    Answer out = create(object, all);
    if (out.status == 201) {
        QJsonObject body = out.body.toObject();
        body.insert("created", true);
        out.body = body;
    }
    return out;
}

SalesforceFake::Answer SalesforceFake::update(const std::string &object, const std::string &id,
                                              const QJsonObject &fields, const Request &request)
{
    const FakeRow *known = row(object, id);
    if (known == nullptr || m_withheld.contains(id))
        return fault(404, "NOT_FOUND", "The requested resource does not exist");
    if (known->value("IsDeleted").toBool())
        return fault(404, "ENTITY_IS_DELETED", "entity is deleted");
    if (known->value("IsConverted").toBool())
        return fault(400, "CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead");
    const std::string since = request.header("If-Unmodified-Since");
    QString modified = known->value("LastModifiedDate").toString();
    modified.replace("+0000", "Z");
    if (!since.empty()) {
        const auto given = crm::parseHttpDate(since);
        if (!given)
            return fault(400, "INVALID_HEADER", "bad date");
        if (QDateTime::fromString(modified, Qt::ISODateWithMs).toMSecsSinceEpoch() > *given)
            return fault(412, "PRECONDITION_FAILED", "The record has been modified");
    }
    if (auto no = objection(object, fields, false))
        return *no;
    QJsonObject all = fields;
    for (const auto &[path, value] : triggers) {
        if (isStart(path, object + "."))
            all.insert(text(path.substr(object.size() + 1)), value);
    }
    put(object, id, all, false);
    journal.push_back({"update", object, id, fields});
    return {204, QJsonValue(), {}};
}

} // namespace topline::fakes
