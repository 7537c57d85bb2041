#include "tests/fakes/hubspot_fake.h"

#include "core/base/calendar.h"
#include "core/base/check.h"
#include "core/crm/hubspot_json.h"
#include "tests/fakes/hubspot_fake_json.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace topline::fakes {

namespace {

const std::map<std::string, std::vector<std::string>> &startingProperties()
{
    static const std::map<std::string, std::vector<std::string>> all = {
        {"contacts",
         {"email", "firstname", "lastname", "phone", "jobtitle", "hs_timezone", "hs_email_optout",
          "hs_email_hard_bounce_reason_enum", "lifecyclestage", "hubspot_owner_id", "createdate",
          "lastmodifieddate"}},
        {"companies",
         {"name", "domain", "industry", "country", "numberofemployees", "annualrevenue",
          "hubspot_owner_id", "createdate", "hs_lastmodifieddate"}},
        {"deals",
         {"dealname", "dealstage", "pipeline", "amount", "deal_currency_code", "closedate",
          "hubspot_owner_id", "hs_next_step", "hs_analytics_source", "createdate",
          "hs_lastmodifieddate"}},
        {"tasks",
         {"hs_timestamp", "hs_task_subject", "hs_task_body", "hs_task_status", "hs_task_type",
          "hs_task_priority", "hs_task_completion_date", "hubspot_owner_id"}},
        {"calls",
         {"hs_timestamp", "hs_call_title", "hs_call_body", "hs_call_direction", "hs_call_status",
          "hs_call_disposition", "hs_call_duration", "hubspot_owner_id"}},
        {"emails",
         {"hs_timestamp", "hs_email_subject", "hs_email_text", "hs_email_html",
          "hs_email_direction", "hs_email_status", "hs_email_headers", "hubspot_owner_id"}},
        {"meetings",
         {"hs_timestamp", "hs_meeting_title", "hs_meeting_body", "hs_meeting_start_time",
          "hs_meeting_end_time", "hs_meeting_outcome", "hubspot_owner_id"}},
        {"notes", {"hs_timestamp", "hs_note_body", "hubspot_owner_id"}},
    };
    return all;
}

bool isActivity(const std::string &type)
{
    return type != "contacts" && type != "companies" && type != "deals";
}

std::string httpDate(base::UtcMs at)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
    return QLocale::c()
               .toString(moment, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss"))
               .toStdString() +
           " GMT";
}

std::string modifiedName(const std::string &type)
{
    return type == "contacts" ? "lastmodifieddate" : "hs_lastmodifieddate";
}

} // namespace

HubSpotFake::HubSpotFake(const base::Clock &clock)
    : m_clock(clock)
{
    for (const auto &[type, names] : startingProperties()) {
        for (const std::string &name : names)
            m_properties[type][name] = {name, false, false};
        for (const char *name : {"hs_object_id", "hs_merged_object_ids"})
            m_properties[type][name] = {name, true, false};
        m_properties[type][modifiedName(type)] = {modifiedName(type), true, false};
        if (isActivity(type))
            m_properties[type]["hs_createdate"] = {"hs_createdate", true, false};
    }
    m_properties["deals"]["hs_analytics_source"].isReadOnly = true;
}

std::optional<Response> HubSpotFake::scripted(const Request &request, const std::string &line)
{
    for (HubSpotFakeFault &fault : faults) {
        if (fault.times <= 0 || !std::regex_search(line, std::regex(fault.match)))
            continue;
        if (fault.after > 0) {
            --fault.after;
            continue;
        }
        --fault.times;
        if (fault.wire != Response::Wire::Normal) {
            Response out = fault.wire == Response::Wire::CloseBefore ? Response{} : route(request);
            out.wire = fault.wire;
            return out;
        }
        if (fault.isAnswerKept)
            route(request);
        Response out;
        out.status = fault.status;
        out.headers = fault.headers;
        out.body = fault.body;
        const bool isHtml = fault.status >= 500 || fault.status == 414;
        if (fault.body.empty() && fault.status == 429)
            out.body = R"({"status":"error","message":"You have reached a limit.","errorType":)"
                       R"("RATE_LIMIT","correlationId":"c0ffee","policyName":")" +
                       fault.policy + "\"}";
        else if (fault.body.empty() && isHtml)
            out.body = "<html><body>error code: " + std::to_string(fault.status) + "</body></html>";
        else if (fault.body.empty())
            out.body = failure(fault.status, "VALIDATION_ERROR", "Scripted.").body;
        out.headers.emplace_back("Content-Type", isHtml ? "text/html" : "application/json");
        return out;
    }
    return std::nullopt;
}

std::optional<Response> HubSpotFake::turnedAway(const Request &request)
{
    const std::string authorization = request.header("Authorization");
    if (authorization.rfind("Bearer ", 0) != 0 ||
        settings.tokens.count(authorization.substr(7)) == 0)
        return failure(401, "EXPIRED_AUTHENTICATION", "The token used for this call expired.");
    const bool hasBody = request.method == "POST" || request.method == "PATCH";
    if (hasBody && request.header("Content-Type").rfind("application/json", 0) != 0)
        return failure(415, "VALIDATION_ERROR", "Not JSON.");
    if (hasBody && !QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).isObject())
        return failure(400, "VALIDATION_ERROR", "Invalid input JSON on line 1, column 1");
    return std::nullopt;
}

Response HubSpotFake::withHeaders(const Request &request, Response response) const
{
    response.headers.emplace_back("Date", httpDate(m_clock.now() + settings.clockSkewMs));
    const bool isSearch =
        request.path.size() > 7 && request.path.compare(request.path.size() - 7, 7, "/search") == 0;
    if (!isSearch) {
        response.headers.emplace_back("X-HubSpot-RateLimit-Daily", "250000");
        response.headers.emplace_back("X-HubSpot-RateLimit-Daily-Remaining",
                                      std::to_string(250000 - log.size()));
    }
    return response;
}

Response HubSpotFake::handle(const Request &request)
{
    const std::string line = request.method + " " + request.path;
    auto answer = scripted(request, line);
    Response out = answer ? std::move(*answer) : route(request);
    log.push_back(line + " " + std::to_string(out.status));
    return withHeaders(request, std::move(out));
}

Response HubSpotFake::route(const Request &request)
{
    if (auto no = turnedAway(request))
        return *no;
    const QJsonObject body =
        QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
    static const std::regex object("^/crm/objects/2026-09/([a-z]+)(?:/(.*))?$");
    static const std::regex links("^/crm/associations/2026-09/([a-z]+)/([a-z]+)/batch/read$");
    static const std::regex schema("^/crm/properties/2026-09/([a-z]+)$");
    std::smatch found;
    if (request.path == "/account-info/2026-09/details" && request.method == "GET")
        return account();
    if (request.path == "/crm/owners/2026-09" && request.method == "GET")
        return owners(request);
    if (request.path == "/crm/pipelines/2026-09/deals" && request.method == "GET")
        return pipelines();
    if (std::regex_match(request.path, found, schema) && request.method == "GET" &&
        m_properties.count(found[1]) > 0)
        return properties(found[1]);
    if (std::regex_match(request.path, found, links) && request.method == "POST")
        return readLinks(found[1], found[2], body);
    if (std::regex_match(request.path, found, object) && m_properties.count(found[1]) > 0)
        return objects(request, found[1], found[2]);
    return {404, {{"Content-Type", "text/html"}}, "<html>no such path</html>"};
}

HubSpotFakeRecord &HubSpotFake::make(const std::string &type, base::UtcMs atMs)
{
    HubSpotFakeRecord out;
    out.id = std::to_string(m_nextId++);
    out.createdMs = atMs;
    out.updatedMs = atMs;
    out.indexedMs = atMs;
    const std::string iso = crm::hubspotTimeText(atMs);
    out.values["hs_object_id"] = out.id;
    out.values[isActivity(type) ? "hs_createdate" : "createdate"] = iso;
    out.values[modifiedName(type)] = iso;
    return m_records[type].emplace(std::stoll(out.id), std::move(out)).first->second;
}

void HubSpotFake::set(const std::string &type, HubSpotFakeRecord &record, const std::string &name,
                      const std::string &value, base::UtcMs atMs)
{
    // An address is kept in lower case.
    const std::string kept =
        type == "contacts" && name == "email" ? qs(value).toLower().toStdString() : value;
    if (kept.empty())
        record.values.erase(name);
    else
        record.values[name] = kept;
    auto &versions = record.history[name];
    if (versions.empty() || versions.back().second != kept)
        versions.emplace_back(atMs, kept);
}

void HubSpotFake::touch(const std::string &type, HubSpotFakeRecord &record,
                        const QJsonObject &values)
{
    const base::UtcMs now = m_clock.now();
    for (const QString &name : values.keys())
        set(type, record, name.toStdString(), text(values.value(name)), now);
    record.updatedMs = now;
    record.indexedMs = now + settings.indexLagMs;
    record.values[modifiedName(type)] = crm::hubspotTimeText(now);
}

void HubSpotFake::note(const std::string &what, const std::string &type,
                       const HubSpotFakeRecord &record)
{
    const auto key = record.values.find("topline_id");
    journal.push_back(
        {what, type, record.id, key == record.values.end() ? std::string() : key->second});
}

std::string HubSpotFake::add(const std::string &type, const HubSpotFakeValues &values,
                             base::UtcMs modifiedMs)
{
    const base::UtcMs at = modifiedMs != 0 ? modifiedMs : m_clock.now();
    HubSpotFakeRecord &record = make(type, at);
    for (const auto &[name, value] : values)
        set(type, record, name, value, at);
    return record.id;
}

void HubSpotFake::edit(const std::string &type, const std::string &id,
                       const HubSpotFakeValues &values)
{
    QJsonObject changed;
    for (const auto &[name, value] : values)
        changed.insert(qs(name), qs(value));
    touch(type, m_records[type].at(std::stoll(id)), changed);
}

void HubSpotFake::archive(const std::string &type, const std::string &id)
{
    m_records[type].at(std::stoll(id)).archivedMs = m_clock.now();
}

void HubSpotFake::restore(const std::string &type, const std::string &id)
{
    m_records[type].at(std::stoll(id)).archivedMs = 0;
    touch(type, m_records[type].at(std::stoll(id)), {});
}

void HubSpotFake::forget(const std::string &type, const std::string &id)
{
    m_records[type].erase(std::stoll(id));
    const std::string own = type + "/" + id + "/";
    std::erase_if(m_links, [&](const auto &one) { return one.first.rfind(own, 0) == 0; });
    for (auto &[from, to] : m_links) {
        if (from.size() > type.size() &&
            from.compare(from.size() - type.size(), type.size(), type) == 0)
            to.erase(id);
    }
}

// A merge makes a record with a new id; both old ones lead to it.
std::string HubSpotFake::merge(const std::string &type, const std::string &winner,
                               const std::string &loser)
{
    HubSpotFakeRecord &merged = make(type, m_clock.now());
    HubSpotFakeRecord &first = m_records[type].at(std::stoll(winner));
    HubSpotFakeRecord &second = m_records[type].at(std::stoll(loser));
    std::string ids;
    for (HubSpotFakeRecord *old : {&second, &first}) {
        for (const auto &[name, value] : old->values) {
            if (name != "hs_object_id" && name != modifiedName(type))
                merged.values[name] = value;
        }
        const auto before = old->values.find("hs_merged_object_ids");
        if (before != old->values.end())
            ids += before->second + ";";
        old->archivedMs = m_clock.now();
        old->mergedInto = merged.id;
    }
    merged.indexedMs = m_clock.now() + settings.indexLagMs;
    merged.values["hs_merged_object_ids"] = ids + winner + ";" + loser;
    for (const std::string &old : {winner, loser}) {
        for (const char *other : {"companies", "contacts", "deals"}) {
            const auto links = m_links.find(type + "/" + old + "/" + other);
            if (links == m_links.end())
                continue;
            for (const auto &[to, types] : links->second)
                m_links[type + "/" + merged.id + "/" + other][to].insert(types.begin(),
                                                                         types.end());
        }
    }
    return merged.id;
}

void HubSpotFake::link(const std::string &type, const std::string &id, const std::string &toType,
                       const std::string &toId, int typeId)
{
    m_links[type + "/" + id + "/" + toType][toId].insert(typeId);
    m_links[toType + "/" + toId + "/" + type][id].insert(typeId + 1);
}

void HubSpotFake::defineProperty(const std::string &type, const HubSpotFakeProperty &property)
{
    m_properties[type][property.name] = property;
}

void HubSpotFake::removeProperty(const std::string &type, const std::string &name)
{
    m_properties[type].erase(name);
}

void HubSpotFake::renameProperty(const std::string &type, const std::string &from,
                                 const std::string &to)
{
    m_properties[type].erase(from);
    m_properties[type][to] = {to, false, false};
    for (auto &[id, record] : m_records[type]) {
        const auto value = record.values.find(from);
        if (value == record.values.end())
            continue;
        record.values[to] = value->second;
        record.values.erase(from);
    }
}

void HubSpotFake::stampAll(const std::string &type, base::UtcMs atMs)
{
    for (auto &[id, record] : m_records[type]) {
        record.updatedMs = atMs;
        record.indexedMs = atMs;
        record.values[modifiedName(type)] = crm::hubspotTimeText(atMs);
    }
}

void HubSpotFake::addOwner(const std::string &id, const std::string &firstName, bool isArchived)
{
    m_owners[id] = {firstName, isArchived};
}

const HubSpotFakeRecord &HubSpotFake::record(const std::string &type, const std::string &id) const
{
    return m_records.at(type).at(std::stoll(id));
}

std::string HubSpotFake::value(const std::string &type, const std::string &id,
                               const std::string &name) const
{
    const auto &values = record(type, id).values;
    const auto found = values.find(name);
    return found == values.end() ? std::string() : found->second;
}

std::size_t HubSpotFake::liveCount(const std::string &type) const
{
    const auto records = m_records.find(type);
    if (records == m_records.end())
        return 0;
    return static_cast<std::size_t>(
        std::count_if(records->second.begin(), records->second.end(),
                      [](const auto &one) { return one.second.archivedMs == 0; }));
}

std::string HubSpotFake::firstWith(const std::string &type, const std::string &name,
                                   const std::string &value) const
{
    const auto records = m_records.find(type);
    if (records == m_records.end())
        return {};
    const auto found =
        std::find_if(records->second.begin(), records->second.end(), [&](const auto &one) {
            const auto at = one.second.values.find(name);
            return at != one.second.values.end() && at->second == value;
        });
    return found == records->second.end() ? std::string() : found->second.id;
}

std::size_t HubSpotFake::callsMatching(const std::string &pattern) const
{
    const std::regex wanted(pattern);
    return static_cast<std::size_t>(
        std::count_if(log.begin(), log.end(),
                      [&](const std::string &line) { return std::regex_search(line, wanted); }));
}

std::size_t HubSpotFake::createdWithKey(const std::string &key) const
{
    return static_cast<std::size_t>(
        std::count_if(journal.begin(), journal.end(), [&](const HubSpotFakeWrite &one) {
            return one.what == "create" && one.key == key;
        }));
}

} // namespace topline::fakes
