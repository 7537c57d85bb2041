// Batches of the fake HubSpot: read, upsert, update, create; what of it is partial and what whole.
#include "core/crm/hubspot_json.h"
#include "tests/fakes/hubspot_fake.h"
#include "tests/fakes/hubspot_fake_json.h"

#include <algorithm>

namespace topline::fakes {

namespace {

constexpr int batchMax = 100;
constexpr int historyMax = 50;

Response batchAnswer(int status, const QJsonArray &results, const QJsonArray &errors = {})
{
    QJsonObject out{{"status"_L1, "COMPLETE"_L1},
                    {"results"_L1, results},
                    {"startedAt"_L1, "2026-01-01T00:00:00.000Z"_L1},
                    {"completedAt"_L1, "2026-01-01T00:00:00.000Z"_L1}};
    if (!errors.isEmpty()) {
        out.insert("numErrors"_L1, errors.size());
        out.insert("errors"_L1, errors);
    }
    return json(status, out);
}

QJsonObject batchError(const char *category, const char *key, const QJsonArray &values)
{
    return {{"status"_L1, "error"_L1},
            {"category"_L1, QLatin1String(category)},
            {"message"_L1, "Some objects could not be processed."_L1},
            {"context"_L1, QJsonObject{{QLatin1String(key), values}}}};
}

} // namespace

Response HubSpotFake::batch(const Request &request, const std::string &type,
                            const std::string &what, const QJsonObject &body)
{
    const qsizetype size = body.value("inputs"_L1).toArray().size();
    const bool hasHistory = !body.value("propertiesWithHistory"_L1).toArray().isEmpty();
    if (size == 0 || size > (hasHistory ? historyMax : batchMax))
        return failure(400, "VALIDATION_ERROR", "The number of inputs is not valid.");
    if (what == "read")
        return batchRead(type, body, request.queryValue("archived") == "true");
    if (what == "upsert")
        return batchUpsert(type, body);
    if (what == "update")
        return batchUpdate(type, body);
    if (what == "create")
        return batchCreate(type, body);
    return failure(405, "VALIDATION_ERROR", "Not offered by this fake.");
}

Response HubSpotFake::batchRead(const std::string &type, const QJsonObject &body, bool isArchived)
{
    if (!hasOnly(body, {"inputs", "properties", "propertiesWithHistory", "idProperty"}) ||
        !body.value("properties"_L1).isArray() || !body.value("propertiesWithHistory"_L1).isArray())
        return failure(400, "VALIDATION_ERROR", "Invalid input.");
    QJsonArray results;
    QJsonArray missing;
    QJsonArray hidden;
    std::set<std::string> seen;
    for (const auto &input : body.value("inputs"_L1).toArray()) {
        const std::string id = text(input.toObject().value("id"_L1));
        const HubSpotFakeRecord *record = find(type, id, text(body.value("idProperty"_L1)));
        if (settings.hidden.count(id) > 0)
            hidden.append(qs(id));
        else if (record == nullptr || (record->archivedMs != 0) != isArchived)
            missing.append(qs(id));
        else if (seen.insert(record->id).second)
            results.append(view(type, *record, texts(body.value("properties"_L1).toArray()),
                                texts(body.value("propertiesWithHistory"_L1).toArray())));
    }
    QJsonObject out{{"status"_L1, "COMPLETE"_L1},
                    {"results"_L1, results},
                    {"startedAt"_L1, "2026-01-01T00:00:00.000Z"_L1},
                    {"completedAt"_L1, "2026-01-01T00:00:00.000Z"_L1}};
    QJsonArray errors;
    if (!missing.isEmpty() && !settings.silentAboutMissing)
        errors.append(batchError("OBJECT_NOT_FOUND", "ids", missing));
    if (!hidden.isEmpty())
        errors.append(batchError(settings.hiddenCategory.c_str(), "ids", hidden));
    if (errors.isEmpty())
        return json(200, out);
    out.insert("numErrors"_L1, errors.size());
    out.insert("errors"_L1, errors);
    return json(207, out);
}

Response HubSpotFake::batchUpsert(const std::string &type, const QJsonObject &body)
{
    QJsonArray results;
    for (const auto &each : body.value("inputs"_L1).toArray()) {
        const QJsonObject input = each.toObject();
        const QJsonObject values = input.value("properties"_L1).toObject();
        if (const auto unknown = unknownNames(type, values); !unknown.empty())
            return noSuchProperty(unknown);
        const std::string key = text(input.value("idProperty"_L1));
        HubSpotFakeRecord *known = find(type, text(input.value("id"_L1)), key);
        HubSpotFakeRecord &record = known != nullptr ? *known : make(type, m_clock.now());
        if (known == nullptr)
            set(type, record, key, text(input.value("id"_L1)), m_clock.now());
        touch(type, record, values);
        note(known == nullptr ? "create" : "update", type, record);
        QJsonObject row = view(type, record, texts(QJsonArray::fromStringList(values.keys())));
        row.insert("new"_L1, known == nullptr);
        results.append(row);
    }
    return json(200, {{"status"_L1, "COMPLETE"_L1},
                      {"results"_L1, results},
                      {"startedAt"_L1, "2026-01-01T00:00:00.000Z"_L1},
                      {"completedAt"_L1, "2026-01-01T00:00:00.000Z"_L1}});
}

// All values are looked at before anything is written: one bad one fails the whole batch. An id
// that is not there is left out and named, also one that was merged away.
Response HubSpotFake::batchUpdate(const std::string &type, const QJsonObject &body)
{
    const QJsonArray inputs = body.value("inputs"_L1).toArray();
    if (!hasOnly(body, {"inputs"}))
        return failure(400, "VALIDATION_ERROR", "Invalid input.");
    std::set<std::string> seen;
    for (const auto &each : inputs) {
        const QJsonObject input = each.toObject();
        const QJsonObject values = input.value("properties"_L1).toObject();
        const std::string id = text(input.value("id"_L1));
        if (!hasOnly(input, {"id", "properties", "objectWriteTraceId"}) || values.isEmpty() ||
            !seen.insert(id).second)
            return failure(400, "VALIDATION_ERROR", "Invalid input.");
        if (auto no = valueObjection(type, values))
            return *no;
        if (const std::string other = clash(type, values); !other.empty() && other != id)
            return failure(409, "CONFLICT", "Contact already exists. Existing ID: " + other);
    }
    QJsonArray results;
    QJsonArray missing;
    for (const auto &each : inputs) {
        const QJsonObject input = each.toObject();
        const QJsonObject values = input.value("properties"_L1).toObject();
        const std::string id = text(input.value("id"_L1));
        HubSpotFakeRecord *record = find(type, id);
        if (record == nullptr || record->archivedMs != 0 || record->id != id) {
            missing.append(qs(id));
            continue;
        }
        touch(type, *record, values);
        note("update", type, *record);
        results.append(view(type, *record, texts(QJsonArray::fromStringList(values.keys()))));
    }
    return missing.isEmpty()
               ? batchAnswer(200, results)
               : batchAnswer(207, results,
                             QJsonArray{batchError("OBJECT_NOT_FOUND", "ids", missing)});
}

// With a trace id for each, what is bad is named beside what was made; else it fails the batch.
Response HubSpotFake::batchCreate(const std::string &type, const QJsonObject &body)
{
    const QJsonArray inputs = body.value("inputs"_L1).toArray();
    const bool isTraced =
        settings.tracesCreates && std::all_of(inputs.begin(), inputs.end(), [](const auto &each) {
            return !text(each.toObject().value("objectWriteTraceId"_L1)).empty();
        });
    for (const auto &each : inputs) {
        if (auto no = createObjection(type, each.toObject()); no && !isTraced)
            return *no;
    }
    QJsonArray results;
    QJsonArray errors;
    for (const auto &each : inputs) {
        const QJsonValue trace = each.toObject().value("objectWriteTraceId"_L1);
        const Response made = create(type, each.toObject());
        QJsonObject row = QJsonDocument::fromJson(QByteArray::fromStdString(made.body)).object();
        if (made.status != 201) {
            errors.append(batchError("VALIDATION_ERROR", "objectWriteTraceId", QJsonArray{trace}));
            continue;
        }
        row.insert("objectWriteTraceId"_L1, trace);
        results.append(row);
    }
    return batchAnswer(errors.isEmpty() ? 201 : 207, results, errors);
}

} // namespace topline::fakes
