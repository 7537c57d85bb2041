#include "tests/fakes/large_hubspot.h"

#include "core/crm/hubspot_json.h"
#include "tests/fakes/hubspot_fake_json.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace topline::fakes {

namespace {

constexpr std::int64_t searchRows = 200;
constexpr std::int64_t historyRows = 50;
constexpr std::int64_t linkRows = 1'000;
constexpr qsizetype searchBytesMax = 3'000;
constexpr std::int64_t idStep = 7;

std::int64_t baseOf(std::string_view type)
{
    if (type == "companies")
        return 20'000'000'000;
    return type == "contacts" ? 10'000'000'000 : 30'000'000'000;
}

std::string idOf(std::string_view type, std::int64_t number)
{
    return std::to_string(baseOf(type) + number * idStep);
}

std::optional<std::int64_t> whole(const std::string &text)
{
    std::int64_t out = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), out);
    if (text.empty() || end.ec != std::errc() || end.ptr != text.data() + text.size())
        return std::nullopt;
    return out;
}

// The number of the record; nothing for an id that was never given.
std::optional<std::int64_t> numberOf(std::string_view type, const std::string &id)
{
    const auto value = whole(id);
    if (!value || *value < baseOf(type) || (*value - baseOf(type)) % idStep != 0)
        return std::nullopt;
    return (*value - baseOf(type)) / idStep;
}

bool isLarge(std::string_view type)
{
    return type == "companies" || type == "contacts" || type == "deals";
}

// Empty: it has no value. Only what HubSpot defines itself is asked for.
std::string valueOf(const LargeCrm &crm, std::string_view type, std::int64_t number,
                    std::string_view name)
{
    const std::string text = std::to_string(number);
    if (name == "hs_object_id")
        return idOf(type, number);
    if (name == "createdate" || name == "hs_lastmodifieddate" || name == "lastmodifieddate")
        return crm::hubspotTimeText(crm.changedMs(number));
    if (type == "companies") {
        if (name == "name")
            return "Company " + text;
        if (name == "domain")
            return "company" + text + ".example";
        if (name == "industry")
            return number % 2 == 0 ? "MACHINERY" : "COMPUTER_SOFTWARE";
        return name == "country" ? "Germany" : "";
    }
    if (type == "contacts") {
        const LargePerson person(number);
        if (name == "firstname")
            return person.firstName;
        if (name == "lastname")
            return person.lastName;
        if (name == "email")
            return person.email;
        if (name == "phone")
            return person.phone;
        return name == "jobtitle" ? person.title : "";
    }
    if (name == "dealname")
        return "Renewal " + text;
    if (name == "dealstage")
        return number % 3 == 0 ? "contractsent" : "appointmentscheduled";
    if (name == "pipeline")
        return "default";
    if (name == "amount")
        return std::to_string(100 + number % 9'000);
    return name == "hs_next_step" ? "Send the offer" : "";
}

// Texts of this file need no escapes.
std::string quoted(std::string_view text)
{
    return '"' + std::string(text) + '"';
}

std::string recordText(const LargeCrm &crm, std::string_view type, std::int64_t number,
                       const std::vector<std::string> &names,
                       const std::vector<std::string> &histories = {})
{
    const std::string at = quoted(crm::hubspotTimeText(crm.changedMs(number)));
    std::string properties = "\"hs_object_id\":" + quoted(idOf(type, number));
    for (const std::string &name : names) {
        const std::string value = valueOf(crm, type, number, name);
        if (name != "hs_object_id")
            properties +=
                "," + quoted(name) + ":" + (value.empty() ? std::string("null") : quoted(value));
    }
    std::string versions;
    for (const std::string &name : histories) {
        versions += (versions.empty() ? "" : ",") + quoted(name) +
                    ":[{\"value\":" + quoted(valueOf(crm, type, number, name)) +
                    ",\"timestamp\":" + at + ",\"sourceType\":\"CRM_UI\"}]";
    }
    return "{\"id\":" + quoted(idOf(type, number)) + ",\"properties\":{" + properties + "}" +
           (versions.empty() ? "" : ",\"propertiesWithHistory\":{" + versions + "}") +
           ",\"createdAt\":" + at + ",\"updatedAt\":" + at + ",\"archived\":false}";
}

Response textAnswer(std::string body)
{
    Response out;
    out.headers = {{"Content-Type", "application/json;charset=utf-8"}};
    out.body = std::move(body);
    return out;
}

Response badRequest(const char *why)
{
    return failure(400, "VALIDATION_ERROR", why);
}

// "/crm/objects/<version>/contacts/search" gives {"crm", "objects", …, "search"}.
std::vector<std::string> partsOf(const std::string &path)
{
    std::vector<std::string> out;
    for (std::size_t at = 1; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        out.push_back(path.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

} // namespace

LargeHubSpot::LargeHubSpot(const LargeCrm &crm, const base::Clock &clock)
    : m_crm(crm)
    , m_clock(clock)
    , m_small(clock)
{
    m_small.settings.searchesPerSecond = 0;
}

std::int64_t LargeHubSpot::requestsMin(const LargeCrm &crm)
{
    constexpr std::int64_t once = 4 + 5;
    return once + pagesOf(crm.companies, searchRows) + pagesOf(crm.contacts, searchRows) +
           pagesOf(crm.contacts, linkRows) + pagesOf(crm.deals, searchRows) +
           pagesOf(crm.deals, historyRows) + 2 * pagesOf(crm.deals, linkRows);
}

std::int64_t LargeHubSpot::count(std::string_view type) const
{
    if (type == "companies")
        return m_crm.companies;
    return type == "contacts" ? m_crm.contacts : m_crm.deals;
}

Response LargeHubSpot::handle(const Request &request)
{
    ++requests;
    Response out = answer(request);
    bodyMax = std::max(bodyMax, out.body.size());
    return out;
}

Response LargeHubSpot::answer(const Request &request)
{
    const auto parts = partsOf(request.path);
    const bool isPost = request.method == "POST" && parts.size() >= 5 && parts[0] == "crm" &&
                        request.header("Authorization") == "Bearer pat-good";
    const QJsonObject body =
        isPost ? QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object()
               : QJsonObject();
    if (isPost && parts[1] == "objects" && isLarge(parts[3])) {
        if (parts.size() == 5 && parts[4] == "search")
            return search(parts[3], body);
        if (parts.size() == 6 && parts[4] == "batch" && parts[5] == "read")
            return batch(parts[3], body);
    }
    if (isPost && parts[1] == "associations" && parts.size() == 7 && isLarge(parts[3]) &&
        isLarge(parts[4]))
        return links(parts[3], parts[4], body);
    m_small.log.clear();
    return m_small.handle(request);
}

// In the order of ids, behind the id that is named; without filters: all.
Response LargeHubSpot::search(std::string_view type, const QJsonObject &body) const
{
    const int limit = body.value("limit"_L1).toInt(10);
    const auto bytes = QJsonDocument(body).toJson(QJsonDocument::Compact).size();
    if (limit < 1 || limit > searchRows || bytes > searchBytesMax)
        return badRequest("The limits of a search are 200 rows and 3,000 characters.");
    std::int64_t first = 0;
    bool isSeen = true;
    for (const auto &group : body.value("filterGroups"_L1).toArray()) {
        for (const auto &one : group.toObject().value("filters"_L1).toArray()) {
            const QJsonObject filter = one.toObject();
            const std::string operation = text(filter.value("operator"_L1));
            const auto value = whole(text(filter.value("value"_L1)));
            const auto high = whole(text(filter.value("highValue"_L1)));
            if (operation == "GT" && text(filter.value("propertyName"_L1)) == "hs_object_id" &&
                value) {
                if (*value >= baseOf(type))
                    first = (*value - baseOf(type)) / idStep + 1;
            } else if (operation == "BETWEEN" && value && high) {
                isSeen = *value <= m_crm.changedMs(0) && *high >= m_crm.changedMs(count(type) - 1);
                if (!isSeen && *value <= m_crm.changedMs(count(type) - 1))
                    return badRequest("This fake knows whole windows only.");
            } else {
                return badRequest("There was a problem with the request.");
            }
        }
    }
    const std::int64_t end = isSeen ? count(type) : first;
    const auto names = texts(body.value("properties"_L1).toArray());
    std::string rows;
    std::int64_t number = first;
    for (; number < end && number < first + limit; ++number)
        rows += (rows.empty() ? "" : ",") + recordText(m_crm, type, number, names);
    std::string out = "{\"total\":" + std::to_string(std::max<std::int64_t>(0, end - first)) +
                      ",\"results\":[" + rows + "]";
    if (number < end)
        out += ",\"paging\":{\"next\":{\"after\":" + quoted(std::to_string(limit)) + "}}";
    return textAnswer(out + "}");
}

Response LargeHubSpot::batch(std::string_view type, const QJsonObject &body) const
{
    const QJsonArray inputs = body.value("inputs"_L1).toArray();
    const auto names = texts(body.value("properties"_L1).toArray());
    const auto histories = texts(body.value("propertiesWithHistory"_L1).toArray());
    if (inputs.isEmpty() || inputs.size() > (histories.empty() ? 100 : historyRows))
        return badRequest("The number of inputs is not valid.");
    std::string rows;
    for (const auto &input : inputs) {
        const auto number = numberOf(type, text(input.toObject().value("id"_L1)));
        if (!number || *number >= count(type))
            return badRequest("No such record.");
        rows += (rows.empty() ? "" : ",") + recordText(m_crm, type, *number, names, histories);
    }
    return textAnswer("{\"status\":\"COMPLETE\",\"results\":[" + rows + "]}");
}

Response LargeHubSpot::links(std::string_view from, std::string_view to,
                             const QJsonObject &body) const
{
    const QJsonArray inputs = body.value("inputs"_L1).toArray();
    if (inputs.isEmpty() || inputs.size() > linkRows)
        return badRequest("The number of inputs is not valid.");
    const bool isPrimary = to == "companies";
    const int type = from == "contacts" ? 1 : (isPrimary ? 5 : 3);
    std::string rows;
    for (const auto &input : inputs) {
        const std::string id = text(input.toObject().value("id"_L1));
        const auto number = numberOf(from, id);
        if (!number || *number >= count(from))
            return badRequest("No such record.");
        const std::int64_t target = to == "contacts"     ? m_crm.contactOfDeal(*number)
                                    : from == "contacts" ? m_crm.companyOfContact(*number)
                                                         : m_crm.companyOfDeal(*number);
        rows += (rows.empty() ? "" : ",") + std::string("{\"from\":{\"id\":") + quoted(id) +
                "},\"to\":[{\"toObjectId\":" + idOf(to, target) +
                ",\"associationTypes\":[{\"category\":\"HUBSPOT_DEFINED\",\"typeId\":" +
                std::to_string(type) + ",\"label\":" + (isPrimary ? "\"Primary\"" : "null") +
                "}]}]}";
    }
    return textAnswer("{\"status\":\"COMPLETE\",\"results\":[" + rows + "]}");
}

} // namespace topline::fakes
