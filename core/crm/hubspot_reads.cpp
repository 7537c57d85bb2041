#include "core/crm/hubspot_reads.h"

#include "core/crm/hubspot_api.h"
#include "core/crm/hubspot_json.h"

#include <QUrl>

#include <algorithm>
#include <set>

namespace topline::crm {

namespace {

// Pages of links of one record; 500 links each.
constexpr int linkRoundsMax = 100;

base::Error incomplete(const std::string &what)
{
    return {.code = base::ErrorCode::Unavailable,
            .message = "HubSpot's answer about " + what + " is incomplete.",
            .kept = "Nothing of it was stored."};
}

QJsonObject filter(std::string_view property, const char *operation, const std::string &value)
{
    return {{QStringLiteral("propertyName"), toQt(property)},
            {QStringLiteral("operator"), QLatin1String(operation)},
            {QStringLiteral("value"), toQt(value)}};
}

// All five parts that the published schema requires. Never a later page by "after": a search ends
// at 10,000 rows, the ids do not.
QJsonObject searchOf(const QJsonArray &groups, const QJsonArray &sorts,
                     const std::vector<std::string> &properties, int limit)
{
    return {{QStringLiteral("filterGroups"), groups},
            {QStringLiteral("sorts"), sorts},
            {QStringLiteral("properties"), jsonTexts(properties)},
            {QStringLiteral("limit"), limit},
            {QStringLiteral("after"), QStringLiteral("0")}};
}

QJsonObject group(const QJsonArray &filters)
{
    return {{QStringLiteral("filters"), filters}};
}

QJsonObject searchBody(const HubSpotObject &object, const HubSpotWindow &window,
                       const std::vector<std::string> &properties, int limit)
{
    QJsonObject changed = filter(object.modified, "BETWEEN", std::to_string(window.sinceMs));
    changed.insert(QStringLiteral("highValue"), toQt(std::to_string(window.untilMs)));
    const QJsonObject sort{{QStringLiteral("propertyName"), QStringLiteral("hs_object_id")},
                           {QStringLiteral("direction"), QStringLiteral("ASCENDING")}};
    return searchOf(QJsonArray{group({changed, filter("hs_object_id", "GT", window.lastId)})},
                    QJsonArray{sort}, properties, limit);
}

QJsonArray idInputs(const std::vector<std::string> &ids)
{
    QJsonArray out;
    for (const std::string &id : ids)
        out.append(QJsonObject{{QStringLiteral("id"), toQt(id)}});
    return out;
}

// Ids that an answer's error list says are not there; any other fault fails the whole read.
base::Result<std::set<std::string>> absentIds(const QJsonObject &body)
{
    std::set<std::string> out;
    for (const auto &one : jsonArray(body, "errors")) {
        const QJsonObject error = one.toObject();
        if (jsonText(error, "category") != "OBJECT_NOT_FOUND") {
            base::Error fault = hubspotError(500, body, false);
            fault.message = "HubSpot could not deliver every row: " + jsonText(error, "message");
            return fault;
        }
        const QJsonObject context = jsonObject(error, "context");
        for (const char *key : {"ids", "id", "fromObjectId"}) {
            for (const auto &id : jsonArray(context, key))
                out.insert(jsonId(id));
        }
    }
    return out;
}

std::set<std::string> knownAs(const QJsonObject &record)
{
    std::set<std::string> out{jsonId(record.value(QLatin1String("id")))};
    const QJsonObject properties = jsonObject(record, "properties");
    const QString merged =
        toQt(propertyText(properties, "hs_merged_object_ids").value_or(std::string()));
    for (const QString &one : merged.split(QLatin1Char(';'), Qt::SkipEmptyParts))
        out.insert(one.toStdString());
    return out;
}

// Where the links of one record go on; empty: nowhere.
QString afterOf(const QJsonObject &row)
{
    return jsonObject(jsonObject(row, "paging"), "next").value(QLatin1String("after")).toString();
}

// The primary link where there is one, else the lowest id.
struct BestLink {
    std::string id;
    bool isPrimary = false;
};

void consider(const QJsonObject &to, int primaryType, BestLink &best)
{
    const std::string id = jsonId(to.value(QLatin1String("toObjectId")));
    if (id.empty())
        return;
    bool isPrimary = false;
    for (const auto &one : jsonArray(to, "associationTypes")) {
        const QJsonObject type = one.toObject();
        isPrimary = isPrimary || (primaryType != 0 &&
                                  type.value(QLatin1String("typeId")).toInt() == primaryType &&
                                  jsonText(type, "category") == "HUBSPOT_DEFINED");
    }
    const bool isBetter = best.id.empty() || (isPrimary && !best.isPrimary) ||
                          (isPrimary == best.isPrimary && hubspotIdLess(id, best.id));
    if (isBetter)
        best = {id, isPrimary};
}

template <typename Use>
base::Status inChunks(const std::vector<std::string> &ids, int size, Use use)
{
    const auto step = static_cast<std::size_t>(std::max(size, 1));
    for (std::size_t at = 0; at < ids.size(); at += step) {
        const auto begin = ids.begin() + static_cast<std::ptrdiff_t>(at);
        const auto end = ids.begin() + static_cast<std::ptrdiff_t>(std::min(at + step, ids.size()));
        TRY(use(std::vector<std::string>(begin, end)));
    }
    return {};
}

} // namespace

base::Result<HubSpotReads::SearchPage>
HubSpotReads::search(const HubSpotObject &object, const HubSpotWindow &window,
                     const std::vector<std::string> &properties)
{
    const std::string what(object.name);
    TRY_ASSIGN(const QJsonObject body,
               m_client.read(
                   {.method = HttpMethod::Post,
                    .path = hubspotObjectPath(object.name, "/search"),
                    .body = searchBody(object, window, properties, m_client.options().searchRows),
                    .lane = "search"},
                   m_cancel));
    if (!body.value(QLatin1String("results")).isArray() ||
        !body.value(QLatin1String("total")).isDouble())
        return incomplete(what);
    SearchPage out;
    out.total = body.value(QLatin1String("total")).toInteger();
    std::string before = window.lastId;
    for (const auto &one : jsonArray(body, "results")) {
        out.rows.push_back(one.toObject());
        std::string id = jsonId(out.rows.back().value(QLatin1String("id")));
        // Without this order the last id would pass over rows.
        if (!isHubSpotId(id) || !hubspotIdLess(before, id))
            return incomplete(what + " (not in the order of ids)");
        before = std::move(id);
    }
    if (out.rows.empty() && out.total > 0)
        return incomplete(what);
    return out;
}

bool HubSpotReads::fitsSearch(const HubSpotObject &object,
                              const std::vector<std::string> &properties) const
{
    const HubSpotWindow widest{base::UtcMs{9'999'999'999'999}, base::UtcMs{9'999'999'999'999},
                               std::string(20, '9')};
    const std::string body = compactJson(searchBody(object, widest, properties, 1'000));
    return body.size() <= static_cast<std::size_t>(m_client.options().searchBody);
}

base::Result<std::int64_t> HubSpotReads::count(const HubSpotObject &object, const Groups &groups)
{
    QJsonArray alternatives;
    for (const auto &one : groups) {
        QJsonArray filters;
        for (const auto &[property, value] : one)
            filters.append(filter(property, "EQ", std::string(value)));
        alternatives.append(group(filters));
    }
    const QJsonObject asked = searchOf(alternatives, {}, {"hs_object_id"}, 1);
    TRY_ASSIGN(const QJsonObject body,
               m_client.read({.method = HttpMethod::Post,
                              .path = hubspotObjectPath(object.name, "/search"),
                              .body = asked,
                              .lane = "search"},
                             m_cancel));
    const QJsonValue total = body.value(QLatin1String("total"));
    if (!total.isDouble())
        return incomplete("the number of " + std::string(object.name));
    return std::int64_t{total.toInteger()};
}

base::Result<HubSpotReads::Found> HubSpotReads::batch(const HubSpotObject &object,
                                                      const std::vector<std::string> &ids,
                                                      const QJsonArray &properties,
                                                      const QJsonArray &withHistory)
{
    TRY_ASSIGN(const QJsonObject body,
               m_client.read({.method = HttpMethod::Post,
                              .path = hubspotObjectPath(object.name, "/batch/read"),
                              .body = {{QStringLiteral("inputs"), idInputs(ids)},
                                       {QStringLiteral("properties"), properties},
                                       {QStringLiteral("propertiesWithHistory"), withHistory}}},
                             m_cancel));
    if (!body.value(QLatin1String("results")).isArray())
        return incomplete(std::string(object.name));
    TRY_ASSIGN(std::set<std::string> settled, absentIds(body));
    Found out;
    std::set<std::string> seen;
    for (const auto &one : jsonArray(body, "results")) {
        const QJsonObject record = one.toObject();
        settled.merge(knownAs(record));
        // Two old ids of one record give it twice.
        if (seen.insert(jsonId(record.value(QLatin1String("id")))).second)
            out.rows.push_back(record);
    }
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(out.open),
                 [&](const std::string &id) { return settled.count(id) == 0; });
    return out;
}

base::Result<std::vector<QJsonObject>>
HubSpotReads::records(const HubSpotObject &object, const std::vector<std::string> &ids,
                      const std::vector<std::string> &properties,
                      const std::vector<std::string> &withHistory)
{
    const auto &options = m_client.options();
    const QJsonArray names = jsonTexts(properties);
    const QJsonArray histories = jsonTexts(withHistory);
    std::vector<QJsonObject> out;
    TRY(inChunks(ids, withHistory.empty() ? options.readRows : options.historyRows,
                 [&](const std::vector<std::string> &chunk) -> base::Status {
                     TRY_ASSIGN(Found found, batch(object, chunk, names, histories));
                     if (!found.open.empty()) {
                         // Silence about an id proves nothing the first time.
                         TRY_ASSIGN(Found again, batch(object, found.open, names, histories));
                         if (found.rows.empty() && again.rows.empty())
                             return incomplete(std::string(object.name));
                         found.rows.insert(found.rows.end(), again.rows.begin(), again.rows.end());
                     }
                     out.insert(out.end(), found.rows.begin(), found.rows.end());
                     return {};
                 }));
    return out;
}

base::Result<QJsonArray> HubSpotReads::linkPage(std::string_view from, std::string_view to,
                                                const QJsonArray &inputs)
{
    const HubSpotCall call{.method = HttpMethod::Post,
                           .path = hubspotLinksReadPath(from, to),
                           .body = {{QStringLiteral("inputs"), inputs}}};
    for (int round = 0;; ++round) {
        TRY_ASSIGN(const QJsonObject body, m_client.read(call, m_cancel));
        if (!body.value(QLatin1String("results")).isArray())
            return incomplete("the links of " + std::string(from));
        TRY_ASSIGN(const auto absent, absentIds(body));
        const QJsonArray results = jsonArray(body, "results");
        // That nothing at all is linked is believed when it was said, or said twice.
        const bool isSaid = !absent.empty() || !jsonArray(body, "errors").isEmpty();
        if (!results.isEmpty() || isSaid || round == 1)
            return results;
    }
}

base::Result<std::map<std::string, std::string>>
HubSpotReads::links(const HubSpotObject &object, std::string_view to,
                    const std::vector<std::string> &ids)
{
    const int primary = hubspotLinkType(object.name, to).primary;
    std::map<std::string, std::string> out;
    TRY(inChunks(ids, m_client.options().linkRows,
                 [&](const std::vector<std::string> &chunk) -> base::Status {
                     std::map<std::string, BestLink> best;
                     QJsonArray inputs = idInputs(chunk);
                     for (int round = 0; !inputs.isEmpty() && round < linkRoundsMax; ++round) {
                         TRY_ASSIGN(const QJsonArray results, linkPage(object.name, to, inputs));
                         inputs = {};
                         for (const auto &one : results) {
                             const QJsonObject row = one.toObject();
                             const QJsonObject from = jsonObject(row, "from");
                             const std::string id = jsonId(from.value(QLatin1String("id")));
                             for (const auto &each : jsonArray(row, "to"))
                                 consider(each.toObject(), primary, best[id]);
                             const QString after = afterOf(row);
                             if (!after.isEmpty() && !best[id].isPrimary)
                                 inputs.append(QJsonObject{{QStringLiteral("id"), toQt(id)},
                                                           {QStringLiteral("after"), after}});
                         }
                     }
                     for (auto &[id, link] : best) {
                         if (!link.id.empty())
                             out.emplace(id, link.id);
                     }
                     return {};
                 }));
    return out;
}

base::Result<std::map<std::string, std::string>>
HubSpotReads::survivors(const HubSpotObject &object, const std::vector<std::string> &ids)
{
    const QJsonArray names = jsonTexts({"hs_merged_object_ids"});
    std::map<std::string, std::string> out;
    TRY(inChunks(ids, m_client.options().readRows,
                 [&](const std::vector<std::string> &chunk) -> base::Status {
                     TRY_ASSIGN(Found found, batch(object, chunk, names, {}));
                     if (!found.open.empty()) {
                         TRY_ASSIGN(const Found again, batch(object, found.open, names, {}));
                         found.rows.insert(found.rows.end(), again.rows.begin(), again.rows.end());
                     }
                     for (const QJsonObject &record : found.rows) {
                         const std::string id = jsonId(record.value(QLatin1String("id")));
                         for (const std::string &name : knownAs(record))
                             out.emplace(name, id);
                     }
                     return {};
                 }));
    return out;
}

base::Result<std::vector<std::string>>
HubSpotReads::linkedIds(std::string_view from, std::string_view to, const std::string &id)
{
    std::vector<std::string> out;
    QJsonArray inputs = idInputs({id});
    for (int round = 0; !inputs.isEmpty() && round < linkRoundsMax; ++round) {
        TRY_ASSIGN(const QJsonArray results, linkPage(from, to, inputs));
        inputs = {};
        for (const auto &one : results) {
            const QJsonObject row = one.toObject();
            for (const auto &each : jsonArray(row, "to"))
                out.push_back(jsonId(each.toObject().value(QLatin1String("toObjectId"))));
            if (const QString after = afterOf(row); !after.isEmpty())
                inputs.append(QJsonObject{{QStringLiteral("id"), toQt(id)},
                                          {QStringLiteral("after"), after}});
        }
    }
    return out;
}

base::Result<std::vector<QJsonObject>>
HubSpotReads::rowsAt(const HubSpotObject &object, std::string_view property, base::UtcMs atMs)
{
    QJsonObject near = filter(property, "BETWEEN", std::to_string(atMs - base::secondMs));
    near.insert(QStringLiteral("highValue"), toQt(std::to_string(atMs + base::secondMs)));
    const QJsonObject asked = searchOf(QJsonArray{group({near})}, {}, object.propertyNames(),
                                       m_client.options().searchRows);
    TRY_ASSIGN(const QJsonObject body,
               m_client.read({.method = HttpMethod::Post,
                              .path = hubspotObjectPath(object.name, "/search"),
                              .body = asked,
                              .lane = "search"},
                             m_cancel));
    std::vector<QJsonObject> out;
    for (const auto &one : jsonArray(body, "results"))
        out.push_back(one.toObject());
    return out;
}

base::Result<HubSpotReads::ListPage>
HubSpotReads::list(const std::string &path, const std::string &query, const std::string &after)
{
    std::string asked =
        "limit=" + std::to_string(m_client.options().listRows) + (query.empty() ? "" : "&") + query;
    if (!after.empty())
        asked += "&after=" + QUrl::toPercentEncoding(
                                 QUrl::fromPercentEncoding(QByteArray::fromStdString(after)))
                                 .toStdString();
    TRY_ASSIGN(const QJsonObject body, m_client.read({.path = path, .query = asked}, m_cancel));
    if (!body.value(QLatin1String("results")).isArray())
        return incomplete("a list");
    ListPage out;
    out.rows = jsonArray(body, "results");
    out.after = jsonText(jsonObject(jsonObject(body, "paging"), "next"), "after");
    if (out.rows.isEmpty() && !out.after.empty())
        return incomplete("a list");
    return out;
}

} // namespace topline::crm
